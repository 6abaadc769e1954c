using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace StationBot.Tests.Browser;

/// <summary>The chat page in Debian's chromium, and what a person does there.</summary>
internal sealed class ChatBrowser : IAsyncDisposable
{
    private const string NoWebSocket =
        """
        window.WebSocket = class extends EventTarget {
          readyState = 0;
          constructor() {
            super();
            setTimeout(() => {
              this.readyState = 3;
              const closed = new CloseEvent('close', { code: 1006 });
              this.onclose?.(closed);
              this.dispatchEvent(closed);
            });
          }
          close() {}
          send() {}
        };
        """;

    private const int Patience = 20_000;

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ConcurrentQueue<string> _errors = [];

    private ChatBrowser(IPlaywright playwright, IBrowser browser, IPage page, Screen screen)
    {
        (_playwright, _browser, Page, Screen) = (playwright, browser, page, screen);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _errors.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => _errors.Enqueue(error);
    }

    public IPage Page { get; }

    public Screen Screen { get; }

    public ILocator Cards => Page.Locator(".ac-adaptiveCard");

    /// <summary>The newest card.</summary>
    public ILocator Card => Cards.Last;

    /// <summary>What the page complained about: scripts that failed, requests that its policy forbids.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Skips the test, and says so, on a machine without chromium.</summary>
    public static async Task<ChatBrowser> OpenAsync(Uri url, Screen screen, bool webSocket = true)
    {
        var chromium = FindChromium();
        Assert.SkipWhen(chromium is null, "No chromium on this machine's PATH.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
        var context = await browser.NewContextAsync(new()
        {
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            IsMobile = screen.IsPhone,
            HasTouch = screen.IsPhone,
            DeviceScaleFactor = 2,
        });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        if (!webSocket)
        {
            await context.AddInitScriptAsync(NoWebSocket);
        }

        var chat = new ChatBrowser(playwright, browser, await context.NewPageAsync(), screen);
        await chat.Page.GotoAsync(url.ToString());
        return chat;
    }

    public async Task SayAsync(string text)
    {
        var box = Page.Locator("[data-id='webchat-sendbox-input']");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    public Task PressAsync(string title) => Card.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();

    /// <summary>An input of the newest card, by its label.</summary>
    public ILocator Field(string label) => Card.GetByLabel(label);

    public Task SeesAsync(string text) => Assertions.Expect(Page.GetByText(text).Last).ToBeVisibleAsync();

    /// <summary>Beside the test's output, for people to look at; the newest message stands at the bottom.</summary>
    public async Task ScreenshotAsync(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "TestResults", "screenshots");
        // The page scrolls smoothly to what came last.
        await Page.WaitForTimeoutAsync(600);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{Screen.Name}-{name}.png") });
    }

    /// <summary>The newest message as a whole, on a screen that is high enough for it.</summary>
    public async Task TallScreenshotAsync(string name)
    {
        await Page.SetViewportSizeAsync(Screen.Width, 2400);
        await ScreenshotAsync(name);
        await Page.SetViewportSizeAsync(Screen.Width, Screen.Height);
    }

    /// <summary>The picture in the README.</summary>
    public Task PictureAsync() => Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, ".github", "chat.png") });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string? FindChromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser" }, Path.Combine)
        .FirstOrDefault(File.Exists);
}

/// <summary>What the page is looked at on.</summary>
public sealed record Screen(string Name, int Width, int Height, bool IsPhone)
{
    public static readonly Screen Desktop = new("desktop", 1000, 800, IsPhone: false);
    public static readonly Screen Phone = new("phone", 390, 844, IsPhone: true);

    public override string ToString() => Name;
}
