using Microsoft.Extensions.DependencyInjection;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Stations;
using StationBot.Tests.Ledgers;
using StationBot.Tests.Records.Evidence;

namespace StationBot.Tests.Transcripts;

/// <summary>Files that nobody made evidence of anything go after a month; whatever anything refers to never does.</summary>
public sealed class UnboundSweepTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    private Chat _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _chat = _app.Chat();
        await _chat.SetUpAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_nobody_bound_goes_and_what_anything_refers_to_stays()
    {
        await _chat.SendFilesAsync("", Photo("waits"));
        await _chat.SendFilesAsync("", Photo("unwanted"));
        await _chat.PressAsync("不要了");
        _app.Time.Advance(TimeSpan.FromMinutes(3));
        await _chat.VisitAsync("elder", "care", "2024-09-18", "李桂兰");
        await _chat.SendFilesAsync("1号的", Photo("bound"));
        _app.Time.Advance(TimeSpan.FromMinutes(3));
        await _chat.SendFilesAsync("1号的", Photo("freed"));
        await _chat.PressAsync("解除");
        _app.Time.Advance(TimeSpan.FromMinutes(3));
        await _chat.SendFilesAsync("", Photo("twice"));
        var ledger = ((Taken.Kept)await _app.Services.GetRequiredService<ContentStore>().TakeAsync(new MemoryStream(SampleFiles.Xlsx))).Content;
        await _app.Services.GetRequiredService<LedgerFiles>().KeepAsync(await WhoAsync(), "ledger", ledger, "台账.xlsx", []);
        _app.Time.Advance(TimeSpan.FromDays(29));
        // The same bytes again: they are wanted anew.
        await _chat.SendFilesAsync("", Photo("twice"));

        await SweepAsync();
        Assert.Equal(6, Files().Count);

        _app.Time.Advance(TimeSpan.FromDays(2));
        await SweepAsync();
        Assert.Equal([.. new[] { "bound", "freed", "twice" }.Select(HashOf).Append(ledger.Hash).Order(StringComparer.Ordinal)], Files());
        Assert.Equal(new[] { "bound", "freed", "twice" }.Select(HashOf).Order(StringComparer.Ordinal), Rows("SELECT DISTINCT hash FROM attachment ORDER BY hash"));
        Assert.Equal(["3"], Rows("SELECT COUNT(*) FROM attachment"));
    }

    /// <summary>Old bytes that nothing refers to are handed in again while they are swept: whoever was told that they are kept finds them.</summary>
    [Fact]
    public async Task What_is_handed_in_while_it_is_swept_is_there()
    {
        var contents = _app.Services.GetRequiredService<ContentStore>();
        var who = await WhoAsync();
        for (var round = 0; round < 40; round++)
        {
            var pictures = Enumerable.Range(0, 10).Select(i => SampleFiles.Jpeg($"{round} {i}")).ToList();
            foreach (var picture in pictures)
            {
                var old = ((Taken.Kept)await contents.TakeAsync(new MemoryStream(picture))).Content;
                File.SetLastWriteTimeUtc(Where(old.Hash), new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            }

            var sweeping = Task.Run(SweepAsync);
            var sent = await Task.WhenAll(pictures.Select((picture, i) => Task.Run(async () =>
            {
                var content = ((Taken.Kept)await contents.TakeAsync(new MemoryStream(picture))).Content;
                await Store.AddAsync(who, $"{round} {i}", [new NewAttachment(content, "照片.jpg", null)]);
                return content.Hash;
            })));
            await sweeping;
            await SweepAsync();
            Assert.All(sent, hash => Assert.True(File.Exists(Where(hash))));
        }
    }

    /// <summary>An old file is bound while it is swept: either it is evidence and is there, or the member is told that it is gone.</summary>
    [Fact]
    public async Task What_is_bound_while_it_is_swept_is_there_or_told_to_be_gone()
    {
        await _chat.VisitAsync("elder", "care", "2024-09-18", "李桂兰");
        var contents = _app.Services.GetRequiredService<ContentStore>();
        var who = await WhoAsync();
        var batches = Enumerable.Range(0, 60).Select(i => $"batch {i}").ToList();
        foreach (var batch in batches)
        {
            var content = ((Taken.Kept)await contents.TakeAsync(new MemoryStream(SampleFiles.Jpeg(batch)))).Content;
            await Store.AddAsync(who, batch, [new NewAttachment(content, "照片.jpg", null)]);
        }

        _app.Time.Advance(TimeSpan.FromDays(31));
        var binding = batches.ConvertAll(batch => Task.Run(async () => await Store.BindAsync(who, batch, batch, 1, (_, _, _) => EvidenceKind.WatermarkPhoto)));
        await Task.WhenAll(Task.Run(SweepAsync), Task.Run(SweepAsync), Task.WhenAll(binding));
        await SweepAsync();

        foreach (var (batch, bound) in batches.Zip(binding))
        {
            var isBound = await bound is Bound.Done;
            Assert.Equal([isBound ? "1" : "0"], Rows($"SELECT COUNT(*) FROM attachment WHERE batch = '{batch}' AND number = 1"));
            Assert.Equal(isBound, File.Exists(Where(HashOf(batch))));
        }
    }

    /// <summary>A sweep that was cut off between its two steps has lost nothing.</summary>
    [Fact]
    public async Task What_a_cut_off_sweep_set_aside_comes_back_when_it_is_wanted()
    {
        await _chat.SendFilesAsync("", Photo("waits"));
        _app.Services.GetRequiredService<ContentAside>().Put(HashOf("waits"));
        Assert.False(File.Exists(Where(HashOf("waits"))));
        await SweepAsync();
        Assert.True(File.Exists(Where(HashOf("waits"))));
    }

    private AttachmentStore Store => _app.Services.GetRequiredService<AttachmentStore>();

    private Task<int> SweepAsync() => _app.Services.GetRequiredService<UnboundSweep>().RunAsync();

    private async Task<Membership> WhoAsync() => (await _app.Services.GetRequiredService<StationStore>().FindMemberAsync("emulator", "u1"))!;

    private static (string, byte[]) Photo(string salt) => ("照片.jpg", SampleFiles.Jpeg(salt));

    private static string HashOf(string salt) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(SampleFiles.Jpeg(salt)));

    private string Folder => _app.Services.GetRequiredService<AttachmentOptions>().Folder;

    private string Where(string hash) => Path.Combine(Folder, hash[..2], hash);

    private List<string> Files() => [.. new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name).Order(StringComparer.Ordinal)];

    private IReadOnlyList<string> Rows(string sql) => StoredRows.Of(_app.DatabaseFile, sql);
}
