using System.Net;
using System.Text.Json.Nodes;
using StationBot.Pictures;

namespace StationBot.Tests.Transcripts;

/// <summary>给我看今年的图.</summary>
public sealed class PictureTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    private Chat _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _chat = _app.Chat();
        await _chat.SayAsync("你好");
        await _chat.PressAsync("先看看演示站点");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_year_is_a_picture_by_link_and_bars_in_the_card()
    {
        Assert.SkipUnless(File.Exists(YearPainter.FontFile), "This build has no font: it takes Node to fetch it.");
        var said = (await _chat.SendAsync(new JsonObject { ["text"] = "给我看今年的图" }))[^1]!;
        Assert.Equal(((string)said["text"]!).Split('\n')[0], await FirstAsync("今年全部指标进度"));
        var picture = said["attachments"]![1]!;
        Assert.Equal(("image/png", "2024年 全部指标.png"), ((string?)picture["contentType"], (string?)picture["name"]));
        using var response = await _app.Client.GetAsync((string)picture["contentUrl"]!);
        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await response.Content.ReadAsByteArrayAsync())[..4]);

        _app.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal(HttpStatusCode.OK, (await _app.Client.GetAsync((string)picture["contentUrl"]!)).StatusCode);
        _app.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.Gone, (await _app.Client.GetAsync((string)picture["contentUrl"]!)).StatusCode);
    }

    [Fact]
    public async Task A_task_is_opened_from_it_and_other_years_are_told()
    {
        await _chat.SayAsync("画个图");
        Assert.Equal("2024年儿童关爱保护的图", _chat.Buttons.First());
        Assert.StartsWith("2024年 儿童关爱保护：完成 ", await _chat.PressAsync("2024年儿童关爱保护的图"));
        Assert.Contains("· 关爱帮扶 ", _chat.Text);
        Assert.Contains("图按整个项目年度画。", await _chat.SayAsync("8月的进度图"));
        Assert.StartsWith("2023年不在项目年度内。", await _chat.SayAsync("去年的图"));
    }

    [Fact]
    public async Task A_group_sees_it_too()
    {
        var group = new Chat(_app, "u1", "小王") { InGroup = true };
        Assert.StartsWith("2024年 全部指标：完成 ", await group.SayAsync("给我看今年的图"));
    }

    private async Task<string> FirstAsync(string question)
    {
        await _chat.SayAsync(question);
        return _chat.FirstLine;
    }
}
