using SkiaSharp;

namespace StationBot.Pictures;

/// <summary>Draws the few shapes and words of a picture with one font; gives back what it holds when it is done with.</summary>
internal sealed class Pen(string fontFile) : IDisposable
{
    private const float Smallest = 7;
    private const float CellText = 11;
    private const float Border = 1.8f;

    private readonly SKTypeface _face = SKTypeface.FromFile(fontFile) ?? throw new FileNotFoundException("The font can't be read.", fontFile);
    private readonly SKPaint _paint = new() { IsAntialias = true };

    public void Dispose()
    {
        _paint.Dispose();
        _face.Dispose();
    }

    /// <summary>Met: light and round. Open: hollow. Lost: dark, with its corners cut. Idle: a dot.</summary>
    public void Cell(SKCanvas canvas, SKRect box, YearCell cell)
    {
        switch (cell.State)
        {
            case CellState.Met:
                Round(canvas, box, Palette.Met);
                Number(canvas, box, cell.Text, Palette.MetInk);
                break;
            case CellState.Open:
                Hollow(canvas, box, SKColors.White, share: 0);
                Number(canvas, box, cell.Text, Palette.Ink);
                break;
            case CellState.Lost:
                Cut(canvas, box);
                Number(canvas, box, cell.Text, SKColors.White);
                break;
            case CellState.Idle when cell.IsMarked:
                Mark(canvas, box.MidX, box.MidY);
                break;
            default:
                Round(canvas, new SKRect(box.MidX - 2.5f, box.MidY - 1, box.MidX + 2.5f, box.MidY + 1), Palette.Dot);
                break;
        }
    }

    /// <summary>What was done of what, over a bar of the share that is reached.</summary>
    public void Total(SKCanvas canvas, SKRect box, YearRow row)
    {
        switch (row.Total.State)
        {
            case CellState.Open:
                Hollow(canvas, box, Palette.OpenTint, row.Share);
                Number(canvas, box, row.Total.Text, Palette.Ink);
                break;
            case CellState.Idle:
                Round(canvas, box, Palette.Idle);
                Number(canvas, box, row.Total.Text, Palette.Soft);
                break;
            default:
                Cell(canvas, box, row.Total);
                break;
        }
    }

    /// <summary>Something was recorded in the month.</summary>
    public void Mark(SKCanvas canvas, float x, float y)
    {
        Use(Palette.Soft);
        canvas.DrawCircle(x, y, 3.6f, _paint);
    }

    public void Fill(SKCanvas canvas, SKRect box, SKColor color)
    {
        Use(color);
        canvas.DrawRect(box, _paint);
    }

    /// <param name="most">Longer texts are written smaller.</param>
    /// <returns>How wide it became.</returns>
    public float Write(SKCanvas canvas, string text, float x, float y, float size, SKColor color, float most, bool bold = false) =>
        Write(canvas, text, x, y, size, color, most, SKTextAlign.Left, bold);

    /// <returns>How wide it became.</returns>
    public float Right(SKCanvas canvas, string text, float x, float y, float size, SKColor color) =>
        Write(canvas, text, x, y, size, color, float.MaxValue, SKTextAlign.Right, bold: false);

    public void Centre(SKCanvas canvas, string text, float x, float y, float size, SKColor color, float most, bool bold = false) =>
        Write(canvas, text, x, y, size, color, most, SKTextAlign.Center, bold);

    private float Write(SKCanvas canvas, string text, float x, float y, float size, SKColor color, float most, SKTextAlign align, bool bold)
    {
        using var font = new SKFont(_face, size) { Subpixel = true, Embolden = bold };
        var width = font.MeasureText(text);
        if (width > most)
        {
            font.Size = Math.Max(Smallest, size * most / width);
            width = font.MeasureText(text);
        }

        Use(color);
        canvas.DrawText(text, x, y, align, font, _paint);
        return width;
    }

    private void Number(SKCanvas canvas, SKRect box, string text, SKColor color) =>
        Centre(canvas, text, box.MidX, box.MidY + 4, CellText, color, box.Width - 3, bold: true);

    private void Round(SKCanvas canvas, SKRect box, SKColor color)
    {
        Use(color);
        canvas.DrawRoundRect(box, 6, 6, _paint);
    }

    private void Hollow(SKCanvas canvas, SKRect box, SKColor tint, float share)
    {
        Fill(canvas, box, SKColors.White);
        if (share > 0)
        {
            Fill(canvas, new SKRect(box.Left, box.Top, box.Left + (box.Width * Math.Min(1, share)), box.Bottom), tint);
        }

        Use(Palette.Open);
        _paint.IsStroke = true;
        _paint.StrokeWidth = Border;
        canvas.DrawRect(new SKRect(box.Left + (Border / 2), box.Top + (Border / 2), box.Right - (Border / 2), box.Bottom - (Border / 2)), _paint);
    }

    private void Cut(SKCanvas canvas, SKRect box)
    {
        const float Corner = 4;
        Use(Palette.Lost);
        using var shape = new SKPathBuilder();
        shape.MoveTo(box.Left + Corner, box.Top);
        shape.LineTo(box.Right - Corner, box.Top);
        shape.LineTo(box.Right, box.Top + Corner);
        shape.LineTo(box.Right, box.Bottom - Corner);
        shape.LineTo(box.Right - Corner, box.Bottom);
        shape.LineTo(box.Left + Corner, box.Bottom);
        shape.LineTo(box.Left, box.Bottom - Corner);
        shape.LineTo(box.Left, box.Top + Corner);
        shape.Close();
        using var path = shape.Detach();
        canvas.DrawPath(path, _paint);
    }

    private void Use(SKColor color)
    {
        _paint.Color = color;
        _paint.IsStroke = false;
    }
}
