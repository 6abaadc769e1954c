using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>The lead asks for a code that lets others join.</summary>
public sealed record JoinCodeRequest : Reading
{
    public override string Intent => "action.join";

    private protected override string Print() => "join-code";
}

/// <param name="Code">In capital letters.</param>
public sealed record JoinWithCode(string Code) : Reading
{
    public override string Intent => "action.join";

    private protected override string Print() => Join("join", Code);
}
