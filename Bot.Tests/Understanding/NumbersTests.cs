using StationBot.Understanding;
using StationBot.Understanding.Spans;

namespace StationBot.Tests.Understanding;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("12次", 2, 12)]
    [InlineData("十二", 2, 12)]
    [InlineData("十", 1, 10)]
    [InlineData("二十三号", 3, 23)]
    [InlineData("一百零五", 4, 105)]
    [InlineData("两千三百", 4, 2300)]
    [InlineData("一万二千", 4, 12_000)]
    [InlineData("二〇二四年", 4, 2024)]
    [InlineData("第三", 0, 0)]
    [InlineData("", 0, 0)]
    [InlineData("99999999999", 11, int.MaxValue)]
    public void A_number_is_read_in_every_writing(string text, int length, int value) =>
        Assert.Equal((length, value), Numbers.Read(text));
}
