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
}
