using SkiaSharp;

namespace StationBot.Pictures;

/// <summary>Light, hollow, dark: the states are told apart without colours too.</summary>
internal static class Palette
{
    public static readonly SKColor Ink = new(0x1F, 0x23, 0x28);
    public static readonly SKColor Soft = new(0x5F, 0x66, 0x70);
    public static readonly SKColor Band = new(0xEE, 0xF1, 0xF4);
    public static readonly SKColor Today = new(0xE3, 0xEC, 0xF7);
    public static readonly SKColor Dot = new(0xB4, 0xBA, 0xC2);

    /// <summary>Not due: no judgement.</summary>
    public static readonly SKColor Idle = new(0xDF, 0xE3, 0xE7);

    public static readonly SKColor Met = new(0xA9, 0xDB, 0xB2);
    public static readonly SKColor MetInk = new(0x0B, 0x4A, 0x1E);
    public static readonly SKColor Open = new(0xC7, 0x7A, 0x00);
    public static readonly SKColor OpenTint = new(0xFF, 0xE2, 0xAE);
    public static readonly SKColor Lost = new(0xA8, 0x1C, 0x1C);
}
