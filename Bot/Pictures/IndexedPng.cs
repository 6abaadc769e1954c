using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace StationBot.Pictures;

/// <summary>
/// Writes a picture of few colours as a PNG with a palette, one byte a dot. The drawing library writes four times as many, which took six times as long to
/// make small, and stayed three times as big.
/// </summary>
internal static class IndexedPng
{
    private const int MostColors = 256;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    public static byte[] Encode(SKBitmap bitmap)
    {
        var dots = MemoryMarshal.Cast<byte, uint>(bitmap.GetPixelSpan());
        var counts = Count(dots);
        uint[] palette = [.. counts.OrderByDescending(color => color.Value).ThenBy(color => color.Key).Take(MostColors).Select(color => color.Key)];
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);
        Chunk(png, "IHDR"u8, Header(bitmap.Width, bitmap.Height));
        Chunk(png, "PLTE"u8, [.. palette.SelectMany(color => new[] { (byte)color, (byte)(color >> 8), (byte)(color >> 16) })]);
        Chunk(png, "IDAT"u8, Compressed(dots, bitmap.Width, Places(counts.Keys, palette)));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static Dictionary<uint, int> Count(ReadOnlySpan<uint> dots)
    {
        var counts = new Dictionary<uint, int>();
        for (var i = 0; i < dots.Length;)
        {
            // Most dots are as their neighbours.
            var run = dots[i..].IndexOfAnyExcept(dots[i]);
            run = run < 0 ? dots.Length - i : run;
            CollectionsMarshal.GetValueRefOrAddDefault(counts, dots[i], out _) += run;
            i += run;
        }

        return counts;
    }

    /// <summary>Colours that have no place of their own, a few dots of softened edges, take the nearest.</summary>
    private static Dictionary<uint, byte> Places(IEnumerable<uint> colors, uint[] palette)
    {
        var places = palette.Index().ToDictionary(color => color.Item, color => (byte)color.Index);
        foreach (var color in colors.Where(color => !places.ContainsKey(color)).ToList())
        {
            places[color] = places[palette.MinBy(other => Distance(color, other))];
        }

        return places;
    }

    private static int Distance(uint one, uint other)
    {
        var sum = 0;
        for (var shift = 0; shift < 24; shift += 8)
        {
            var difference = (byte)(one >> shift) - (byte)(other >> shift);
            sum += difference * difference;
        }

        return sum;
    }

    private static byte[] Header(int width, int height)
    {
        const byte BitsPerDot = 8;
        const byte WithPalette = 3;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (BitsPerDot, WithPalette);
        return header;
    }

    private static byte[] Compressed(ReadOnlySpan<uint> dots, int width, Dictionary<uint, byte> places)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            // Each line begins with how it is filtered: not at all.
            var line = new byte[1 + width];
            for (; dots.Length > 0; dots = dots[width..])
            {
                var (last, place) = (dots[0], places[dots[0]]);
                for (var x = 0; x < width; x++)
                {
                    if (dots[x] != last)
                    {
                        (last, place) = (dots[x], places[dots[x]]);
                    }

                    line[1 + x] = place;
                }

                zlib.Write(line);
            }
        }

        return compressed.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(name);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, name), data));
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var one in data)
        {
            crc = CrcTable[(byte)(crc ^ one)] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return crc;
    }
}
