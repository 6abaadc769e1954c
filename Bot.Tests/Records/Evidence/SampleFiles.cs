using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace StationBot.Tests.Records.Evidence;

/// <summary>Small files of every kind, made byte by byte.</summary>
internal static class SampleFiles
{
    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Gif { get; } = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    public static byte[] Webp { get; } = Convert.FromBase64String("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=");

    public static byte[] Heic { get; } = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8];

    public static byte[] Film { get; } = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0, .. "isommp42"u8];

    public static byte[] Voice { get; } = [.. "#!AMR\n"u8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    public static byte[] Pdf { get; } = [.. "%PDF-1.4\n%%EOF\n"u8];

    public static byte[] Html { get; } = [.. "<html><script>alert(1)</script></html>"u8];

    /// <summary>A picture to whoever looks at its head, a page to whoever believes its name.</summary>
    public static byte[] GifAndPage { get; } = [.. "GIF89a/*"u8, 1, 0, 1, 0, 0, 0, 0, .. "*/=1;<script>alert(1)</script>"u8];

    public static byte[] Docx { get; } = Archive("[Content_Types].xml", "word/document.xml");

    public static byte[] Xlsx { get; } = Archive("[Content_Types].xml", "xl/workbook.xml");

    public static byte[] Macros { get; } = Archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");

    public static byte[] Zip { get; } = Archive("photo.jpg");

    /// <param name="salt">Makes the bytes others.</param>
    /// <param name="taken">What the camera wrote into it; without, no EXIF.</param>
    public static byte[] Jpeg(string salt = "", DateTime? taken = null) =>
    [
        0xFF, 0xD8,
        .. taken is { } time ? Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(time)]) : [],
        .. Segment(0xFE, Encoding.UTF8.GetBytes("salt " + salt)),
        0xFF, 0xD9,
    ];

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>One directory that points at another, which holds DateTimeOriginal alone.</summary>
    private static byte[] Exif(DateTime time)
    {
        var tiff = new byte[64];
        "II*\0"u8.CopyTo(tiff);
        Put32(4, 8);
        Entry(8, 0x8769, 4, 1, 26);
        Entry(26, 0x9003, 2, 20, 44);
        Encoding.ASCII.GetBytes(time.ToString("yyyy:MM:dd HH:mm:ss\0")).CopyTo(tiff, 44);
        return tiff;

        void Entry(int at, ushort tag, ushort type, int count, int value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), 1);
            BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at + 2), tag);
            BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at + 4), type);
            Put32(at + 6, count);
            Put32(at + 10, value);
        }

        void Put32(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at), value);
    }

    private static byte[] Archive(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write("content"u8);
            }
        }

        return bytes.ToArray();
    }
}
