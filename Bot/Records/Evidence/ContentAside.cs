namespace StationBot.Records.Evidence;

/// <summary>
/// Removes stored bytes in two steps, so that none are lost which somebody hands in meanwhile, in this process or another: first a file is taken out of
/// its place, and only then it is looked whether anybody wants it. Whoever hands the same bytes in before finds the file and renews its time; whoever
/// does after writes them anew.
/// </summary>
internal sealed class ContentAside(AttachmentOptions options)
{
    private string Folder => Path.Combine(options.Folder, "aside");

    /// <summary>What nobody handed in since then, folder by folder.</summary>
    public IEnumerable<IReadOnlyList<string>> Older(DateTimeOffset since) => Directory.Exists(options.Folder)
        ? new DirectoryInfo(options.Folder).EnumerateDirectories("??").Select(folder => (IReadOnlyList<string>)
            [.. folder.EnumerateFiles().Where(file => ContentFolder.IsHash(file.Name) && file.LastWriteTimeUtc < since.UtcDateTime).Select(file => file.Name)])
        : [];

    public void Put(string hash)
    {
        ContentFolder.Create(Folder);
        try
        {
            File.Move(ContentFolder.PathOf(options.Folder, hash), Path.Combine(Folder, hash), overwrite: true);
        }
        catch (FileNotFoundException)
        {
            // Somebody else did.
        }
    }

    /// <summary>Also what a run set aside that was cut off.</summary>
    public IReadOnlyList<string> All() => Directory.Exists(Folder) ? [.. new DirectoryInfo(Folder).EnumerateFiles().Select(file => file.Name).Where(ContentFolder.IsHash)] : [];

    /// <summary>Puts it back where it is wanted, or was handed in since; else it is gone.</summary>
    /// <returns>Whether it is gone.</returns>
    public bool Settle(string hash, bool isWanted, DateTimeOffset since)
    {
        var aside = Path.Combine(Folder, hash);
        if (!isWanted && File.GetLastWriteTimeUtc(aside) < since.UtcDateTime)
        {
            File.Delete(aside);
            return true;
        }

        var place = ContentFolder.PathOf(options.Folder, hash);
        ContentFolder.Create(Path.GetDirectoryName(place)!);
        File.Move(aside, place, overwrite: true);
        return false;
    }
}
