using System.Globalization;
using System.Text.RegularExpressions;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding.Telling;

/// <summary>Money, persons and minutes of a story.</summary>
internal static partial class StoryNumbers
{
    private const long LeastFen = 100;

    /// <summary>A number that nothing calls money is one only from here on.</summary>
    private const long LeastBareFen = 10_000;

    /// <summary>The sum that is told: in all, or a share times how many there were.</summary>
    /// <returns>Null where none was said, or several that don't make one.</returns>
    public static long? MoneyOf(string text, int? people)
    {
        var (totals, shares, sums) = (new List<long>(), new List<long>(), new List<long>());
        for (var i = 0; i < text.Length;)
        {
            var read = PeriodStart(text, i) ? Amounts.Read(text.AsSpan(i)) : default;
            if (read.Length == 0)
            {
                i++;
                continue;
            }

            var (before, after) = (text[..i], text[(i + read.Length)..]);
            var isMoney = (read.HasUnit && !Thing().IsMatch(after)) || (read.Fen >= LeastBareFen && Called().IsMatch(before) && !Measured().IsMatch(after));
            if (isMoney && read.Fen >= LeastFen)
                (Share().IsMatch(before) || ShareBehind().IsMatch(after) ? shares : Total().IsMatch(before) ? totals : sums).Add(read.Fen);
            i += read.Length;
        }

        return (totals.Distinct().ToList(), shares.Distinct().ToList(), sums.Distinct().ToList()) switch
        {
            ([var total], _, _) => total,
            ([], [var share], _) when people is { } count => share * count,
            ([], [], [var sum]) => sum,
            ([], [], [var one, var two]) when one == two => one,
            _ => null,
        };
    }

    /// <summary>Null where they aren't counted exactly (二十来户), or only in passing (两家都好).</summary>
    public static int? PeopleIn(string text, bool countsSheets)
    {
        foreach (Match match in StoryWords.Counted().Matches(text))
        {
            var unit = match.Groups["unit"].Value;
            if ((unit == "份" && !countsSheets) || (match.Index > 0 && "第每周星期第各月一号日/.-".Contains(text[match.Index - 1], StringComparison.Ordinal)))
                continue;
            if (unit == "家" && match.Index + match.Length < text.Length && text[match.Index + match.Length] is not ('，' or '各'))
                continue;
            if (StoryWords.About().Match(text, Math.Max(0, match.Index - 2)) is { Success: true } about && about.Index <= match.Index + 2 && about.Index + about.Length >= match.Index)
                continue;
            if (Away().IsMatch(text[..match.Index]) || Kin().IsMatch(text[..match.Index]) || AwayBehind().IsMatch(text[(match.Index + match.Length)..]))
                continue;
            if (ValueOf(match.Groups["n"].Value) is > 1 and var count || (ValueOf(match.Groups["n"].Value) is var one && one == 1 && unit == "份" && (count = one) == 1))
                return count;
        }

        return null;
    }

    public static int? AbsentIn(string text) => StoryWords.Absent().Match(text) is { Success: true } absent ? ValueOf(absent.Groups["n"].Value) : null;

    public static int? SessionIn(string text)
    {
        foreach (Match match in TellingWords.Session().Matches(text))
        {
            if (match.Value[0] == '第')
                return ValueOf(match.Groups["n"].Value);
        }

        return null;
    }

    public static int? MinutesIn(string text)
    {
        if (StoryWords.Length().Match(text) is not { Success: true } length)
            return null;
        if (length.Groups["only"].Success)
            return length.Groups["only"].Value.Length > 0 && length.Value.EndsWith('天') ? null : 30;
        if (length.Groups["quarter"].Success)
            return 15 * ValueOf(length.Groups["quarter"].Value);
        if (!length.Groups["h"].Success)
            return ValueOf(length.Groups["m"].Value);
        var hours = decimal.TryParse(length.Groups["h"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var said) ? said : ValueOf(length.Groups["h"].Value);
        return (int)(hours * 60) + (length.Groups["half"].Success || length.Groups["more"].Value == "半" ? 30 : 0) + (length.Groups["m"].Success ? ValueOf(length.Groups["m"].Value) : 0);
    }

    private static int ValueOf(string number) => number switch { "俩" => 2, "仨" => 3, _ => Numbers.Read(number).Value };

    private static bool PeriodStart(string text, int at) => at == 0 || !(char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or '第');

    [GeneratedRegex("(?:共|总共|一共|合计|总计|折合(?:人民币)?|价值|总值|折价|总额|总金额|累计)(?:是|为|了|约|大约|大概|花了|用了|花|发了?|募到?|筹到?|有)*$", Options, Patience)]
    private static partial Regex Total();

    [GeneratedRegex("(?:每|各|人均|户均)[^，,。]{0,6}$|(?:一[床袋桶箱份件套个台人户张]|每[^，,]{0,3})$", Options, Patience)]
    private static partial Regex Share();

    [GeneratedRegex("^(?:钱)?[/一每](?:户|人|家|位|床|份|个)", Options, Patience)]
    private static partial Regex ShareBehind();

    [GeneratedRegex("(?:募|募到|募了|募集到?|募集了|募得|筹到?|筹了|筹得|筹集了?|到账|入账|款|金|捐|捐了|捐来|资助|资助了|赞助|赞助了|拨付|拨了|支持了|折合|价值|花了|共|总共|一共|资金|收到|义卖|卖了|合计|各|每[人户家位]|发了?)$", Options, Patience)]
    private static partial Regex Called();

    /// <summary>三块地, 两块肉, 一块儿.</summary>
    [GeneratedRegex("^(?:地|肉|儿|香皂|肥皂|毛巾|豆腐|表|展板|屏|月饼|去|做|搞|来)", Options, Patience)]
    private static partial Regex Thing();

    [GeneratedRegex("^(?:份|户|人|个|袋|桶|床|箱|件|套|台|名|位|节|次|斤|岁|年|月|日|号|分|小时|%|天|家|场|条|期|张|包|瓶|只|双|本)", Options, Patience)]
    private static partial Regex Measured();

    [GeneratedRegex("(?:缺席|请假|缺|没来|缺勤|剩|除了)(?:了|的)?$", Options, Patience)]
    private static partial Regex Away();

    [GeneratedRegex("^(?:缺席|请假|没来|未到|没到|缺勤|没在|不在|没见)", Options, Patience)]
    private static partial Regex AwayBehind();

    /// <summary>家里三个孩子, 儿子一家四口.</summary>
    [GeneratedRegex("(?:家里有?|家有|有|养着?|生了|一家|全家|带着?|儿子|女儿|照顾)$", Options, Patience)]
    private static partial Regex Kin();

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int Patience = 1000;
}
