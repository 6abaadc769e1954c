using Microsoft.Playwright;
using StationBot.Tests.Records.Evidence;

namespace StationBot.Tests.Browser;

/// <summary>Files as a person at a browser sends them.</summary>
public sealed class UploadTests
{
    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Fact]
    public async Task A_photo_is_picked_bound_and_opened()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var chat = await ChatBrowser.OpenAsync(bot.Url, Screen.Phone);
        await chat.SeesAsync("设置社工站");
        await chat.Field("站点名称").FillAsync("阳光社工站");
        await chat.PressAsync("创建站点");
        await chat.SeesAsync("“阳光社工站”建好了");
        await chat.SayAsync("记走访");
        await chat.SeesAsync("服务日期");
        await chat.Field("领域").SelectOptionAsync("养老服务");
        await chat.Field("类别").SelectOptionAsync("关爱帮扶");
        await chat.Field("服务日期").FillAsync(Today.ToString("yyyy-MM-dd"));
        await chat.Field("内容").FillAsync("陪老人聊天");
        await chat.Field("其他姓名").FillAsync("李桂兰");
        await chat.PressAsync("保存");
        await chat.SeesAsync("还缺材料：水印照片");

        await chat.Page.Locator("input[type=file]").First.SetInputFilesAsync(
        [
            new FilePayload { Name = "走访.png", MimeType = "image/png", Buffer = SampleFiles.Png },
            new FilePayload { Name = "网页.jpg", MimeType = "image/jpeg", Buffer = SampleFiles.Html },
        ]);
        await chat.ScreenshotAsync("20-picked");
        await chat.SayAsync("照片");
        await chat.SeesAsync("已归入 1 张照片");
        await chat.SeesAsync("“网页.jpg”的类型不能用，没有保存");
        await chat.SeesAsync("已有材料：水印照片 1 份");
        await chat.ScreenshotAsync("21-bound");
        // Five buttons and more: none of them is pushed out of the card.
        var card = (await chat.Card.BoundingBoxAsync())!;
        var last = (await chat.Card.GetByRole(AriaRole.Button, new() { Name = "已传网站", Exact = true }).BoundingBoxAsync())!;
        Assert.InRange(last.X + last.Width, card.X, card.X + card.Width);

        var popup = await chat.Page.RunAndWaitForPopupAsync(() => chat.PressAsync("1. 走访.png"));
        await popup.WaitForLoadStateAsync();
        Assert.StartsWith(bot.Url + "files/", popup.Url.Replace("localhost", "127.0.0.1", StringComparison.Ordinal));
        Assert.Equal(1, await popup.Locator("img").CountAsync());
        Assert.Empty(chat.Errors);
    }
}
