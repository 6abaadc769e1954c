using StationBot.Indicators;
using StationBot.Naming;
using StationBot.Understanding.Binding;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>What is asked back when a sentence was not understood. Each choice is a sentence that the reader understands.</summary>
internal static class UnclearTexts
{
    private static readonly string[] CommonQuestions = ["本月关爱帮扶还差几次", "本月资源链接还差几次", "本季度跟踪回访还差几次", "本月还差哪些"];

    public static Unclear NoSuchDay(Sentence sentence, string typed) =>
        new(Understood(sentence, RowBinder.Bind(sentence)), $"没有「{typed}」这一天，是哪天？", []);

    public static Unclear RowsDontMatch(Sentence sentence) =>
        new("", "这几个词合不成一项指标，问的是哪一项？", CommonQuestions) { IsLost = true };

    public static Unclear Unread(Sentence sentence, string unread, StatusAsk ask, RowSet? rows) =>
        IsAddress(unread) ? NobodyOfName(unread)
        : Ask(sentence, ask, rows) is { Length: > 0 } choices
            ? new(Understood(sentence, rows), $"没看懂「{unread}」，是问下面这个吗？", choices) { IsLost = true }
            : WhichRows(sentence, ask) with { Missing = $"没看懂「{unread}」，问的是哪一项指标？", IsLost = true };

    /// <summary>李奶奶 of whom no roster tells.</summary>
    private static Unclear NobodyOfName(string name) => new("", $"名单里没有「{name}」，说全名试试，或者先把人加进名单。", [$"查{name}", "新增人员"]) { IsLost = true };

    private static bool IsAddress(string text) => text.Length is 3 or 4 && FormOfAddress.All.Any(form => !form.StandsBefore && form.NameIn(text) is { Length: > 0 });

    /// <param name="instead">What may follow the period and the rows, to ask something of that kind.</param>
    public static Unclear Unread(Sentence sentence, string unread, string instead, RowSet? rows, bool withPeriod = true) =>
        new(Understood(sentence, rows), $"没看懂「{unread}」，是问下面这个吗？", [(withPeriod && sentence.Periods is [var (_, typed)] ? typed : "") + NameOf(sentence, rows) + instead]) { IsLost = true };

    /// <summary>The end of a sentence that asks it.</summary>
    public static string NameOf(ForecastAsk ask) => ask switch
    {
        ForecastAsk.Pace => "每月要做多少才够",
        ForecastAsk.LatestStart => "最晚几号开",
        ForecastAsk.Lost => "有没有补不回来的",
        ForecastAsk.Risk => "哪些有风险",
        _ => "来得及吗",
    };

    public static string NameOf(RankBy by) => by switch
    {
        RankBy.Week => "哪周做得最多",
        RankBy.Month => "哪个月做得最多",
        RankBy.Quarter => "哪个季度做得最多",
        RankBy.Worker => "谁做得最多",
        RankBy.Village => "哪个村做得最多",
        RankBy.Row => "哪项完成得最差",
        _ => "哪个领域完成得最好",
    };

    /// <summary>It compares, or looks ahead, and says too little of what with what.</summary>
    public static Unclear OverTime(Sentence sentence, RequestFamily family, RowSet? rows)
    {
        var (period, name) = (sentence.Periods is [var (_, typed)] ? typed : "", NameOf(sentence, rows));
        return family switch
        {
            RequestFamily.Forecast => new(Understood(sentence, rows), "想看哪一样？", [$"{name}来得及吗", $"{name}每月要做多少才够", $"{name}有没有补不回来的", $"{name}哪些有风险"]) { IsLost = true },
            RequestFamily.ByMonth => new(Understood(sentence, rows), "还不能按周列，看下面的可以吗？", [$"{(period.Length == 0 ? "今年" : period)}{name}每个月做了多少", $"{period}{name}哪周做得最多", $"本周{name}做了多少"]),
            _ => new(Understood(sentence, rows), "想比什么？", [$"{name}这个月跟上个月比", $"{period}{name}哪个月做得最多", $"{period}{name}哪个领域完成得最好", $"{period}{name}谁做得最多"]) { IsLost = true },
        };
    }

