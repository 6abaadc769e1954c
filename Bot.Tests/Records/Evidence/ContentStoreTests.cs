using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using StationBot.Records.Evidence;

namespace StationBot.Tests.Records.Evidence;

public sealed class ContentStoreTests : IDisposable
{
    private const int MaxBytes = 100_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stationbot-");
    private readonly ContentStore _store;

    public ContentStoreTests()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        _store = new ContentStore(new AttachmentOptions(_folder.FullName, MaxBytes), time);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    public static TheoryData<string, byte[], string?> Kinds => new()
    {
        { "a camera's picture", SampleFiles.Jpeg(), "jpeg" },
        { "png", SampleFiles.Png, "png" },
        { "gif", SampleFiles.Gif, "gif" },
        { "webp", SampleFiles.Webp, "webp" },
        { "an iPhone's picture", SampleFiles.Heic, "heic" },
        { "pdf", SampleFiles.Pdf, "pdf" },
        { "Word", SampleFiles.Docx, "docx" },
        { "Excel", SampleFiles.Xlsx, "xlsx" },
        { "a picture that is a page too", SampleFiles.GifAndPage, "gif" },
        { "a film", SampleFiles.Film, null },
        { "a voice message", SampleFiles.Voice, null },
        { "a page", SampleFiles.Html, null },
        { "any archive", SampleFiles.Zip, null },
        { "Word with macros", SampleFiles.Macros, null },
        { "a cut archive", SampleFiles.Docx[..40], null },
        { "one byte", [0xFF], null },
        { "a page with a picture behind it", [.. SampleFiles.Html, .. SampleFiles.Jpeg()], null },
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_bytes_tell_the_type(string what, byte[] bytes, string? type)
    {
        Assert.NotEmpty(what);
        var taken = await TakeAsync(bytes);
        Assert.Equal(type, (taken as Taken.Kept)?.Content.Type.Id);
        Assert.Equal(type is null ? 0 : 1, Files().Count);
    }

    [Fact]
    public async Task What_was_kept_is_found_by_its_hash()
    {
        var bytes = SampleFiles.Jpeg("one");
        var kept = Assert.IsType<Taken.Kept>(await TakeAsync(bytes)).Content;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), kept.Hash);
        Assert.Equal(bytes.Length, kept.Size);
        await using var found = _store.Open(kept.Hash)!;
        using var copy = new MemoryStream();
        await found.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
    }

    [Theory]
    [InlineData("../../../../../../etc/passwd")]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_hash_opens_nothing(string hash) => Assert.Null(_store.Open(hash));

    [Fact]
    public async Task The_limit_is_inclusive_and_nothing_is_left_of_what_is_refused()
    {
        Assert.IsType<Taken.Empty>(await TakeAsync([]));
        Assert.IsType<Taken.TooLarge>(await TakeAsync([.. SampleFiles.Jpeg(), .. new byte[MaxBytes]]));
        Assert.Empty(Files());
        Assert.IsType<Taken.Kept>(await TakeAsync([.. SampleFiles.Pdf, .. new byte[MaxBytes - SampleFiles.Pdf.Length]]));
    }

    [Fact]
    public async Task The_same_bytes_at_the_same_time_stand_there_once()
    {
        var bytes = SampleFiles.Jpeg("same");
        await Parallel.ForAsync(0, 50, async (_, _) => Assert.IsType<Taken.Kept>(await TakeAsync(bytes)));
        Assert.Equal([Convert.ToHexStringLower(SHA256.HashData(bytes))], Files());
    }

    [Fact]
    public async Task What_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => _store.TakeAsync(new BrokenStream(SampleFiles.Jpeg()[..6])));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task What_a_kill_left_half_written_is_swept()
    {
        var left = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.FullName, "incoming")).FullName, "left");
        await File.WriteAllBytesAsync(left, [1, 2, 3]);
        await TakeAsync(SampleFiles.Png);
        Assert.False(File.Exists(left));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData(@"C:\Users\小王\走访.jpg", "走访.jpg")]
    [InlineData("photo.html", "photo.jpg")]
    [InlineData("", "照片.jpg")]
    [InlineData("..", "照片.jpg")]
    [InlineData("a\u202Egpj.exe", "agpj.jpg")]
    [InlineData("走访\r\nSet-Cookie: x.jpg", "走访Set-Cookie x.jpg")]
    public void A_name_is_only_shown(string given, string shown) => Assert.Equal(shown, FileNames.Display(given, FileType.Jpeg));

    [Fact]
    public void A_long_name_is_cut_between_characters() =>
        Assert.Equal(new string('a', 79) + ".pdf", FileNames.Display(new string('a', 79) + "😀😀.pdf", FileType.Pdf));

    private Task<Taken> TakeAsync(byte[] bytes) => _store.TakeAsync(new MemoryStream(bytes));

    private List<string> Files() => [.. _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name)];

    private sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The line is cut.");
    }
}
