using System.Globalization;

namespace StationBot.Indicators;

/// <summary>A count or a sum as people see it: <c>5 次</c>, <c>3260.50 元</c> (product.md §5).</summary>
public static class Amount
{
    /// <summary>The unit of money; its values are whole fen.</summary>
    public const string Yuan = "元";

    public static string Of(long value, string unit) => $"{Number(value, unit)} {unit}";

    /// <summary>Without the unit, for <c>1/2 次</c>.</summary>
    public static string Number(long value, string unit) =>
        unit == Yuan ? (value / 100m).ToString("0.00", CultureInfo.InvariantCulture) : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads <c>1200</c>, <c>1,200.50</c>, <c>￥1200元</c> as whole fen; no more than two decimals, no sign.</summary>
    public static bool TryFen(string text, out long fen)
    {
        var digits = text.Trim().TrimStart('￥', '¥').TrimEnd('元', '块').Trim().Replace('，', ',');
        var isGood = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var yuan)
            && yuan >= 0 && yuan <= MostYuan && decimal.Round(yuan, 2) == yuan;
        fen = isGood ? (long)(yuan * 100) : 0;
        return isGood;
    }

    /// <summary>Nobody raises more; a longer number is a slip.</summary>
    private const decimal MostYuan = 1_000_000_000;
}
