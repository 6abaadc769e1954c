using System.Globalization;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>What a field is to become: read as its kind where the field was said, else as whatever it looks like.</summary>
internal static class EditValues
{
    /// <param name="field">Null when only the value was said.</param>
    /// <param name="was">What it replaces, where that was said.</param>
    /// <returns>Changes is empty when the value fits nothing.</returns>
    public static (IReadOnlyList<FieldChange> Changes, string? InvalidDay) Read(ReadingContext context, string value, EditField? field, string? was)
    {
        var tokens = Scanner.Scan(NormalisedText.Of(value), context);
        if (Array.Find(tokens, token => token.Period.IsInvalid) is { Word: not null } day && field is null or EditField.Date)
            return ([], day.Typed);
        FieldChange? only = field switch
        {
            EditField.Amount => Of(EditField.Amount, Money(value, needsUnit: false)),
            EditField.Minutes => Of(EditField.Minutes, Minutes(value)),
            EditField.People => Of(EditField.People, People(value, needsUnit: false)),
            EditField.Outcome => Of(EditField.Outcome, EditWords.Outcomes.GetValueOrDefault(value)),
            EditField.Name => Of(EditField.Name, value),
            EditField.Person => Of(EditField.Person, value),
            null => Measured(value),
            _ => null,
        };
        if (only is not null)
            return ([only with { Was = only.Field == EditField.Person ? was : null }], null);
        var words = Words(tokens);
        if (words is { Count: > 0 } && (field is null || words.All(change => change.Field == field)))
            return (words, null);
        var mayBeName = field is null && EditWords.Name.IsMatch(value) && (was is null || EditWords.Name.IsMatch(was));
        return (mayBeName ? [new FieldChange(EditField.Person, value) { Was = was }] : [], null);
    }

    /// <summary>Null for what is no measure, and where a smiley was all that was typed.</summary>
    private static FieldChange? Measured(string value) => value.Length == 0 ? null
        : Of(EditField.Amount, Money(value, needsUnit: true))
        ?? (char.IsAsciiDigit(value[^1]) ? null : Of(EditField.Minutes, value.EndsWith('分') || value.EndsWith("分钟", StringComparison.Ordinal) || value.EndsWith("小时", StringComparison.Ordinal) ? Minutes(value) : null))
        ?? Of(EditField.People, People(value, needsUnit: true))
        ?? Of(EditField.Outcome, EditWords.Outcomes.GetValueOrDefault(value));

    /// <summary>电话回访, 周一上门: a change a word; null when a word is none of them.</summary>
    private static List<FieldChange>? Words(Token[] tokens)
    {
        var changes = new List<FieldChange>();
        foreach (var token in tokens)
        {
            FieldChange? change = token.Kind switch
            {
                WordKind.Mode => new(EditField.Mode, token.Meaning),
                WordKind.Topic when Forms.CategoryOf(token.Meaning) is not null => new(EditField.Category, token.Meaning),
                Area => new(EditField.Domain, token.Meaning),
                WordKind.Period when token.Period is { IsInvalid: false, Period.Days: 1 } day => new(EditField.Date, day.Period.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                _ => null,
            };
            if (change is not null && changes.TrueForAll(other => other.Field != change.Field))
                changes.Add(change);
            else if (token.Kind is not (Filler or Punctuation or And))
                return null;
        }

        return changes;
    }

    private static FieldChange? Of(EditField field, string? value) => string.IsNullOrEmpty(value) ? null : new FieldChange(field, value);

    private static string? Money(string value, bool needsUnit)
    {
        var money = Amounts.Read(value);
        return money.Length == 0 || money.Length < value.Length || (needsUnit && !money.HasUnit) ? null : (money.Fen / 100m).ToString("0.##", CultureInfo.InvariantCulture);
    }

    private static string? Minutes(string value)
    {
        if (EditWords.Duration.Match(value) is not { Success: true } length)
            return null;
        var minutes = length.Groups["only"].Success ? 30
            : length.Groups["m"].Success ? Numbers.Read(length.Groups["m"].Value).Value
            : (Numbers.Read(length.Groups["h"].Value).Value * 60) + (length.Groups["half"].Success || length.Groups["more"].Success ? 30 : 0);
        return minutes.ToString(CultureInfo.InvariantCulture);
    }

    private static string? People(string value, bool needsUnit) =>
        EditWords.People.Match(value) is { Success: true } people && (!needsUnit || people.Groups["unit"].Success)
            ? Numbers.Read(people.Groups["p"].Value).Value.ToString(CultureInfo.InvariantCulture)
            : null;
}
