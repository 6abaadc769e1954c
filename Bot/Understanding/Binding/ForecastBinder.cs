using System.Text.RegularExpressions;
using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Periods;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>年底来得及吗, 每月要做几次才够, 最晚几号开, 补不回来的, 每周多跑两户行不行.</summary>
internal static class ForecastBinder
{

    /// <summary>What is asked first where words of several stand in one sentence.</summary>
    private static readonly ForecastAsk[] Order = [ForecastAsk.LatestStart, ForecastAsk.Lost, ForecastAsk.Risk, ForecastAsk.Pace, ForecastAsk.Reach];

    private static readonly string[] Months = ["每月", "每个月", "一个月", "月均", "一月"];
    private static readonly string[] Weeks = ["每周", "一周", "每星期", "每个星期", "一个星期", "每礼拜", "每个礼拜", "一个礼拜", "周均"];
    private static readonly string[] Days = ["每天", "一天", "每日", "日均"];
    private static readonly string[] FromNow = ["平均", "剩下", "接下来", "往后", "余下", "剩余", "后面", "之后", "今后", "月均", "周均", "日均"];

    public static Reading? Bind(Sentence sentence, RowSet? rows)
    {
        if (sentence.Has(Person))
            return null;
        var asked = sentence.Tokens.Select(OverTimeWords.ForecastOf).OfType<ForecastAsk>().ToHashSet();
        if (asked.Count == 0 && SaysPace(sentence))
            asked.Add(ForecastAsk.Pace);
        // 来不及的有哪些 asks for what is at risk.
        if (asked.Contains(ForecastAsk.Reach) && (sentence.Has(What) || sentence.CountsRows) && sentence.Tokens.Any(token => token.Kind == AskingFamily && token.Text.Contains('不', StringComparison.Ordinal) && !token.Text.StartsWith('能')))
            asked.Add(ForecastAsk.Risk);
        var ask = Order.First(asked.Contains);
        var every = EveryOf(sentence.Text);
        if (ask == ForecastAsk.Pace && every is null)
            return null;
        // 接下来平均每个月 says again that it is about what is left.
        if (FromNow.Aggregate(sentence.Unknown, (text, word) => text.Replace(word, "", StringComparison.Ordinal)).Trim('…', '接') is { Length: > 0 } unread)
            return UnclearTexts.Unread(sentence, unread, UnclearTexts.NameOf(ask), rows);
        if (sentence.Periods.Count > 1)
            return null;
        rows ??= RowsOfMoney(sentence);
        if (ask == ForecastAsk.LatestStart && rows is null)
            rows = sentence.AllRows.Only(sentence.AllRows.Where(row => row.Counting == CountingRule.Sessions));
        return new ForecastQuestion(ask, rows ?? sentence.AllRows, DaysOf(sentence, ask, rows))
        {
            RowsAssumed = rows is null,
            Every = every ?? Every.Month,
            Filters = FilterBinder.Bind(sentence),
        };
    }

    /// <summary>那一万块年底凑得齐吗: money is raised; null where no such sum was said.</summary>
    public static RowSet? RowsOfMoney(Sentence sentence) =>
        sentence.Tokens.Zip(sentence.Tokens.Skip(1)).Any(pair => pair.First.Kind == Number && Numbers.Read(pair.First.Text).Value >= SmallestSum && pair.Second.Text is "块" or "元" or "块钱")
            ? sentence.AllRows.Only(sentence.AllRows.Where(row => row.Counting == CountingRule.Money))
            : null;

    private const int SmallestSum = 1000;

    /// <summary>往后每个月 is about what is left of the year; 月底 is when the month ends, as 年底 is the year.</summary>
    public static Period? DaysOf(Sentence sentence, ForecastAsk ask, RowSet? rows)
    {
        if (sentence.FirstPeriod is not { } days)
            return null;
        var clock = new PeriodClock(DateOnly.FromDateTime(sentence.Context.Now), sentence.Context.ProjectYears);
        if (ask == ForecastAsk.Pace && days.First == clock.Today)
            return null;
        var month = Indicators.Period.MonthOf(days.Last);
        if (days.Last != month.Last || days.Last < clock.Today || !month.Contains(days.First) || !sentence.Tokens.Any(token => token is { Kind: WordKind.Period, Period.Grain: Grain.Part } && token.Period.Period == days))
            return days;
        return month.Contains(clock.Today) || rows?.All(row => row.Assessment == Assessment.Month) == true ? month : clock.Until(month.Last);
    }

