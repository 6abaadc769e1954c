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

    /// <summary>假如每周多跑两户老人，年底行不行; 小李走了剩两个人做得完吗.</summary>
    public static Reading? BindWhatIf(Sentence sentence, RowSet? rows)
    {
        // Most questions hold neither a number nor a colleague.
        if (!(sentence.Has(Number, Worker, Form) || sentence.Text.AsSpan().IndexOfAny('俩', '仨') >= 0) || !sentence.Asks || sentence.Periods.Count > 1 || sentence.Has(Person))
            return null;
        if (MoreText.Match(sentence.Text) is { Success: true } more)
        {
            var number = more.Groups["number"].Value switch { "俩" => 2, "仨" => 3, var text => Numbers.Read(text).Value };
            // 多开一节 is a fifth of a case or group, and no more of them.
            var isPart = more.Value.EndsWith('节') && Visits(sentence, rows).Any(row => row.Counting == CountingRule.Sessions);
            return number is < 1 or > 1000 || isPart || UnreadBut(sentence, more) is { Length: > 0 } ? null : new ForecastQuestion(ForecastAsk.WhatIf, Visits(sentence, rows), LongestPeriod(sentence))
            {
                More = number,
                Every = more.Groups["week"].Success ? Every.Week : more.Groups["month"].Success ? Every.Month : Every.Once,
                Filters = FilterBinder.Bind(sentence),
            };
        }

        return LeavesText.Match(sentence.Text) is { Success: true } leaves && sentence.First(Worker) is { } worker && sentence.IsAbout(RequestFamily.Forecast) && UnreadBut(sentence, leaves).Length == 0
            ? new ForecastQuestion(ForecastAsk.WhatIf, rows ?? sentence.AllRows, sentence.FirstPeriod) { RowsAssumed = rows is null, Filters = [new WorkerFilter(worker.Meaning)] }
            : null;
    }

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

    private static Pattern MoreText { get; } = new("(?<week>每周|一周|每个?星期|一个?星期|每个?礼拜)?(?<month>每个?月|一个?月)?(都|再|能)?(多(跑|做|走|去|走访|回访|开|办|收|募|完成|搞|弄|干|整|加)?|(再|补)(跑|做|走|去|走访|回访|开|办|收|募|完成|搞|弄|干|整|加|补)上?)(?<number>[0-9]{1,3}|[一二两俩三仨四五六七八九十]{1,3})((?<=[俩仨])|次|户|个|家|趟|场|节|份|人|回)");

    private static Pattern LeavesText { get; } = new("(走了|走后|离职了?|辞职了?|调走了?|不干了|不在了|离开了?)(以后|之后|的话)?(，|,)?(就?剩下?(我们)?[一二两三四五六七八九0-9]个人?)?");
}
