using StationBot.Storage;

namespace StationBot.Records;

/// <summary>A part of the records: each condition must hold; one that is empty always does.</summary>
public sealed record FactFilter
{
    /// <summary>Any of these.</summary>
    public IReadOnlyCollection<ServiceMode> Modes { get; init; } = [];

    /// <summary>The names of who did it: of the member who entered it, or as an import tells it.</summary>
    public IReadOnlyCollection<string> Workers { get; init; } = [];

    /// <summary>Ids: the record is about one of them, whoever else it is about; null for anybody.</summary>
    public IReadOnlyCollection<long>? Persons { get; init; }

    /// <summary>The same for the same part.</summary>
    internal string Key => $"{string.Join(',', Modes.Order())}/{string.Join(',', Workers.Order(StringComparer.Ordinal))}/{(Persons is null ? "*" : string.Join(',', Persons.Order()))}";

    /// <summary>For the row <c>record</c>, with the parameters modes, workers and persons.</summary>
    internal string Sql =>
        (Modes.Count == 0 ? "" : " AND record.mode " + Dialect.In("@modes"))
        + (Workers.Count == 0 ? "" : " AND COALESCE(record.worker, (SELECT member.name FROM member WHERE member.id = record.member_id)) " + Dialect.In("@workers"))
        + (Persons is null ? "" : " AND EXISTS (SELECT 1 FROM record_person fitting WHERE fitting.station_id = record.station_id AND fitting.number = record.number AND fitting.person_id " + Dialect.In("@persons") + ")");

    internal string ModeList => Dialect.List(Modes.Select(mode => mode.ToString()));

    internal string WorkerList => Dialect.List(Workers);

    internal string PersonList => Dialect.List(Persons ?? []);

    /// <summary>The parameters that <see cref="Sql"/> has, in its order.</summary>
    internal IEnumerable<string> Values =>
        [.. Modes.Count == 0 ? [] : new[] { ModeList }, .. Workers.Count == 0 ? [] : new[] { WorkerList }, .. Persons is null ? [] : new[] { PersonList }];
}
