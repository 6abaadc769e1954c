using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>Which part of the records or persons the filters of a question mean.</summary>
internal sealed class RecordParts(RosterImport roster)
{
    /// <summary>A mark before a tag that makes it another one: 半失能 is not 失能.</summary>
    private const string Negations = "半非无不未";

    /// <returns>Null where the question is about all of them.</returns>
    public async Task<FactFilter?> OfAsync(Membership who, Question asked, CancellationToken cancellation) => asked.Filters.Count == 0 ? null : new FactFilter
    {
        Modes = ModesOf(asked),
        Workers = [.. asked.Filters.Select(filter => filter switch { MineFilter => who.Member.Name, WorkerFilter worker => worker.Worker, _ => null }).OfType<string>().Distinct()],
        Persons = await PersonsAsync(who.Station, asked, cancellation),
    };

    /// <summary><c>（小王、电话）</c>; empty for all.</summary>
    public static string Label(Membership who, Question asked) => asked.Filters.Count == 0
        ? ""
        : $"（{string.Join('、', asked.Filters.Select(filter => filter is MineFilter ? who.Member.Name : filter.Label).Distinct())}）";

    public static IReadOnlyCollection<ServiceMode> ModesOf(Question asked) =>
        [.. asked.Filters.OfType<ModeFilter>().Select(filter => Enum.Parse<ServiceMode>(RecordForms.ModeValue(filter.Mode))).Distinct()];

    /// <summary>All the tags, and one of the villages.</summary>
    public static bool Fits(RosterEntry person, Question asked)
    {
        var villages = asked.Filters.OfType<VillageFilter>().Select(filter => filter.Village).ToList();
        return asked.Filters.OfType<TagFilter>().All(filter => HasTag(person, filter.Tag)) && (villages.Count == 0 || villages.Contains(person.Community));
    }

    /// <summary>留守 means 留守儿童 too.</summary>
    public static bool HasTag(RosterEntry person, string tag) => person.Tags.Any(own =>
        own.IndexOf(tag, StringComparison.Ordinal) is >= 0 and var at && (at == 0 || !Negations.Contains(own[at - 1], StringComparison.Ordinal)));

    private async Task<IReadOnlyCollection<long>?> PersonsAsync(Station station, Question asked, CancellationToken cancellation)
    {
        if (asked.Filters.OfType<PersonFilter>().Select(filter => filter.Id).ToList() is { Count: > 0 } persons)
        {
            return persons;
        }

        return asked.Filters.Any(filter => filter is TagFilter or VillageFilter)
            ? [.. (await roster.EverybodyAsync(station.Id, cancellation)).Where(person => Fits(person, asked)).Select(person => person.Id!.Value)]
            : null;
    }
}
