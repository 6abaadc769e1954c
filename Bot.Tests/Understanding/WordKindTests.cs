using StationBot.Understanding.Spans;

namespace StationBot.Tests.Understanding;

public sealed class WordKindTests
{
    /// <summary>A sentence keeps the kinds of its words as the bits of one number.</summary>
    [Fact]
    public void Each_kind_has_a_bit() => Assert.All(Enum.GetValues<WordKind>(), kind => Assert.InRange((int)kind, 0, 63));
}
