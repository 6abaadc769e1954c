using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StationBot.Channels.Teams;
using StationBot.Conversations;
using StationBot.Messages;
using StationBot.Records.Evidence;
using StationBot.Tests.Records.Evidence;
using Attachment = StationBot.Channels.Teams.Attachment;

namespace StationBot.Tests.Channels.Teams;

public sealed class FileDownloadTests : IDisposable
{
    private const string Connector = "http://localhost:4010/apac/";
    private const string Inline = "http://localhost:4010/v3/attachments/1/views/original";
    private const string Drive = "https://contoso.sharepoint.com/download?id=1";
    private const int MaxBytes = 1000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stationbot-");
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(Inline)]
    [InlineData(Drive)]
    public async Task What_the_connector_and_Teams_drives_hold_is_fetched_without_a_token(string url)
    {
        var network = new Network(_ => Answer(SampleFiles.Jpeg()));
        var file = Assert.Single(await TakeAsync(network, [url]));
        Assert.Equal(("照片.jpg", "jpeg", null), (file.Name, file.Type, file.Problem));
        Assert.Equal(url, Assert.Single(network.Asked).RequestUri!.AbsoluteUri);
        Assert.Null(network.Asked[0].Headers.Authorization);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://localhost:9999/secret")]
    [InlineData("https://contoso.sharepoint.com.evil.example/1")]
    [InlineData("https://evilsharepoint.com/1")]
    [InlineData("http://contoso.sharepoint.com/1")]
    [InlineData("https://user@contoso.sharepoint.com/1")]
    [InlineData("https://contoso.sharepoint.com:8443/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    [InlineData("data:image/jpeg;base64,%%%")]
    public async Task Nothing_else_is_asked(string url)
    {
        var network = new Network(_ => Answer(SampleFiles.Jpeg()));
        Assert.Equal(FileProblem.NotFetched, Assert.Single(await TakeAsync(network, [url])).Problem);
        Assert.Empty(network.Asked);
    }

    [Fact]
    public async Task Too_much_is_read_no_further()
    {
        var network = new Network(request => Answer(new byte[MaxBytes + 1], sayLength: request.RequestUri!.AbsoluteUri == Inline));
        Assert.All(await TakeAsync(network, [Inline, Drive]), file => Assert.Equal(FileProblem.TooLarge, file.Problem));
    }

    [Fact]
    public async Task What_is_refused_or_led_elsewhere_or_fails_is_told()
    {
        foreach (var answer in new Func<HttpRequestMessage, Task<HttpResponseMessage>>[]
        {
            _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound)),
            _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Redirect)),
            _ => throw new HttpRequestException("The network failed."),
        })
        {
            Assert.Equal(FileProblem.NotFetched, Assert.Single(await TakeAsync(new Network(answer), [Inline])).Problem);
        }
    }

    [Fact]
    public async Task Nobody_waits_longer_than_the_channel_does()
    {
        var network = new Network(async _ =>
        {
            await Task.Delay(Timeout.Infinite);
            return null!;
        });
        var taking = TakeAsync(network, [Inline, Drive]);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.All(await taking.WaitAsync(TimeSpan.FromSeconds(20)), file => Assert.Equal(FileProblem.NotFetched, file.Problem));
    }

    [Fact]
    public async Task In_a_group_nothing_is_fetched()
    {
        var network = new Network(_ => Answer(SampleFiles.Jpeg()));
        Assert.Null(Assert.Single(await TakeAsync(network, [Inline], isGroup: true)).Hash);
        Assert.Empty(network.Asked);
    }

    private async Task<IReadOnlyList<IncomingFile>> TakeAsync(Network network, string[] urls, bool isGroup = false)
    {
        var options = new AttachmentOptions(_folder.FullName, MaxBytes);
        using var downloads = new FileDownloads(network, new IncomingFiles(new ContentStore(options, _time), options), _time, NullLogger<FileDownloads>.Instance);
        var activity = new Activity
        {
            Id = "a1",
            ServiceUrl = Connector,
            Attachments = [.. urls.Select(url => url == Drive
                ? new Attachment
                {
                    Name = "照片.jpg",
                    ContentType = Attachment.FileDownloadInfo,
                    ContentUrl = "https://contoso.sharepoint.com/personal/a.jpg",
                    Content = JsonSerializer.SerializeToUtf8Bytes(new { downloadUrl = url, fileType = "jpg" }),
                }
                : new Attachment { Name = "照片.jpg", ContentType = "image/*", ContentUrl = url })],
        };
        return await downloads.TakeAsync(activity, isGroup);
    }

    private static Task<HttpResponseMessage> Answer(byte[] bytes, bool sayLength = true) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
    {
        Content = sayLength ? new ByteArrayContent(bytes) : new StreamContent(new Unmeasured(bytes)),
    });

    private sealed class Network(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        public List<HttpRequestMessage> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (Asked)
            {
                Asked.Add(request);
            }

            return answer(request).WaitAsync(cancellationToken);
        }
    }

    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
