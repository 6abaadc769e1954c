using System.Globalization;
using System.Text.RegularExpressions;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding.Telling;

/// <summary>Money, persons and minutes of a story.</summary>
internal static class StoryNumbers
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
            var isMoney = (read.HasUnit && !MeasureWords.Thing.IsMatch(after)) || (read.Fen >= LeastBareFen && (MeasureWords.Called.IsMatch(before) || MeasureWords.CalledBehind.IsMatch(after)) && !MeasureWords.Measured.IsMatch(after));
            if (isMoney && read.Fen >= LeastFen)
                (MeasureWords.Share.IsMatch(before) || MeasureWords.ShareBehind.IsMatch(after) ? shares : MeasureWords.Total.IsMatch(before) ? totals : sums).Add(read.Fen);
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
    public static int? PeopleIn(string text, bool countsSheets, bool countsHomes = true)
    {
        foreach (Match match in StoryWords.Counted.Matches(text))
        {
            var unit = match.Groups["unit"].Value;
            if ((unit == MeasureWords.Sheets && !countsSheets) || (match.Index > 0 && MeasureWords.NoCount.Contains(text[match.Index - 1], StringComparison.Ordinal)))
                continue;
            if (unit == MeasureWords.Homes && !countsHomes)
                continue;
            if (unit == MeasureWords.Homes && match.Index + match.Length < text.Length && text[match.Index + match.Length] is not MeasureWords.EndOfHomes and not MeasureWords.Each)
                continue;
            if (StoryWords.About.Match(text, Math.Max(0, match.Index - 2)) is { Success: true } about && about.Index <= match.Index + 2 && about.Index + about.Length >= match.Index)
                continue;
            if (MeasureWords.Away.IsMatch(text[..match.Index]) || MeasureWords.Kin.IsMatch(text[..match.Index]) || MeasureWords.AwayBehind.IsMatch(text[(match.Index + match.Length)..]))
                continue;
            var count = ValueOf(match.Groups["n"].Value);
            if (count > 1 || (count == 1 && unit == MeasureWords.Sheets))
                return count;
        }

        return null;
    }

    public static int? AbsentIn(string text) => StoryWords.Absent.Match(text) is { Success: true } absent ? ValueOf(absent.Groups["n"].Value) : null;

    public static int? SessionIn(string text) => TellingWords.Session.Match(text) is { Success: true } session ? ValueOf(session.Groups["n"].Value) : null;

    public static int? MinutesIn(string text)
    {
        if (StoryWords.Length.Match(text) is not { Success: true } length)
            return null;
        if (length.Groups["only"].Success)
            return length.Value.EndsWith(MeasureWords.Day) ? null : 30;
        if (length.Groups["quarter"].Success)
            return 15 * ValueOf(length.Groups["quarter"].Value);
        if (!length.Groups["h"].Success)
            return ValueOf(length.Groups["m"].Value);
        var hours = decimal.TryParse(length.Groups["h"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var said) ? said : ValueOf(length.Groups["h"].Value);
        return (int)(hours * 60) + (length.Groups["half"].Success || length.Groups["more"].Value == MeasureWords.Half ? 30 : 0) + (length.Groups["m"].Success ? ValueOf(length.Groups["m"].Value) : 0);
    }

    public static int ValueOf(string number) => number switch { MeasureWords.Both => 2, MeasureWords.AllThree => 3, _ => Numbers.Read(number).Value };

    private static bool PeriodStart(string text, int at) => at == 0 || !(char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or MeasureWords.Ordinal);
}
