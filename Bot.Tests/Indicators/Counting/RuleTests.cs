using StationBot.Indicators.Counting;

namespace StationBot.Tests.Indicators.Counting;

/// <summary>The edges of product.md §3, counted by hand.</summary>
public sealed class RuleTests
{
    private const string Four = "elder.case 2024-03-01 2024-03-08 2024-03-15 2024-03-22 file=1;";
    private const string Five = "elder.case 2024-03-01 2024-03-08 2024-03-15 2024-03-22 2024-03-29 file=1 has=WatermarkPhoto,Uploaded;";
    private const string Bare = "elder.case 2024-03-01 2024-03-08 2024-03-15 2024-03-22 2024-03-29 file=1 has=Uploaded;";
    private const string Three = "person 1 elder; person 2 elder; person 3 elder;";
    private const string MarchYear = "year 2024-03-01;";

    /// <param name="expected">done/target, what remains, what counts within the asked period; then how many counted ones lack evidence. No target: –.</param>
    [Theory]

    // §3.6 cases and groups: complete with the 5th session dated in the project year.
    [InlineData("elder.case", "2024", "2024-12-31", Four, "0/6 -6 #0 !0")]
    [InlineData("elder.case", "2024", "2024-12-31", Five, "1/6 -5 #1 !0")]
    [InlineData("elder.case", "2024-03", "2024-12-31", Five, "1/6 -5 #1 !0")]
    [InlineData("elder.case", "2024-03-22", "2024-12-31", Five, "1/6 -5 #0 !0")]
    [InlineData("elder.case", "2024-04", "2024-12-31", Five + "elder.case 2024-04-05 file=1", "1/6 -5 #0 !1")]
    [InlineData("elder.case", "2024", "2024-12-31", Four + "elder.case 2024-03-22 file=1", "1/6 -5 #1 !1")]
    [InlineData("elder.case", "2024", "2024-12-31", Four + "elder.case 2024-03-29 file=2", "0/6 -6 #0 !0")]
    [InlineData("elder.case", "2024", "2024-12-31", Five + "file 1 elder.case closed 2024-04-01; elder.case 2024-09-01 file=1 has=WatermarkPhoto,Uploaded", "1/6 -5 #1 !0")]
    [InlineData("elder.case", "2024", "2025-06-01", "year 2024-01-01; year 2025-01-01;" + Four + "elder.case 2025-01-03 file=1", "0/6 -6 #0 !0")]
    [InlineData("elder.case", "2025", "2025-06-01", "year 2024-01-01; year 2025-01-01;" + Four + "elder.case 2025-01-03 file=1", "0/6 -6 #0 !0")]
    [InlineData("elder.case", "2024-12-01..2025-01-31", "2025-06-01", "year 2024-01-01; year 2025-01-01;" + Five, "1/12 -11 #0 !0")]
    [InlineData("elder.group", "2024", "2024-12-31", Five, "0/7 -7 #0 !0")]

    // §3.16 a tier changed in June: 6 before, 8 for the year that closes after it; a closed year keeps its 6.
    [InlineData("elder.case", "2024", "2024-12-31", "tier 10; tier 20 from 2024-06-15;" + Five, "1/8 -7 #1 !0")]
    [InlineData("elder.case", "2023", "2024-12-31", "year 2023-01-01; year 2024-01-01; tier 10; tier 20 from 2024-06-15", "0/6 -6 #0 !0")]
    [InlineData("elder.case", "2024", "2024-12-31", "tier 20; tier 10 from 2025-01-01;" + Five, "1/8 -7 #1 !0")]
    [InlineData("elder.group", "2024", "2024-12-31", "tier 10; tier 20 from 2024-12-31", "0/9 -9 #0 !0")]

