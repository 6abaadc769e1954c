using System.Security.Cryptography;

namespace StationBot.Records.Evidence;

/// <summary>Bytes that were taken over.</summary>
/// <param name="Hash">SHA-256, hex in small letters: the name under which they are found again.</param>
public sealed record StoredContent(string Hash, FileType Type, long Size);

/// <summary>What became of bytes that somebody handed in.</summary>
public abstract record Taken
{
    /// <summary>On the disk, whatever happens next.</summary>
    public sealed record Kept(StoredContent Content) : Taken;

    public sealed record Empty : Taken;

    public sealed record TooLarge : Taken;

    /// <summary>No <see cref="FileType"/>, whatever its name says.</summary>
    public sealed record WrongType : Taken;
}

/// <summary>
/// Files by the hash of their bytes: the same bytes stand there once, under their name there is a whole file or none, and none is ever changed.
/// Nothing here is deleted when a write to the database fails: the message that brought the file is done again and finds it.
/// </summary>
public sealed class ContentStore(AttachmentOptions options, TimeProvider time)
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>A file that was half written when the process ended; none is written for so long.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly Lock _sweeping = new();
    private bool _isSwept;

    /// <summary>How much one file may hold, as people read it.</summary>
    public string MaxText => options.MaxText;

    /// <summary>When it completes with <see cref="Taken.Kept"/> the bytes survive a power cut; otherwise nothing is left of them.</summary>
    public async Task<Taken> TakeAsync(Stream content, CancellationToken cancellation = default)
    {
        var incoming = Path.Combine(options.Folder, "incoming");
        ContentFolder.Create(incoming);
        SweepOnce(incoming);
        var temporary = Path.Combine(incoming, Path.GetRandomFileName());
        try
        {
            await using var file = new FileStream(temporary, ContentFolder.NewFile());
            var (hash, size) = await CopyAsync(content, file, cancellation);
            if (size == 0)
            {
                return new Taken.Empty();
            }

            if (size > options.MaxBytes)
            {
                return new Taken.TooLarge();
            }

            if (FileType.Sniff(file) is not { } type)
            {
                return new Taken.WrongType();
            }

            await file.FlushAsync(cancellation);
            Keep(file, hash);
            return new Taken.Kept(new StoredContent(hash, type, size));
        }
        finally
        {
            // Gone already where it was renamed.
            File.Delete(temporary);
        }
    }

    /// <returns>Null where there is no such file.</returns>
    public Stream? Open(string hash)
    {
        if (!ContentFolder.IsHash(hash))
        {
            return null;
        }

        try
        {
            return new FileStream(ContentFolder.PathOf(options.Folder, hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Only for what must not be kept (product.md §7): whoever asks for it then is told that it is gone.</summary>
    public void Forget(string hash)
    {
        if (ContentFolder.IsHash(hash) && File.Exists(ContentFolder.PathOf(options.Folder, hash)))
        {
            File.Delete(ContentFolder.PathOf(options.Folder, hash));
        }
    }

    /// <summary>On the disk before it has its name, so that no name ever stands for half a file; and again after, so that the name is on the disk too.</summary>
    private void Keep(FileStream file, string hash)
    {
        var path = ContentFolder.PathOf(options.Folder, hash);
        ContentFolder.Create(Path.GetDirectoryName(path)!);
        var now = time.GetUtcNow().UtcDateTime;
        if (IsThere(path, now))
        {
            return;
        }

        file.Flush(flushToDisk: true);
        File.SetLastWriteTimeUtc(file.SafeFileHandle, now);
        File.Move(file.Name, path, overwrite: true);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
    }

    /// <summary>Its time says when it was last handed in, so that it isn't taken for old before it belongs to anything.</summary>
    private static bool IsThere(string path, DateTime now)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, now);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <returns>A size above <see cref="AttachmentOptions.MaxBytes"/> where it was broken off.</returns>
    private async Task<(string Hash, long Size)> CopyAsync(Stream from, FileStream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var size = 0L;
        while (size <= options.MaxBytes && await from.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            size += read;
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private void SweepOnce(string incoming)
    {
        // Whoever comes meanwhile waits: a file of this process's own must not be there to be taken for an abandoned one.
        lock (_sweeping)
        {
            if (_isSwept)
            {
                return;
            }

            var old = time.GetUtcNow().UtcDateTime - Abandoned;
            foreach (var file in new DirectoryInfo(incoming).EnumerateFiles().Where(file => file.LastWriteTimeUtc < old))
            {
                file.Delete();
            }

            _isSwept = true;
        }
    }
}
