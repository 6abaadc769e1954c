using System.Diagnostics;
using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.OverTime;

/// <summary>What a forecast says. Pure.</summary>
internal sealed record ForecastPage
{
    /// <summary>A longer list is summed up by tasks.</summary>
    private const int MostRows = 12;

    /// <summary>Six actions are what Teams shows (adaptive-cards.md §3).</summary>
    private const int MostDrills = 5;

    public required ForecastQuestion Question { get; init; }
    public required StatusScope Scope { get; init; }
    public required string ScopeName { get; init; }

    /// <summary>One a row of the scope.</summary>
    public required IReadOnlyList<Forecast> Forecasts { get; init; }

    /// <summary>The share of the pace that goes on without the worker who leaves.</summary>
    public required decimal Kept { get; init; }

    public required DateOnly Today { get; init; }

    public StatusPage ToPage()
    {
        var (number, listed) = Question.Ask switch
        {
            ForecastAsk.Reach => (Reach(Forecasts.Sum(one => one.Projected), Forecasts), Forecasts),
            ForecastAsk.WhatIf => (WhatIf(), Forecasts),
            ForecastAsk.Pace => (Pace(), Forecasts),
            ForecastAsk.LatestStart => (Latest(), Forecasts),
            ForecastAsk.Lost => (LostNumber(), Of(Outlook.Lost)),
            ForecastAsk.Risk => (RiskNumber(), AtRisk(Forecasts)),
            _ => throw new UnreachableException(),
        };
        var isLong = listed.Count > MostRows;
        return new StatusPage
        {
            Headline = $"{PeriodName.Of(Scope.Period)} {ScopeName}：{number}",
            Groups = listed.Count == 0 ? [] : [new StatusRows(null, [.. isLong ? listed.GroupBy(one => one.Row.Area).Select(TaskRow) : listed.Select(Row)])],
            Hints = [.. Hints(), .. isLong ? ["指标较多，以上按任务汇总。"] : Array.Empty<string>()],
            Actions = isLong
                ? [.. listed.Where(one => one.Outlook is Outlook.Behind or Outlook.Lost).Select(one => one.Row.Area.Name).Distinct().Take(MostDrills)
                    .Select(task => ActionModel.Ask($"{PeriodName.Of(Scope.Period)}{task}{UnclearAsk}"))]
                : [],
        };
    }

    private string UnclearAsk => Question.Ask switch
    {
        ForecastAsk.Pace => "每月要做多少才够",
        ForecastAsk.LatestStart => "最晚几号开",
        ForecastAsk.Lost => "有没有补不回来的",
        ForecastAsk.Risk => "哪些有风险",
        _ => "来得及吗",
    };

    private List<Forecast> Of(Outlook outlook) => [.. Forecasts.Where(one => one.Outlook == outlook)];

    /// <summary>The furthest from its target first.</summary>
    public static List<Forecast> AtRisk(IEnumerable<Forecast> forecasts) =>
        [.. forecasts.Where(one => one.Outlook == Outlook.Behind).OrderBy(one => (decimal)one.Projected / one.Standing.Target)];

    /// <summary>The unit that all rows have in common; null where rows are what can be counted.</summary>
    private string? Unit => Forecasts.Select(one => one.Row.Unit).Distinct().ToList() is [var unit] && Forecasts.All(one => one.Outlook != Outlook.NoRoster) ? unit : null;

    /// <summary><c>照现在的速度年底约完成 14/24 个，来不及</c>.</summary>
    private string Reach(long projected, IReadOnlyList<Forecast> all)
    {
        if (Settled(all) is { } settled)
        {
            return settled;
        }

        var target = all.Sum(one => one.Standing.Target);
        var expected = Unit is { } unit
            ? $"{Amount.Number(projected, unit)}/{Amount.Of(target, unit)}"
            : $"{all.Count(one => one.Outlook is Outlook.Met or Outlook.OnTrack)}/{all.Count} 项";
        return $"{Paced}{EndName}约完成 {expected}，{Verdict(all)}";
    }

    /// <summary>Where no pace has a say.</summary>
    private string? Settled(IReadOnlyList<Forecast> all) =>
        all.All(one => one.Outlook is Outlook.Met or Outlook.NoRoster) || Scope.Period.Last < Today
            ? StatusText.Remaining([.. all.Select(one => one.Standing)]) + (Scope.Period.Last < Today ? "（已经结束）" : "")
            : all.All(one => one.Outlook is Outlook.NotBegun or Outlook.NoRoster) ? "还没开始" : null;

