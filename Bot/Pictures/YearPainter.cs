using SkiaSharp;

namespace StationBot.Pictures;

/// <summary>
/// Draws a <see cref="YearPicture"/> for a phone held upright. The drawing library and the font are loaded for each picture and freed after it:
/// few are asked for, and a bot that draws none pays for none.
/// </summary>
public sealed class YearPainter(ILogger<YearPainter> log)
{
    /// <summary>Of a phone; the picture has twice as many dots, so that it is sharp there.</summary>
    public const int Width = 390;
    public const int Scale = 2;

    public static readonly string FontFile = Path.Combine(AppContext.BaseDirectory, "fonts", "NotoSansHans-Regular.otf");

    private const float Margin = 8;
    private const float CellsLeft = 128;
    private const float CellWidth = 16.6f;
    private const float TotalLeft = CellsLeft + (CellWidth * YearPicture.Months) + 4;
    private const float RowHeight = 22;
    private const float SectionHeight = 25;
    private const float TitleHeight = 46;
    private const float LegendHeight = 26;
    private const float MonthsHeight = 18;
    private const float HeadHeight = TitleHeight + LegendHeight + MonthsHeight;

    private static readonly (CellState State, string Text)[] Legend =
    [
        (CellState.Met, "达标"), (CellState.Open, "还能补"), (CellState.Lost, "没做够"), (CellState.Idle, "没到期"),
    ];

    /// <returns>A PNG; null where this build has no font, or this machine no drawing library.</returns>
    public byte[]? Paint(YearPicture picture)
    {
        if (!File.Exists(FontFile))
        {
            log.NoFont();
            return null;
        }

        try
        {
            return DrawAndForget(picture);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            log.NoLibrary(e);
            return null;
        }
    }

    /// <summary>The library remembers glyphs, and with them the font: it would be held once a picture.</summary>
    private static byte[] DrawAndForget(YearPicture picture)
    {
        try
        {
            return Draw(picture);
        }
        finally
        {
            SKGraphics.PurgeAllCaches();
        }
    }

    private static byte[] Draw(YearPicture picture)
    {
        using var pen = new Pen(FontFile);
        var height = HeadHeight + picture.Sections.Sum(section => SectionHeight + (section.Rows.Count * RowHeight)) + Margin;
        using var bitmap = new SKBitmap(new SKImageInfo(Width * Scale, (int)(height * Scale), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(Scale);
            Head(canvas, pen, picture, height);
            var top = HeadHeight;
            foreach (var section in picture.Sections)
            {
                top = Section(canvas, pen, section, top);
            }
        }

        return IndexedPng.Encode(bitmap);
    }

    private static void Head(SKCanvas canvas, Pen pen, YearPicture picture, float height)
    {
        if (picture.Running is { } month)
        {
            pen.Fill(canvas, new SKRect(CellsLeft + (month * CellWidth), TitleHeight + LegendHeight, CellsLeft + ((month + 1) * CellWidth), height - Margin), Palette.Today);
        }

        pen.Write(canvas, picture.Title, Margin, 19, 15, Palette.Ink, Width - (2 * Margin), bold: true);
        pen.Write(canvas, picture.Note, Margin, 38, 12, Palette.Soft, Width - (2 * Margin));
        var left = Margin;
        foreach (var (state, text) in Legend)
        {
            var box = new SKRect(left, TitleHeight + 4, left + 15, TitleHeight + 21);
            pen.Cell(canvas, box, new YearCell(state, 1, state == CellState.Idle ? "" : "1"));
            left = box.Right + 4 + pen.Write(canvas, text, box.Right + 4, TitleHeight + 17, 11.5f, Palette.Ink, Width) + 10;
        }

        pen.Mark(canvas, left + 6, TitleHeight + 12.5f);
        pen.Write(canvas, "当月有记录", left + 15, TitleHeight + 17, 11.5f, Palette.Ink, Width);
        for (var i = 0; i < picture.MonthNames.Count; i++)
        {
            pen.Centre(canvas, picture.MonthNames[i], CellsLeft + ((i + 0.5f) * CellWidth), HeadHeight - 5, 11, Palette.Ink, CellWidth, bold: i == picture.Running);
        }

        pen.Centre(canvas, "全年", (TotalLeft + Width - Margin) / 2, HeadHeight - 5, 11, Palette.Ink, Width);
        pen.Write(canvas, "月份", CellsLeft - 28, HeadHeight - 5, 11, Palette.Soft, Width);
    }

    /// <returns>Where the next one begins.</returns>
    private static float Section(SKCanvas canvas, Pen pen, YearSection section, float top)
    {
        pen.Fill(canvas, new SKRect(0, top + 2, Width, top + SectionHeight - 2), Palette.Band);
        pen.Write(canvas, section.Title, Margin, top + 17, 12.5f, Palette.Ink, Width, bold: true);
        top += SectionHeight;
        foreach (var row in section.Rows)
        {
            Row(canvas, pen, row, top);
            top += RowHeight;
        }

        return top;
    }

    private static void Row(SKCanvas canvas, Pen pen, YearRow row, float top)
    {
        var quota = row.Quota.Length == 0 ? 0 : pen.Right(canvas, row.Quota, CellsLeft - 4, top + 15, 9.5f, Palette.Soft);
        pen.Write(canvas, row.Label, Margin, top + 15.5f, 12, Palette.Ink, CellsLeft - Margin - 8 - quota);
        var left = CellsLeft;
        foreach (var cell in row.Cells)
        {
            var right = left + (cell.Months * CellWidth);
            pen.Cell(canvas, new SKRect(left + 0.8f, top + 2, right - 0.8f, top + RowHeight - 2), cell);
            left = right;
        }

        pen.Total(canvas, new SKRect(TotalLeft, top + 2, Width - Margin, top + RowHeight - 2), row);
    }
}
