using System.Globalization;
using StationBot.Indicators;
using StationBot.Indicators.Counting;

namespace StationBot.Tests.Indicators.Counting;

/// <summary>A station in a few words, for tables of cases.</summary>
internal static class StationText
{
    /// <param name="text">
    /// Parts by <c>;</c>: <c>year 2024-01-01</c>, <c>tier 20 from 2024-06-15</c>, <c>person 1 elder,child in 2024-01-01 out 2024-07-01</c>,
    /// <c>staff in 2024-01-01 cert 2024-02-01 out 2024-07-01</c>, <c>file 1 elder.case closed 2024-05-01</c>; anything else is a record:
    /// <c>elder.care 2024-05-01 2024-05-02 p=1,2 file=1 fen=100 name=甲 people=3 has=WatermarkPhoto,Uploaded inkind needs na</c>,
    /// once for each of its dates. Without a year it is 2024, without a tier 10万.
    /// </param>
    public static StationFacts Read(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var facts = parts.Where(part => part[0].Contains('.')).SelectMany(Facts);
        var tiers = Of(parts, "tier").Select(part => (Named(part, "from") ?? DateOnly.MinValue, (Tier)int.Parse(part[1]))).ToList();
        var years = Of(parts, "year").Select(part => new ProjectYear(Day(part[1]))).ToList();
        return new StationFacts
        {
            Tiers = tiers.Count > 0 ? new TierHistory(tiers) : new TierHistory(Tier.T10),
            Years = years.Count > 0 ? years : [new ProjectYear(new DateOnly(2024, 1, 1))],
            Facts = [.. facts.Select((fact, i) => fact with { Number = i + 1 })],
            Roster = [.. Of(parts, "person").Select(part => new RosterPerson(
                long.Parse(part[1]), part[2].Split(','), Named(part, "in") ?? new DateOnly(2020, 1, 1), Named(part, "out"), false))],
            Files = [.. Of(parts, "file").Select(part => new CaseFile(long.Parse(part[1]), part[2], Named(part, "closed")))],
            Staff = [.. Of(parts, "staff").Select(part => new StaffMember(
                Named(part, "in") ?? new DateOnly(2020, 1, 1), Named(part, "out"), Named(part, "cert")))],
        };
    }

    /// <summary><c>2024</c>, <c>2024-05</c>, <c>2024Q2</c>, <c>2024-05-01</c> or <c>2024-05-01..2024-07-02</c>.</summary>
    public static Period Asked(string text) => text.Split("..") switch
    {
        [var first, var last] => new Period(Day(first), Day(last)),
        _ when text.Length == 4 => Period.CalendarYear(int.Parse(text)),
        _ when text.Contains('Q') => Period.Quarter(int.Parse(text[..4]), int.Parse(text[5..])),
        _ when text.Length == 7 => Period.Month(int.Parse(text[..4]), int.Parse(text[5..])),
        _ => Period.Day(Day(text)),
    };

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Of(List<string[]> parts, string kind) => parts.Where(part => part[0] == kind);

    private static DateOnly? Named(string[] part, string name) =>
        Array.IndexOf(part, name) is > 0 and var at ? Day(part[at + 1]) : null;

    private static IEnumerable<Fact> Facts(string[] part)
    {
        var values = part.Where(word => word.Contains('=')).Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        var has = values.GetValueOrDefault("has", "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<EvidenceKind>).ToHashSet();
        return part.Where(word => char.IsDigit(word[0])).Select(date => new Fact
        {
            Number = 0,
            Indicator = part[0],
            Date = Day(date),
            Persons = [.. values.GetValueOrDefault("p", "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)],
            Name = values.GetValueOrDefault("name"),
            File = values.TryGetValue("file", out var file) ? long.Parse(file) : null,
            Fen = long.Parse(values.GetValueOrDefault("fen", "0")),
            People = int.Parse(values.GetValueOrDefault("people", "0")),
            InKind = part.Contains("inkind"),
            HasNeeds = part.Contains("needs"),
            NotApplicable = part.Contains("na"),
            Evidence = has,
        });
    }
}
