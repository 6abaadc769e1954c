using StationBot.Indicators;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>Which records somebody means who tells whose they are, of which day and of which rows.</summary>
internal sealed class RecordFinder(RecordList records, RosterStore roster)
{
    /// <summary>Those that the member entered, oldest first; of whoever is on the roster by that name.</summary>
    public async Task<IReadOnlyList<ListedRecord>> OwnAsync(Turn turn, Membership who, RecordSought sought, CancellationToken cancellation) => await records.ReadAsync(
        who.Station.Id,
        new RecordSelection([.. (sought.Rows ?? turn.Catalog.Rows.AsEnumerable()).Select(row => row.Id)], sought.Days ?? Period.Ever, who.Member.Id) { Only = await OnlyAsync(turn, who, sought.Person, cancellation) },
        cancellation);

    /// <returns>Null where nobody was named; for nobody where nobody has the name.</returns>
    public async Task<FactFilter?> OnlyAsync(Turn turn, Membership who, string? person, CancellationToken cancellation) => person is null
        ? null
        : new FactFilter { Persons = [.. (await roster.FindByNameAsync(who.Station.Id, person, turn.Today, cancellation)).Select(one => one.Id)] };

    /// <summary>9月17日何大爷回访.</summary>
    public static string Described(RecordSought sought) =>
        $"{(sought.Days is { } days ? PeriodName.Of(days) : "")}{sought.Person}{(sought.Rows is [var row] ? row.ShortName : "")}";
}
