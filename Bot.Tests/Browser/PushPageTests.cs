using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StationBot.Messages;
using StationBot.Pictures;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Storage;
using StationBot.Tests.Transcripts;
using StationBot.WeeklyProgress;
using static Microsoft.Playwright.Assertions;

namespace StationBot.Tests.Browser;

/// <summary>What comes unasked, and the picture of the year, as they look in the web chat on a phone.</summary>
public sealed class PushPageTests
{
    [Fact]
    public async Task The_picture_the_week_and_a_reminder_are_seen_and_pressed()
    {
        // Monday 2024-09-23, 08:30.
        await using var app = new StationApp(new DateTimeOffset(2024, 9, 23, 0, 30, 0, TimeSpan.Zero));
        await using var chat = await ChatBrowser.OpenAsync(app.Client.BaseAddress!, Screen.Phone);
        await chat.SeesAsync("设置社工站");
        await chat.PressAsync("先看看演示站点");
        await chat.SeesAsync("演示社工站");
        await chat.SayAsync("给我看今年的图");
        await chat.SeesAsync("2024年 全部指标：完成");
        if (File.Exists(YearPainter.FontFile))
        {
            var picture = chat.Page.GetByAltText("2024年 全部指标.png").Last;
            await Expect(picture).ToBeVisibleAsync();
            await Expect(picture).ToHaveJSPropertyAsync("naturalWidth", YearPainter.Width * YearPainter.Scale);
            // The page cuts other pictures to 240.
            Assert.InRange((await picture.BoundingBoxAsync())!.Height, 1000, 2000);
        }

        await chat.ScreenshotAsync("30-picture");
        await chat.TallScreenshotAsync("31-picture-all");

        await chat.SayAsync("现在的提醒设置");
        await chat.SeesAsync("周报：每周一 08:30");
        var to = await RecipientAsync(app);
        await SendAsync(app, to, await app.Services.GetRequiredService<WeeklyMessage>().ForAsync(to, new DateOnly(2024, 9, 23), CancellationToken.None));
        await chat.SeesAsync("2024年9月 全部指标：还差");
        // Nobody who leaves the page open after an answer has to scroll to find it.
        await Expect(chat.Card.GetByText("2024年9月 全部指标：还差").First).ToBeInViewportAsync(new() { Ratio = 1 });
        await chat.TallScreenshotAsync("32-week");
        await SendAsync(app, to, (await app.Services.GetRequiredService<ReminderMessage>().ForAsync(to, new DateOnly(2024, 9, 27), CancellationToken.None))!);
        await chat.SeesAsync("离季度末 3 天");
        await chat.TallScreenshotAsync("33-reminder");
        await chat.Card.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(chat.Card.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true })).ToBeVisibleAsync();
        await chat.ScreenshotAsync("34-form");
        Assert.Empty(chat.Errors);
    }

    private static async Task SendAsync(StationApp app, Recipient to, Reply reply) =>
        await app.Services.GetServices<IChannel>().Single(channel => channel.Name == to.Address.Channel).SendAsync(to.Address, reply, replyTo: null, CancellationToken.None);

    private static async Task<Recipient> RecipientAsync(StationApp app)
    {
        var station = await app.Services.GetRequiredService<DemoStation>().EnsureAsync();
        var lead = (await app.Services.GetRequiredService<StationStore>().ActiveMembersAsync(station.Id)).First(member => member.Role == Role.Lead);
        var conversation = await app.Services.GetRequiredService<Database>().ReadAsync(
            connection => connection.QuerySingleAsync<string>("SELECT conversation FROM conversation WHERE channel = 'webchat'"), CancellationToken.None);
        return new Recipient(station, lead, new Address("webchat", "webchat", conversation), IsGroup: false);
    }
}
