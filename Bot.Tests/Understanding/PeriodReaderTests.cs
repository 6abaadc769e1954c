using System.Globalization;
using System.Text.Json;
using StationBot.Indicators;
using StationBot.Understanding;
using StationBot.Understanding.Periods;
using StationBot.Understanding.Spans;

namespace StationBot.Tests.Understanding;

/// <summary>
/// periods.json: an expression and its days, <c>invalid</c> for days that don't exist, <c>none</c> for what is no period.
/// Today is Wednesday 2024-09-18 in project year 2024 unless a row says otherwise.
/// </summary>
public sealed class PeriodReaderTests
{
    public static TheoryData<string, string, string, string> Periods()
    {
        var rows = new TheoryData<string, string, string, string>();
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Understanding", "periods.json")));
        foreach (var row in file.RootElement.EnumerateArray())
        {
            var years = row.TryGetProperty("years", out var starts) ? starts.EnumerateArray().Select(start => start.GetString()!) : ["2024-01-01"];
            rows.Add(
                row.GetProperty("text").GetString()!,
                row.TryGetProperty("today", out var today) ? today.GetString()! : "2024-09-18",
                string.Join(' ', years),
                row.GetProperty("reads").GetString()!);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void An_expression_means_these_days(string text, string today, string years, string reads)
    {
        var clock = new PeriodClock(Day(today), [.. years.Split(' ').Select(start => new ProjectYear(Day(start)))]);
        var span = PeriodReader.ReadAll(NormalisedText.Of(text).Text, clock).SingleOrDefault();
        var read = span switch
        {
            null => "none",
            { Period: null } => "invalid",
            { Period: { Days: 1 } day } => $"{day.First:yyyy-MM-dd}",
            { Period: { } days } => $"{days.First:yyyy-MM-dd}..{days.Last:yyyy-MM-dd}",
        };
        Assert.Equal(reads, read);
    }

    [Theory]
    [InlineData("周五", true)]
    [InlineData("周一", false)]
    [InlineData("28号", true)]
    [InlineData("12号", false)]
    [InlineData("最近", true)]
    public void What_may_be_another_day_is_marked(string text, bool isUncertain) =>
        Assert.Equal(isUncertain, PeriodReader.Read(text, new PeriodClock(new DateOnly(2024, 9, 18), [])).IsUncertain);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