    /// <summary>Without 才够: 接下来平均每个月要做几个.</summary>
    public static bool SaysPace(Sentence sentence) =>
        sentence.Has(HowMany, AskingFamily) && EveryOf(sentence.Text) is not null
        && (sentence.Tokens.Any(token => OverTimeWords.ForecastOf(token) == ForecastAsk.Pace) || (FromNow.Any(sentence.Text.Contains) && SaysOught(sentence)));

    /// <summary>平均每月做了几次 asks for what was done.</summary>
    private static bool SaysOught(Sentence sentence) =>
        sentence.Has(Must) || RuleBinder.IsOught(sentence) || sentence.Text.Contains('要', StringComparison.Ordinal) || sentence.Text.Contains('需', StringComparison.Ordinal) || sentence.Text.Contains('该', StringComparison.Ordinal);

    /// <summary>假如每周多跑两户老人，年底行不行; 每月募一千够不够; 小李走了剩两个人做得完吗; 停工一周来得及吗.</summary>
    public static Reading? BindWhatIf(Sentence sentence, RowSet? rows)
    {
        // Most questions hold neither a number nor a colleague.
        if (!(sentence.Has(Number, Worker, Form) || sentence.Text.AsSpan().IndexOfAny("俩仨停") >= 0) || !sentence.Asks || sentence.Has(Person))
            return null;
        var supposes = WhatIfWords.Supposes.IsMatch(sentence.Text);
        // 十月开两个，年底够不够: when it begins, and when it is to be enough.
        if (sentence.Periods.Count > (supposes || sentence.IsAbout(RequestFamily.Forecast) ? 2 : 1))
            return null;
        return MoreMoney(sentence, rows, supposes) ?? More(sentence, rows, WhatIfWords.More, instead: false) ?? (supposes ? More(sentence, rows, WhatIfWords.Rate, instead: true) : null) ?? Away(sentence, rows, supposes) ?? Leaves(sentence, rows);
    }

    private static ForecastQuestion? More(Sentence sentence, RowSet? rows, Pattern pattern, bool instead)
    {
        if (pattern.Match(sentence.Text) is not { Success: true } more)
            return null;
        var number = more.Groups["number"].Value switch { "俩" => 2, "仨" => 3, var text => Numbers.Read(text).Value };
        var (visits, every) = (Visits(sentence, rows), EveryOf(more));
        // 多开一节 is a fifth of a case or group.
        var inSessions = more.Value.EndsWith('节') && visits.All(row => row.Counting == CountingRule.Sessions);
        var isPart = more.Value.EndsWith('节') && !inSessions && visits.Any(row => row.Counting == CountingRule.Sessions);
        return number is < 1 or > 1000 || isPart || UnreadBut(sentence, more) is { Length: > 0 } ? null : new ForecastQuestion(ForecastAsk.WhatIf, visits, LongestPeriod(sentence))
        {
            More = number,
            Instead = instead,
            InSessions = inSessions,
            Every = every,
            From = BeginOf(sentence, every),
            Filters = FilterBinder.Bind(sentence),
        };
    }

    /// <summary>每月募一千, 再募三千块.</summary>
    private static ForecastQuestion? MoreMoney(Sentence sentence, RowSet? rows, bool supposes)
    {
        if (WhatIfWords.Money.Match(sentence.Text) is not { Success: true } money || !(supposes || sentence.IsAbout(RequestFamily.Forecast)))
            return null;
        var every = EveryOf(money);
        var isMore = money.Groups["more"].Success;
        var raised = (rows ?? sentence.AllRows).Where(row => row.Counting == CountingRule.Money).ToList();
        return raised.Count == 0 || (every == Every.Once && !isMore) || UnreadBut(sentence, money).Length > 0 ? null : new ForecastQuestion(ForecastAsk.WhatIf, sentence.AllRows.Only(raised), LongestPeriod(sentence))
        {
            More = Amounts.Read(money.Groups["money"].ValueSpan).Fen,
            Instead = !isMore,
            Every = every,
            From = BeginOf(sentence, every),
        };
    }