    // §3.7 rosters: distinct active persons surveyed ÷ active persons.
    [InlineData("elder.survey", "2024", "2024-12-31", "elder.survey 2024-05-01 p=1", "0/– -0 #0 !0")]
    [InlineData("elder.survey", "2024", "2024-12-31", "person 1 child; elder.survey 2024-05-01 p=1", "0/– -0 #0 !0")]
    [InlineData("elder.survey", "2024", "2024-12-31", Three + "elder.survey 2024-05-01 2024-08-01 p=1 has=SurveyForm", "1/3 -2 #1 !0")]
    [InlineData("elder.survey", "2024-08", "2024-12-31", Three + "elder.survey 2024-05-01 2024-08-01 p=1 has=SurveyForm", "1/3 -2 #1 !0")]
    [InlineData("elder.survey", "2024", "2024-12-31", Three + "elder.survey 2024-05-01 p=1,2 has=SurveyForm; elder.survey 2024-05-02 p=9", "2/3 -1 #2 !0")]
    [InlineData("elder.survey", "2024", "2024-12-31", Three + "elder.survey 2024-05-01 p=1,2", "2/3 -1 #2 !1")]
    [InlineData("elder.survey", "2024", "2024-07-01", "person 1 elder out 2024-07-01; person 2 elder; elder.survey 2024-05-01 p=1", "0/1 -1 #0 !0")]
    [InlineData("elder.survey", "2024", "2024-06-30", "person 1 elder out 2024-07-01; person 2 elder; elder.survey 2024-05-01 p=1 has=SurveyForm", "1/2 -1 #1 !0")]
    [InlineData("elder.survey", "2024", "2024-08-31", "person 1 elder; person 2 elder in 2024-09-01", "0/1 -1 #0 !0")]
    [InlineData("elder.survey", "2024", "2024-09-01", "person 1 elder; person 2 elder in 2024-09-01", "0/2 -2 #0 !0")]
    [InlineData("elder.survey", "2024", "2025-09-01", "person 1 elder out 2025-01-01; elder.survey 2024-05-01 p=1 has=SurveyForm", "1/1 -0 #1 !0")]
    [InlineData("elder.survey", "2024", "2024-12-31", "person 1 elder out 2024-07-01; elder.survey 2024-05-01 p=1", "0/– -0 #0 !0")]

    // §3.8 needs: ceil(50 %) of the union, needs sheets and surveys with 慈善需求.
    [InlineData("charity.needs", "2024", "2024-12-31", Three + "person 4 child,elder; person 5 relief", "0/3 -3 #0 !0")]
    [InlineData("charity.needs", "2024", "2024-12-31", Three + "person 4 relief", "0/2 -2 #0 !0")]
    [InlineData("charity.needs", "2024", "2024-12-31", Three + "charity.needs 2024-02-01 p=1 needs; elder.survey 2024-03-01 p=1,2 needs; elder.survey 2024-03-02 p=3", "2/2 -0 #2 !0")]
    [InlineData("charity.needs", "2024", "2024-12-31", "charity.needs 2024-02-01 p=1 needs", "0/– -0 #0 !0")]

    // §3.9, §3.10 money: cash, with a named partner; funds and projects add to it.
    [InlineData("charity.raised", "2024", "2024-12-31", "charity.raised 2024-02-01 fen=326050 name=市慈善总会", "326050/1000000 -673950 #326050 !0")]
    [InlineData("charity.raised", "2024", "2024-12-31", "charity.raised 2024-02-01 fen=326050 name=市慈善总会 inkind", "0/1000000 -1000000 #0 !0")]
    [InlineData("charity.raised", "2024", "2024-12-31", "charity.raised 2024-02-01 fen=326050", "0/1000000 -1000000 #0 !0")]
    [InlineData("charity.raised", "2024-03", "2024-12-31", "charity.fund 2024-02-01 fen=900000 name=基金; charity.project 2024-03-01 fen=100001 name=项目", "1000001/1000000 -0 #100001 !0")]
    [InlineData("charity.fund", "2024", "2024-12-31", "charity.fund 2024-02-01 2024-05-01 fen=900000 name=基金", "1/1 -0 #1 !0")]
    [InlineData("charity.project", "2024-03", "2024-12-31", "charity.project 2024-03-31 fen=100001 name=项目", "1/1 -0 #1 !0")]
    [InlineData("charity.aid", "2024-02", "2024-12-31", "charity.aid 2024-02-29 fen=99999 name=米面油", "1/1 -0 #1 !0")]
    [InlineData("charity.aid_amount", "2024", "2024-12-31", "charity.aid 2024-02-29 fen=99999 name=米面油", "0/1 -1 #0 !0")]
    [InlineData("charity.aid_amount", "2024", "2024-12-31", "charity.aid 2024-02-29 fen=100000 name=米面油", "1/1 -0 #1 !0")]
    [InlineData("relief.care", "2024-02", "2024-12-31", "charity.aid 2024-02-29 fen=100000 name=米面油", "0/2 -2 #0 !0")]

