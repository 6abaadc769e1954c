using System.Globalization;

namespace StationBot.Understanding.Spans;

/// <summary>Sums of money as people write them: 1200元, 3,260.5, 一千二, 三千五百块, 2万3, 3.5万, 两万三.</summary>
internal static class Amounts
{
    private static readonly string[] Units = ["元钱", "块钱", "元", "块"];
    private const string EndsOfTenths = "，,。；;！!、毛角钱";

    /// <summary>Reads the sum that <paramref name="text"/> begins with; the length is 0 where there is none.</summary>
    public static AmountMatch Read(ReadOnlySpan<char> text)
    {
        var number = text.IsEmpty ? default : char.IsAsciiDigit(text[0]) ? ReadArabic(text) : ReadChinese(text);
        if (number.Length == 0)
            return default;
        var rest = text[number.Length..];
        foreach (var unit in Units)
        {
            if (rest.StartsWith(unit, StringComparison.Ordinal))
                return WithTenths(number with { Length = number.Length + unit.Length, HasUnit = true }, rest[unit.Length..]);
        }

        return number;
    }

    /// <summary>12块5, 三块五: a digit alone behind the unit counts tenths.</summary>
    private static AmountMatch WithTenths(AmountMatch whole, ReadOnlySpan<char> rest)
    {
        var (length, tenths) = Numbers.Read(rest);
        return length == 1 && tenths is > 0 and < 10 && (rest.Length == 1 || EndsOfTenths.Contains(rest[1]))
            ? whole with { Length = whole.Length + 1, Fen = whole.Fen + (tenths * 10) }
            : whole;
    }

    private static AmountMatch ReadArabic(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is ',' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            end++;
        if (end > 15 || !decimal.TryParse(text[..end].ToString().Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return default;
        if (end == text.Length || Scale(text[end]) is not (> 1 and var scale))
            return new AmountMatch(end, Fen(value), false);
        value *= scale;
        end++;
        // 2万3, 3千5: the last digit counts in the unit below.
        var (length, below) = Numbers.Read(text[end..]);
        if (length > 0)
        {
            value += below < 10 ? below * scale / 10 : below;
            end += length;
        }

        return new AmountMatch(end, Fen(value), false);
    }

    private static AmountMatch ReadChinese(ReadOnlySpan<char> text)
    {
        var (length, value) = Numbers.Read(text);
        if (length == 0)
            return default;
        // 一千二 is 1200: the last digit counts in the unit below the last one.
        if (length > 1 && "一二三四五六七八九".IndexOf(text[length - 1]) is >= 0 and var digit && Scale(text[length - 2]) is > 1 and var scale)
            value += (digit + 1) * ((scale / 10) - 1);
        return new AmountMatch(length, Fen(value), false);
    }

    private static int Scale(char c) => c switch { '百' => 100, '千' => 1000, '万' => 10_000, _ => 0 };

    private static long Fen(decimal yuan) => (long)decimal.Round(Math.Min(yuan, 1_000_000_000_000m) * 100);
}

/// <param name="HasUnit">元 or 块 stands behind it.</param>
internal readonly record struct AmountMatch(int Length, long Fen, bool HasUnit);
