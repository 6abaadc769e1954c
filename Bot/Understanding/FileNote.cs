using System.Globalization;
using System.Text.RegularExpressions;
using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Periods;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding;

/// <summary>What the words beside a file say about it: 签到表拍好了, 这是128号的照片, 补一下8月15号张三那条的照片.</summary>
/// <param name="Kind">Which evidence it is, where that is said.</param>
/// <param name="Number">The record, where that is said.</param>
/// <param name="Day">Of the service, where that is said.</param>
/// <param name="IsAboutFiles">Else the words are a message of their own, which happens to have files with it.</param>
public sealed partial record FileNote(string Text, EvidenceKind? Kind, long? Number, DateOnly? Day, bool IsAboutFiles)
{

    /// <summary>So short a text that names an evidence says nothing else.</summary>
    private const int LabelCharacters = 10;

    public static FileNote Read(string text, DateTime now, IReadOnlyList<ProjectYear> years)
    {
        var kind = KindIn(text);
        var number = RecordNumber.Match(text);
        var rest = number.Success ? text.Remove(number.Index, number.Length) : text;
        var day = PeriodReader.ReadAll(NormalisedText.Of(rest).Text, new PeriodClock(DateOnly.FromDateTime(now), years))
            .Select(span => span.Period).FirstOrDefault(period => period is { Days: 1 })?.First;
        var isLabel = kind is not null && text.Length <= LabelCharacters;
        var pointsAt = kind is not null && EvidenceWords.Pointers.Any(word => text.Contains(word, StringComparison.Ordinal));
        var isAbout = text.Length == 0 || isLabel || pointsAt || EvidenceWords.Files.Any(word => text.Contains(word, StringComparison.Ordinal)) || IsNumberAlone(number, text);
        return new FileNote(text, kind, number.Success ? long.Parse(number.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : null, day, isAbout);
    }

    /// <summary>The evidence that a text, or the name of a file, names.</summary>
    public static EvidenceKind? KindIn(string text) => EvidenceWords.Kinds
        .SelectMany(pair => pair.Words.Select(word => (pair.Kind, Word: word)))
        .Where(pair => text.Contains(pair.Word, StringComparison.Ordinal))
        .OrderByDescending(pair => pair.Word.Length)
        .Select(pair => (EvidenceKind?)pair.Kind)
        .FirstOrDefault();

    /// <summary>Whether a name stands in the words.</summary>
    public bool Mentions(string name) => name.Length > 1 && Text.Contains(name, StringComparison.Ordinal);

    private static bool IsNumberAlone(Match number, string text) => number.Success && text.Trim().Length <= number.Length + 3;

    /// <summary>#128, 128号, 记录128; 8月15号 is a day.</summary>
    private static Pattern RecordNumber { get; } = new(@"(?:[#＃]\s*|记录\s*|编号\s*)(?<number>\d{1,9})(?:号)?|(?<![月\d.])(?<number>\d{1,9})号");
}
