using StationBot.Understanding.Binding;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding;

/// <summary>Reads what is said while a draft is open that was told and isn't saved. Pure.</summary>
public static class ReplyReader
{
    /// <summary>Only what means nothing else, or too little, may be an answer: an order or a question stays one.</summary>
    public static bool MayBeReply(Reading reading) =>
        reading is Unclear or OtherRequest or ContextQuestion or PersonQuestion or Question { FollowsUp: true } or FileRequest { Ask: FileAsk.Show } or LogDraft { Persons: [] };

    /// <param name="asking">Null where no question is open: then only a field that is named changes.</param>
    /// <returns>Null where it is no answer.</returns>
    public static DraftReply? Read(string text, ReadingContext context, DraftQuestion? asking)
    {
        var said = NormalisedText.Of(text).Text.Trim().TrimEnd('。', '！', '!', '.', '，', ',');
        if (said.Length == 0 || (asking?.Field is EditField.Content ? ReplyWords.EndsAsking : ReplyWords.Asks).IsMatch(said))
            return null;
        if (EditBinder.Labelled(said) is var (named, value) && Changes(context, value, named) is { Count: > 0 } changes)
            return new DraftReply(changes);
        return asking is null ? null : Answer(text.Trim(), said, context, asking);
    }

    private static DraftReply? Answer(string typed, string said, ReadingContext context, DraftQuestion asking)
    {
        if (asking.IsYesNo)
            return ReplyWords.No.Contains(said) ? new DraftReply([]) { Yes = false } : ReplyWords.Yes.Contains(said) ? new DraftReply([]) { Yes = true } : null;
        if (asking.IsForm)
            return Form(said) is { } form ? new DraftReply([]) { Form = form } : null;
        if (asking.Field is EditField.Content)
            return new DraftReply([new FieldChange(EditField.Content, typed)]);
        if (said.Length > ReplyWords.MostCharacters || ReplyWords.Never.Contains(said))
            return null;
        var plain = said.TrimEnd('的', '了');
        if (asking.Offered is { } offered)
            return offered.Any(name => name.Contains(plain, StringComparison.Ordinal) || plain.Contains(name, StringComparison.Ordinal)) || IsKnownName(plain, context) ? new DraftReply([new FieldChange(EditField.Name, typed)]) : null;
        // A name that holds 养老 is a name where a name was asked.
        var words = asking.Field is EditField.Name ? [] : Changes(context, plain, null).Where(change => change.Field != EditField.Person).ToList();
        if (words.Count == 0 && (asking.Field is EditField.Name || (asking.Field is EditField.Person && MayBeNames(typed, context))))
            words = [new FieldChange(asking.Field.Value, typed)];
        else if (words.Count == 0 && asking.Field is { } field and not EditField.Person)
            words = [.. Changes(context, plain, field)];
        // Whoever was asked for may be named beside what is still missing.
        if (words.Count == 0 && IsKnownName(plain, context))
            words = [new FieldChange(EditField.Person, typed)];
        return words.Count == 0 ? null : new DraftReply(words);
    }

    private static IReadOnlyList<FieldChange> Changes(ReadingContext context, string value, EditField? field) => EditValues.Read(context, value, field, null).Changes;

    private static string? Form(string said) => (ReplyWords.IsRaised(said), ReplyWords.IsGiven(said)) switch
    {
        (true, false) => Forms.Fundraising,
        (false, true) => Forms.Distribution,
        _ => null,
    };

    private static bool MayBeNames(string text, ReadingContext context) =>
        Names(text).All(name => EditWords.Name.IsMatch(name) || IsKnown(name, context));

    private static bool IsKnownName(string text, ReadingContext context) => Names(text) is { Length: > 0 } names && names.All(name => IsKnown(name, context));

    private static bool IsKnown(string name, ReadingContext context) => context.Names?.Find(name, DateOnly.FromDateTime(context.Now)).Count > 0;

    private static string[] Names(string text) => text.Split(ReplyWords.BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What was asked about a draft.</summary>
/// <param name="Field">The kind of value that answers it, where there is one.</param>
public sealed record DraftQuestion(EditField? Field)
{
    public bool IsYesNo { get; init; }

    /// <summary>What can be named; null where anything can.</summary>
    public IReadOnlyList<string>? Offered { get; init; }

    /// <summary>Answered in whatever words: only what comes at once is the answer.</summary>
    public bool IsFree => Field is EditField.Content || (Field is EditField.Name && Offered is null);

    /// <summary>Raised or given away.</summary>
    public bool IsForm { get; init; }
}
