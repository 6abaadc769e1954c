using StationBot.Indicators;
using StationBot.Indicators.Counting;
using static StationBot.Tests.Indicators.Counting.Facts;

namespace StationBot.Tests.Indicators.Counting;

/// <summary>Indicators.md R11, edge by edge; every number is reckoned by hand.</summary>
public sealed class ForecastTests
{
    private static readonly Period Year = Period.CalendarYear(2024);

    /// <summary>Pace of a month that runs: what was done by the share of its days.</summary>
    [Theory]
    [InlineData("2024-09-15", 1, 2, Outlook.OnTrack)]
    [InlineData("2024-09-16", 1, 1, Outlook.Behind)]
    [InlineData("2024-09-01", 1, 2, Outlook.OnTrack)]
    [InlineData("2024-09-30", 1, 1, Outlook.Behind)]
    [InlineData("2024-09-30", 2, 2, Outlook.Met)]
    [InlineData("2024-09-10", 0, 0, Outlook.Behind)]
    [InlineData("2024-10-01", 1, 1, Outlook.Lost)]
    [InlineData("2024-08-31", 0, 0, Outlook.NotBegun)]
    public void A_month_goes_on_at_its_own_pace(string today, int done, int projected, Outlook outlook)
    {
        var facts = Of("elder.care", [.. Enumerable.Range(1, done).Select(person => $"2024-09-01:{person}")]);
        var forecast = Forecast.Of(Row("elder.care"), Period.Month(2024, 9), Station(facts), Day(today));
        Assert.Equal((projected, outlook), (forecast.Projected, forecast.Outlook));
    }

