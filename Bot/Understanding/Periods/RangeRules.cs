using StationBot.Indicators;

namespace StationBot.Understanding.Periods;

/// <summary>从7月到现在, 9月1号到15号, 截至8月底, 春节以来, 国庆前, 最近30天, 年初至今.</summary>
internal static class RangeRules
{
    private static readonly string[] Now =
        ["现在为止", "目前为止", "今天为止", "今为止", "现在", "目前", "今天", "今日", "今", "这会儿", "这会", "如今", "眼下", "当下", "此刻", "这阵儿", "这阵"];

    private static readonly string[] SoFarWords =
    [
        "截至目前为止", "截止目前为止", "截至目前", "截止目前", "目前为止", "迄今为止", "迄今", "至今",
        "开年以来", "开年到现在", "年初以来", "年初到", "年初至",
    ];

    private static readonly string[] LastWords =
    [
        "最近这", "最近的", "最近", "近来", "近期", "近", "过去的", "过去", "这段时间", "这阵子", "这几天", "前几天", "这", "前",
    ];

    /// <summary>近俩月; 近2月 is February.</summary>
    private static readonly (string, int)[] Few = [("俩", 2), ("两", 2), ("仨", 3)];

    private static readonly string[] UntilWords = ["截至到", "截止到", "截至", "截止", "直到", "到", "至"];

    /// <summary>The length of what joins the two ends of a range.</summary>
    public static int Link(ReadOnlySpan<char> text) => Prefix.Any(text, "一直到", "到了", "到", "至", "--", "-", "~", "—", "–");

    /// <summary>Expressions that begin with a word of their own.</summary>
    public static PeriodMatch Read(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var match = ReadLast(text, clock);
        if (match.Found)
            return match;
        var sofar = Prefix.Any(text, SoFarWords);
        if (sofar > 0)
            return ReadSoFar(text, sofar, clock);
        var until = Prefix.Any(text, UntilWords);
        return until > 0 ? ReadUntil(text, until, clock) : ReadFrom(text, clock);
    }

    /// <summary>What makes a longer span of a period: 到15号, 以来, 前.</summary>
    public static PeriodMatch Extend(PeriodMatch start, ReadOnlySpan<char> rest, PeriodClock clock)
    {
        var since = Prefix.Any(rest, "以来", "至今", "到现在", "到目前", "到今天", "开始", "起");
        if (since > 0)
        {
            since += Prefix.Any(rest[since..], "为止", "到现在", "到目前", "至今");
            return new(start.Length + since, clock.Since(start.Period), Grain.Span);
        }

        var around = Prefix.Any(rest, "前后");
        if (around > 0)
        {
            var days = new Period(start.Period.First.AddDays(-3), start.Period.Last.AddDays(3));
            return new(start.Length + around, days, Grain.Span) { IsUncertain = true };
        }

        var before = Prefix.Any(rest, "之前", "以前", "前");
        if (before > 0 && !SetsOut(rest, start))
            return new(start.Length + before, Before(start, clock), Grain.Span);
        var after = Prefix.Any(rest, "之后", "以后", "过后", "后");
        if (after > 0 && start.Grain is Grain.Festival or Grain.Day)
            return new(start.Length + after, After(start.Period.Last.AddDays(1), clock), Grain.Span);
        var link = Link(rest);
        return link > 0 ? ReadEnd(start, link, rest[link..], clock) : start;
    }

    /// <summary>9月12日前往李奶奶家, 昨天前去: somebody went there.</summary>
    private static bool SetsOut(ReadOnlySpan<char> rest, PeriodMatch start) => Prefix.Any(rest, "前往") > 0 || (start.Grain == Grain.Day && Prefix.Any(rest, "前去", "前来") > 0);

