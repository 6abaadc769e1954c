using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>Records of some days: which, how many, or what is known of an event. Neither void ones nor attempts nor plans.</summary>
internal sealed class RecordsAnswer(RecordList list, RecordParts parts, CardTemplates cards)
{
    private const int MostCharacters = 60;

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, RecordsQuestion asked, CancellationToken cancellation)
    {
        if ((asked.Period ?? asked.Implied(turn.Today, who.Station.Years)) is not { } period)
        {
            return YearTexts.NotToday(turn, who.Station);
        }

        if (!YearTexts.Touches(who.Station, period))
        {
            return YearTexts.Outside(period, who.Station);
        }

        // A worker sees the own records one by one, and of the others the numbers.
        if (asked.Ask == RecordsAsk.List && who.Member.Role != Role.Lead && asked.Filters.OfType<WorkerFilter>().Any(filter => filter.Worker != who.Member.Name))
        {
            return cards.Choose("同事的记录明细站长才能看。可以看自己的，或者看全站的次数。", [ActionModel.Ask("我本月都做了啥"), ActionModel.Ask("本月进度")]);
        }

        var selection = new RecordSelection([.. asked.Rows.Select(row => row.Id)], period) { Only = await parts.OfAsync(who, asked, cancellation) };
        var found = await list.ReadAsync(who.Station.Id, selection, cancellation);
        var scope = $"{PeriodName.Of(period)} {ScopeName.Of(turn.Catalog, asked.Rows)}{RecordParts.Label(who, asked)}";
        var page = asked switch
        {
            { Ask: RecordsAsk.Count } => Count(turn.Catalog, scope, found),
            { Ask: RecordsAsk.Event } => Event(turn, asked, scope, found),
            { IsLast: true } => Last(turn, scope, found),
            _ => List(turn, asked, scope, found),
        };
        return (page with { Hints = [.. page.Hints, .. Notes(asked, selection.Only, found)] }).ToReply(cards);
    }

    private static ListPage List(Turn turn, RecordsQuestion asked, string scope, IReadOnlyList<ListedRecord> found)
    {
        var paged = Paged.Of(turn, found, asked.Page, "条");
        return new ListPage($"{scope}：共 {found.Count} 条", [.. paged.Shown.Select(record => Line(turn, record))]) { Hints = paged.Notes, Actions = turn.Message.IsGroup ? [] : paged.Next, Items = ItemsOf(paged.Shown) };
    }

    private static ListPage Last(Turn turn, string scope, IReadOnlyList<ListedRecord> found) => found is [.., var newest]
        ? new ListPage($"{scope}：最近一次 {PeriodName.Of(newest.Record.What.Date, turn.Today)}", [Line(turn, newest)]) { Items = ItemsOf([newest]) }
        : new ListPage($"{scope}：还没有记录", []);

    private static ListPage Count(Catalog catalog, string scope, IReadOnlyList<ListedRecord> found)
    {
        var order = catalog.Rows.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        var parts = found.GroupBy(record => record.Record.What.Indicator).OrderBy(row => order[row.Key]).Select(row => $"{RowName.Of(catalog.Find(row.Key)!)} {row.Count()} 条").ToList();
        return new ListPage($"{scope}：共 {found.Count} 条", parts);
    }

    /// <summary>Where nothing mentions the word, all of the days are listed, and no number is given for it.</summary>
    private static ListPage Event(Turn turn, RecordsQuestion asked, string scope, IReadOnlyList<ListedRecord> found)
    {
        var meant = asked.Keyword is { } keyword ? found.Where(record => Mentions(record.Record.What, keyword)).ToList() : [.. found];
        if (asked.Keyword is not null && meant.Count == 0)
        {
            return new ListPage($"{scope}：没有写着“{asked.Keyword}”的记录", [.. found.Take(Paged.Size).Select(record => EventLine(turn, record))])
            {
                Hints = found.Count == 0 ? [] : [$"这段时间一共 {found.Count} 条，上面列出了{(found.Count > Paged.Size ? $"前 {Paged.Size} 条" : "全部")}。"],
            };
        }

        var people = meant.Sum(PeopleOf);
        var isAid = asked.Rows.All(row => row.Id is "charity.aid" or "charity.aid_amount");
        var inHouseholds = meant.Any(record => record.Record.What.Persons.Count == 0);
        var reached = people == 0 ? "" : isAid ? $"发给 {people} {(inHouseholds ? "户" : "人")}，" : $"{people} 人，";
        var paged = Paged.Of(turn, meant, asked.Page, "条");
        var name = asked.Keyword is null ? "" : $"“{asked.Keyword}”";
        return new ListPage($"{scope}{name}：{reached}共 {meant.Count} 次", [.. paged.Shown.Select(record => EventLine(turn, record))]) { Hints = paged.Notes, Actions = turn.Message.IsGroup ? [] : paged.Next, Items = ItemsOf(paged.Shown) };
    }

    private static IEnumerable<string> Notes(RecordsQuestion asked, FactFilter? only, IReadOnlyList<ListedRecord> found)
    {
        var isShared = found.Any(record => record.Record.What.Persons.Count > 1);
        foreach (var note in (IEnumerable<string>)[.. QuestionNotes.OfPart(asked, only?.Persons is { Count: 0 }, isShared), .. QuestionNotes.Of(asked.Corrections)])
        {
            yield return note;
        }
    }

    public static IReadOnlyList<ListItem> ItemsOf(IEnumerable<ListedRecord> shown) => [.. shown.Select(record => new ListItem.OfRecord(record.Record.Number))];

    private static string Line(Turn turn, ListedRecord record) => RecordLine.Of(turn.Catalog, record, !turn.Message.IsGroup);

    /// <summary>With what was given, how many, and, where residents may be named, what is told of it.</summary>
    private static string EventLine(Turn turn, ListedRecord record)
    {
        var what = record.Record.What;
        var isAid = what.Indicator.StartsWith("charity.aid", StringComparison.Ordinal);
        string?[] parts =
        [
            turn.Message.IsGroup ? null : what.Name,
            PeopleOf(record) is > 0 and var people ? $"{people} {(isAid && what.Persons.Count == 0 ? "户" : "人")}" : null,
            what.Fen > 0 ? Amount.Of(what.Fen.Value, Amount.Yuan) : null,
            turn.Message.IsGroup ? null : Short(what.Details.GetValueOrDefault(RecordDetails.Goods)),
            turn.Message.IsGroup ? null : Short(what.Content),
        ];
        return $"{RecordLine.Of(turn.Catalog, record.Record.Number, what.Indicator, what.Date, "")} {string.Join('，', parts.Where(part => !string.IsNullOrEmpty(part)))}".TrimEnd();
    }

    private static int PeopleOf(ListedRecord record) => Math.Max(record.Record.What.People ?? 0, record.Record.What.Persons.Count);

    private static string? Short(string? text) => text is null || text.Length <= MostCharacters ? text : $"{text[..MostCharacters]}…";

    /// <summary>米面油 is told too by 米20袋、面20袋、油20桶: every sign of a short word stands there.</summary>
    internal static bool Mentions(RecordDraft what, string keyword)
    {
        var text = string.Join('\n', (IEnumerable<string?>)[what.Name, what.Content, .. what.Details.Values]);
        return text.Contains(keyword, StringComparison.Ordinal) || (keyword.Length is > 1 and <= LongestOfSigns && keyword.All(sign => text.Contains(sign, StringComparison.Ordinal)));
    }

    private const int LongestOfSigns = 4;
}
