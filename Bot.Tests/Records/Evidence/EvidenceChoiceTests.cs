using StationBot.Indicators;
using StationBot.Records.Evidence;

namespace StationBot.Tests.Records.Evidence;

public sealed class EvidenceChoiceTests
{
    private static readonly Catalog Catalog = StationBot.Tests.Indicators.TaskList.Of2024;

    [Theory]
    [InlineData("elder.care", "", "jpeg", "", EvidenceKind.WatermarkPhoto)]
    [InlineData("elder.care", "水印照片", "jpeg", "", EvidenceKind.WatermarkPhoto)]
    [InlineData("elder.care", "", "pdf", "", EvidenceKind.SupportingDocument)]
    [InlineData("elder.survey", "", "jpeg", "", EvidenceKind.SurveyForm)]
    [InlineData("charity.aid", "", "jpeg", "", EvidenceKind.SignInSheet)]
    [InlineData("charity.aid", "签到表", "jpeg", "", EvidenceKind.ReceiptForm)]
    [InlineData("charity.aid", "", "docx", "", EvidenceKind.Plan)]
    [InlineData("charity.aid", "", "jpeg", "新闻", EvidenceKind.News)]
    [InlineData("charity.fund", "", "xlsx", "", EvidenceKind.Ledger)]
    [InlineData("org.activity", "", "heic", "", EvidenceKind.ActivityRecord)]
    [InlineData("platform.office", "", "png", "", EvidenceKind.WallPhoto)]
    public void What_the_row_asks_and_the_record_lacks(string row, string has, string type, string said, EvidenceKind kind) => Assert.Equal(
        kind,
        EvidenceChoice.KindOf(
            Catalog.Find(row)!,
            has.Split('、', StringSplitOptions.RemoveEmptyEntries).Select(name => EvidenceName.Find(name)!.Value).ToHashSet(),
            FileType.Find(type)!,
            EvidenceName.Find(said)));
}
