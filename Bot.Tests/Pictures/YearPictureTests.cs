using CsCheck;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Pictures;
using StationBot.Tests.Indicators.Counting;
using StationBot.Tests.Understanding;

namespace StationBot.Tests.Pictures;

/// <summary>What each square says follows from the standing alone.</summary>
public sealed class YearPictureTests
{
    private static readonly DateOnly Today = new(2024, 9, 18);
    private static readonly Catalog Catalog = Readers.Vocabulary.Catalog;
    private static readonly Period Year = Period.CalendarYear(2024);

    [Theory]
    [InlineData("2024-08-01", 2, 2, CellState.Met)]
    [InlineData("2024-08-01", 1, 2, CellState.Lost)]
    [InlineData("2024-08-01", 3, 2, CellState.Met)]
    [InlineData("2024-09-01", 1, 2, CellState.Open)]
    [InlineData("2024-09-01", 2, 2, CellState.Met)]
    [InlineData("2024-10-01", 0, 2, CellState.Idle)]
    [InlineData("2024-08-01", 0, 0, CellState.Idle)]
    [InlineData("2024-08-01", 0, null, CellState.Idle)]
    public void A_square_has_the_colour_of_its_month(string month, long done, int? target, CellState state) =>
        Assert.Equal(state, YearPicture.StateOf(new Slice(Period.MonthOf(DateOnly.Parse(month)), done, target), Today));

    [Fact]
    public void A_month_that_ends_today_can_still_be_done() =>
        Assert.Equal(CellState.Open, YearPicture.StateOf(new Slice(Period.Month(2024, 9), 0, 1), new DateOnly(2024, 9, 30)));

    [Fact]
    public void A_monthly_row_has_twelve_squares_with_numbers_until_now()
    {
        var row = RowOf("elder.care", month => month.Month switch { 3 => 0, 9 => 1, _ => 2 });
        Assert.Equal("2 2 0 2 2 2 2 2 1   ", string.Join(' ', row.Cells.Select(cell => cell.Text)));
        Assert.Equal("MMLMMMMMOIII", string.Concat(row.Cells.Select(cell => cell.State.ToString()[0])));
        Assert.Equal(("月2次", CellState.Lost, "15/24"), (row.Quota, row.Total.State, row.Total.Text));
        Assert.Equal(15 / 24f, row.Share, 3);
    }

    [Fact]
    public void A_quarter_is_three_months_wide()
    {
        var row = RowOf("elder.revisit", quarter => quarter.Month < 7 ? 1 : 0);
        Assert.Equal([3, 3, 3, 3], row.Cells.Select(cell => cell.Months));
        Assert.Equal("MMOI", string.Concat(row.Cells.Select(cell => cell.State.ToString()[0])));
        Assert.Equal(("季1次", CellState.Open), (row.Quota, row.Total.State));
    }

    [Fact]
    public void A_surplus_of_one_quarter_does_not_show_in_the_years_number()
    {
        var row = RowOf("elder.revisit", quarter => quarter.Month switch { 1 => 0, 4 => 3, _ => 1 });
        Assert.Equal((CellState.Lost, "2/4"), (row.Total.State, row.Total.Text));
        Assert.Equal("3", row.Cells[1].Text);
    }

    [Fact]
    public void A_yearly_row_is_grey_with_marks_and_tells_its_progress_at_the_end()
    {
        var row = RowOf("elder.case", _ => 2, (1, "elder.case"), (7, "elder.case"), (3, "elder.group"));
        Assert.All(row.Cells, cell => Assert.Equal((CellState.Idle, ""), (cell.State, cell.Text)));
        Assert.Equal([1, 7], row.Cells.Index().Where(cell => cell.Item.IsMarked).Select(cell => cell.Index));
        Assert.Equal((CellState.Open, "2/6"), (row.Total.State, row.Total.Text));
    }

