namespace StationBot.Tests.Transcripts.Drafts;

/// <summary>Whole sentences, from what is typed to what is counted.</summary>
public sealed class SentenceTests : DraftStation
{
    [Fact]
    public async Task A_sentence_a_correction_a_press()
    {
        Assert.Equal("要登记 养老服务·跟踪回访 2024年9月17日 下午 李桂兰（红旗村），对吗？", await Chat.SayAsync("昨天下午去李桂兰家回访，聊了用药情况"));
        Assert.EndsWith("李桂芝（东风社区）\n算哪个领域？", await Chat.SayAsync("不是李桂兰，是李桂芝"));
        Assert.EndsWith("李桂芝（东风社区），对吗？", await Chat.SayAsync("养老"));
        Assert.StartsWith("已保存 #1\n养老服务·跟踪回访 2024年第3季度 1/1 次 ✅", await Chat.PressAsync("保存"));
        Assert.StartsWith("修改 #1：方式 上门 → 电话", await Chat.SayAsync("把上一条改成电话回访"));
    }

    [Fact]
    public async Task What_was_planned_tried_or_heard_counts_nothing()
    {
        await Chat.SayAsync("明天下午去王德福家回访");
        await Chat.PressAsync("保存");
        await Chat.SayAsync("去了趟王德福家没人，明天再去");
        await Chat.PressAsync("保存");
        await Chat.SayAsync("听说王德福住院了，村里去看了");
        Assert.Equal("好的，没有登记。", await Chat.SayAsync("不是"));
        Assert.StartsWith("2024年 养老服务·跟踪回访：共 0 次", await Chat.SayAsync("今年养老回访做了几次"));
        Assert.Contains("还没有联系记录", await Chat.SayAsync("查王德福"));
    }
}