    // §3.13 the platform: ticked, its photo or text, 不适用 for the rooms only, the pair of workers and certificates.
    [InlineData("platform.office", "2024", "2024-12-31", "platform.office 2024-02-01 2024-03-01", "1/1 -0 #1 !1")]
    [InlineData("platform.office", "2024", "2024-12-31", "platform.office 2024-02-01 has=WallPhoto", "1/1 -0 #1 !0")]
    [InlineData("platform.office", "2024", "2024-12-31", "platform.office 2024-02-01 na", "0/1 -1 #0 !0")]
    [InlineData("platform.rooms", "2024", "2024-12-31", "platform.rooms 2024-02-01 na", "0/0 -0 #0 !0")]
    [InlineData("platform.rule.staff", "2024", "2024-12-31", "platform.rule.staff 2024-02-01 has=ElectronicRules", "1/1 -0 #1 !0")]
    [InlineData("platform.rule.staff", "2024", "2024-12-31", "platform.rule.staff 2024-02-01 has=News", "1/1 -0 #1 !1")]
    [InlineData("platform.staff", "2024", "2024-05-01", "staff cert 2024-05-01; staff", "1/1 -0 #0 !0")]
    [InlineData("platform.staff", "2024", "2024-04-30", "staff cert 2024-05-01; staff", "0/1 -1 #0 !0")]
    [InlineData("platform.staff", "2024", "2024-05-01", "staff cert 2024-01-01; staff out 2024-05-01", "0/1 -1 #0 !0")]
    [InlineData("platform.staff", "2024", "2024-06-15", "tier 10; tier 20 from 2024-06-15; staff cert 2024-01-01; staff cert 2024-01-01", "0/1 -1 #0 !0")]
    [InlineData("platform.staff", "2024", "2024-06-14", "tier 10; tier 20 from 2024-06-15; staff cert 2024-01-01; staff cert 2024-01-01", "1/1 -0 #0 !0")]
    [InlineData("platform.staff", "2024", "2024-06-15", "tier 20; staff cert 2024-01-01; staff cert 2024-01-01; staff", "1/1 -0 #0 !0")]

    // §3.14 showcases: flagged, five sessions in the year; closing report and all photos = ready.
    [InlineData("elder.showcase", "2024", "2024-12-31", Four + "elder.showcase 2024-06-01 file=1", "0/1 -1 #0 !0")]
    [InlineData("elder.showcase", "2024", "2024-12-31", Five + "elder.showcase 2024-06-01 file=1 has=ActivityRecord", "1/1 -0 #1 !0")]
    [InlineData("elder.showcase", "2024", "2024-12-31", Five + "elder.showcase 2024-06-01 file=1", "1/1 -0 #1 !1")]
    [InlineData("elder.showcase", "2024", "2024-12-31", Bare + "elder.showcase 2024-06-01 file=1 has=ActivityRecord", "1/1 -0 #1 !1")]
    [InlineData("elder.showcase", "2024", "2024-12-31", Five + "elder.showcase 2024-06-01 2024-07-01 file=1 has=ActivityRecord", "1/1 -0 #1 !0")]
    [InlineData("elder.register", "2024", "2024-12-31", "elder.register 2024-01-08 2024-07-01 has=Ledger", "1/1 -0 #1 !0")]

    // Distinct names: 骨干, 社会组织.
    [InlineData("org.backbone", "2024", "2024-12-31", "org.backbone 2024-01-08 name=甲、乙 has=SupportingDocument; org.backbone 2024-02-01 name=乙、丙", "3/5 -2 #3 !1")]
    [InlineData("org.backbone", "2024-02", "2024-12-31", "org.backbone 2024-01-08 name=甲、乙 has=SupportingDocument; org.backbone 2024-02-01 name=乙、丙", "3/5 -2 #2 !1")]
    [InlineData("org.backbone", "2024", "2024-12-31", "org.backbone 2024-01-08 people=4 has=SupportingDocument; org.backbone 2024-02-01 name=乙", "5/5 -0 #5 !1")]
    [InlineData("org.incubate", "2024", "2024-12-31", "org.incubate 2024-01-08 2024-02-08 name=舞蹈队 has=SupportingDocument", "1/1 -0 #1 !0")]

    // §3.12 the same persons, row and day.
    [InlineData("elder.care", "2024-02", "2024-12-31", "elder.care 2024-02-29 2024-02-29 p=1", "1/2 -1 #1 !1")]
    [InlineData("elder.care", "2024-02", "2024-12-31", "elder.care 2024-02-29 p=1; elder.care 2024-02-29 p=1,2; elder.care 2024-02-29 p=2", "2/2 -0 #2 !2")]
    [InlineData("elder.care", "2024-02", "2024-12-31", "elder.care 2024-02-29 2024-02-29", "2/2 -0 #2 !2")]

