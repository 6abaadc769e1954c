using System.Net;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Records.Evidence;
using StationBot.Tests.Transcripts;

namespace StationBot.Tests.Records.Evidence;

public sealed class FileLinkTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_picture_is_shown_as_what_it_is()
    {
        using var response = await _app.Client.GetAsync(await LinkAsync(SampleFiles.GifAndPage, "页面.html"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("image/gif", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("页面.gif", response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(SampleFiles.GifAndPage, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Everything_else_is_only_downloaded()
    {
        using var response = await _app.Client.GetAsync(await LinkAsync(SampleFiles.Pdf, "计划.pdf"));
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_link_expires_after_an_hour()
    {
        var link = await LinkAsync(SampleFiles.Png, "照片.png");
        _app.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await _app.Client.GetAsync(link)).StatusCode);
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        using var response = await _app.Client.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.StartsWith("这个链接已过期。", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a.b")]
    [InlineData("eyJoIjoiIn0.AAAA")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    public async Task A_token_that_is_not_ours_opens_nothing(string token)
    {
        using var response = await _app.Client.GetAsync($"/files/{token}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.StartsWith("链接不对，打不开文件。", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_changed_token_opens_nothing()
    {
        var link = await LinkAsync(SampleFiles.Png, "照片.png");
        var at = link.LastIndexOf('/') + 5;
        using var response = await _app.Client.GetAsync(link[..at] + (link[at] == 'A' ? 'B' : 'A') + link[(at + 1)..]);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<string> LinkAsync(byte[] bytes, string name)
    {
        var kept = Assert.IsType<Taken.Kept>(await _app.Services.GetRequiredService<ContentStore>().TakeAsync(new MemoryStream(bytes)));
        return await _app.Services.GetRequiredService<FileLinks>().LinkAsync(
            new LinkedFile(kept.Content.Hash, kept.Content.Type, FileNames.Display(name, kept.Content.Type)));
    }
}