    private string Paced => Question.Away is { } away ? $"{Question.Worker}停 {away} 天，其余照现在的速度"
        : Kept < 1 ? $"没有{Question.Worker}，照其他人的速度" : "照现在的速度";

    private string EndName => Scope.Period.Contains(Today) ? StatusText.EndOf(Scope.Period) : "到期末";

    private static string Verdict(IReadOnlyList<Forecast> all)
    {
        var lost = all.Count(one => one.Outlook == Outlook.Lost);
        var open = all.Count(one => one.Outlook == Outlook.Open);
        return lost > 0 ? $"来不及（{LostOf(all)}补不回来）"
            : all.Any(one => one.Outlook == Outlook.Behind) ? "来不及"
            : open > 0 ? $"来得及，还有 {open} 项没做"
            : "来得及";
    }

    /// <summary>3 次, or where units differ or several rows are told 2 项.</summary>
    private static string LostOf(IReadOnlyList<Forecast> all)
    {
        var lost = all.Where(one => one.Lost > 0).ToList();
        return lost.Select(one => one.Row.Unit).Distinct().ToList() is [var unit] && all.Select(one => one.Row.Unit).Distinct().Count() == 1
            ? Amount.Of(lost.Sum(one => one.Lost), unit)
            : $"{lost.Count} 项";
    }

    /// <summary>More each week fills what the pace leaves open; who leaves takes the pace with him.</summary>
    private string WhatIf()
    {
        if (Question.More is not { } more)
        {
            return Reach(Forecasts.Sum(one => one.Projected), Forecasts);
        }

        if (Settled(Forecasts) is { } settled)
        {
            return settled;
        }

        var times = Question.Every switch { Every.Once => 1, Every.Week => DaysLeft / 7, _ => MonthsLeft };
        var (begun, open) = Question.Instead
            ? (Forecasts.Sum(one => one.Standing.Target - one.Standing.Remaining), Forecasts.Sum(one => one.Recoverable))
            : (Forecasts.Sum(one => one.Projected), Forecasts.Sum(one => one.Shortfall));
        var added = Math.Min(more * times / (Question.InSessions ? CreditRules.SessionsToComplete : 1), open);
        var lost = Forecasts.Sum(one => one.Lost);
        var unit = Unit ?? "次";
        var verdict = added < open ? $"还是来不及，差 {Amount.Of(open - added, unit)}" : lost > 0 ? $"剩下的来得及，但有 {Amount.Of(lost, unit)}补不回来" : "来得及";
        var verb = unit == Amount.Yuan ? "募" : "做";
        var does = (Question.Every, Question.Instead) switch { (Every.Once, _) => "再" + verb, (_, true) => EveryName + verb, _ => EveryName + "多" + verb };
        var begins = Question.From is { } from ? $"从 {PeriodName.Of(from, Today)}起" : "";
        return $"{begins}{does} {(Question.InSessions ? $"{more} 节" : Amount.Of(more, unit))}，{EndName}约完成 {Amount.Number(begun + added, unit)}/{Amount.Of(Forecasts.Sum(one => one.Standing.Target), unit)}，{verdict}";
    }

    private string Pace()
    {
        if (Settled(Forecasts) is { } settled && settled != "还没开始")
        {
            return settled;
        }

        var every = EveryName;
        if (Forecasts.All(one => one.Recoverable <= 0))
        {
            return $"剩下的补不回来了（{LostOf(Forecasts)}）";
        }

        return Unit is { } unit
            ? $"{every}要做 {Amount.Of(Forecasts.All(one => one.Row.Assessment == Assessment.Month) && Question.Every == Every.Month ? Forecasts.Sum(Needed) : Share(Forecasts.Sum(one => one.Recoverable)), unit)}才够"
            : $"有 {Forecasts.Count(one => one.Recoverable > 0)} 项要赶";
    }

    /// <summary>Rounded up, for each of the weeks or months that are left, the one that runs among them.</summary>
    private long Share(long amount)
    {
        var times = Question.Every switch { Every.Day => Math.Max(1, DaysLeft), Every.Week => Math.Max(1, (DaysLeft + 6) / 7), _ => MonthsLeft };
        return (amount + times - 1) / times;
    }