    // §3.2, §3.4 months and quarters, cut to the project year: five quarters from March to February.
    [InlineData("elder.care", "2024-01", "2024-12-31", "elder.care 2024-01-31 2024-02-01 p=1", "1/2 -1 #1 !1")]
    [InlineData("elder.care", "2024-01-31..2024-02-01", "2024-12-31", "elder.care 2024-01-01 2024-01-02 2024-01-31 p=1", "3/4 -2 #1 !3")]
    [InlineData("elder.revisit", "2024-03-01..2025-02-28", "2025-02-28", MarchYear + "elder.revisit 2024-03-31 2024-04-01 2025-02-28 p=1", "3/5 -2 #3 !3")]
    [InlineData("elder.revisit", "2024Q1", "2025-02-28", MarchYear + "elder.revisit 2024-04-01 p=1", "0/1 -1 #0 !0")]
    [InlineData("elder.revisit", "2025Q1", "2025-02-28", MarchYear + "year 2025-03-01; elder.revisit 2025-02-28 p=1", "1/2 -1 #1 !1")]
    [InlineData("elder.care", "2024-05", "2024-12-31", "year 2023-05-15; year 2024-05-15; elder.care 2024-05-14 2024-05-15 p=1", "2/4 -2 #2 !2")]
    [InlineData("elder.care", "2023", "2024-12-31", "", "0/0 -0 #0 !0")]
    public void Counts_as_by_hand(string row, string asked, string today, string station, string expected)
    {
        var standing = Counter.Count(TaskList.Rows(row)[0], StationText.Asked(asked), StationText.Read(station), StationText.Day(today));

        var target = standing.LacksRoster ? "–" : standing.Target.ToString();
        Assert.Equal(expected, $"{standing.Done}/{target} -{standing.Remaining} #{standing.Counted} !{standing.Unready}");
    }

    [Theory]
    [InlineData("elder.care", "2024", "2024-09-18", "elder.care 2024-09-01 p=1", 16, 1, 6)]
    [InlineData("elder.care", "2024", "2024-09-30", "", 16, 2, 6)]
    [InlineData("elder.care", "2024", "2025-01-01", "", 24, 0, 0)]
    [InlineData("elder.care", "2024", "2023-12-31", "", 0, 0, 24)]
    [InlineData("elder.revisit", "2024-03-01..2025-02-28", "2024-05-02", MarchYear, 1, 1, 3)]
    [InlineData("elder.case", "2024-02", "2024-09-18", Five, 0, 5, 0)]
    public void Tells_what_is_lost_due_and_to_come(string row, string asked, string today, string station, int lost, int due, int toCome)
    {
        var day = StationText.Day(today);
        var standing = Counter.Count(TaskList.Rows(row)[0], StationText.Asked(asked), StationText.Read(station), day);

        Assert.Equal((lost, due, toCome), (standing.Lost(day), standing.Due(day), standing.ToCome(day)));
    }

    /// <summary>§3.6: Σ over the units still missing of 5 − sessions held, the furthest-advanced open ones first.</summary>
    [Theory]
    [InlineData("", 30)]
    [InlineData("file 1 elder.case;" + Four, 26)]
    [InlineData("file 1 elder.case;" + Five, 25)]
    [InlineData("file 1 elder.case; file 2 elder.case;" + Five + "elder.case 2024-05-01 file=2", 24)]
    [InlineData("file 1 elder.case closed 2024-06-01;" + Four, 30)]
    [InlineData("file 1 elder.case closed 2025-01-01;" + Four, 26)]
    [InlineData("year 2023-01-01; year 2024-01-01; file 1 elder.case; elder.case 2023-11-01 2023-12-01 2024-01-01 file=1", 29)]
    [InlineData("file 1 elder.group; elder.group 2024-03-01 file=1", 30)]

    // Seven open ones for six missing: the one without a session isn't needed.
    [InlineData("file 1 elder.case; file 2 elder.case; file 3 elder.case; file 4 elder.case; file 5 elder.case; file 6 elder.case; file 7 elder.case;"
        + "elder.case 2024-05-01 file=7; elder.case 2024-05-02 file=2; elder.case 2024-05-02 file=3; elder.case 2024-05-02 file=4; elder.case 2024-05-02 file=5;"
        + "elder.case 2024-05-01 2024-05-02 2024-05-03 2024-05-04 file=6", 21)]
    public void Counts_the_sessions_still_missing(string station, int missing)
    {
        var facts = StationText.Read(station);
        var row = TaskList.Rows("elder.case")[0];
        var year = StationText.Asked("2024");
        var today = new DateOnly(2024, 12, 31);

        Assert.Equal(missing, SessionCount.Of(row, Counter.Count(row, year, facts, today), year, facts, today).Missing);
    }
}