    /// <summary>Months that are over tell the pace of the others; what they missed is lost, and a surplus covers nothing.</summary>
    [Theory]
    [InlineData(new[] { 2, 2, 2, 2, 2, 2, 2, 2 }, 24, 0, Outlook.OnTrack)]
    [InlineData(new[] { 9, 2, 2, 2, 2, 2, 2, 2 }, 24, 0, Outlook.OnTrack)]
    [InlineData(new[] { 9, 2, 2, 2, 2, 2, 2, 1 }, 23, 1, Outlook.Lost)]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, 1, 1 }, 12, 8, Outlook.Lost)]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0, 0, 0 }, 0, 16, Outlook.Lost)]
    public void Months_that_are_over_tell_the_pace_of_the_year(int[] months, int projected, int lost, Outlook outlook)
    {
        var facts = Of("elder.care", [.. months.SelectMany((done, month) => Enumerable.Range(1, done).Select(person => $"2024-{month + 1:00}-05:{person}"))]);
        var forecast = Forecast.Of(Row("elder.care"), Year, Station(facts), Day("2024-09-18"));
        Assert.Equal((projected, lost, outlook), (forecast.Projected, forecast.Lost, forecast.Outlook));
    }

    /// <summary>Five sessions make a case: sessions are what is done. 2024 has 366 days, 18 September is its 262nd.</summary>
    [Theory]
    [InlineData("2024-09-18", 0, 0, Outlook.Behind)]
    [InlineData("2024-09-18", 5, 1, Outlook.Behind)]
    [InlineData("2024-09-18", 21, 5, Outlook.Behind)]
    [InlineData("2024-09-18", 22, 6, Outlook.OnTrack)]
    [InlineData("2024-12-31", 29, 5, Outlook.Behind)]
    [InlineData("2025-01-01", 29, 5, Outlook.Lost)]
    public void Cases_go_on_at_the_pace_of_their_sessions(string today, int sessions, int projected, Outlook outlook)
    {
        var forecast = Forecast.Of(Row("elder.case"), Year, Cases(sessions), Day(today));
        Assert.Equal(projected, forecast.Projected);
        // On the last day a file with four sessions can still have its fifth.
        Assert.Equal(outlook, forecast.Outlook);
    }

    /// <summary>A session a week: last + 7 × what is missing, but no session lies before today.</summary>
    [Theory]
    [InlineData("2024-09-18", 0, "2024-10-16", 0)]
    [InlineData("2024-12-03", 0, "2024-12-31", 0)]
    [InlineData("2024-12-04", 0, null, 6)]
    [InlineData("2024-12-04", 29, "2024-12-04", 0)]
    [InlineData("2024-12-24", 28, "2024-12-31", 0)]
    [InlineData("2024-12-25", 28, null, 1)]
    [InlineData("2023-12-20", 0, "2024-01-29", 0)]
    public void The_earliest_end_is_a_session_a_week(string today, int sessions, string? earliest, int lost)
    {
        var forecast = Forecast.Of(Row("elder.case"), Year, Cases(sessions), Day(today));
        Assert.Equal((earliest is null ? (DateOnly?)null : Day(earliest), lost), (forecast.Earliest, (int)forecast.Lost));
        Assert.Equal(Day("2024-12-03"), forecast.LatestStart);
    }

    /// <summary>Held two days ago, the next session is in five days.</summary>
    [Fact]
    public void A_week_lies_between_two_sessions()
    {
        var facts = Enumerable.Range(0, 4).Select(session => Session(session + 1, 1, Day("2024-09-16").AddDays(-7 * session)));
        var others = Enumerable.Range(2, 5).SelectMany(file => Enumerable.Range(0, 5).Select(session => Session((file * 10) + session, file, Day("2024-05-01").AddDays(session))));
        var station = Station([.. facts, .. others]) with { Files = [.. Enumerable.Range(1, 6).Select(file => new CaseFile(file, "elder.case", null))] };
        Assert.Equal(Day("2024-09-23"), Forecast.Of(Row("elder.case"), Year, station, Day("2024-09-18")).Earliest);
    }

    [Fact]
    public void A_year_may_begin_in_March()
    {
        var year = new Period(Day("2024-03-01"), Day("2025-02-28"));
        var station = Station(Of("elder.care", "2024-03-05:1", "2024-03-06:1", "2024-04-05:1"), "2024-03-01");
        var forecast = Forecast.Of(Row("elder.care"), year, station, Day("2024-05-10"));
        // 2 and 1 in two months: three of four, so sixteen of the twenty still to come would be fifteen.
        Assert.Equal((3 + 15, 1L), (forecast.Projected, forecast.Lost));
    }

    [Theory]
    [InlineData("platform.office", Outlook.Open)]
    [InlineData("elder.register", Outlook.Open)]
    [InlineData("org.training", Outlook.Open)]
    [InlineData("elder.survey", Outlook.NoRoster)]
    [InlineData("org.backbone", Outlook.Behind)]
    [InlineData("charity.raised", Outlook.Behind)]
    public void What_is_done_at_once_has_no_pace(string row, Outlook outlook) =>
        Assert.Equal(outlook, Forecast.Of(Row(row), Year, Station([]), Day("2024-09-18")).Outlook);

    [Fact]
    public void Whoever_leaves_takes_the_share_of_the_pace()
    {
        var facts = Of("elder.care", [.. Enumerable.Range(1, 8).SelectMany(month => new[] { $"2024-0{month}-05:1", $"2024-0{month}-06:1" })]);
        var forecast = Forecast.Of(Row("elder.care"), Year, Station(facts), Day("2024-09-18"), kept: 0.5m);
        // Eight are expected in the four months left, four without the half that goes.
        Assert.Equal((16 + 4, Outlook.Behind), (forecast.Projected, forecast.Outlook));
    }

    /// <summary>So many sessions, five a file, all held at the beginning of the year.</summary>
    private static StationFacts Cases(int sessions) =>
        Station([.. Enumerable.Range(0, sessions).Select(session => Session(session + 1, (session / 5) + 1, Day("2024-01-02").AddDays(session % 5)))]) with { Files = [.. Enumerable.Range(1, (sessions + 4) / 5).Select(file => new CaseFile(file, "elder.case", null))] };

    private static Fact Session(long number, long file, DateOnly date) => new() { Number = number, Indicator = "elder.case", Date = date, File = file };
}