    /// <param name="choices">Questions of the same kind without what is not understood.</param>
    public static Unclear Unread(string unread, IReadOnlyList<string> choices) => new("", $"没看懂「{unread}」，是问下面这个吗？", choices) { IsLost = true };

    /// <summary>The answer can't be of a part of the records.</summary>
    public static Unclear CannotNarrow(string label, IReadOnlyList<string> choices) => new("", $"还不能只看「{label}」的，看下面的可以吗？", choices) { IsLost = true };

    public static Unclear WhichRule(Sentence sentence, RowSet? rows) => rows is { Count: > 0 and < 10 }
        ? new(NameOf(sentence, rows), "想问哪方面的规定？", [NameOf(sentence, rows) + "要做几次", NameOf(sentence, rows) + "怎么算", NameOf(sentence, rows) + "要什么材料"]) { IsLost = true }
        : new("", "想问哪方面的规定？", ["关爱帮扶要做几次", "关爱帮扶怎么算", "关爱帮扶要什么材料", "10万档和20万档有什么区别"]) { IsLost = true };

    public static Unclear WhichEvidence(Sentence sentence, RowSet? rows) => rows is { Count: > 0 and < 10 }
        ? new(NameOf(sentence, rows), "想问材料的哪方面？", [NameOf(sentence, rows) + "缺哪些材料", NameOf(sentence, rows) + "要什么材料"]) { IsLost = true }
        : new("材料", "想问材料的哪方面？", ["哪些记录缺材料", "还有几条没传网站", "材料齐的有几项", "关爱帮扶要什么材料"]) { IsLost = true };

    public static Unclear WhichExport() => new("导出", "要导出哪一份？名单和照片还不能导出。", ["导出本月台账", "导出本月记录", "导出回访台账", "导出骨干名册"]) { IsLost = true };

    public static Unclear WhichFiles() => new("", "想看哪些个案或小组？", ["进行中的个案", "哪些个案停滞了", "可以结案的个案", "进行中的小组"]) { IsLost = true };

    public static Unclear WhichEdit() => new("", "要改哪一条？请说编号，例如“128号改成电话”或“修改128号”。", []) { IsLost = true };

    public static Unclear OneAtATime(IReadOnlyList<string> requests) => new("", "一次问一件事，先答哪个？", requests);

    /// <summary>Two records in one message; each choice is told by itself.</summary>
    public static Unclear OneDeedAtATime(IReadOnlyList<string> deeds) => new("", "这里说了不止一件事，一次记一件，先记哪件？", deeds);

    /// <summary>Something was done (王大爷那边弄好了), but not what.</summary>
    public static Unclear WhatWasDone(Sentence sentence, IReadOnlyList<string> persons) => persons is [var person, ..]
        ? new(person, "做了什么？", [$"回访了{person}", $"给{person}做了关爱帮扶", $"给{person}链接了资源", $"{person}的情况"]) { IsLost = true }
        : NoQuestion(sentence, RowBinder.Bind(sentence));

    /// <summary>除10月外: only rows can be left out.</summary>
    public static Unclear CannotExcept(Sentence sentence, string typed, RowSet? rows)
    {
        // 老人除外 can be said so that it is read.
        if (sentence.Tokens.Any(token => token.Typed == typed && token.Kind is WordKind.Area or WordKind.Topic or WordKind.Row))
            return new("", $"要除去「{typed}」，请这样说：除了{typed}，其他……", []);
        var ask = AskBinder.Bind(sentence, rows) ?? StatusAsk.Count;
        return new(Understood(sentence, rows, withPeriods: false), $"还不能除去「{typed}」来算，看下面的可以吗？",
            [Sentence("今年", NameOf(sentence, rows), ask), Sentence("今年每个月", NameOf(sentence, rows), ask)]);
    }

    public static Unclear SeveralPeriods(Sentence sentence, StatusAsk ask, RowSet? rows) =>
        new(Understood(sentence, rows), "一次看一段时间，先看哪段？",
            [.. sentence.Periods.Take(4).Select(period => Sentence(period.Typed, NameOf(sentence, rows), ask))]);