    /// <summary>小王要是请一个月假, 停工一周.</summary>
    private static ForecastQuestion? Away(Sentence sentence, RowSet? rows, bool supposes)
    {
        if (WhatIfWords.Away.Match(sentence.Text) is not { Success: true } away || !(supposes || sentence.IsAbout(RequestFamily.Forecast)) || UnreadBut(sentence, away).Length > 0)
            return null;
        var days = away.Groups["unit"].Value switch { "天" => 1, "" or "个月" => 30, _ => 7 };
        var count = away.Groups["n"] is { Success: true } number ? Numbers.Read(number.ValueSpan).Value : 1;
        return count is < 1 or > 100 ? null : new ForecastQuestion(ForecastAsk.WhatIf, rows ?? sentence.AllRows, LongestPeriod(sentence))
        {
            RowsAssumed = rows is null,
            Away = count * days,
            Filters = sentence.First(Worker) is { } worker ? [new WorkerFilter(worker.Meaning)] : [],
        };
    }

    private static ForecastQuestion? Leaves(Sentence sentence, RowSet? rows) =>
        WhatIfWords.Leaves.Match(sentence.Text) is { Success: true } leaves && sentence.First(Worker) is { } worker && sentence.IsAbout(RequestFamily.Forecast) && sentence.Periods.Count < 2 && UnreadBut(sentence, leaves).Length == 0
            ? new ForecastQuestion(ForecastAsk.WhatIf, rows ?? sentence.AllRows, sentence.FirstPeriod) { RowsAssumed = rows is null, Filters = [new WorkerFilter(worker.Meaning)] }
            : null;

    private static Every EveryOf(Match match) => match.Groups["week"].Success ? Every.Week : match.Groups["month"].Success ? Every.Month : Every.Once;

    /// <summary>从下月起: the first day that was said and is still to come; null where it is done once, or nothing says that it begins.</summary>
    private static DateOnly? BeginOf(Sentence sentence, Every every) =>
        every == Every.Once || !sentence.Text.AsSpan().ContainsAny("起始后")
            ? null
            : sentence.Periods.Select(said => (DateOnly?)said.Period.First).Where(first => first > DateOnly.FromDateTime(sentence.Context.Now)).Min();

    /// <summary>假如十月再开两个，今年够不够: October is when it would be done, and the year what is asked about, said or not.</summary>
    private static Period? LongestPeriod(Sentence sentence) =>
        sentence.Tokens.Where(token => token is { Kind: WordKind.Period, Period.IsInvalid: false }).Select(token => (Period?)token.Period.Period).MaxBy(period => period!.Value.Days) is { } days && days.First <= DateOnly.FromDateTime(sentence.Context.Now) ? days : null;

    /// <summary>More visits help the rows that are counted in services; a row or topic that was said is kept.</summary>
    private static RowSet Visits(Sentence sentence, RowSet? rows)
    {
        if (rows is not null && sentence.Has(WordKind.Topic, Row))
            return rows;
        var services = (rows ?? sentence.AllRows).Where(row => row.Counting == CountingRule.Services).ToList();
        return services.Count > 0 ? sentence.AllRows.Only(services) : rows ?? sentence.AllRows;
    }

    public static Every? EveryOf(string text) => Weeks.Any(text.Contains) ? Every.Week : Months.Any(text.Contains) ? Every.Month : Days.Any(text.Contains) ? Every.Day : null;

    /// <summary>What nothing explains outside of a piece that is read by its form.</summary>
    private static string UnreadBut(Sentence sentence, Match piece)
    {
        var (at, unread) = (0, "");
        foreach (var token in sentence.Tokens)
        {
            if (token.Kind is Unknown or FileDeed && !FromNow.Contains(token.Text) && (at + token.Text.Length <= piece.Index || at >= piece.Index + piece.Length))
                unread += token.Typed;
            at += token.Text.Length;
        }

        return unread;
    }
}
