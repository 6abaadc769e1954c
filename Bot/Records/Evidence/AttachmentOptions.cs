using System.Globalization;
using StationBot.Storage;

namespace StationBot.Records.Evidence;

/// <param name="Folder">Absolute.</param>
/// <param name="MaxBytes">Of one file, inclusive.</param>
public sealed record AttachmentOptions(string Folder, long MaxBytes)
{
    public const string PathKey = "Attachments:Path";
    public const string MaxBytesKey = "Attachments:MaxBytes";

    /// <summary>Product.md §9.</summary>
    public const long DefaultMaxBytes = 10 * Megabyte;

    public const string KeepUnboundDaysKey = "Attachments:KeepUnboundDays";
    public const int DefaultKeepUnboundDays = 30;

    private const long Megabyte = 1024 * 1024;

    /// <summary>Whole days that a file is kept which is evidence of nothing.</summary>
    public int KeepUnboundDays { get; init; } = DefaultKeepUnboundDays;

    /// <summary>The limit as people read it.</summary>
    public string MaxText => MaxBytes >= Megabyte ? $"{MaxBytes / (double)Megabyte:0.#} MB" : $"{MaxBytes} 字节";

    /// <summary>Without a path the files stand in a folder beside the database; a relative path is relative to the current directory, as the database's is.</summary>
    public static AttachmentOptions Of(IConfiguration configuration, Database database) => new(
        configuration[PathKey]?.Trim() is { Length: > 0 } path ? Path.GetFullPath(path) : Path.Combine(Path.GetDirectoryName(database.FilePath)!, "attachments"),
        configuration[MaxBytesKey]?.Trim() is { Length: > 0 } most ? long.Parse(most, CultureInfo.InvariantCulture) : DefaultMaxBytes)
    {
        KeepUnboundDays = configuration[KeepUnboundDaysKey]?.Trim() is { Length: > 0 } days ? int.Parse(days, CultureInfo.InvariantCulture) : DefaultKeepUnboundDays,
    };
}