    /// <summary>月底前 means the month; 8月底前 ends with it, as 截至8月底 does; 国庆前 from today on; what is over counts from the beginning of its year.</summary>
    private static Period Before(PeriodMatch limit, PeriodClock clock)
    {
        var (first, last) = limit.Period;
        // 元旦前, said in September, is the coming one: before the last one nothing was done this year.
        if (limit.Grain == Grain.Festival && first <= clock.ThisYear.First)
            first = first.AddYears(1);
        if (limit.Grain == Grain.Part && last == Period.MonthOf(last).Last && (limit.IsNamed || last < clock.Today))
            return clock.Until(last);
        if (limit.Grain == Grain.Part && last >= clock.Today)
            return new Period(last.AddDays(1).AddMonths(-1) is var month && first < month ? first : month, last);
        return first > clock.Today ? new Period(clock.Today, first.AddDays(-1)) : clock.Until(first.AddDays(-1));
    }

    /// <summary>Up to today, or to the end of the year when it has not begun.</summary>
    private static Period After(DateOnly first, PeriodClock clock) => new(first, first <= clock.Today ? clock.Today : clock.YearOf(first).Last);

    private static PeriodMatch ReadEnd(PeriodMatch start, int link, ReadOnlySpan<char> rest, PeriodClock clock)
    {
        var length = start.Length + link;
        var from = start.Period.First;
        var now = Prefix.Any(rest, Now);
        if (now > 0)
            return new(length + now, clock.Since(start.Period), Grain.Span);

        // 9月1号到15号: the second end stands in the month of the first.
        if (start.Grain == Grain.Day && DayRules.DayNumber(rest, out var day) is > 0 and var dayLength)
        {
            var end = PeriodMatch.Day(length + dayLength, from.Year, from.Month, day);
            return end.IsInvalid ? end : Between(end.Length, from, end.Period.Last, start);
        }

        // 这周一到周五: a bare weekday stands in the week of the first end.
        if (start.Grain == Grain.Day && DayRules.ReadWeekday(rest, clock) is { Found: true } weekday && WeekRules.Which(rest).Length == 0)
        {
            var offset = weekday.Period.First.DayNumber - Period.WeekOf(weekday.Period.First).First.DayNumber;
            return Between(length + weekday.Length, from, Period.WeekOf(from).First.AddDays(offset), start);
        }

        var second = PeriodReader.ReadPlain(rest, clock);
        if (!second.Found)
            return start;
        if (second.IsInvalid)
            return second.Longer(length);
        var last = second.Period.Last;
        return Between(length + second.Length, from, last < from ? last.AddYears(1) : last, start);
    }

    private static PeriodMatch Between(int length, DateOnly first, DateOnly last, PeriodMatch start) =>
        last < first ? start : new(length, new Period(first, last), Grain.Span);

    private static PeriodMatch ReadSoFar(ReadOnlySpan<char> text, int length, PeriodClock clock)
    {
        if (text[length - 1] is '到' or '至' && text[..length].StartsWith("年初"))
        {
            var now = Prefix.Any(text[length..], Now);
            if (now == 0)
                return default;
            length += now;
        }

        return new(length, clock.Until(clock.Today), Grain.Span);
    }

    private static PeriodMatch ReadUntil(ReadOnlySpan<char> text, int until, PeriodClock clock)
    {
        var rest = text[until..];
        var now = Prefix.Any(rest, Now);
        if (now > 0)
            return new(until + now, clock.Until(clock.Today), Grain.Span);
        var end = PeriodReader.ReadPlain(rest, clock);
        if (!end.Found || end.IsInvalid)
            return end.Found ? end.Longer(until) : default;
        var length = until + end.Length;
        length += Prefix.Any(text[length..], "为止", "止", "之前", "以前", "前");
        return new(length, clock.Until(end.Period.Last), Grain.Span);
    }

    private static PeriodMatch ReadFrom(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var from = Prefix.Any(text, "自从", "打从", "自打", "从", "自", "打");
        if (from == 0)
            return default;
        var start = PeriodReader.ReadPlain(text[from..], clock);
        if (!start.Found || start.IsInvalid)
            return start.Found ? start.Longer(from) : default;
        var whole = Extend(start, text[(from + start.Length)..], clock);
        return whole.Length == start.Length && start.Grain != Grain.Span ? new(from + start.Length, clock.Since(start.Period), Grain.Span) : whole.Longer(from);
    }

