using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using StationBot.Storage;

namespace StationBot.Records.Evidence;

/// <summary>The photos and files of a backup: they stand inside the copy of the database, so that a backup is one file and whole.</summary>
internal sealed class ContentBackup(ContentStore contents, AttachmentOptions options, TimeProvider time)
{
    private string Staging => Path.Combine(options.Folder, "restoring");

    /// <summary>Puts in all that the copy refers to. Bytes are never changed, so those of now are those of when the copy was made.</summary>
    /// <param name="copy">Of the database; nobody else has it open.</param>
    public async Task<(int Kept, int Missing)> EncloseAsync(string copy, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync(cancellation);
        var (kept, missing) = (0, 0);
        // One commit for all: the copy is thrown away when it isn't whole.
        await connection.ExecuteAsync("BEGIN IMMEDIATE");
        foreach (var hash in (await ContentReferences.AllAsync(connection)).Order(StringComparer.Ordinal))
        {
            await using var content = contents.Open(hash);
            if (content is null)
            {
                missing++;
                continue;
            }

            await EnclosedFiles.AddAsync(connection, hash, content, cancellation);
            kept++;
        }

        await connection.ExecuteAsync("COMMIT");
        return (kept, missing);
    }

    /// <summary>Takes out what isn't there yet, into a folder of its own.</summary>
    /// <returns>Why the copy is not good, or null.</returns>
    public async Task<string?> StageAsync(SqliteConnection copy, CancellationToken cancellation)
    {
        foreach (var (row, name) in await EnclosedFiles.AllAsync(copy))
        {
            if (!ContentFolder.IsHash(name))
            {
                return "它已经损坏";
            }

            if (File.Exists(ContentFolder.PathOf(options.Folder, name)))
            {
                continue;
            }

            ContentFolder.Create(Staging);
            await using var file = new FileStream(Path.Combine(Staging, name), ContentFolder.NewFile());
            await using (var blob = EnclosedFiles.Open(copy, row))
            {
                await blob.CopyToAsync(file, cancellation);
            }

            file.Position = 0;
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) != name)
            {
                return "它已经损坏";
            }

            file.Flush(flushToDisk: true);
            File.SetLastWriteTimeUtc(file.SafeFileHandle, time.GetUtcNow().UtcDateTime);
        }

        return null;
    }

    public void Place()
    {
        foreach (var file in Staged())
        {
            var place = ContentFolder.PathOf(options.Folder, file.Name);
            ContentFolder.Create(Path.GetDirectoryName(place)!);
            file.MoveTo(place, overwrite: true);
        }
    }

    /// <summary>Whatever became of the restore; also what one left behind that was cut off.</summary>
    public void Clear()
    {
        if (Directory.Exists(Staging))
        {
            Directory.Delete(Staging, recursive: true);
        }
    }

    private FileInfo[] Staged() => Directory.Exists(Staging) ? new DirectoryInfo(Staging).GetFiles() : [];
}
