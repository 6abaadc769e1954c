using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>What a sentence means. Closed: whoever switches over it knows every case. Printed in one line, for logs and tests.</summary>
public abstract record Reading
{
    private protected Reading()
    {
    }

    /// <summary>Words that were read as others (回仿 as 回访); the answer says so.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    public sealed override string ToString() => Corrections.Count == 0 ? Print() : $"{Print()} [{string.Join(' ', Corrections)}]";

    /// <summary>The kind of request by the name that the <c>read</c> command prints (product.md §8); for what is told, the record's type.</summary>
    public abstract string Intent { get; }

    private protected abstract string Print();

    private protected static string Join(params IEnumerable<object?> parts) =>
        string.Join(' ', parts.Select(part => part?.ToString()).Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>A word that was bent to one of the lexicon.</summary>
public sealed record Correction(string Typed, string Read)
{
    public override string ToString() => $"{Typed}→{Read}";
}

public sealed record HelpRequest : Reading
{
    public override string Intent => "help";

    private protected override string Print() => "help";
}

public sealed record Greeting : Reading
{
    public override string Intent => IsThanks ? "none" : "help";

    /// <summary>谢谢, 好的: the talk is over.</summary>
    public bool IsThanks { get; init; }

    private protected override string Print() => IsThanks ? "thanks" : "greeting";
}

/// <summary>What the bot must not or cannot do; the answer offers what is possible.</summary>
public sealed record Refusal(RefusalKind Kind) : Reading
{
    public override string Intent => Kind == RefusalKind.OutOfScope ? "out_of_scope" : $"refuse.{Kind.ToString().ToLowerInvariant()}";

    private protected override string Print() => Join("refuse", Kind.ToString().ToLowerInvariant());
}

public enum RefusalKind
{
    /// <summary>帮我编两条.</summary>
    Fabricate,

    /// <summary>把李奶奶身份证号发群里.</summary>
    Privacy,

    /// <summary>今天天气怎么样.</summary>
    OutOfScope,

    /// <summary>帮我给他打个电话: somebody else's deed.</summary>
    Unsupported,
}

/// <summary>Not enough was understood to answer.</summary>
/// <param name="Understood">What was understood, as people read it; may be empty.</param>
/// <param name="Missing">The one question that would settle it.</param>
/// <param name="Choices">At most four sentences that the reader itself understands.</param>
public sealed record Unclear(string Understood, string Missing, IReadOnlyList<string> Choices) : Reading
{
    public override string Intent => "clarify";

    /// <summary>The sentence was not understood; else it was, and lacks something that only people know.</summary>
    public bool IsLost { get; init; }

    private protected override string Print() => Join("unclear", $"“{Understood}”", Missing, string.Join('/', Choices));
}

internal static class PrintedPeriod
{
    public static string? Of(Period? period) => period switch
    {
        null => null,
        { Days: 1 } day => $"{day.First:yyyy-MM-dd}",
        { } days => $"{days.First:yyyy-MM-dd}..{days.Last:yyyy-MM-dd}",
    };
}
