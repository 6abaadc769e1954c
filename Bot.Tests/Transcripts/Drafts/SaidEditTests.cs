using StationBot.Understanding.Readings;
using static StationBot.Tests.Transcripts.Drafts.Told;

namespace StationBot.Tests.Transcripts.Drafts;

/// <summary>A sentence changes the card that is open; once it is saved, the record.</summary>
public sealed class SaidEditTests : DraftStation
{
    [Theory]
    [InlineData("不是李桂兰，是王德福", "person", "王德福（红旗村）")]
    [InlineData("日期是昨天", "date", "2024-09-17")]
    [InlineData("改成电话", "mode", "Phone")]
    [InlineData("把李桂兰那条改成电话", "mode", "Phone")]
    [InlineData("方式：电话", "mode", "Phone")]
    [InlineData("不对，是关爱帮扶", "category", "care")]
    [InlineData("时长40分钟", "minutes", "40")]
    [InlineData("内容加一句：血压偏高", "content", "聊了用药情况；血压偏高")]
    public async Task The_open_card_changes(string said, string field, string value)
    {
        await Chat.TellAsync(Visit("李桂兰") with { Days = [Today] });
        Assert.StartsWith("要登记 ", await Chat.SayAsync(said));
        Assert.Equal(value, Chat.Submission("保存")[field]!.ToString());
        Assert.StartsWith("已保存 #1", await Chat.PressAsync("保存"));
        Assert.Equal("没有没填完的卡片。", await Chat.SayAsync("继续刚才的"));
    }

    [Fact]
    public async Task An_amount_changes()
    {
        await Chat.TellAsync(Of("distribution", "distribution") with { Area = "charity", Topic = "aid", Name = "中秋慰问", Fen = 100_000, People = 20 });
        Assert.Equal("要登记 慈善救助 2024年9月18日 中秋慰问 1200.00 元，对吗？", await Chat.SayAsync("金额1200"));
    }

    [Fact]
    public async Task What_was_filled_in_by_hand_stays()
    {
        await Chat.TellAsync(Visit("李桂兰"));
        Assert.Contains("还没有保存", await Chat.PressAsync("保存", ("date", "2024-09-20"), ("content", "换了内容")));
        await Chat.SayAsync("日期是昨天");
        Assert.Equal(("2024-09-20", "换了内容"), (Value("date"), Value("content")));
        await Chat.SayAsync("日期改成9月16号");
        Assert.Equal(("2024-09-16", "换了内容"), (Value("date"), Value("content")));
    }

    [Fact]
    public async Task The_last_record_is_meant_where_it_is_said_or_where_nothing_is_open()
    {
        await Chat.VisitAsync("elder", "care", "2024-09-16", "王大爷");
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await Chat.TellAsync(Visit("李桂兰"));
        Assert.StartsWith("修改 #1：", await Chat.SayAsync("把上一条改成电话回访"));
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await Chat.TellAsync(Visit("李桂兰"));
        Assert.StartsWith("要登记 ", await Chat.SayAsync("改成电话"));
        App.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith("已保存 #2", await Chat.PressAsync("保存"));
        Assert.StartsWith("修改 #2：", await Chat.SayAsync("改成上门"));
    }

    [Fact]
    public async Task The_record_of_a_person_is_found()
    {
        await Chat.VisitAsync("elder", "care", "2024-09-16", "李桂兰");
        await Chat.VisitAsync("elder", "care", "2024-09-16", "王德福");
        Assert.StartsWith("修改 #1：方式 上门 → 电话", await Chat.SayAsync("把李奶奶那条改成电话"));
        await Chat.VisitAsync("elder", "care", "2024-09-17", "李桂芝");
        Assert.Equal("有 2 位“李奶奶”，改哪一条？", await Chat.SayAsync("把李奶奶那条改成电话"));
        Assert.StartsWith("修改 #3：方式 上门 → 电话", await Chat.PressAsync("#3 李桂芝（东风社区）"));
        Assert.Equal("没有您登记的张三的记录。", await Chat.SayAsync("张三那条改成电话"));
    }

    [Fact]
    public async Task A_name_that_is_not_there_is_said()
    {
        await Chat.TellAsync(Visit("李桂兰"));
        Assert.Contains("没有“张三”", await Chat.SayAsync("不是张三，是王德福"));
        Assert.Equal("李桂兰（红旗村）", Value("person"));
    }
}
