using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Naming;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.People;

/// <summary>One thing that is known of a person, or what was done for her. Never in a group.</summary>
internal sealed class PersonServiceAnswer(PersonStore persons, RecordList records, RecordParts parts, CardTemplates cards)
{
    private static readonly Dictionary<PersonField, string> Labels = new()
    {
        [PersonField.Phone] = "电话",
        [PersonField.Home] = "住址",
        [PersonField.Guardian] = "监护人",
        [PersonField.Age] = "年龄",
        [PersonField.Born] = "出生日期",
        [PersonField.Gender] = "性别",
        [PersonField.Areas] = "领域和标签",
    };

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, PersonQuestion asked, PersonName person, string? note, CancellationToken cancellation)
    {
        if (await persons.FindAsync(who.Station.Id, person.Id, cancellation) is not { } known)
        {
            return Replies.NoSuchPerson;
        }

        if (asked.Field is { } field)
        {
            return Show(OfField(turn, known.Entry, field), person, note);
        }

        var period = PeriodOf(turn, who.Station, asked);
        if (period is not { } days)
        {
            return asked.Period is { } outside ? YearTexts.Outside(outside, who.Station) : YearTexts.NotToday(turn, who.Station);
        }

        var one = asked with { Filters = [.. asked.Filters, new PersonFilter(person.Id, person.Name)] };
        var selection = new RecordSelection([.. RowsOf(turn.Catalog, asked).Select(row => row.Id)], days) { Only = await parts.OfAsync(who, one, cancellation) };
        var found = await records.ReadAsync(who.Station.Id, selection, cancellation);
        return Show(
            asked.Ask switch
            {
                PersonAsk.LastContact => Last(turn, asked, known.Entry, found),
                PersonAsk.Benefits => await BenefitsAsync(turn, who, asked, known.Entry, days, found, cancellation),
                PersonAsk.Needs => Needs(turn, asked, known.Entry, found),
                _ => Timeline(turn, who, asked, known.Entry, days, found),
            },
            person,
            note);
    }

    private static IReadOnlyList<Indicator> RowsOf(Catalog catalog, PersonQuestion asked) => asked switch
    {
        { Ask: PersonAsk.Benefits } => [catalog.Find("charity.aid")!],
        { Ask: PersonAsk.Needs, Keyword: null } => [.. catalog.Rows.Where(row => row.Counting is CountingRule.RosterSurvey or CountingRule.RosterNeeds)],
        _ => asked.Rows,
    };

    /// <summary>The last time, and what was ever wished, are looked for in all the years.</summary>
    private static Period? PeriodOf(Turn turn, Station station, PersonQuestion asked) =>
        asked.Period is { } said ? YearTexts.Touches(station, said) ? said : null
        : asked.Ask is PersonAsk.LastContact or PersonAsk.Needs ? Period.Ever
        : asked.Implied(turn.Today, station.Years);

    private static ListPage OfField(Turn turn, RosterEntry person, PersonField field)
    {
        var value = field switch
        {
            PersonField.Phone => person.Phone,
            PersonField.Home => string.IsNullOrEmpty(person.Home) ? person.Community : person.Home,
            PersonField.Guardian => person.Guardian,
            PersonField.Age => person.Born is { } born ? $"{AgeOf(born, turn.Today)} 岁（{PeriodName.Of(Period.Day(born))}出生）" : null,
            PersonField.Born => person.Born is { } day ? PeriodName.Of(Period.Day(day)) : null,
            PersonField.Gender => person.Gender,
            PersonField.Areas => string.Join('、', turn.Catalog.Domains.Where(area => person.Areas.Contains(area.Id)).Select(area => area.Name).Concat(person.Tags)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new ListPage(string.IsNullOrEmpty(value) ? $"{person.Label}：名单里没有登记{Labels[field]}" : $"{person.Label} {Labels[field]}：{value}", []);
    }

    private static int AgeOf(DateOnly born, DateOnly today) => today.Year - born.Year - (today < born.AddYears(today.Year - born.Year) ? 1 : 0);

    private static ListPage Last(Turn turn, PersonQuestion asked, RosterEntry person, IReadOnlyList<ListedRecord> found)
    {
        var scope = $"{person.Label}{(asked.RowsAssumed ? "" : $" {ScopeName.Of(turn.Catalog, asked.Rows)}")}{PartOf(asked)}";
        if (found is not [.., var newest])
        {
            return new ListPage($"{scope}：还没有记录", []);
        }

        var days = turn.Today.DayNumber - newest.Record.What.Date.DayNumber;
        return new ListPage($"{scope}：最近一次 {PeriodName.Of(Period.Day(newest.Record.What.Date))}，{(days > 0 ? $"{days} 天前" : "今天")}", [Line(turn, newest)]) { Items = RecordsAnswer.ItemsOf([newest]) };
    }

    private static ListPage Timeline(Turn turn, Membership who, PersonQuestion asked, RosterEntry person, Period days, IReadOnlyList<ListedRecord> found)
    {
        var paged = Paged.Of(turn, found, asked.Page, "条");
        return new ListPage($"{PeriodName.Of(days)} {person.Label}{(asked.RowsAssumed ? "" : $" {ScopeName.Of(turn.Catalog, asked.Rows)}")}{RecordParts.Label(who, asked)}：共 {found.Count} 条", [.. paged.Shown.Select(record => Line(turn, record))])
        {
            Items = RecordsAnswer.ItemsOf(paged.Shown),
            Hints = paged.Notes,
            Actions = paged.Next,
        };
    }

    private async Task<ListPage> BenefitsAsync(
        Turn turn, Membership who, PersonQuestion asked, RosterEntry person, Period days, IReadOnlyList<ListedRecord> found, CancellationToken cancellation)
    {
        var meant = asked.Keyword is { } keyword ? found.Where(record => RecordsAnswer.Mentions(record.Record.What, keyword)).ToList() : [.. found];
        var all = await records.ReadAsync(who.Station.Id, new RecordSelection([turn.Catalog.Find("charity.aid")!.Id], days), cancellation);
        var nameless = all.Count(record => record.Record.What.Persons.Count == 0);
        var name = asked.Keyword is null ? "" : $"“{asked.Keyword}”";
        var paged = Paged.Of(turn, meant, asked.Page, "条");
        return new ListPage($"{PeriodName.Of(days)} {person.Label} 慈善救助{name}：共 {meant.Count} 次", [.. paged.Shown.Select(record => $"{Line(turn, record)} {record.Record.What.Name} {record.Record.What.Details.GetValueOrDefault(RecordDetails.Goods)}".TrimEnd())])
        {
            Items = RecordsAnswer.ItemsOf(paged.Shown),
            Hints = [.. paged.Notes, .. nameless == 0 ? [] : (string[])[$"这段时间另有 {nameless} 次发放只记了户数，没有姓名，查不到发给了谁。"]],
            Actions = paged.Next,
        };
    }

    /// <summary>What was told at surveys and on needs sheets; of one thing, wherever a record of the person mentions it.</summary>
    private static ListPage Needs(Turn turn, PersonQuestion asked, RosterEntry person, IReadOnlyList<ListedRecord> found)
    {
        var told = found.Where(record => asked.Keyword is { } keyword ? RecordsAnswer.Mentions(record.Record.What, keyword) : Told(record.Record.What).Any()).ToList();
        var paged = Paged.Of(turn, told, asked.Page, "条");
        var lines = paged.Shown.Select(record => $"{Line(turn, record)} {string.Join('；', asked.Keyword is null ? Told(record.Record.What) : Told(record.Record.What).Prepend(record.Record.What.Content ?? "").Where(text => text.Length > 0).Distinct())}".TrimEnd());
        var headline = asked.Keyword is { } thing ? $"{person.Label} “{thing}”：{told.Count} 条记录提到" : $"{person.Label}：登记过 {told.Count} 条需求";
        return new ListPage(headline, [.. lines])
        {
            Items = RecordsAnswer.ItemsOf(paged.Shown),
            Hints = [.. paged.Notes, .. asked.Keyword is null || told.Count == 0 ? [] : (string[])["有没有解决，请看记录里写的。"]],
            Actions = paged.Next,
        };
    }

    private static IEnumerable<string> Told(RecordDraft what)
    {
        foreach (var field in (string[])[RecordForms.MainNeedsField, RecordDetails.Needs])
        {
            if (what.Details.GetValueOrDefault(field) is { Length: > 0 } needs)
            {
                yield return needs;
            }
        }

        if (what.Indicator.EndsWith(".survey", StringComparison.Ordinal) || what.Indicator == "charity.needs")
        {
            if (what.Content is { Length: > 0 } content)
            {
                yield return content;
            }
        }
    }

    /// <summary>The person stands in the headline.</summary>
    private static string Line(Turn turn, ListedRecord record)
    {
        var what = record.Record.What;
        return $"{RecordLine.Of(turn.Catalog, record.Record.Number, what.Indicator, what.Date, "")}{(record.Worker is { } worker ? " " + worker : "")}";
    }

    private static string PartOf(PersonQuestion asked) => asked.Mode is { } mode ? $"（{mode}）" : "";

    private Reply Show(ListPage page, PersonName person, string? note) => (page with
    {
        Hints = [.. page.Hints, .. note is null ? [] : (string[])[note]],
        Actions = [.. page.Actions, ActionModel.OnPerson("查看", "person.show", person.Id), ActionModel.OpenForm("记走访", RecordForms.VisitId, (RecordForms.PersonField, person.Label))],
    }).ToReply(cards);
}
