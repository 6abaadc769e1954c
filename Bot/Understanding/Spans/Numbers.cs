namespace StationBot.Understanding.Spans;

/// <summary>Whole numbers as people write them: 12, 十二, 二十三, 两百, 二〇二四.</summary>
internal static class Numbers
{
    private const int MostDigits = 8;

    /// <summary>Reads the number that <paramref name="text"/> begins with; the length is 0 where there is none.</summary>
    public static (int Length, int Value) Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return default;
        }

        return char.IsAsciiDigit(text[0]) ? ReadArabic(text) : ReadChinese(text);
    }

    private static (int Length, int Value) ReadArabic(ReadOnlySpan<char> text)
    {
        var value = 0;
        var i = 0;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            value = i < MostDigits ? (value * 10) + (text[i] - '0') : int.MaxValue;
            i++;
        }

        return (i, value);
    }

    private static (int Length, int Value) ReadChinese(ReadOnlySpan<char> text)
    {
        var end = 0;
        var hasUnit = false;
        while (end < Math.Min(text.Length, MostDigits) && (Digit(text[end]) >= 0 || Unit(text[end]) > 0))
        {
            hasUnit |= Unit(text[end]) > 0;
            end++;
        }

        var digits = text[..end];
        return (end, hasUnit ? WithUnits(digits) : DigitByDigit(digits));
    }

    /// <summary>二〇二四: a year, a house number.</summary>
    private static int DigitByDigit(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits)
        {
            value = (value * 10) + Digit(c);
        }

        return value;
    }

    /// <summary>一千二百零三; a bare 十 is 10.</summary>
    private static int WithUnits(ReadOnlySpan<char> digits)
    {
        var (total, below, digit) = (0, 0, -1);
        foreach (var c in digits)
        {
            switch (Unit(c))
            {
                case 0:
                    digit = Digit(c);
                    break;
                case 10_000:
                    total = (below + Math.Max(digit, 0)) * 10_000;
                    (below, digit) = (0, -1);
                    break;
                case var unit:
                    below += (digit < 0 ? 1 : digit) * unit;
                    digit = -1;
                    break;
            }
        }

        return total + below + Math.Max(digit, 0);
    }

    private static int Digit(char c) => c == '〇' ? 0 : c == '两' ? 2 : "零一二三四五六七八九".IndexOf(c);

    private static int Unit(char c) => c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, _ => 0 };
}