    public static Unclear WhichRows(Sentence sentence, StatusAsk ask)
    {
        var when = sentence.Periods is [var (_, typed)] ? typed : null;
        return new(Understood(sentence, null), "问的是哪一项指标？",
        [
            Sentence(when ?? "本月", "关爱帮扶", ask), Sentence(when ?? "本月", "资源链接", ask),
            Sentence(when ?? "本季度", "跟踪回访", ask), Sentence(when ?? "本月", "全部指标", ask),
        ]);
    }

    /// <summary>还有呢 after an answer that was shown whole.</summary>
    public static Unclear NothingMore() => new("", "上面已经全部列出了。", []);

    /// <summary>第二个, 是哪几个人 after an answer that has no such thing.</summary>
    public static Unclear NoList() => new("", "上面那个回答没有可以这样看的明细，请把要看的说全一点。", ["谁还没回访", "本月都做了啥", "进行中的个案"]);

    public static Unclear CannotRegroup(string by) => new("", $"上面那个回答不能按{by}分开看，看下面的可以吗？", ["谁做得最多", "今年每个月关爱帮扶做了多少", "本月关爱帮扶进度"]);

    public static Unclear WhichForm() => new("记录", "要记什么？", ["记走访", "记个案", "记小组", "记发放"]);

    public static Unclear JoinNeedsCode() => new("加入站点", "请连同加入码一起发，例如「加入 ABC123」。", []);

    /// <summary>撤销昨天的走访: which one is never guessed.</summary>
    public static Unclear WhichRecord(Sentence sentence) =>
        sentence.Has(WordKind.Restore)
            ? new("恢复", "恢复哪一条？可以说「恢复128号」。", ["恢复"])
            : sentence.Tokens.SkipWhile(token => token.Text != "第").Skip(1).FirstOrDefault() is { Word: not null, Kind: WordKind.Number } number && Numbers.Read(number.Text) is { Length: > 0, Value: > 0 and var value }
                ? new("撤销", $"撤销编号 {value} 的记录吗？", [$"撤销{value}号"])
                : new("撤销", "撤销哪一条？可以说「撤销128号」。", ["撤销"]);

    /// <summary>Rows or a period, or nothing at all.</summary>
    public static Unclear NoQuestion(Sentence sentence, RowSet? rows)
    {
        if (rows is null && sentence.First(WordKind.Person) is { } person)
            return new(person.Typed, "要记录还是查询？", [$"{person.Typed}的情况", "记走访", "记回访", "记关爱"]) { IsLost = true };
        if (rows is null && sentence.Periods.Count == 0)
            return new("", "没看懂，您想问哪一项？", ["帮助", .. CommonQuestions.Take(3)]) { IsLost = true };
        string[] choices = [.. Ask(sentence, StatusAsk.Remaining, rows), .. Ask(sentence, StatusAsk.Count, rows), .. Ask(sentence, StatusAsk.Progress, rows), "记走访"];
        return new(Understood(sentence, rows), "想知道什么？", choices) { IsLost = true };
    }

    /// <summary>One choice; none for what would count unlike things together.</summary>
    private static string[] Ask(Sentence sentence, StatusAsk ask, RowSet? rows) =>
        ask == StatusAsk.Count && rows is null
            ? []
            : [Sentence(sentence.Periods is [var (_, typed), ..] ? typed : "", NameOf(sentence, rows), ask)];

    private static string Sentence(string period, string rows, StatusAsk ask) => period + rows + ask switch
    {
        StatusAsk.Remaining => "还差多少",
        StatusAsk.Count => "做了多少",
        StatusAsk.Missed => "哪几个月没达标",
        StatusAsk.SessionsLeft => "还差多少节",
        StatusAsk.SessionsHeld => "做了多少节",
        StatusAsk.Money => "多少钱",
        _ => "进度",
    };

    private static string Understood(Sentence sentence, RowSet? rows, bool withPeriods = true) =>
        string.Join(' ', [.. sentence.Periods.Where(_ => withPeriods).Select(period => PeriodName.Of(period.Period)), .. rows is { Count: > 0 } ? [NameOf(sentence, rows)] : Array.Empty<string>()]);

    private static string NameOf(Sentence sentence, RowSet? rows) =>
        rows is null or { Count: 0 } ? "全部指标" : ScopeName.Of(sentence.Context.Vocabulary.Catalog, rows);
}
