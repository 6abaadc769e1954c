using System.Globalization;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.People;

/// <summary>Who of the roster still misses something. The number for everybody, the names only in a personal chat.</summary>
internal sealed class PeopleListAnswer(RosterImport roster, PersonRecords records, Standings standings, CardTemplates cards)
{
    public const int PageSize = 12;

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, PeopleQuestion asked, CancellationToken cancellation)
    {
        var station = who.Station;
        if (station.YearOf(asked.Period?.First ?? turn.Today) is not { } year)
        {
            return Replies.Plain("这段时间不在项目年度内。");
        }

        var rows = RowsOf(turn.Catalog, asked);
        var period = PeriodOf(asked, year.Period, turn.Today);
        var mode = asked.Mode is null ? (ServiceMode?)null : Enum.Parse<ServiceMode>(RecordForms.Modes.First(choice => choice.Title == asked.Mode).Value);
        var everybody = await roster.EverybodyAsync(station.Id, cancellation);
        var known = new Known(
            turn.Today,
            period,
            [.. everybody.Where(person => person.Areas.Count > 0 && (asked.Tag is null || person.Tags.Any(tag => tag.Contains(asked.Tag, StringComparison.Ordinal))))],
            await records.LastContactsAsync(station.Id, asked.Ask == PeopleAsk.NotContacted ? mode : null, cancellation: cancellation),
            await standings.FactsAsync(station, rows, period, cancellation));
        var scope = ScopeName.Of(turn.Catalog, rows) + (asked.Tag is null ? "" : $"（{asked.Tag}）");
        var list = asked.Ask switch
        {
            _ when everybody.All(person => person.Areas.Count == 0) => new PeopleList($"{PeriodName.Of(period)} {scope}：还没有导入名单，无法计算", []),
            PeopleAsk.ToRevisit => ToRevisit(known, rows, scope),
            PeopleAsk.NotRevisited => NotRevisited(known, rows, scope),
            PeopleAsk.NotSurveyed => NotReached(known, rows, $"{PeriodName.Of(period)} {scope}", "调研", _ => true),
            PeopleAsk.WithoutNeeds => NotReached(known, rows, $"{PeriodName.Of(period)} {scope}", "收集", fact => fact.HasNeeds),
            PeopleAsk.NotContacted => NotContacted(known, asked, turn.Catalog),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return turn.Message.IsGroup ? Replies.Plain(list.Headline) : Show(turn, list, asked.Page);
    }

    private static IReadOnlyList<Indicator> RowsOf(Catalog catalog, PeopleQuestion asked) => asked switch
    {
        { Ask: PeopleAsk.NotContacted, RowsAssumed: false, Rows: var rows } when rows.Any(row => row.Area.IsDomain) => [.. rows.Where(row => row.Area.IsDomain)],
        { Ask: PeopleAsk.NotContacted } => [.. catalog.Domains.SelectMany(area => catalog.InArea(area.Id))],
        _ => asked.Rows,
    };

    /// <summary>Revisits are judged by the quarter, the rest by the year; how long ago somebody was met, today.</summary>
    private static Period PeriodOf(PeopleQuestion asked, Period year, DateOnly today) => asked.Ask switch
    {
        PeopleAsk.NotRevisited => Period.QuarterOf(asked.Period?.First ?? today).Cut(year)!.Value,
        PeopleAsk.NotSurveyed or PeopleAsk.WithoutNeeds => year,
        _ => Period.Day(today),
    };

    private static PeopleList ToRevisit(Known known, IReadOnlyList<Indicator> rows, string scope)
    {
        var flagged = known.Listed(rows, known.Today).Where(person => person.Revisit).ToList();
        return new PeopleList($"{PeriodName.Of(known.Period)} {scope}：名单里需回访 {flagged.Count} 人", known.ByContact(flagged));
    }

    private static PeopleList NotRevisited(Known known, IReadOnlyList<Indicator> rows, string scope)
    {
        var flagged = known.Listed(rows, known.Period.Last).Where(person => person.Revisit).ToList();
        var reached = known.Facts.Facts.Where(fact => known.Period.Contains(fact.Date)).SelectMany(fact => fact.Persons).ToHashSet();
        var open = flagged.FindAll(person => !reached.Contains(person.Id!.Value));
        var headline = flagged.Count == 0 ? "名单里没有标记需回访的人" : open.Count == 0 ? $"{flagged.Count} 人都回访过了" : $"还有 {open.Count} 人未回访";
        return new PeopleList($"{PeriodName.Of(known.Period)} {scope}：{headline}", known.ByContact(open));
    }

    /// <summary>Persons by row, as the row counts them: somebody on two lists is to be surveyed for each.</summary>
    private static PeopleList NotReached(Known known, IReadOnlyList<Indicator> rows, string scope, string verb, Func<Fact, bool> counts)
    {
        var asOf = Counter.AsOf(known.Period, known.Today);
        var lines = new List<string>();
        var persons = new HashSet<long>();
        foreach (var row in rows)
        {
            var reached = CreditRules.FactsOf(row, known.Period, known.Facts).Where(counts).SelectMany(fact => fact.Persons).ToHashSet();
            var open = known.Listed([row], asOf).Where(person => !reached.Contains(person.Id!.Value)).ToList();
            persons.UnionWith(open.Select(person => person.Id!.Value));
            lines.AddRange(open.Select(person => $"· {person.Label}{(rows.Count > 1 ? row.Area.Name : "")}"));
        }

        var more = lines.Count > persons.Count ? $"，分领域共 {lines.Count} 份" : "";
        return new PeopleList($"{scope}：{(lines.Count == 0 ? $"名单里的人都{verb}过了" : $"还有 {persons.Count} 人未{verb}{more}")}", lines);
    }

    private static PeopleList NotContacted(Known known, PeopleQuestion asked, Catalog catalog)
    {
        var rows = RowsOf(catalog, asked);
        var open = known.Listed(rows, known.Today).Where(person => known.DaysSince(person) > asked.Days).ToList();
        var scope = rows.Select(row => row.Area).Distinct().ToList() is var areas && areas.Count == catalog.Domains.Count ? "名单" : string.Join('、', areas.Select(area => area.Name));
        var part = string.Concat(asked.Tag is null ? "" : $"（{asked.Tag}）", asked.Mode is null ? "" : $"（{asked.Mode}）");
        return new PeopleList($"{PeriodName.Of(known.Period)} {scope}{part}：{open.Count} 人超过 {asked.Days} 天未联系", known.ByContact(open));
    }

    private Reply Show(Turn turn, PeopleList list, int page)
    {
        var from = Math.Max(0, page - 1) * PageSize;
        var shown = list.Lines.Skip(from).Take(PageSize).ToList();
        var rest = list.Lines.Count - from - shown.Count;
        string[] notes = list.Lines.Count > PageSize ? [$"共 {list.Lines.Count} 人，以上是第 {from + 1} 到 {from + shown.Count} 人。"] : [];
        return new Reply
        {
            Text = string.Join('\n', [list.Headline, .. shown, .. notes]),
            Card = cards.Fill(
                "person",
                new PersonModel
                {
                    Title = list.Headline,
                    List = shown,
                    Notes = notes,
                    Actions =
                    [
                        .. rest > 0 ? [new ActionModel($"看后面 {Math.Min(rest, PageSize)} 人", ActionModel.Ask(Sentence(turn, page + 1)).Data)] : Array.Empty<ActionModel>(),
                        ActionModel.OpenForm("记走访", RecordForms.VisitId),
                    ],
                },
                CardJson.Default.PersonModel),
            CardStandsAlone = true,
        };
    }

    /// <summary>The same question, of another page.</summary>
    private static string Sentence(Turn turn, int page)
    {
        var asked = turn.Message.Action is AskAgain again ? again.Text : turn.Message.Text;
        return $"{PeopleQuestion.WithoutPage(asked).TrimEnd()} 第{page.ToString(CultureInfo.InvariantCulture)}页";
    }

    private sealed record PeopleList(string Headline, IReadOnlyList<string> Lines);

    /// <param name="Roster">Everybody on any list, now or before.</param>
    /// <param name="Contacts">The last day of each.</param>
    private sealed record Known(DateOnly Today, Period Period, IReadOnlyList<RosterEntry> Roster, IReadOnlyDictionary<long, DateOnly> Contacts, StationFacts Facts)
    {
        public IEnumerable<RosterEntry> Listed(IReadOnlyList<Indicator> rows, DateOnly day) =>
            Roster.Where(person => person.Counted is var counted && counted.IsActive(day) && rows.Any(row => CreditRules.IsListed(counted, row)));

        public int DaysSince(RosterEntry person) => Contacts.TryGetValue(person.Id!.Value, out var last) ? Today.DayNumber - last.DayNumber : int.MaxValue;

        /// <summary><c>· 李桂兰（红旗村）82 天未联系</c>, the longest first.</summary>
        public IReadOnlyList<string> ByContact(IEnumerable<RosterEntry> persons) =>
        [
            .. persons.OrderByDescending(DaysSince).ThenBy(person => person.Id)
                .Select(person => $"· {person.Label}{PersonTexts.Contact(Contacts.TryGetValue(person.Id!.Value, out var last) ? last : null, Today)}"),
        ];
    }
}
