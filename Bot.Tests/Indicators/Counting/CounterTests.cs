using StationBot.Indicators;
using StationBot.Indicators.Counting;
using static StationBot.Tests.Indicators.Counting.Facts;

namespace StationBot.Tests.Indicators.Counting;

/// <summary>Product.md §3.1–5, 11, 12 for the monthly and quarterly rows, edge by edge.</summary>
public sealed class CounterTests
{
    private static readonly DateOnly Today = Day("2024-09-18");

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "2024-09-01:1")]
    [InlineData(1, "2024-09-30:1")]
    [InlineData(0, "2024-08-31:1 2024-10-01:1")]
    [InlineData(2, "2024-09-17:1 2024-09-18:1")]
    [InlineData(1, "2024-09-17:1 2024-09-17:1")]
    [InlineData(2, "2024-09-17:1 2024-09-17:2")]
    [InlineData(2, "2024-09-17:1 2024-09-17:1,2")]
    [InlineData(1, "2024-09-17:1,2 2024-09-17:1")]
    [InlineData(2, "2024-09-17:1 2024-09-17:2 2024-09-17:1,2")]
    [InlineData(1, "2024-09-17:1,2,3")]
    [InlineData(2, "2024-09-17 2024-09-17")]
    public void A_month_counts_its_services_and_the_same_persons_once_a_day(int done, string records)
    {
        var facts = Of("elder.care", records.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(done, Counter.Count(Row("elder.care"), Period.Month(2024, 9), Station(facts), Today).Done);
    }

    [Fact]
    public void Events_of_one_day_all_count()
    {
        var facts = Of("org.activity", "2024-09-17", "2024-09-17");
        Assert.Equal(2, Counter.Count(Row("org.activity"), Period.Month(2024, 9), Station(facts), Today).Done);
    }

    [Fact]
    public void Other_rows_do_not_count()
    {
        var facts = Of("relief.care", "2024-09-17:1");
        Assert.Equal(0, Counter.Count(Row("elder.care"), Period.Month(2024, 9), Station(facts), Today).Done);
    }

    [Fact]
    public void A_surplus_of_one_month_never_covers_another()
    {
        var facts = Of("elder.care", "2024-08-01:1", "2024-08-02:1", "2024-08-03:1", "2024-08-04:1");
        var standing = Counter.Count(Row("elder.care"), new Period(Day("2024-08-01"), Day("2024-09-30")), Station(facts), Today);
        Assert.Equal((4, 4, 2), (standing.Done, standing.Target, standing.Remaining));
    }

    [Fact]
    public void A_year_tells_what_is_lost_what_is_due_and_what_is_to_come()
    {
        var facts = Of("elder.care", "2024-01-31:1", "2024-02-29:1", "2024-09-02:1");
        var standing = Counter.Count(Row("elder.care"), Period.CalendarYear(2024), Station(facts), Today);
        Assert.Equal((14, 1, 6, 21), (standing.Lost(Today), standing.Due(Today), standing.ToCome(Today), standing.Remaining));
    }

    [Theory]
    [InlineData("2024-09-16", "2024-09-22", "2024-09-01", "2024-09-30")]
    [InlineData("2024-08-26", "2024-09-01", "2024-08-01", "2024-09-30")]
    [InlineData("2024-01-31", "2024-01-31", "2024-01-01", "2024-01-31")]
    public void A_question_finer_than_the_month_is_judged_by_the_months_it_touches(string first, string last, string from, string to)
    {
        var standing = Counter.Count(Row("elder.care"), new Period(Day(first), Day(last)), Station([]), Today);
        Assert.Equal((Day(from), Day(to)), (standing.Slices[0].Period.First, standing.Slices[^1].Period.Last));
    }

    [Fact]
    public void What_was_done_in_a_week_is_of_that_week()
    {
        var facts = Of("elder.care", "2024-09-15:1", "2024-09-16:1", "2024-09-22:1", "2024-09-23:1");
        Assert.Equal(2, Counter.Count(Row("elder.care"), Period.WeekOf(Today), Station(facts), Today).Counted);
    }

    [Theory]
    [InlineData("2024-03-01", 12, 5, "2024-03-01..2024-03-31", "2025-01-01..2025-02-28")]
    [InlineData("2024-02-15", 13, 5, "2024-02-15..2024-02-29", "2025-01-01..2025-02-14")]
    [InlineData("2023-03-01", 12, 5, "2023-03-01..2023-03-31", "2024-01-01..2024-02-29")]
    [InlineData("2024-01-01", 12, 4, "2024-01-01..2024-01-31", "2024-10-01..2024-12-31")]
    public void Months_and_quarters_are_calendar_ones_cut_to_the_project_year(string start, int months, int quarters, string firstMonth, string lastQuarter)
    {
        var year = new ProjectYear(Day(start)).Period;
        var byMonth = Counter.AssessmentPeriods(Assessment.Month, year).ToList();
        var byQuarter = Counter.AssessmentPeriods(Assessment.Quarter, year).ToList();
        Assert.Equal((months, quarters), (byMonth.Count, byQuarter.Count));
        Assert.Equal((firstMonth, lastQuarter), (Text(byMonth[0]), Text(byQuarter[^1])));
        Assert.Equal(year.Days, byMonth.Sum(p => p.Days));
        Assert.Equal(year.Days, byQuarter.Sum(p => p.Days));
    }

    [Fact]
    public void Two_project_years_are_judged_each_by_itself()
    {
        var station = Station(Of("elder.revisit", "2024-03-31:1", "2024-04-01:2")) with { Years = [new(Day("2023-03-01")), new(Day("2024-03-01"))] };
        var standing = Counter.Count(Row("elder.revisit"), Period.Quarter(2024, 1), station, Today);
        Assert.Equal(["2024-01-01..2024-02-29 0/1", "2024-03-01..2024-03-31 1/1"], standing.Slices.Select(s => $"{Text(s.Period)} {s.Done}/{s.Target}"));
    }

    [Fact]
    public void Days_outside_all_project_years_have_no_target()
    {
        var standing = Counter.Count(Row("elder.care"), Period.Month(2023, 12), Station([]), Today);
        Assert.Empty(standing.Slices);
        Assert.Null(Counter.Needed(Row("elder.care"), Period.Month(2023, 12), [new ProjectYear(Day("2024-01-01"))]));
    }

    [Fact]
    public void A_change_of_tier_never_rewrites_what_was_over()
    {
        var tiers = new TierHistory([(Day("2024-01-01"), Tier.T10), (Day("2024-07-01"), Tier.T20)]);
        var row = Row("elder.care") with { Targets = new Dictionary<Tier, Target> { [Tier.T10] = new Target.Number(2), [Tier.T20] = new Target.Number(3) } };
        var standing = Counter.Count(row, new Period(Day("2024-06-01"), Day("2024-07-31")), Station([], tiers: tiers), Today);
        Assert.Equal([2, 3], standing.Slices.Select(s => s.Target!.Value));
    }

    [Fact]
    public void Evidence_makes_ready_and_never_done()
    {
        var facts = Of("elder.care", "2024-09-01:1", "2024-09-02:1", "2024-09-03:1").ToList();
        facts[0] = facts[0] with { Evidence = new HashSet<EvidenceKind> { EvidenceKind.WatermarkPhoto, EvidenceKind.Uploaded } };
        facts[1] = facts[1] with { Evidence = new HashSet<EvidenceKind> { EvidenceKind.WatermarkPhoto } };
        var standing = Counter.Count(Row("elder.care"), Period.Month(2024, 9), Station(facts), Today);
        Assert.Equal((3, 2, 0), (standing.Done, standing.Unready, standing.Remaining));
    }

    [Fact]
    public void Revisits_tell_how_many_of_the_flagged_were_reached()
    {
        RosterPerson[] roster =
        [
            new(1, ["elder"], Day("2024-01-01"), null, Revisit: true),
            new(2, ["elder", "relief"], Day("2024-01-01"), null, Revisit: true),
            new(3, ["elder"], Day("2024-01-01"), Day("2024-08-01"), Revisit: true),
            new(4, ["elder"], Day("2024-01-01"), null, Revisit: false),
            new(5, ["child"], Day("2024-01-01"), null, Revisit: true),
        ];
        var facts = Of("elder.revisit", "2024-07-02:1", "2024-08-02:4").Select(fact => fact with { ByPhone = true }).ToList();
        var standing = Counter.Count(Row("elder.revisit"), Period.Quarter(2024, 3), Station(facts), Today);
        var reach = RevisitReach.Of(standing, roster, facts);
        Assert.Equal((2, 1, true), (reach.Flagged, reach.Reached, reach.OnlyByPhone));
    }

    private static string Text(Period period) => $"{period.First:yyyy-MM-dd}..{period.Last:yyyy-MM-dd}";
}
