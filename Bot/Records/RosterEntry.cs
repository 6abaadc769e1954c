using System.Globalization;
using System.Text.Json.Serialization;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Naming;

namespace StationBot.Records;

/// <summary>A person with all that a roster tells. A person is the same by name and community (product.md §8).</summary>
public sealed record RosterEntry
{
    /// <summary>Null for somebody new.</summary>
    [JsonIgnore]
    public long? Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Empty when it isn't known.</summary>
    public required string Community { get; init; }

    /// <summary>Ids of the domains; empty for somebody who was met but is on no roster.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public string? Gender { get; init; }
    public DateOnly? Born { get; init; }
    public string? Home { get; init; }
    public string? Phone { get; init; }
    public string? Guardian { get; init; }
    public bool Revisit { get; init; }
    public required DateOnly Entered { get; init; }

    /// <summary>The first day on which the person is no longer listed.</summary>
    public DateOnly? Left { get; init; }

    public string? LeftReason { get; init; }

    /// <summary>Between leaving and coming back, as <see cref="AwayText"/> writes it; empty for most.</summary>
    public string Away { get; init; } = "";

    /// <summary>李桂兰（红旗村）.</summary>
    [JsonIgnore]
    public string Label => PersonName.LabelOf(Name, Community);

    [JsonIgnore]
    public PersonName Called => new() { Id = Id ?? 0, Name = Name, Community = Community, Aliases = Aliases, Gender = Gender, Born = Born, Left = Left };

    /// <summary>As counting sees the person.</summary>
    [JsonIgnore]
    public RosterPerson Counted => new(Id ?? 0, Areas, Entered, Left, Revisit) { Away = AwayText.Read(Away) };

    /// <summary>Met by name alone, never listed: a roster that has one person of the name means this one.</summary>
    internal bool IsStub => Community.Length == 0 && Areas.Count == 0;

    /// <param name="day">The first on which the person is no longer listed.</param>
    public RosterEntry Leave(DateOnly day, string reason) => this with { Left = day, LeftReason = reason };

    /// <param name="day">The first on which the person is listed again.</param>
    public RosterEntry Return(DateOnly day) => this with
    {
        Left = null,
        LeftReason = null,
        Away = Left < day ? AwayText.Add(Away, new Period(Left.Value, day.AddDays(-1))) : Away,
    };

    /// <summary>Nothing that identifies; what is counted stays (product.md §7).</summary>
    internal RosterEntry Erase(string gone) => new()
    {
        Id = Id,
        Name = gone,
        Community = "",
        Areas = Areas,
        Revisit = Revisit,
        Entered = Entered,
        Left = Left,
        Away = Away,
    };

    internal bool SaysTheSameAs(RosterEntry other) =>
        this with { Areas = other.Areas, Tags = other.Tags, Aliases = other.Aliases } == other
        && SameSet(Areas, other.Areas) && SameSet(Tags, other.Tags) && SameSet(Aliases, other.Aliases);

    private static bool SameSet(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.ToHashSet().SetEquals(other);
}

/// <summary>Periods as <c>person.away</c> keeps them: 2024-06-01..2024-08-31, separated by commas.</summary>
internal static class AwayText
{
    private const string Format = "yyyy-MM-dd";

    public static IReadOnlyList<Period> Read(string text) => text.Length == 0
        ? []
        : [.. text.Split(',').Select(period => new Period(Day(period[..Format.Length]), Day(period[^Format.Length..])))];

    public static string Add(string text, Period period) =>
        $"{text}{(text.Length == 0 ? "" : ",")}{period.First.ToString(Format, CultureInfo.InvariantCulture)}..{period.Last.ToString(Format, CultureInfo.InvariantCulture)}";

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, Format, CultureInfo.InvariantCulture);
}
