using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StationBot.Pushes;

/// <summary>
/// China's public holidays with the weekends that are worked instead (调休), out of <c>holidays.json</c>. A year that the file doesn't have is taken
/// as one without holidays: what is sent then comes a day too early rather than never.
/// </summary>
public sealed class WorkingDays
{
    private readonly HashSet<DateOnly> _off;
    private readonly HashSet<DateOnly> _worked;
    private readonly HashSet<int> _years;

    private WorkingDays(HashSet<DateOnly> off, HashSet<DateOnly> worked, HashSet<int> years) => (_off, _worked, _years) = (off, worked, years);

    /// <summary>Changes with any day of the file.</summary>
    public string Fingerprint { get; private init; } = "";

    public int LastYear => _years.Max();

    public bool Knows(int year) => _years.Contains(year);

    public bool IsHoliday(DateOnly day) => _off.Contains(day);

    public bool IsWorking(DateOnly day) => _worked.Contains(day) || (!_off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The next day that is worked.</summary>
    public DateOnly After(DateOnly day)
    {
        for (day = day.AddDays(1); !IsWorking(day); day = day.AddDays(1))
        {
            // The file names days, and comes to an end.
        }

        return day;
    }

    public DateOnly Before(DateOnly day)
    {
        for (day = day.AddDays(-1); !IsWorking(day); day = day.AddDays(-1))
        {
            // As above.
        }

        return day;
    }

    /// <exception cref="InvalidDataException">Says what is wrong with the file, in Chinese.</exception>
    public static WorkingDays Load(string file)
    {
        string wrong;
        try
        {
            return Read(File.ReadAllText(file));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            wrong = e.Message;
        }

        throw new InvalidDataException($"节假日文件 {Path.GetFileName(file)} 不对：{wrong}");
    }

    internal static WorkingDays Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var (off, worked, years) = (new HashSet<DateOnly>(), new HashSet<DateOnly>(), new HashSet<int>());
        foreach (var year in Member(document.RootElement, "years").EnumerateObject())
        {
            var number = int.Parse(year.Name, NumberStyles.None, CultureInfo.InvariantCulture);
            years.Add(number);
            foreach (var day in Days(year.Value, "off", number))
            {
                off.Add(day);
            }

            foreach (var day in Days(year.Value, "work", number))
            {
                worked.Add(day);
                if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                    throw new FormatException($"work 里的 {Text(day)} 不是周末");
            }
        }

        if (years.Count == 0)
            throw new FormatException("years 里一年也没有");
        if (off.FirstOrDefault(worked.Contains) is var both && both != default)
            throw new FormatException($"{Text(both)} 既在 off 又在 work 里");
        return new WorkingDays(off, worked, years) { Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 6)) };
    }

    private static IEnumerable<DateOnly> Days(JsonElement year, string kind, int number)
    {
        var seen = new HashSet<DateOnly>();
        foreach (var entry in Member(year, kind).EnumerateArray())
        {
            var text = entry.GetString();
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                throw new FormatException($"“{text}”不是日期");
            if (day.Year != number)
                throw new FormatException($"{text} 不在 {number} 年");
            if (!seen.Add(day))
                throw new FormatException($"{text} 写了两次");
            yield return day;
        }
    }

    private static JsonElement Member(JsonElement from, string name) => from.TryGetProperty(name, out var member) ? member : throw new FormatException($"缺少 {name}");

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
