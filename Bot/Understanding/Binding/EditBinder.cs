using System.Globalization;
using System.Text.RegularExpressions;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;

namespace StationBot.Understanding.Binding;

/// <summary>
/// Orders that put a record right, and the question who did. Unlike other orders they hold free text (a name, a sentence more), so they are
/// read as patterns of the whole sentence and only their values word by word.
/// </summary>
internal static class EditBinder
{
    public static Reading? Bind(Sentence sentence)
    {
        var text = sentence.Text;
        // 改成一个月一行 is about the answer before.
        if (!text.AsSpan().ContainsAny(EditWords.Marks) || sentence.Has(Spans.WordKind.Each, Spans.WordKind.Context))
            return null;
        if (EditWords.History.Match(text) is { Success: true } asked)
            return new HistoryRequest(NumberOf(asked));
        // 不对 alone is about what was answered.
        if (EditWords.Opens.Match(text) is { Success: true } opened && !EditWords.Complaints.Contains(text))
            return Pointed(new EditRequest(NumberOf(opened), []), opened);
        foreach (var pattern in EditWords.Changes)
        {
            if (pattern.Match(text) is { Success: true } change && ReadChange(sentence, change) is { } read)
                return read;
        }

        return null;
    }

    /// <summary>金额1200, 日期是昨天: a field and its value, where it is known already that something is open to be changed.</summary>
    public static (EditField? Field, string Value)? Labelled(string text) =>
        EditWords.Labelled.Match(text) is { Success: true } match ? (EditWords.Fields[match.Groups["f"].Value], match.Groups["v"].Value.TrimEnd('了', '吧')) : null;

    private static Reading? ReadChange(Sentence sentence, Match match)
    {
        var name = match.Groups["f"].Value;
        var said = match.Groups["v"];
        var typed = sentence.Typed(said.Index, said.Length).Trim();
        var field = name.Length == 0 ? null : EditWords.Fields[name];
        var number = NumberOf(match);
        if (field == EditField.Content || IsAddition(match))
            return Pointed(new EditRequest(number, [new FieldChange(IsAddition(match) ? EditField.MoreContent : EditField.Content, typed)]), match);
        var was = match.Groups["w"] is { Success: true } w ? w.Value : null;
        var value = said.Value.TrimEnd('了', '吧', '的');
        var isBare = field is null && name.Length == 0 && number is null && match.Groups["w"].Success;
        return EditValues.Read(sentence.Context, value, field, was) switch
        {
            { InvalidDay: { } day } => UnclearTexts.NoSuchDay(sentence, day),
            { Changes: { Count: > 0 } changes } => Pointed(new EditRequest(number, changes), match),
            // 不是那个意思，是…: nothing points at a record.
            _ when isBare => null,
            _ => Pointed(new EditRequest(number, []) { Unread = typed }, match),
        };
    }

    /// <summary>Which record is meant, where it isn't said by its number.</summary>
    private static EditRequest Pointed(EditRequest request, Match match) => request with
    {
        IsSaved = match.Groups["saved"].Success,
        Of = match.Groups["who"] is { Success: true } who ? new RecordOf(who.Value, match.Groups["whose"].Value) : null,
    };

    private static bool IsAddition(Match match) => !match.Groups["w"].Success && match.Groups["more"].Success;

    private static long? NumberOf(Match match) =>
        match.Groups["n"] is { Success: true } number ? char.IsAsciiDigit(number.Value[0]) ? long.Parse(number.Value, CultureInfo.InvariantCulture) : Spans.Numbers.Read(number.Value).Value : null;
}
