using SkiaSharp;
using StationBot.Pictures;

namespace StationBot.Tests.Pictures;

/// <summary>What is written is what the drawing library reads again.</summary>
public sealed class IndexedPngTests
{
    [Fact]
    public void Few_colours_are_kept_to_the_dot()
    {
        using var drawn = Bitmap(7, 36, (x, y) => new SKColor((byte)(x * 40), (byte)(y * 7), 200));
        using var read = SKBitmap.Decode(IndexedPng.Encode(drawn));
        Assert.Equal((7, 36), (read.Width, read.Height));
        Assert.Equal(drawn.Pixels, read.Pixels);
    }

    [Fact]
    public void Of_many_colours_the_frequent_are_kept_and_the_others_are_near()
    {
        // 10 lines of one colour, then 300 shades once each.
        using var drawn = Bitmap(30, 20, (x, y) => y < 10 ? SKColors.Teal : new SKColor((byte)(x * 8), (byte)(y * 10), 0));
        using var read = SKBitmap.Decode(IndexedPng.Encode(drawn));
        Assert.All(drawn.Pixels.Zip(read.Pixels).Take(300), pair => Assert.Equal(pair.First, pair.Second));
        Assert.All(drawn.Pixels.Zip(read.Pixels), pair => Assert.InRange(Math.Abs(pair.First.Red - pair.Second.Red) + Math.Abs(pair.First.Green - pair.Second.Green), 0, 40));
        Assert.InRange(read.Pixels.Distinct().Count(), 200, 256);
    }

    private static SKBitmap Bitmap(int width, int height, Func<int, int, SKColor> color)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                bitmap.SetPixel(x, y, color(x, y));
            }
        }

        return bitmap;
    }
}
