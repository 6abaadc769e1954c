using StationBot.Indicators;
using StationBot.Pushes;

namespace StationBot.Tests.Pushes;

/// <summary>When messages are due: over year ends, holidays with 调休, leave, pauses and changed schedules. All times are the station's.</summary>
public sealed class DueTimesTests
{
    private const string Mondays = "30 8 * * 1";
    private static readonly WorkingDays Days = WorkingDays.Load(Path.Combine(AppContext.BaseDirectory, "Pushes", "holidays.json"));
    private static readonly DueTimes Due = new(Days, new TimeOnly(9, 0));

    /// <summary>Schedule, after, what was sent last, away (first..last, several by a space), then period and time without the spread.</summary>
    [Theory]
    // An ordinary Monday; the very minute counts as sent.
    [InlineData(Mondays, "2024-09-20T10:00", null, "", "2024-09-23", "2024-09-23T08:30")]
    [InlineData(Mondays, "2024-09-23T08:29", null, "", "2024-09-23", "2024-09-23T08:30")]
    [InlineData(Mondays, "2024-09-23T08:30", "2024-09-23", "", "2024-09-30", "2024-09-30T08:30")]
    // Mid-autumn: Monday and Tuesday are off.
    [InlineData(Mondays, "2024-09-13T10:00", null, "", "2024-09-16", "2024-09-18T08:30")]
    // National Day to the next Tuesday.
    [InlineData(Mondays, "2024-10-01T10:00", null, "", "2024-10-07", "2024-10-08T08:30")]
    // Over the year's end: New Year's Day is a Monday.
    [InlineData(Mondays, "2023-12-25T08:30", "2023-12-25", "", "2024-01-01", "2024-01-02T08:30")]
    [InlineData(Mondays, "2024-12-30T08:30", "2024-12-30", "", "2025-01-06", "2025-01-06T08:30")]
    // Spring Festival: the Sunday after it is worked.
    [InlineData(Mondays, "2024-02-05T08:30", "2024-02-05", "", "2024-02-12", "2024-02-18T08:30")]
    [InlineData(Mondays, "2024-02-12T08:30", "2024-02-12", "", "2024-02-19", "2024-02-19T08:30")]
    [InlineData(Mondays, "2025-01-20T08:30", "2025-01-20", "", "2025-01-27", "2025-01-27T08:30")]
    [InlineData(Mondays, "2025-01-27T08:30", "2025-01-27", "", "2025-02-03", "2025-02-05T08:30")]
    [InlineData(Mondays, "2026-02-09T08:30", "2026-02-09", "", "2026-02-23", "2026-02-24T08:30")]
    // Leave: the first day back; two weeks of it bring one message, the newer.
    [InlineData(Mondays, "2024-09-20T10:00", null, "2024-09-23..2024-09-24", "2024-09-23", "2024-09-25T08:30")]
    [InlineData(Mondays, "2024-09-20T10:00", null, "2024-09-23..2024-09-29", "2024-09-30", "2024-09-30T08:30")]
    [InlineData(Mondays, "2024-09-20T10:00", null, "2024-09-23..2024-10-31", "2024-10-28", "2024-11-01T08:30")]
    [InlineData(Mondays, "2024-09-20T10:00", null, "2024-09-23..2024-09-23 2024-09-24..2024-09-30", "2024-10-07", "2024-10-08T08:30")]
    // Leave that ends on a Friday: Saturday and Sunday are no working days, but the next Monday's then stands for both.
    [InlineData(Mondays, "2024-08-30T10:00", null, "2024-09-02..2024-09-06", "2024-09-09", "2024-09-09T08:30")]
    // A pause until a day: that day it comes again.
    [InlineData(Mondays, "2024-09-18T15:00", null, "2024-09-18..2024-09-22", "2024-09-23", "2024-09-23T08:30")]
    // Changed to Friday on Wednesday, with this week's already sent, and not yet sent.
    [InlineData("30 14 * * 5", "2024-09-18T15:00", "2024-09-16", "", "2024-09-23", "2024-09-27T14:30")]
    [InlineData("30 14 * * 5", "2024-09-18T15:00", "2024-09-09", "", "2024-09-16", "2024-09-20T14:30")]
    // A holiday on the chosen Friday; the worked Saturday after it.
    [InlineData("30 14 * * 5", "2024-04-30T15:00", null, "", "2024-04-29", "2024-05-06T14:30")]
    [InlineData("30 14 * * 5", "2024-10-03T15:00", null, "", "2024-09-30", "2024-10-08T14:30")]
    // A Saturday that somebody chose is kept.
    [InlineData("0 10 * * 6", "2024-09-18T15:00", null, "", "2024-09-16", "2024-09-21T10:00")]
    [InlineData("0 10 * * 6", "2024-10-01T15:00", null, "", "2024-09-30", "2024-10-08T10:00")]
    // Every working day: a day is a period, and what holidays gather comes once.
    [InlineData("30 8 * * 1-5", "2024-09-18T08:30", "2024-09-18", "", "2024-09-19", "2024-09-19T08:30")]
    [InlineData("30 8 * * 1-5", "2024-09-30T08:30", "2024-09-30", "", "2024-10-08", "2024-10-08T08:30")]
    // Monthly.
    [InlineData("0 9 1 * *", "2024-09-18T15:00", null, "", "2024-09-30", "2024-10-08T09:00")]
    // Leap day.
    [InlineData("0 9 29 2 *", "2024-01-01T00:00", null, "", "2024-02-26", "2024-02-29T09:00")]
    // Past the end of the file: weekdays alone decide.
    [InlineData(Mondays, "2030-09-30T10:00", null, "", "2030-10-07", "2030-10-07T08:30")]
    public void The_weekly_message_is_due(string cron, string after, string? last, string away, string period, string at)
    {
        var due = Due.Weekly(PushSchedule.Of(cron), Time(after), last is null ? null : Day(last), Away(away), TimeSpan.Zero);
        Assert.Equal((Day(period), Time(at)), (due!.Period, due.At));
    }