    /// <summary>A row of the month needs its target each month, however much the others brought.</summary>
    private long Needed(Forecast one) => one.Row.Assessment == Assessment.Month && Question.Every == Every.Month
        ? one.Standing.Slices.Where(slice => slice.Period.Last >= Today).Select(slice => slice.Remaining).DefaultIfEmpty().Max()
        : Share(one.Recoverable);

    private string EveryName => Question.Every switch { Every.Day => "每天", Every.Week => "每周", _ => "每月" };

    private int DaysLeft => Scope.Period.Last.DayNumber - Begin.DayNumber + 1;

    private DateOnly Begin => new[] { Today, Scope.Period.First, Question.From ?? Today }.Max();

    private int MonthsLeft
    {
        get
        {
            var from = Begin;
            return Math.Max(1, ((Scope.Period.Last.Year - from.Year) * 12) + Scope.Period.Last.Month - from.Month + 1);
        }
    }

    private string Latest()
    {
        var open = Forecasts.Where(one => one.Standing.Remaining > 0).ToList();
        if (open.Count == 0 || Scope.Period.Last < Today)
        {
            return Settled(Forecasts)!;
        }

        var starts = open.Select(one => one.LatestStart).OfType<DateOnly>().ToList();
        return starts.Count == 0 ? $"最晚 {PeriodName.Of(EndOfDue(open[0]), Today)}做完"
            : starts.Min() < Today ? $"新开的已经来不及（最晚 {PeriodName.Of(starts.Min(), Today)}开第一节）"
            : $"最晚 {PeriodName.Of(starts.Min(), Today)}开第一节";
    }

    /// <summary>Of the month or quarter that runs, or of the next one that lacks something.</summary>
    private DateOnly EndOfDue(Forecast one) => one.Standing.Slices.FirstOrDefault(slice => slice.Period.Last >= Today && slice.Remaining > 0, one.Standing.Slices[^1]).Period.Last;

    private string LostNumber() => Of(Outlook.Lost) switch
    {
        [] => "没有补不回来的",
        [var only] when Forecasts.Count == 1 => $"有 {Amount.Of(only.Lost, only.Row.Unit)}补不回来",
        var lost => $"有 {lost.Count} 项补不回来",
    };

    private string RiskNumber() => AtRisk(Forecasts) is { Count: > 0 } risks ? $"有 {risks.Count} 项有风险" : "没有落后于进度的";

    private ProgressRow Row(Forecast one) => ProgressRow.Of(RowName.Within(one.Row, Question.Rows), StatusText.Row(one.Standing, Beside(one)), one.Standing);

    private string Beside(Forecast one) => Question.Ask switch
    {
        _ when one.Outlook is Outlook.Met or Outlook.NoRoster => "",
        ForecastAsk.Lost => $"，补不回来 {Amount.Of(one.Lost, one.Row.Unit)}{LostWhere(one)}",
        ForecastAsk.Pace => PaceOf(one),
        ForecastAsk.LatestStart => LatestOf(one),
        _ => Expected(one),
    };

    private string Expected(Forecast one) => one.Outlook switch
    {
        Outlook.OnTrack => "，来得及",
        Outlook.Open => "，做了就算",
        Outlook.NotBegun => "，还没开始",
        Outlook.Lost => $"，{Amount.Of(one.Lost, one.Row.Unit)}补不回来",
        _ => $"，照现在约 {Amount.Of(one.Projected, one.Row.Unit)}{(one.Earliest is { } end ? $"，每周一节最早 {PeriodName.Of(end, Today)}做完" : "")}",
    };

    /// <summary>（2024年3月、5月）.</summary>
    private string LostWhere(Forecast one)
    {
        var over = one.Standing.Slices.Where(slice => slice.Period.Last < Today && slice.Remaining > 0).Select(slice => PeriodName.Of(slice.Period)).ToList();
        return over.Count == 0 || one.Row.Assessment == Assessment.Year ? "" : $"（{string.Join('、', over)}）";
    }

