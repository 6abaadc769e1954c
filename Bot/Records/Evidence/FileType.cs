using System.IO.Compression;

namespace StationBot.Records.Evidence;

/// <summary>A kind of file that is kept. Which one it is, its bytes tell: neither its name nor what the sender declares is looked at.</summary>
/// <param name="Id">As it is stored.</param>
/// <param name="Extension">With the point.</param>
public sealed record FileType(string Id, string MediaType, string Extension, bool IsPicture)
{
    /// <summary>What is kept, as people say it.</summary>
    public const string Accepted = "照片（jpg、png、gif、webp、heic）、PDF、Word（docx）和 Excel（xlsx）";

    public static readonly FileType Jpeg = new("jpeg", "image/jpeg", ".jpg", IsPicture: true);
    public static readonly FileType Png = new("png", "image/png", ".png", IsPicture: true);
    public static readonly FileType Gif = new("gif", "image/gif", ".gif", IsPicture: true);
    public static readonly FileType Webp = new("webp", "image/webp", ".webp", IsPicture: true);
    public static readonly FileType Heic = new("heic", "image/heic", ".heic", IsPicture: true);
    public static readonly FileType Pdf = new("pdf", "application/pdf", ".pdf", IsPicture: false);
    public static readonly FileType Docx = new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", IsPicture: false);
    public static readonly FileType Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", IsPicture: false);

    private const int HeadBytes = 16;

    private static readonly FileType[] All = [Jpeg, Png, Gif, Webp, Heic, Pdf, Docx, Xlsx];

    /// <summary>Brands of ISO base media files that hold a picture; films and voice have others.</summary>
    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    public static FileType? Find(string id) => Array.Find(All, type => type.Id == id);

    /// <param name="content">Can seek; where it stands afterwards is not said.</param>
    /// <returns>Null for what is not kept.</returns>
    public static FileType? Sniff(Stream content)
    {
        Span<byte> bytes = stackalloc byte[HeadBytes];
        content.Position = 0;
        ReadOnlySpan<byte> head = bytes[..content.ReadAtLeast(bytes, HeadBytes, throwOnEndOfStream: false)];
        return head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
            _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => Gif,
            _ when head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8) => Webp,
            _ when head.Length >= 12 && head[4..].StartsWith("ftyp"u8) => HeicBrands.Contains(System.Text.Encoding.ASCII.GetString(head[8..12])) ? Heic : null,
            _ when head.StartsWith("%PDF-"u8) => Pdf,
            [(byte)'P', (byte)'K', 3, 4, ..] => OfOffice(content),
            _ => null,
        };
    }

    /// <summary>An Office file is an archive with certain entries; one that carries macros is not kept.</summary>
    private static FileType? OfOffice(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return !names.Contains("[Content_Types].xml") || names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? null
                : names.Contains("word/document.xml") ? Docx
                : names.Contains("xl/workbook.xml") ? Xlsx
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