    [Theory]
    [InlineData("2024-09-18T08:59", "", "2024-09-18T09:00")]
    [InlineData("2024-09-18T09:00", "", "2024-09-19T09:00")]
    [InlineData("2024-09-20T10:00", "", "2024-09-23T09:00")]
    [InlineData("2024-09-13T10:00", "", "2024-09-14T09:00")]
    [InlineData("2024-09-14T10:00", "", "2024-09-18T09:00")]
    [InlineData("2024-12-31T10:00", "", "2025-01-02T09:00")]
    [InlineData("2024-09-18T10:00", "2024-09-19..2024-09-20", "2024-09-23T09:00")]
    public void A_reminder_is_due_on_working_days(string after, string away, string at) => Assert.Equal(Time(at), Due.Reminder(Time(after), Away(away), TimeSpan.Zero));

    [Theory]
    [InlineData("2024-09-18T07:59", "", "2024-09-18T08:30")]
    [InlineData("2024-09-18T08:00", "", "2024-09-18T08:00")]
    [InlineData("2024-09-18T19:59", "", "2024-09-18T19:59")]
    [InlineData("2024-09-18T20:00", "", "2024-09-19T08:30")]
    [InlineData("2024-09-20T20:00", "", "2024-09-23T08:30")]
    [InlineData("2024-09-30T23:00", "", "2024-10-08T08:30")]
    [InlineData("2024-09-18T12:00", "2024-09-18..2024-09-19", "2024-09-20T08:30")]
    public void What_is_late_waits_for_a_time_at_which_it_may_go(string from, string away, string at) => Assert.Equal(Time(at), Due.Allowed(Time(from), Away(away), TimeSpan.Zero));

    [Fact]
    public void Nobody_who_is_away_for_good_gets_anything()
    {
        IReadOnlyList<Period> away = [new(new DateOnly(2024, 9, 1), DateOnly.MaxValue)];
        Assert.Null(Due.Weekly(PushSchedule.Of(Mondays), Time("2024-09-20T10:00"), null, away, TimeSpan.Zero));
        Assert.Null(Due.Reminder(Time("2024-09-20T10:00"), away, TimeSpan.Zero));
    }

    [Fact]
    public void Sends_are_spread_over_the_ten_minutes_and_away_from_their_ends()
    {
        var spread = Enumerable.Range(0, 90_000).Select(i => DueTimes.SpreadOf($"teams|a:{i}")).ToList();
        Assert.InRange(spread.Min(), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(35));
        Assert.InRange(spread.Max(), TimeSpan.FromSeconds(560), TimeSpan.FromSeconds(570));
        Assert.InRange(spread.GroupBy(second => second).Max(group => group.Count()), 150, 250);
        Assert.Equal(DueTimes.SpreadOf("teams|a:1"), DueTimes.SpreadOf("teams|a:1"));
    }

    [Theory]
    [InlineData(Mondays, null)]
    [InlineData("30 14 * * 5", null)]
    [InlineData("30 8 * * 1-5", null)]
    [InlineData("", "不是五段的 cron 表达式")]
    [InlineData("每周一", "不是五段的 cron 表达式")]
    [InlineData("0 30 8 * * 1", "不是五段的 cron 表达式")]
    [InlineData("30 8 * * 9", "不是五段的 cron 表达式")]
    [InlineData("30 22 * * 1", "落在免打扰时间里")]
    [InlineData("30 7 * * 1", "落在免打扰时间里")]
    [InlineData("55 19 * * 1", "落在免打扰时间里")]
    [InlineData("* 9 * * 1", "一天不止一次")]
    [InlineData("30 8 30 2 *", "永远不会到时间")]
    public void A_schedule_is_checked(string cron, string? problem)
    {
        Assert.Equal(problem is null, PushSchedule.Problem(cron) is null);
        Assert.Contains(problem ?? "", PushSchedule.Problem(cron) ?? "", StringComparison.Ordinal);
    }

    private static DateTime Time(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static List<Period> Away(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(period => period.Split("..")).Select(ends => new Period(Day(ends[0]), Day(ends[1])))];
}
