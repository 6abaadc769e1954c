using StationBot.Indicators;
using StationBot.Understanding;

namespace StationBot.Tests.Understanding;

/// <summary>Words beside a file.</summary>
public sealed class FileNoteTests
{
    private static readonly DateTime Now = new(2024, 9, 18, 15, 0, 0);

    [Theory]
    [InlineData("", null, null, null, true)]
    [InlineData("签到表拍好了", EvidenceKind.SignInSheet, null, null, true)]
    [InlineData("这是领取单", EvidenceKind.ReceiptForm, null, null, true)]
    [InlineData("补一下8月15号张三那条的照片", null, null, "2024-08-15", true)]
    [InlineData("这是128号的照片", null, 128L, null, true)]
    [InlineData("#128 的照片", null, 128L, null, true)]
    [InlineData("128号", null, 128L, null, true)]
    [InlineData("记录128的签到表", EvidenceKind.SignInSheet, 128L, null, true)]
    [InlineData("昨天的照片", null, null, "2024-09-17", true)]
    [InlineData("水印照片", null, null, null, true)]
    [InlineData("社工证照片", EvidenceKind.Certificate, null, null, true)]
    [InlineData("本月还差几次关爱帮扶", null, null, null, false)]
    [InlineData("今天上午去李桂兰家送药，按计划聊了用药情况", EvidenceKind.Plan, null, "2024-09-18", false)]
    [InlineData("9月15日给120户发放", null, null, "2024-09-15", false)]
    public void It_says_what_the_file_is(string text, EvidenceKind? kind, long? number, string? day, bool isAbout)
    {
        var note = FileNote.Read(text, Now, []);
        Assert.Equal((kind, number, day, isAbout), (note.Kind, note.Number, note.Day?.ToString("yyyy-MM-dd"), note.IsAboutFiles));
    }
}