    /// <summary>最近30天, 近三个月, 过去两周; N days include today.</summary>
    private static PeriodMatch ReadLast(ReadOnlySpan<char> text, PeriodClock clock)
    {
        var word = Prefix.Any(text, LastWords);
        if (word == 0)
            return default;
        var match = ReadLast(text, word, clock);
        return match is { Found: true, Grain: Grain.Span } && match.Length > word ? match.Longer(Prefix.Any(text[match.Length..], "以来", "来")) : match;
    }

    private static PeriodMatch ReadLast(ReadOnlySpan<char> text, int word, PeriodClock clock)
    {
        var rest = text[word..];
        var today = clock.Today;
        var (length, count) = Prefix.NumberThen(rest, 1, 400, "天", "日");
        if (length > 0)
            return Last(word + length, today.AddDays(1 - count));
        (length, count) = Prefix.NumberThen(rest, 1, 60, "个星期", "个礼拜", "个周", "星期", "礼拜", "周");
        if (length > 0)
            return Last(word + length, today.AddDays(1 - (7 * count)));
        (length, count) = Prefix.NumberThen(rest, 1, 36, "个月", "月");
        if (length > 0 && rest[length - 2] == '个')
            return text[0] == '前' ? MonthsBefore(word + length, count, today) : Last(word + length, today.AddMonths(-count).AddDays(1));
        (length, count) = Prefix.NumberThen(rest, 1, 12, "个季度", "季度");
        if (length > 0 && text[0] == '前')
        {
            var last = Period.Quarter(today.Year, Math.Min(count, 4)).Last;
            return new(word + length, new Period(Period.CalendarYear(today.Year).First, last), Grain.Span);
        }

        if (length > 0)
            return Last(word + length, today.AddMonths(-3 * count).AddDays(1));
        (length, count) = Prefix.NumberThen(rest, 1, 5, "年");
        if (length > 0)
            return Last(word + length, today.AddYears(-count).AddDays(1));
        var few = Prefix.In(rest, Few);
        if (few.Length > 0 && Prefix.Any(rest[1..], "个月", "月") is > 0 and var ofMonths)
            return text[0] == '前' ? MonthsBefore(word + 1 + ofMonths, few.Value, today) : Last(word + 1 + ofMonths, today.AddMonths(-few.Value).AddDays(1));
        if (few.Length > 0 && Prefix.Any(rest[1..], "个星期", "个礼拜", "星期", "礼拜", "周") is > 0 and var ofWeeks)
            return Last(word + 1 + ofWeeks, today.AddDays(1 - (7 * few.Value)));
        length = Prefix.Any(rest, "个把月");
        if (length > 0)
            return Last(word + length, today.AddMonths(-1).AddDays(1)) with { IsUncertain = true };
        length = Prefix.Any(rest, "半年");
        if (length > 0)
            return Last(word + length, today.AddMonths(-6).AddDays(1));
        length = Prefix.Any(rest, "半个月", "半月");
        if (length > 0)
            return Last(word + length, today.AddDays(-14));

        // 几 is no number; what it stands for is told by the answer.
        length = Prefix.Any(rest, "几天", "几日");
        if (length > 0)
            return Last(word + length, today.AddDays(-6)) with { IsUncertain = true };
        length = Prefix.Any(rest, "几个星期", "几个礼拜", "几周");
        if (length > 0)
            return Last(word + length, today.AddDays(-20)) with { IsUncertain = true };
        length = Prefix.Any(rest, "几个月");
        if (length > 0)
            return (text[0] == '前' ? MonthsBefore(word + length, 3, today) : Last(word + length, today.AddMonths(-3).AddDays(1))) with { IsUncertain = true };

        // 最近 alone: a month is what people mean, and the answer says which.
        // 过去 alone is a way that somebody went.
        return word == 1 || text[0] == '过' ? default : Last(word, today.AddDays(text[word - 1] == '天' ? -6 : -29)) with { IsUncertain = true };

        PeriodMatch Last(int whole, DateOnly first) => new(whole, new Period(first, today), Grain.Span);
    }

    /// <summary>前两个月: whole months before this one.</summary>
    private static PeriodMatch MonthsBefore(int length, int count, DateOnly today)
    {
        var month = Period.MonthOf(today).First;
        return new(length, new Period(month.AddMonths(-count), month.AddDays(-1)), Grain.Span);
    }
}
