using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using StationBot.Indicators;
using StationBot.Indicators.Counting;

namespace StationBot.Pictures;

/// <summary>A project year as a table of squares: twelve months by rows. It says only what the counting engine said. Pure.</summary>
public sealed record YearPicture
{
    public const int Months = 12;

    private const string Unknown = "—";

    /// <summary>阳光社工站 2024年 全部指标.</summary>
    public required string Title { get; init; }

    /// <summary>完成 12/53 项, and until when it was counted.</summary>
    public required string Note { get; init; }

    /// <summary>1 to 12, from the month in which the project year begins.</summary>
    public required IReadOnlyList<string> MonthNames { get; init; }

    /// <summary>The place of the month that runs; null where the year doesn't.</summary>
    public required int? Running { get; init; }

    public required IReadOnlyList<YearSection> Sections { get; init; }

    /// <summary>The same for pictures that look the same.</summary>
    [JsonIgnore]
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, PictureJson.Default.YearPicture)));

    /// <param name="number">完成 12/53 项, as the answer beside it has it.</param>
    /// <param name="standings">Of the whole project year, a row each, in the order in which they are shown.</param>
    /// <param name="marks">Of rows that are judged by the year: the months, from 0, in which something counted.</param>
    public static YearPicture Of(string title, string number, Period year, IReadOnlyList<Standing> standings, ILookup<string, int> marks, DateOnly today) => new()
    {
        Title = title,
        Note = $"{number}{(year.Contains(today) ? $"，截至{PeriodName.Of(today, today)}" : "")}",
        MonthNames = [.. Enumerable.Range(0, Months).Select(month => year.First.AddMonths(month).Month.ToString(CultureInfo.InvariantCulture))],
        Running = year.Contains(today) ? MonthOf(year, today) : null,
        Sections = [.. standings.GroupBy(one => one.Row.Area).Select(task => new YearSection(task.Key.Name, [.. task.Select(one => RowOf(one, year, marks[one.Row.Id], today))]))],
    };

    /// <summary>Which month of the project year a day lies in, from 0.</summary>
    public static int MonthOf(Period year, DateOnly day) => Math.Clamp(((day.Year - year.First.Year) * Months) + day.Month - year.First.Month, 0, Months - 1);

    public static CellState StateOf(Slice slice, DateOnly today) =>
        slice.Target is null or 0 || slice.Period.First > today ? CellState.Idle
        : slice.Remaining == 0 ? CellState.Met
        : slice.Period.Last >= today ? CellState.Open
        : CellState.Lost;

    private static YearRow RowOf(Standing standing, Period year, IEnumerable<int> marks, DateOnly today) => new(
        standing.Row.ShortName,
        QuotaOf(standing),
        standing.Row.Assessment == Assessment.Year ? Marked(marks) : [.. Cells(standing, year, today)],
        TotalOf(standing, today),
        standing.Target == 0 ? 0 : (float)(standing.Target - standing.Remaining) / standing.Target);

    private static List<YearCell> Marked(IEnumerable<int> marks)
    {
        var months = marks.ToHashSet();
        return [.. Enumerable.Range(0, Months).Select(month => new YearCell(CellState.Idle, 1, "") { IsMarked = months.Contains(month) })];
    }

    /// <summary>A project year that begins within a month or quarter has a thirteenth part of it at its end: it shares the last square.</summary>
    private static IEnumerable<YearCell> Cells(Standing standing, Period year, DateOnly today)
    {
        var parts = standing.Slices.GroupBy(slice => MonthOf(year, slice.Period.First)).OrderBy(part => part.Key).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var slices = parts[i].ToList();
            var width = (i + 1 < parts.Count ? parts[i + 1].Key : Months) - parts[i].Key;
            var state = slices.Select(slice => StateOf(slice, today)).Max();
            var known = slices.TrueForAll(slice => slice.Target is not null);
            var begun = slices[0].Period.First <= today;
            yield return new YearCell(state, width, !known || !begun || state == CellState.Idle ? "" : Short(slices.Sum(slice => slice.Done), standing.Row.Unit));
        }
    }

    private static YearCell TotalOf(Standing standing, DateOnly today)
    {
        if (standing.LacksRoster)
            return new YearCell(CellState.Idle, 1, "无名单");
        if (standing.Target == 0 || standing.Slices.Count == 0)
            return new YearCell(CellState.Idle, 1, Unknown);
        var state = standing.Remaining == 0 ? CellState.Met
            : standing.Lost(today) > 0 ? CellState.Lost
            : standing.Slices[0].Period.First > today ? CellState.Idle
            : CellState.Open;
        // As 完成率 is told: what a month has too much fills no other.
        var reached = standing.Remaining == 0 ? standing.Done : standing.Target - standing.Remaining;
        return new YearCell(state, 1, $"{Short(reached, standing.Row.Unit)}/{Short(standing.Target, standing.Row.Unit)}");
    }

    private static string QuotaOf(Standing standing)
    {
        if (standing.Row.Assessment == Assessment.Year || standing.Slices is not [.., { Target: { } target }])
            return "";
        return $"{(standing.Row.Assessment == Assessment.Month ? "月" : "季")}{Short(target, standing.Row.Unit)}{standing.Row.Unit}";
    }

    /// <summary>Fen as 元 without decimals, long ones in 万: there is room for five signs.</summary>
    private static string Short(long value, string unit)
    {
        var whole = unit == Amount.Yuan ? value / 100 : value;
        return whole < 10_000 ? whole.ToString(CultureInfo.InvariantCulture) : (whole / 10_000m).ToString("0.#", CultureInfo.InvariantCulture) + "万";
    }
}

[JsonSerializable(typeof(YearPicture))]
internal sealed partial class PictureJson : JsonSerializerContext;
