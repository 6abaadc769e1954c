using System.Globalization;
using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace StationBot.Tests.Browser;

/// <summary>The main job as a person at a browser does it, on the real bot.</summary>
public sealed partial class ChatPageTests
{
    private const string Question = "本月还差几次关爱帮扶";
    private const int Patience = 1000;

    public static TheoryData<string> Screens => [Screen.Desktop.Name, Screen.Phone.Name];

    /// <summary>The bot's day: the default zone is China's, which keeps one offset the year round.</summary>
    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Theory, MemberData(nameof(Screens))]
    public async Task A_visit_is_logged_asked_for_undone_and_found_again(string name)
    {
        var screen = name == Screen.Phone.Name ? Screen.Phone : Screen.Desktop;
        await using var bot = await BotProcess.StartAsync();
        await using (var chat = await ChatBrowser.OpenAsync(bot.Url, screen))
        {
            await SetUpAsync(chat);
            await RefusedAsync(chat);
            await SavedAsync(chat);
            await AskedAndUndoneAsync(chat);
            Assert.Empty(chat.Errors);
        }

        await using var again = await ChatBrowser.OpenAsync(bot.Url, screen);
        await again.SeesAsync("已撤销");
        await Expect(again.Cards.GetByText("关爱帮扶：还差")).ToHaveCountAsync(2);
        await again.SayAsync("撤销");
        await again.SeesAsync("没有可以撤销的记录");
        await again.ScreenshotAsync("9-back");
        Assert.Empty(again.Errors);
    }

    /// <summary>Some proxies let no WebSocket through: the page asks again and again instead.</summary>
    [Fact]
    public async Task Without_a_socket_the_page_polls()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var chat = await ChatBrowser.OpenAsync(bot.Url, Screen.Desktop, webSocket: false);
        var polls = 0;
        chat.Page.Request += (_, request) => polls += request.Url.Contains("/activities?", StringComparison.Ordinal) ? 1 : 0;
        await SetUpAsync(chat);
        await chat.SayAsync(Question);
        await chat.SeesAsync("关爱帮扶：还差");
        Assert.NotEqual(0, polls);
    }

    /// <summary>A killed bot comes back under a page that stayed open.</summary>
    [Fact]
    public async Task A_page_left_open_finds_the_bot_again()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var chat = await ChatBrowser.OpenAsync(bot.Url, Screen.Desktop);
        await SetUpAsync(chat);
        await bot.KillAsync();
        await chat.SeesAsync("与服务器的连接断开了");
        await chat.ScreenshotAsync("10-lost");
        await bot.RestartAsync();
        await Expect(chat.Page.GetByText("与服务器的连接断开了")).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await chat.SayAsync(Question);
        await chat.SeesAsync("关爱帮扶：还差");
    }

    private static async Task SetUpAsync(ChatBrowser chat)
    {
        await chat.SeesAsync("设置社工站");
        await chat.ScreenshotAsync("1-setup");
        await chat.PressAsync("创建站点");
        await chat.SeesAsync("请填写站点名称");
        await chat.Field("站点名称").FillAsync("阳光社工站");
        await chat.PressAsync("创建站点");
        await chat.SeesAsync("“阳光社工站”建好了");
        await chat.ScreenshotAsync("2-welcome");
    }

    /// <summary>First the browser says what is missing, then the server what is wrong; what was right stays filled in.</summary>
    private static async Task RefusedAsync(ChatBrowser chat)
    {
        await chat.SayAsync("记走访");
        await chat.SeesAsync("服务日期");
        await chat.ScreenshotAsync("3-form");
        await chat.PressAsync("保存");
        await chat.SeesAsync("请选择领域");
        await chat.ScreenshotAsync("4-form-missing");

        await chat.Field("领域").SelectOptionAsync("养老服务");
        await chat.Field("类别").SelectOptionAsync("关爱帮扶");
        await chat.Field("服务日期").FillAsync(Written(Today.AddDays(2)));
        await chat.Field("内容").FillAsync("陪老人聊天、量血压，帮着换了灯泡。");
        await chat.PressAsync("保存");
        await chat.SeesAsync("还没有保存：有 2 处要改");
        await chat.SeesAsync("不能登记未来的服务");
        await chat.SeesAsync("请选择服务对象");
        await Expect(chat.Field("领域")).ToHaveValueAsync("elder");
        await Expect(chat.Field("类别")).ToHaveValueAsync("care");
        await Expect(chat.Field("内容")).ToHaveValueAsync("陪老人聊天、量血压，帮着换了灯泡。");
        await chat.ScreenshotAsync("5-form-wrong");
    }

    private static async Task SavedAsync(ChatBrowser chat)
    {
        var cards = await chat.Cards.CountAsync();
        await chat.Field("服务日期").FillAsync(Written(Today));
        await chat.Field("其他姓名").FillAsync("李桂兰");
        await chat.PressAsync("保存");
        await chat.SeesAsync("已保存");
        await Expect(chat.Cards).ToHaveCountAsync(cards);
        await Expect(chat.Card.GetByRole(Microsoft.Playwright.AriaRole.Textbox)).ToHaveCountAsync(0);
        await chat.ScreenshotAsync("6-receipt");
    }

    private static async Task AskedAndUndoneAsync(ChatBrowser chat)
    {
        var receipt = await chat.Cards.CountAsync() - 1;
        await chat.SayAsync(Question);
        var before = await RemainingAsync(chat, answers: 1);
        await chat.ScreenshotAsync("7-answer");
        if (Environment.GetEnvironmentVariable("README_PICTURE") is { Length: > 0 } && !chat.Screen.IsPhone)
        {
            await chat.PictureAsync();
        }

        await chat.Cards.Nth(receipt).GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "撤销", Exact = true }).ClickAsync();
        await chat.SeesAsync("已撤销，不计入次数");
        await chat.SayAsync(Question);
        Assert.Equal(before + 1, await RemainingAsync(chat, answers: 2));
        await chat.ScreenshotAsync("8-undone");
    }

    private static async Task<int> RemainingAsync(ChatBrowser chat, int answers)
    {
        var headlines = chat.Cards.GetByText($"{Today.Year}年{Today.Month}月 关爱帮扶：还差");
        await Expect(headlines).ToHaveCountAsync(answers);
        var line = await headlines.Last.InnerTextAsync();
        return int.Parse(Remaining().Match(line).Groups["times"].Value, CultureInfo.InvariantCulture);
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"还差 (?<times>\d+) 次", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Remaining();
}
