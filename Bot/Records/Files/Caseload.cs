using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records.Files;

/// <summary>A case or group with all that its records say of it.</summary>
public sealed record Dossier
{
    public required long Id { get; init; }

    /// <summary>People say 3号个案: the third case that the station opened, undone ones among them, so that it never changes. Groups count apart.</summary>
    public required int Ordinal { get; init; }

    public required string Indicator { get; init; }

    /// <summary>Of the group, or of the person.</summary>
    public required string Name { get; init; }

    public required FileLife Life { get; init; }

    public bool IsGroup => FileStore.IsGroup(Indicator);

    /// <summary>Whoever has it, or the lead.</summary>
    public bool MayBeChangedBy(Member member) => member.Role == Role.Lead || Life.Worker == member.Name;
}

/// <summary>The cases and groups of a station with their lives: more than counting needs (<see cref="FileStore"/>), for those who ask about a file.</summary>
public sealed class Caseload(Database database)
{
    private const string Steps =
        """
        SELECT case_file.id AS File, case_file.indicator, case_file.name, record.number, record.form, record.outcome, record.date,
          record.session, record.details, COALESCE(record.worker, author.name) AS Author
        FROM case_file JOIN record ON record.file_id = case_file.id AND record.indicator = case_file.indicator AND NOT record.voided
          LEFT JOIN member author ON author.id = record.member_id
        WHERE case_file.station_id = @stationId
        """;

    public Task<IReadOnlyList<Dossier>> AllAsync(long stationId, IReadOnlyCollection<string> indicators, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<Dossier>>(
        connection => ReadAsync(connection, stationId, $"{Steps} AND case_file.indicator IN @indicators", new { stationId, indicators }),
        cancellation);

    /// <returns>Null when the station has no such file, or nothing of it is left.</returns>
    public Task<Dossier?> FindAsync(long stationId, long id, CancellationToken cancellation = default) => database.ReadAsync(
        async connection => (await ReadAsync(connection, stationId, $"{Steps} AND case_file.id = @id", new { stationId, id })) is [var only] ? only : null,
        cancellation);

    /// <summary>The files whose opening, or where none is left any record, names one of the persons.</summary>
    public Task<IReadOnlySet<long>> OfPersonsAsync(long stationId, IReadOnlyCollection<long> persons, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlySet<long>>(
        async connection => (await connection.QueryAsync<long>(
            """
            SELECT DISTINCT record.file_id
            FROM record JOIN record_person ON record_person.station_id = record.station_id AND record_person.number = record.number
            WHERE record.station_id = @stationId AND record_person.person_id IN @persons AND record.file_id IS NOT NULL AND NOT record.voided
            """,
            new { stationId, persons })).ToHashSet(),
        cancellation);

    /// <summary>The members of a group, or whose case it is: as the opening names them, else everybody that the records name.</summary>
    public Task<IReadOnlyList<string>> PersonsAsync(long stationId, Dossier file, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<string>>(
        async connection => (await connection.QueryAsync<string>(
            $"""
            SELECT {RosterStore.LabelSql}
            FROM record JOIN record_person ON record_person.station_id = record.station_id AND record_person.number = record.number
            JOIN person ON person.id = record_person.person_id
            WHERE record.station_id = @stationId AND record.file_id = @Id AND NOT record.voided AND (@opening IS NULL OR record.number = @opening)
            GROUP BY person.id, person.name, person.community
            ORDER BY MIN(record.number), MIN(record_person.place)
            """,
            new { stationId, file.Id, opening = file.Life.Opening })).AsList(),
        cancellation);

    internal static async Task<FileLife?> LifeAsync(DbConnection connection, long stationId, long file) =>
        (await ReadAsync(connection, stationId, $"{Steps} AND case_file.id = @file", new { stationId, file })) is [var only] ? only.Life : null;

    private static async Task<IReadOnlyList<Dossier>> ReadAsync(DbConnection connection, long stationId, string sql, object bound)
    {
        var rows = (await connection.QueryAsync<StepRow>(sql, bound)).AsList();
        var members = (await connection.QueryAsync<(long Id, string Name)>("SELECT id, name FROM member WHERE station_id = @stationId", new { stationId }))
            .ToDictionary(member => member.Id.ToString(CultureInfo.InvariantCulture), member => member.Name);
        var ordinals = Ordinals(await connection.QueryAsync<(long Id, string Indicator)>(
            "SELECT id, indicator FROM case_file WHERE station_id = @stationId ORDER BY id",
            new { stationId }));
        return
        [
            .. from row in rows
               group row by row.File into file
               orderby file.Key
               let life = FileLife.Of(file.Select(row => row.ToStep(members)).OfType<FileStep>())
               where life is not null
               let first = file.First()
               select new Dossier { Id = file.Key, Ordinal = ordinals[file.Key], Indicator = first.Indicator, Name = first.Name, Life = life },
        ];
    }

    private static Dictionary<long, int> Ordinals(IEnumerable<(long Id, string Indicator)> files)
    {
        var (cases, groups) = (0, 0);
        return files.ToDictionary(file => file.Id, file => FileStore.IsGroup(file.Indicator) ? ++groups : ++cases);
    }

    private sealed record StepRow
    {
        public required long File { get; init; }
        public required string Indicator { get; init; }
        public required string Name { get; init; }
        public required long Number { get; init; }
        public required string Form { get; init; }
        public required string Outcome { get; init; }
        public required DateOnly Date { get; init; }
        public int? Session { get; init; }
        public string? Details { get; init; }
        public string? Author { get; init; }

        /// <param name="members">Names by id, as the handover's detail writes it.</param>
        /// <returns>Null for a session that was only planned or tried.</returns>
        public FileStep? ToStep(IReadOnlyDictionary<string, string> members)
        {
            if (KindOf(Form, Outcome) is not { } kind)
            {
                return null;
            }

            var details = Details is null ? null : JsonSerializer.Deserialize(Details, RecordJson.Default.IReadOnlyDictionaryStringString);
            return new FileStep
            {
                Number = Number,
                Kind = kind,
                Date = Date,
                Author = Author,
                ToldPlace = Session,
                Stage = Enum.TryParse<FileStage>(details?.GetValueOrDefault(RecordDetails.Stage), out var stage) ? stage : null,
                Next = FormCheck.TryDate(details?.GetValueOrDefault(RecordDetails.Next) ?? "", out var next) ? next : null,
                To = members.GetValueOrDefault(details?.GetValueOrDefault(RecordDetails.HandedTo) ?? ""),
            };
        }

        private static FileStepKind? KindOf(string form, string outcome) => form switch
        {
            RecordForms.ReopenId => FileStepKind.Reopened,
            RecordForms.HandoverId => FileStepKind.HandedOver,
            _ when form.EndsWith(".open", StringComparison.Ordinal) => FileStepKind.Opened,
            _ when form.EndsWith(".close", StringComparison.Ordinal) => FileStepKind.Closed,
            _ when outcome == nameof(Records.Outcome.Done) => FileStepKind.Session,
            _ => null,
        };
    }
}
