namespace StationBot.Understanding.Readings;

/// <summary>
/// Words that answer what was asked about a half-told draft (养老, 李桂芝, 昨天), or change a field that they name (金额1200). Read only where
/// such a draft is open: alone they mean nothing.
/// </summary>
public sealed record DraftReply(IReadOnlyList<FieldChange> Changes) : Reading
{
    public override string Intent => "action.edit";

    /// <summary>是的, 不是; null where neither was said.</summary>
    public bool? Yes { get; init; }

    /// <summary>Whether it was raised or given away; one of <see cref="Lexicon.Forms"/>.</summary>
    public string? Form { get; init; }

    private protected override string Print() => Join(["reply", .. Changes, Yes, Form]);
}
