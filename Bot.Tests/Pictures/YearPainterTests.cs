using Microsoft.Extensions.Logging.Abstractions;
using SkiaSharp;
using StationBot.Pictures;
using static StationBot.Tests.Pictures.YearPictureTests;

namespace StationBot.Tests.Pictures;

/// <summary>The picture as its dots are: what a phone shows.</summary>
public sealed class YearPainterTests
{
    private static readonly YearPainter Painter = new(NullLogger<YearPainter>.Instance);

    [Fact]
    public void It_is_as_wide_as_a_phone_and_as_high_as_its_rows()
    {
        using var one = Paint(PictureOf(Standing("elder.care", _ => 2, 2)));
        using var two = Paint(PictureOf(Standing("elder.care", _ => 2, 2), Standing("elder.link", _ => 2, 2)));
        Assert.Equal(YearPainter.Width * YearPainter.Scale, one.Width);
        Assert.Equal(one.Width, two.Width);
        Assert.InRange(two.Height - one.Height, 40, 60);
    }

    [Fact]
    public void Each_state_has_its_colour()
    {
        using var met = Paint(PictureOf(Standing("elder.care", _ => 2, 2)));
        using var lost = Paint(PictureOf(Standing("elder.care", _ => 0, 2)));
        Assert.InRange(Share(met, Palette.Met) / Share(lost, Palette.Met), 3, 100);
        Assert.InRange(Share(lost, Palette.Lost) / Share(met, Palette.Lost), 3, 100);
        Assert.True(Share(lost, Palette.Open) > 0);
    }

    /// <summary>Printed or seen without colours, light, hollow and dark stay apart.</summary>
    [Fact]
    public void In_grey_the_states_stay_apart()
    {
        Assert.InRange(Luminance(SKColors.White) - Luminance(Palette.Met), 40, 255);
        Assert.InRange(Luminance(Palette.Met) - Luminance(Palette.Lost), 80, 255);
        Assert.InRange(Luminance(Palette.Met) - Luminance(Palette.Open), 50, 255);
    }

    /// <summary>A font without a sign draws a box for it, the same for every sign that it lacks.</summary>
    [Fact]
    public void The_font_has_every_sign_of_the_task_list()
    {
        Assert.SkipUnless(File.Exists(YearPainter.FontFile), "This build has no font: it takes Node to fetch it.");
        using var face = SKTypeface.FromFile(YearPainter.FontFile);
        using var font = new SKFont(face);
        var catalog = Understanding.Readers.Vocabulary.Catalog;
        var texts = string.Concat(catalog.Rows.Select(row => row.ShortName + row.Unit).Concat(catalog.Areas.Select(area => area.Name))) + "阳光社工站年月季全部指标完成项截至日达标还能补没做够没到期当月有记录全年份无名单—0123456789/.万";
        Assert.DoesNotContain(texts.Distinct(), sign => font.GetGlyph(sign) == 0);
        Assert.Equal(0, font.GetGlyph('✅'));
    }

    [Fact]
    public void Chinese_is_drawn()
    {
        using var one = Paint(PictureOf() with { Title = "社" });
        using var other = Paint(PictureOf() with { Title = "工" });
        using var missing = Paint(PictureOf() with { Title = "\uE000" });
        Assert.NotEqual(TitleOf(one), TitleOf(other));
        Assert.NotEqual(TitleOf(one), TitleOf(missing));
    }

    /// <summary>The library would hold the font once a picture; other tests may be drawing meanwhile.</summary>
    [Fact]
    public void The_font_is_given_back()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what is mapped.");
        const int Pictures = 24;
        for (var i = 0; i < Pictures; i++)
        {
            Paint(PictureOf(Standing("elder.care", _ => 2, 2))).Dispose();
        }

        Assert.InRange(File.ReadLines("/proc/self/maps").Count(line => line.EndsWith(".otf", StringComparison.Ordinal)), 0, Pictures / 4);
    }

    private static SKBitmap Paint(YearPicture picture)
    {
        var png = Painter.Paint(picture);
        Assert.SkipWhen(png is null, "This build has no font: it takes Node to fetch it.");
        return SKBitmap.Decode(png);
    }

    private static double Share(SKBitmap bitmap, SKColor color) => (double)bitmap.Pixels.Count(pixel => pixel == color) / bitmap.Pixels.Length;

    private static string TitleOf(SKBitmap bitmap) => Convert.ToHexString(bitmap.Pixels.Take(bitmap.Width * 50).Select(pixel => pixel.Red).ToArray());

    private static double Luminance(SKColor color) => (0.299 * color.Red) + (0.587 * color.Green) + (0.114 * color.Blue);
}
