namespace StationBot.Records.Evidence;

/// <summary>Where stored bytes stand: each file under its hash, in a folder of the hash's first two characters.</summary>
internal static class ContentFolder
{
    private const int HashCharacters = 64;

    public static string PathOf(string folder, string hash) => Path.Combine(folder, hash[..2], hash);

    public static bool IsHash(string hash) => hash.Length == HashCharacters && hash.All(char.IsAsciiHexDigitLower);

    /// <summary>Residents' pictures: nobody else on the machine looks at them.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
