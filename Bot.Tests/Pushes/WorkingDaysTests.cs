using StationBot.Pushes;

namespace StationBot.Tests.Pushes;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Days = WorkingDays.Load(Path.Combine(AppContext.BaseDirectory, "Pushes", "holidays.json"));

    /// <summary>As the State Council's notices say.</summary>
    [Theory]
    [InlineData("2024-02-09", true)]
    [InlineData("2024-02-10", false)]
    [InlineData("2024-02-17", false)]
    [InlineData("2024-02-18", true)]
    [InlineData("2024-09-14", true)]
    [InlineData("2024-09-16", false)]
    [InlineData("2024-09-21", false)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-09", true)]
    [InlineData("2025-10-11", true)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-28", true)]
    [InlineData("2031-10-01", true)]
    public void A_day_is_worked_or_not(string day, bool isWorked) => Assert.Equal(isWorked, Days.IsWorking(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("""{}""", "缺少 years")]
    [InlineData("""{"years": {}}""", "years 里一年也没有")]
    [InlineData("""{"years": {"2027": {"off": ["2027-01-01"]}}}""", "缺少 work")]
    [InlineData("""{"years": {"2027": {"off": ["2027-02-30"], "work": []}}}""", "“2027-02-30”不是日期")]
    [InlineData("""{"years": {"2027": {"off": ["2026-01-01"], "work": []}}}""", "2026-01-01 不在 2027 年")]
    [InlineData("""{"years": {"2027": {"off": ["2027-01-01", "2027-01-01"], "work": []}}}""", "2027-01-01 写了两次")]
    [InlineData("""{"years": {"2027": {"off": [], "work": ["2027-01-04"]}}}""", "work 里的 2027-01-04 不是周末")]
    [InlineData("""{"years": {"2027": {"off": ["2027-01-02"], "work": ["2027-01-02"]}}}""", "2027-01-02 既在 off 又在 work 里")]
    [InlineData("""nonsense""", "")]
    public void A_wrong_file_stops_the_start_and_says_why(string json, string reason)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("holidays-").FullName, "holidays.json");
        File.WriteAllText(file, json);
        var error = Assert.Throws<InvalidDataException>(() => WorkingDays.Load(file));
        Assert.StartsWith("节假日文件 holidays.json 不对：", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
