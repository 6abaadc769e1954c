namespace StationBot.Tests.Transcripts;

/// <summary>A follow-up keeps what was asked before, for ten minutes, in its own conversation (product.md §5).</summary>
public sealed class ContextTests : IAsyncLifetime
{
    private StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Rows_and_periods_are_kept_until_others_are_said()
    {
        var chat = await SetUpAsync();
        Assert.StartsWith("2024年9月 关爱帮扶：还差 8 次", await chat.SayAsync("本月还差几次关爱帮扶"));
        Assert.StartsWith("2024年9月 养老服务·关爱帮扶：还差 2 次", await chat.SayAsync("那养老呢"));
        Assert.StartsWith("2024年8月 养老服务·关爱帮扶：还差 2 次", await chat.SayAsync("上个月呢"));
        Assert.StartsWith("2024年8月 养老服务·资源链接：还差 2 次", await chat.SayAsync("资源链接呢"));
        Assert.StartsWith("2024年8月 养老服务·资源链接（小王）：共 0 次", await chat.SayAsync("只看小王的"));
        Assert.StartsWith("2024年 个案：", await chat.SayAsync("还差几个个案"));
    }

    [Fact]
    public async Task They_are_kept_over_a_restart()
    {
        var chat = await SetUpAsync();
        await chat.SayAsync("本月还差几次关爱帮扶");
        await chat.SayAsync("那养老呢");
        _app = await _app.RestartAsync();
        Assert.StartsWith("2024年8月 养老服务·关爱帮扶：还差 2 次", await chat.GoOn(_app).SayAsync("上个月呢"));
    }

    [Theory]
    [InlineData(600, "2024年9月 养老服务·关爱帮扶：还差 2 次")]
    [InlineData(601, "接着哪个问题？")]
    public async Task They_are_kept_for_ten_minutes(int seconds, string begins)
    {
        var chat = await SetUpAsync();
        await chat.SayAsync("本月还差几次关爱帮扶");
        _app.Time.Advance(TimeSpan.FromSeconds(seconds));
        Assert.StartsWith(begins, await chat.SayAsync("那养老呢"));
    }

    [Fact]
    public async Task Another_conversation_knows_nothing_of_them()
    {
        var chat = await SetUpAsync();
        await chat.SayAsync("本月还差几次关爱帮扶");
        var other = new Chat(_app, "u1", "小王") { Conversation = "another" };
        Assert.StartsWith("接着哪个问题？", await other.SayAsync("那养老呢"));
    }

    private async Task<Chat> SetUpAsync()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        return chat;
    }
}