    [Theory]
    [InlineData(776_000, "7760/1万")]
    [InlineData(1_234_500, "1.2万/1万")]
    public void Money_is_short(long fen, string text) => Assert.Equal(text, RowOf("charity.raised", _ => fen).Total.Text);

    [Fact]
    public void Without_a_roster_nothing_is_judged()
    {
        var row = PictureOf(Standing("elder.survey", _ => 0, target: null)).Sections[0].Rows[0];
        Assert.Equal((CellState.Idle, "无名单"), (row.Total.State, row.Total.Text));
    }

    [Fact]
    public void A_year_that_begins_in_march_begins_with_march()
    {
        var year = new ProjectYear(new DateOnly(2024, 3, 1)).Period;
        var picture = YearPicture.Of("", "", year, [], Nothing, Today);
        Assert.Equal("3 4 5 6 7 8 9 10 11 12 1 2", string.Join(' ', picture.MonthNames));
        Assert.Equal(6, picture.Running);
    }

    /// <summary>Whatever the station, the year and the day: twelve months in each row, and red only where something is lost.</summary>
    [Fact]
    public void Any_station_can_be_drawn() => StationBot.Tests.Indicators.Counting.Stations.Questions.Sample(
        question =>
        {
            foreach (var year in question.Station.Years.Select(year => year.Period))
            {
                var standings = Catalog.Rows.Select(row => Counter.Count(row, year, question.Station, question.Today)).ToList();
                var rows = YearPicture.Of("", "", year, standings, Nothing, question.Today).Sections.SelectMany(section => section.Rows).ToList();
                Assert.Equal(standings.Count, rows.Count);
                foreach (var (standing, row) in standings.Zip(rows))
                {
                    Assert.Equal(YearPicture.Months, row.Cells.Sum(cell => cell.Months));
                    Assert.Equal(!standing.LacksRoster && standing.Lost(question.Today) > 0, row.Total.State == CellState.Lost);
                    Assert.Equal(standing.Row.Assessment != Assessment.Year && standing.Lost(question.Today) > 0, row.Cells.Any(cell => cell.State == CellState.Lost));
                    Assert.InRange(row.Share, 0, 1);
                }
            }
        },
        iter: 60);

    internal static readonly ILookup<string, int> Nothing = Array.Empty<int>().ToLookup(_ => "");

    [Fact]
    public void Pictures_that_look_the_same_are_known_by_it()
    {
        var one = PictureOf(Standing("elder.care", _ => 2, 2));
        Assert.Equal(one.Fingerprint, PictureOf(Standing("elder.care", _ => 2, 2)).Fingerprint);
        Assert.NotEqual(one.Fingerprint, PictureOf(Standing("elder.care", month => month.Month == 3 ? 1 : 2, 2)).Fingerprint);
        Assert.NotEqual(one.Fingerprint, (one with { Running = null }).Fingerprint);
    }

    internal static YearPicture PictureOf(params IEnumerable<Standing> standings) => YearPicture.Of("阳光社工站 2024年 全部指标", "完成 0/1 项", Year, [.. standings], Nothing, Today);

    internal static Standing Standing(string id, Func<DateOnly, long> done, long? target) => new()
    {
        Row = Catalog.Find(id)!,
        Asked = Year,
        Slices = [.. Counter.AssessmentPeriods(Catalog.Find(id)!.Assessment, Year).Select(period => new Slice(period, period.First <= Today ? done(period.First) : 0, target))],
        Counted = 0,
        Unready = 0,
    };

    private static YearRow RowOf(string id, Func<DateOnly, long> done, params IEnumerable<(int Month, string Id)> marks)
    {
        var target = ((Target.Number)Catalog.Find(id)!.Targets[Tier.T10]).Value;
        return YearPicture.Of("", "", Year, [Standing(id, done, target)], marks.ToLookup(mark => mark.Id, mark => mark.Month), Today).Sections[0].Rows[0];
    }
}