    private string PaceOf(Forecast one)
    {
        if (one.Recoverable <= 0)
        {
            return $"，{Amount.Of(one.Lost, one.Row.Unit)}补不回来";
        }

        var (unit, every) = (one.Row.Unit, EveryName);
        var lost = one.Lost > 0 ? $"（另有 {Amount.Of(one.Lost, unit)}补不回来）" : "";
        return one.Row.Counting is not CountingRule.Money && one.Row.Assessment != Assessment.Month && Question.Every == Every.Month && one.Recoverable * 2 <= MonthsLeft
            ? $"，每 {MonthsLeft / one.Recoverable} 个月 {Amount.Of(1, unit)}{lost}"
            : $"，{every} {Amount.Of(Needed(one), unit)}{lost}";
    }

    private string LatestOf(Forecast one) => one.LatestStart is { } start
        ? start < Today ? $"，新开的已经来不及{(one.Lost > 0 ? $"，{Amount.Of(one.Lost, one.Row.Unit)}补不回来" : "")}" : $"，新开的最晚 {PeriodName.Of(start, Today)}开第一节"
        : $"，最晚 {PeriodName.Of(EndOfDue(one), Today)}";

    /// <summary><c>· 养老服务 来得及 3 项，来不及 4 项，补不回来 1 项</c>.</summary>
    private static ProgressRow TaskRow(IGrouping<TaskArea, Forecast> task)
    {
        (string Words, int Count)[] parts =
        [
            ("已达标", task.Count(one => one.Outlook == Outlook.Met)),
            ("来得及", task.Count(one => one.Outlook == Outlook.OnTrack)),
            ("随时可做", task.Count(one => one.Outlook == Outlook.Open)),
            ("来不及", task.Count(one => one.Outlook == Outlook.Behind)),
            ("补不回来", task.Count(one => one.Outlook == Outlook.Lost)),
            ("还没开始", task.Count(one => one.Outlook == Outlook.NotBegun)),
            ("没有名单", task.Count(one => one.Outlook == Outlook.NoRoster)),
        ];
        return ProgressRow.Bar(
            task.Key.Name,
            string.Join("，", parts.Where(part => part.Count > 0).Select(part => $"{part.Words} {part.Count} 项")),
            task.Count(one => one.Outlook is Outlook.Met or Outlook.OnTrack),
            task.Count());
    }

    private IEnumerable<string> Hints()
    {
        if (Scope.IsWidened)
        {
            yield return $"问的是{PeriodName.Of(Scope.Asked)}；{StatusText.AssessedBy(Scope.Rows[0].Assessment)}考核，以上按{PeriodName.Of(Scope.Period)}计算。";
        }

        if (Scope.Longer.Count > 0)
        {
            yield return $"考核期更长的 {Scope.Longer.Count} 项没有计入。";
        }

        if (Question.Ask == ForecastAsk.Risk && Of(Outlook.Lost) is { Count: > 0 } lost)
        {
            yield return $"另有 {lost.Count} 项已经补不回来{(lost.Count > 3 ? "" : "：" + string.Join('、', lost.Select(one => RowName.Of(one.Row))))}。";
        }

        if (Question.Ask != ForecastAsk.Lost && Forecasts.Any(one => one is { LatestStart: not null, Standing.Remaining: > 0 }))
        {
            yield return $"个案、小组每个 {CreditRules.SessionsToComplete} 节，按每周一节算。";
        }

        if (Question.Ask == ForecastAsk.WhatIf && Question.Worker is { } worker)
        {
            yield return Question.Away is null
                ? $"{worker}做了其中 {(1 - Kept) * 100:0}% 的记录，按其他人速度不变推算。"
                : $"按{worker}平时做的那一份推算，约少做 {(1 - Kept) * 100:0}%。";
        }
        else if (Question.Ask is ForecastAsk.Reach or ForecastAsk.Risk or ForecastAsk.WhatIf && Forecasts.Any(one => one.Outlook is Outlook.OnTrack or Outlook.Behind))
        {
            yield return Scope.Period.Contains(Today) ? $"按已过的天数和已结束的月份推算，离{StatusText.EndOf(Scope.Period)}还有 {Scope.Period.Last.DayNumber - Today.DayNumber} 天。" : "按已结束的月份推算。";
        }

        if (Question.Filters.Any(filter => filter is not WorkerFilter || Question.Ask != ForecastAsk.WhatIf))
        {
            yield return "指标是全站的，不分方式和社工，以上是全站的。";
        }

        foreach (var note in QuestionNotes.Of(Question.Corrections))
        {
            yield return note;
        }
    }
}
