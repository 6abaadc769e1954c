using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.OverTime;

/// <summary>What is most, or least: months by what was done, tasks and rows by how far they are, workers by what they did.</summary>
internal sealed class RankAnswer(Standings standings, RecordList records, StationStore stations, RosterImport roster, RecordParts parts, CardTemplates cards)
{
    /// <summary>The unit of records, where rows have none in common.</summary>
    private const string Records = "条";

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, RankQuestion asked, CancellationToken cancellation)
    {
        var station = who.Station;
        if ((asked.Period ?? asked.Implied(turn.Today, station.Years)) is not { } period || (asked.Period is null && station.YearOf(turn.Today) is null))
        {
            return YearTexts.NotToday(turn, station);
        }

        if (!YearTexts.Touches(station, period))
        {
            return YearTexts.Outside(period, station);
        }

        var facts = await standings.FactsAsync(station, asked.Rows, period, cancellation, await parts.OfAsync(who, asked, cancellation));
        var scope = $"{PeriodName.Of(period)} {ScopeName.Of(turn.Catalog, asked.Rows)}{RecordParts.Label(who, asked)}";
        var page = asked.By switch
        {
            RankBy.Week or RankBy.Month or RankBy.Quarter => ByTime(turn, asked, scope, PartsOf(asked.By, period, station, turn.Today), facts),
            RankBy.Area or RankBy.Row => ByShare(turn, asked, scope, period, facts),
            RankBy.Village => await ByVillageAsync(turn, who, asked, scope, period, facts, cancellation),
            _ => await ByWorkerAsync(turn, who, asked, scope, period, facts, cancellation),
        };
        return page.ToReply(cards);
    }

    /// <summary>The weeks, months or quarters that have begun, cut to what was asked; of the least, only those that are over, if there are any.</summary>
    private static List<Period> PartsOf(RankBy by, Period period, Station station, DateOnly today)
    {
        var parts = new List<Period>();
        foreach (var year in station.Years.Select(year => year.Period.Cut(period)).OfType<Period>())
        {
            for (var day = year.First; day <= year.Last && day <= today;)
            {
                var whole = by switch { RankBy.Week => Period.WeekOf(day), RankBy.Month => Period.MonthOf(day), _ => Period.QuarterOf(day) };
                parts.Add(whole.Cut(year)!.Value);
                day = whole.Last.AddDays(1);
            }
        }

        return parts;
    }

    private static StatusPage ByTime(Turn turn, RankQuestion asked, string scope, List<Period> parts, StationFacts facts)
    {
        var today = turn.Today;
        var isPartial = asked.IsLeast && parts.Count > 1 && parts[^1].Last >= today;
        var meant = isPartial ? parts[..^1] : parts;
        if (meant.Count == 0)
        {
            return new StatusPage { Headline = $"{scope}：还没开始", Groups = [] };
        }

        var unit = UnitOf(asked.Rows);
        var counted = meant.ConvertAll(part => (Part: part, Number: Number(asked.Rows, part, facts, unit, today)));
        var best = asked.IsLeast ? counted.Min(part => part.Number) : counted.Max(part => part.Number);
        var first = counted.Where(part => part.Number == best).Select(part => PeriodName.Of(part.Part)).ToList();
        var ordered = asked.IsLeast ? counted.OrderBy(part => part.Number) : counted.OrderByDescending(part => part.Number);
        var paged = Paged.Of(turn, [.. ordered], asked.Page, "段");
        return new StatusPage
        {
            Headline = best == 0 && !asked.IsLeast
                ? $"{scope}：还没有记录"
                : $"{scope}：{Best(asked, first, best, unit)}",
            Groups = [new StatusRows(null, [.. paged.Shown.Select(part => ProgressRow.Bare(PeriodName.Of(part.Part), Amount.Of(part.Number, unit)))])],
            Actions = paged.Next,
            Hints = [.. paged.Notes, .. isPartial ? [$"{PeriodName.Of(parts[^1])}还没结束，没有排进去。"] : meant[^1].Last >= today ? (string[])[$"{PeriodName.Of(meant[^1])}还没结束，算到今天。"] : [], .. Notes(asked, unit)],
        };
    }

    /// <summary>By the mean share of the targets that is reached; a surplus in one row covers no other.</summary>
    private static StatusPage ByShare(Turn turn, RankQuestion asked, string scope, Period period, StationFacts facts)
    {
        var known = asked.Rows.Select(row => Counter.Count(row, period, facts, turn.Today)).Where(standing => !standing.LacksRoster && standing.Target > 0).ToList();
        var groups = asked.By == RankBy.Area ? known.GroupBy(standing => standing.Row.Area.Name) : known.GroupBy(standing => RowName.Within(standing.Row, asked.Rows));
        var ranked = groups.Select(group => new Share(group.Key, (int)(group.Average(ShareOf) * 100), [.. group])).ToList();
        ranked = [.. asked.IsLeast ? ranked.OrderBy(share => share.Percent) : ranked.OrderByDescending(share => share.Percent)];
        if (ranked.Count == 0)
        {
            return new StatusPage { Headline = $"{scope}：还没有导入名单，无法计算", Groups = [] };
        }

        var first = ranked.Where(share => share.Percent == ranked[0].Percent).ToList();
        var left = asked.Rows.Count - known.Count;
        var paged = Paged.Of(turn, ranked, asked.Page, "项");
        return new StatusPage
        {
            Headline = $"{scope}：{Names([.. first.Select(share => share.Name)])}完成得{(asked.IsLeast ? "最差" : "最好")}，{first[0].Percent}%",
            Groups = [new StatusRows(null, [.. paged.Shown.Select(share => ProgressRow.Bar(share.Name, $"{share.Percent}%，{Done(share.Standings)}", share.Percent, 100))])],
            Actions = paged.Next,
            Items = asked.By == RankBy.Row ? [.. paged.Shown.Select(share => new ListItem.OfRow(share.Standings[0].Row.Id))] : [],
            Hints =
            [
                .. paged.Notes,
                .. left > 0 ? [$"{left} 项没有名单或不适用，没有排进去。"] : Array.Empty<string>(),
                .. asked.By == RankBy.Area ? ["百分比是各项完成比例的平均，多做的不算。"] : Array.Empty<string>(),
                .. Notes(asked, ""),
            ],
        };
    }

    private static decimal ShareOf(Standing standing) => (decimal)(standing.Target - standing.Remaining) / standing.Target;

    private static string Done(IReadOnlyList<Standing> standings) => standings is [var only] ? StatusText.Row(only) : StatusText.Share(standings);

    /// <summary>
    /// The lead sees everybody's; a worker the own number beside the mean (product.md §7 gives nobody else's work to see).
    /// In a group nobody's number is told but the asker's.
    /// </summary>
    private async Task<StatusPage> ByWorkerAsync(Turn turn, Membership who, RankQuestion asked, string scope, Period period, StationFacts facts, CancellationToken cancellation)
    {
        var me = who.Member.Name;
        var authors = (await RecordsAsync(who, asked, period, cancellation)).ToLookup(record => record.Worker, record => record.Record.Number);
        var names = (await stations.ActiveMembersAsync(who.Station.Id, cancellation)).Select(member => member.Name)
            .Concat(authors.Select(author => author.Key).OfType<string>()).Distinct().ToList();
        var unit = UnitOf(asked.Rows);
        var everybody = names.ConvertAll(name => (Name: name, Number: NumberOf(turn, asked, period, facts, authors[name])));
        var isLead = who.Member.Role == Role.Lead && !turn.Message.IsGroup;
        if (!isLead)
        {
            var (own, all) = (everybody.First(one => one.Name == me).Number, everybody.Sum(one => one.Number));
            return new StatusPage
            {
                Headline = $"{scope}：你 {Amount.Of(own, unit)}，人均 {Mean(all, everybody.Count, unit)}",
                Groups = [],
                Hints = [turn.Message.IsGroup ? "群聊里不排同事的名次。" : "同事各做了多少由站长查看。", .. Notes(asked, unit)],
            };
        }

        var named = asked.Workers.Select(worker => worker ?? me).ToList();
        var meant = named.Count > 1 ? everybody.FindAll(one => named.Contains(one.Name)) : everybody;
        var ordered = (asked.IsLeast ? meant.OrderBy(one => one.Number) : meant.OrderByDescending(one => one.Number)).ToList();
        var first = ordered.Where(one => one.Number == ordered[0].Number).Select(one => one.Name).ToList();
        return new StatusPage
        {
            Headline = ordered.TrueForAll(one => one.Number == 0)
                ? $"{scope}：还没有记录"
                : $"{scope}：{(first.Count == ordered.Count && first.Count > 1 ? "一样多" : Names(first) + (asked.IsLeast ? "最少" : "最多"))}，{(first.Count > 1 ? "各 " : "")}{Amount.Of(ordered[0].Number, unit)}",
            Groups = [new StatusRows(null, [.. ordered.Select(one => ProgressRow.Bare(one.Name, Amount.Of(one.Number, unit)))])],
            Hints = [.. Notes(asked, unit)],
        };
    }

    /// <summary>By where those live whom it was done for; what was done for people of two villages stands in both.</summary>
    private async Task<StatusPage> ByVillageAsync(Turn turn, Membership who, RankQuestion asked, string scope, Period period, StationFacts facts, CancellationToken cancellation)
    {
        var homes = (await roster.EverybodyAsync(who.Station.Id, cancellation)).Where(person => person.Community.Length > 0).ToDictionary(person => person.Id!.Value, person => person.Community);
        var done = (await RecordsAsync(who, asked, period, cancellation))
            .SelectMany(record => record.Record.What.Persons, (record, person) => (record.Record.Number, Village: person.Id is { } id ? homes.GetValueOrDefault(id) : null))
            .ToLookup(one => one.Village, one => one.Number);
        var unit = UnitOf(asked.Rows);
        var villages = homes.Values.Distinct().Order(StringComparer.Ordinal).Select(name => (Name: name, Number: NumberOf(turn, asked, period, facts, done[name]))).ToList();
        if (villages.Count == 0)
        {
            return new StatusPage { Headline = $"{scope}：名单里没有登记村（社区），排不了", Groups = [] };
        }

        var ordered = (asked.IsLeast ? villages.OrderBy(one => one.Number) : villages.OrderByDescending(one => one.Number)).ToList();
        var first = ordered.Where(one => one.Number == ordered[0].Number).Select(one => one.Name).ToList();
        var paged = Paged.Of(turn, ordered, asked.Page, "个村（社区）");
        return new StatusPage
        {
            Headline = ordered.TrueForAll(one => one.Number == 0) ? $"{scope}：还没有记录" : $"{scope}：{Best(asked, first, ordered[0].Number, unit)}",
            Groups = [new StatusRows(null, [.. paged.Shown.Select(one => ProgressRow.Bare(one.Name, Amount.Of(one.Number, unit)))])],
            Actions = paged.Next,
            Hints = [.. paged.Notes, "按服务对象住的村（社区）算，没有登记姓名的不在内。", .. Notes(asked, unit)],
        };
    }

    private Task<IReadOnlyList<ListedRecord>> RecordsAsync(Membership who, RankQuestion asked, Period period, CancellationToken cancellation) =>
        records.ReadAsync(who.Station.Id, new RecordSelection([.. asked.Rows.SelectMany(CreditRules.SourcesOf).Distinct()], period), cancellation);

    private static long NumberOf(Turn turn, RankQuestion asked, Period period, StationFacts facts, IEnumerable<long> numbers)
    {
        var part = numbers.ToHashSet();
        return Number(asked.Rows, period, facts with { Facts = [.. facts.Facts.Where(fact => part.Contains(fact.Number))] }, UnitOf(asked.Rows), turn.Today);
    }

    private static string Mean(long all, int workers, string unit) => unit == Amount.Yuan
        ? Amount.Of(all / workers, unit)
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(decimal)all / workers:0.#} {unit}");

    private static string UnitOf(RowSet rows) => rows.Select(row => row.Unit).Distinct().ToList() is [var unit] ? unit : Records;

    private static long Number(RowSet rows, Period days, StationFacts facts, string unit, DateOnly today) => unit == Records
        ? rows.SelectMany(row => CreditRules.FactsOf(row, days, facts)).DistinctBy(fact => fact.Number).Count()
        : rows.Sum(row => Counter.Count(row, days, facts, today).Counted);

    /// <summary><c>红旗村最多，2 次</c>.</summary>
    private static string Best(RankQuestion asked, IReadOnlyList<string> first, long number, string unit) =>
        $"{Names(first)}{(asked.IsLeast ? "最少" : "最多")}，{(first.Count > 1 ? "各 " : "")}{Amount.Of(number, unit)}";

    /// <summary>Of those that share a place, the first three.</summary>
    internal static string Names(IReadOnlyList<string> names) => names.Count <= 3 ? string.Join('、', names) : $"{string.Join('、', names.Take(3))}等 {names.Count} 个";

    private static IEnumerable<string> Notes(RankQuestion asked, string unit)
    {
        if (unit == Records)
        {
            yield return "单位不同的指标按记录条数算。";
        }

        foreach (var note in QuestionNotes.Of(asked.Corrections))
        {
            yield return note;
        }
    }

    private sealed record Share(string Name, int Percent, IReadOnlyList<Standing> Standings);
}
