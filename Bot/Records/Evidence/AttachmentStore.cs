using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using StationBot.Indicators;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records.Evidence;

/// <summary>
/// The files that members sent, and which record each is evidence of. That a file is evidence, that the record has that evidence, and the entry in the
/// record's history are one transaction.
/// </summary>
public sealed class AttachmentStore(Database database, TimeProvider time)
{
    /// <summary>As which evidence a file counts on a record that has some already.</summary>
    public delegate EvidenceKind KindOf(Attachment file, StationRecord record, IReadOnlySet<EvidenceKind> has);

    private const string Columns = "id, batch, hash, type, name, taken, number, kind, marked";

    /// <summary>Phones send the pictures of one visit as messages of their own.</summary>
    private static readonly TimeSpan InOneGo = TimeSpan.FromMinutes(2);

    /// <param name="cause">Of the message: the same again adds nothing.</param>
    /// <param name="joins">They may belong to those that came just before: nothing beside them says otherwise.</param>
    /// <returns>All files of the batch, as they stand now.</returns>
    public Task<IReadOnlyList<Attachment>> AddAsync(
        Membership by, string cause, IReadOnlyList<NewAttachment> files, bool joins = false, CancellationToken cancellation = default) =>
        database.WriteAsync<IReadOnlyList<Attachment>>(
            Durability.Power,
            async connection =>
            {
                var received = RecordStore.Utc(time.GetUtcNow());
                var batch = await BatchOfAsync(connection, by, cause) ?? (joins ? await JustBeforeAsync(connection, by) : null) ?? cause;
                foreach (var (place, file) in files.Index())
                {
                    await connection.ExecuteAsync(
                        """
                        INSERT INTO attachment (station_id, member_id, cause, place, batch, hash, type, size, name, taken, received)
                        VALUES (@StationId, @MemberId, @cause, @place, @batch, @Hash, @Type, @Size, @Name, @taken, @received)
                        ON CONFLICT (station_id, cause, place) DO NOTHING
                        """,
                        new
                        {
                            StationId = by.Station.Id,
                            MemberId = by.Member.Id,
                            cause,
                            place,
                            batch,
                            file.Content.Hash,
                            Type = file.Content.Type.Id,
                            file.Content.Size,
                            file.Name,
                            taken = file.Taken?.ToString("s"),
                            received,
                        });
                }

                return await OfBatchAsync(connection, by, batch);
            },
            cancellation);

    /// <summary>The member's files that are evidence of nothing yet, oldest first.</summary>
    public Task<IReadOnlyList<Attachment>> LooseAsync(Membership by, CancellationToken cancellation = default) => database.ReadAsync(connection => LooseOfAsync(connection, by), cancellation);

    /// <summary>In the order in which they came.</summary>
    public Task<IReadOnlyList<Attachment>> OfRecordAsync(long stationId, long number, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<Attachment>>(
        async connection => Files(await connection.QueryAsync<Row>(
            $"SELECT {Columns} FROM attachment WHERE station_id = @stationId AND number = @number ORDER BY id",
            new { stationId, number })),
        cancellation);

    /// <summary>What the member entered, the newest first; void ones, attempts and plans never.</summary>
    /// <param name="since">Entered then or later.</param>
    /// <param name="day">Of the service; any without.</param>
    public Task<IReadOnlyList<Candidate>> CandidatesAsync(Membership by, DateTimeOffset since, DateOnly? day, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Candidate>>(
            async connection => [.. (await connection.QueryAsync<CandidateRow>(
                """
                SELECT record.number, record.indicator, record.date,
                  COALESCE((SELECT case_file.name FROM case_file WHERE case_file.id = record.file_id), record.name,
                    (SELECT string_agg(person.name, '、') FROM record_person JOIN person ON person.id = record_person.person_id
                     WHERE record_person.station_id = record.station_id AND record_person.number = record.number), '') AS About,
                  (SELECT string_agg(CAST(kind AS text), ',') FROM record_evidence
                   WHERE record_evidence.station_id = record.station_id AND record_evidence.number = record.number) AS Has
                FROM record JOIN record_history ON record_history.station_id = record.station_id AND record_history.number = record.number
                WHERE record.station_id = @StationId AND NOT record.voided AND record.outcome = 'Done' AND record.entered >= @since
                  AND record_history.action = 'add' AND record_history.member_id = @Id AND (@day IS NULL OR record.date = @day)
                ORDER BY record_history.at DESC, record.number DESC
                LIMIT 100
                """,
                new { by.Member.StationId, by.Member.Id, since = RecordStore.Utc(since), day }))
                .Select(row => new Candidate { Number = row.Number, Indicator = row.Indicator, Date = row.Date, About = row.About, Has = Kinds(row.Has) })],
            cancellation);

    /// <param name="cause">Of the message: the same again changes nothing more.</param>
    /// <param name="batch">Null: all of the member's that are evidence of nothing yet.</param>
    /// <param name="again">Files of the batch that count as something on this record are judged anew.</param>
    public Task<Bound> BindAsync(Membership by, string cause, string? batch, long number, KindOf kindOf, bool again = false, string? deed = null, CancellationToken cancellation = default) =>
        database.WriteAsync<Bound>(
            Durability.Power,
            async connection =>
            {
                if (await RecordStore.FindAsync(connection, by.Station.Id, number) is not { } record)
                {
                    return new Bound.Refused(new Change.NotFound());
                }

                if (record.IsVoided || !record.MayBeTouchedBy(by.Member))
                {
                    return new Bound.Refused(record.IsVoided ? new Change.Voided(number) : new Change.NotYours(number));
                }

                var files = batch is null ? await LooseOfAsync(connection, by) : await OfBatchAsync(connection, by, batch);
                var mine = files.Where(file => file.Number is null || file.Number == number).ToList();
                if (mine.Count == 0)
                {
                    return new Bound.Gone(files.Select(file => file.Number).FirstOrDefault(other => other is not null));
                }

                // The same message found them bound already: by itself.
                var isAnew = again && await RecordStore.CausedAsync(connection, by.Station.Id, cause) is null;
                var open = mine.FindAll(file => file.Number is null || isAnew);
                foreach (var file in open.Where(file => file.Number is not null))
                {
                    await ReleaseAsync(connection, by.Station.Id, file.Id);
                }

                var has = await HasAsync(connection, by.Station.Id, number);
                var bound = open.ConvertAll(file => file with { Number = number, Kind = kindOf(file, record, has) });
                foreach (var file in bound)
                {
                    await BindAsync(connection, by, file);
                }

                Note(connection, by, new Noted(cause, deed), HistoryAction.Bind, number, bound);
                List<Attachment> all = [.. mine.Except(open), .. bound];
                return new Bound.Done(number, all, await UsedOnAsync(connection, by.Station.Id, all));
            },
            cancellation);

    /// <summary>The files of a batch are evidence of nothing again, and the record loses what only they were evidence for.</summary>
    /// <param name="deed">What is taken back by it (<see cref="DeedEntry.Deed"/>).</param>
    /// <returns>The record; null where they were evidence of none.</returns>
    public Task<long?> FreeAsync(Membership by, string cause, string batch, string? deed = null, CancellationToken cancellation = default) => database.WriteAsync<long?>(
        Durability.Power,
        async connection =>
        {
            var bound = (await OfBatchAsync(connection, by, batch)).Where(file => file.Number is not null).ToList();
            foreach (var file in bound)
            {
                await ReleaseAsync(connection, by.Station.Id, file.Id);
            }

            foreach (var ofRecord in bound.GroupBy(file => file.Number!.Value))
            {
                Note(connection, by, new Noted($"{cause}:{ofRecord.Key}", deed), HistoryAction.Unbind, ofRecord.Key, [.. ofRecord]);
            }

            return bound.Count == 0 ? null : bound[0].Number;
        },
        cancellation);

    /// <summary>What an entry about files can be turned round to: they are still there, or with <paramref name="isUndo"/> false still nowhere.</summary>
    internal static async Task<LastBinding?> OpenAsync(DbConnection connection, long stationId, DeedEntry entry, bool isUndo)
    {
        var json = await connection.QuerySingleAsync<string>(
            "SELECT COALESCE(after, before) FROM record_history WHERE station_id = @stationId AND number = @Number AND step = @Step",
            new { stationId, entry.Number, entry.Step });
        var bound = JsonSerializer.Deserialize(json, EvidenceJson.Default.BoundFiles)!;
        var batch = await connection.QueryFirstOrDefaultAsync<string?>(
            """
            SELECT attachment.batch FROM attachment JOIN record ON record.station_id = attachment.station_id AND record.number = @Number
            WHERE attachment.station_id = @stationId AND attachment.id IN @Files AND NOT attachment.discarded AND NOT record.voided
              AND (CASE WHEN @isUndo THEN attachment.number = @Number ELSE attachment.number IS NULL END)
            ORDER BY attachment.id
            """,
            new { stationId, entry.Number, bound.Files, isUndo });
        return batch is null ? null : new LastBinding(batch, entry.Number!.Value, bound.Kinds is [var only] ? only : null);
    }

    /// <summary>The files are not wanted: they are no longer offered. They are swept as all that is evidence of nothing.</summary>
    /// <param name="batch">Null: all of the member's that are evidence of nothing.</param>
    /// <returns>How many.</returns>
    public Task<int> DiscardAsync(Membership by, string? batch, CancellationToken cancellation = default) => database.WriteAsync(
        Durability.Power,
        connection => connection.ExecuteAsync(
            """
            UPDATE attachment SET discarded = TRUE
            WHERE station_id = @StationId AND member_id = @Id AND number IS NULL AND NOT discarded AND (@batch IS NULL OR batch = @batch)
            """,
            new { by.Member.StationId, by.Member.Id, batch }),
        cancellation);

    private static async Task<IReadOnlyList<Attachment>> OfBatchAsync(DbConnection connection, Membership by, string batch) => Files(await connection.QueryAsync<Row>(
        $"SELECT {Columns} FROM attachment WHERE station_id = @StationId AND batch = @batch AND member_id = @Id AND NOT discarded ORDER BY id",
        new { by.Member.StationId, by.Member.Id, batch }));

    private static async Task<IReadOnlyList<Attachment>> LooseOfAsync(DbConnection connection, Membership by) => Files(await connection.QueryAsync<Row>(
        $"SELECT {Columns} FROM attachment WHERE station_id = @StationId AND member_id = @Id AND number IS NULL AND NOT discarded ORDER BY id",
        new { by.Member.StationId, by.Member.Id }));

    private static Task<string?> BatchOfAsync(DbConnection connection, Membership by, string cause) => connection.QuerySingleOrDefaultAsync<string?>(
        "SELECT batch FROM attachment WHERE station_id = @StationId AND cause = @cause AND place = 0",
        new { by.Member.StationId, cause });

    /// <summary>
    /// The batch of the member's last file, unless that was long ago, a record was entered since or its own was undone: then these are of another visit.
    /// </summary>
    private Task<string?> JustBeforeAsync(DbConnection connection, Membership by) => connection.QuerySingleOrDefaultAsync<string?>(
        """
        SELECT batch FROM attachment
        WHERE station_id = @StationId AND member_id = @Id AND NOT discarded AND received >= @since
          AND id = (SELECT MAX(last.id) FROM attachment last WHERE last.station_id = @StationId AND last.member_id = @Id)
          AND NOT EXISTS (SELECT 1 FROM record
            WHERE record.station_id = attachment.station_id AND record.number = attachment.number AND record.voided)
          AND NOT EXISTS (SELECT 1 FROM record_history
            WHERE record_history.station_id = @StationId AND record_history.member_id = @Id AND record_history.action = 'add' AND record_history.at > attachment.received)
        """,
        new { by.Member.StationId, by.Member.Id, since = RecordStore.Utc(time.GetUtcNow() - InOneGo) });

    /// <summary>Whichever file brought the evidence in knows it: what was ticked or imported before stays when the file goes.</summary>
    private async Task BindAsync(DbConnection connection, Membership by, Attachment file)
    {
        var marked = await connection.ExecuteAsync(
            """
            INSERT INTO record_evidence (station_id, number, kind, marked, member_id) VALUES (@StationId, @Number, @kind, @at, @MemberId)
            ON CONFLICT (station_id, number, kind) DO NOTHING
            """,
            new { by.Member.StationId, file.Number, kind = (int)file.Kind!, at = RecordStore.Utc(time.GetUtcNow()), MemberId = by.Member.Id });
        await connection.ExecuteAsync(
            "UPDATE attachment SET number = @Number, kind = @kind, marked = @isMarked WHERE station_id = @StationId AND id = @Id",
            new { by.Member.StationId, file.Id, file.Number, kind = (int)file.Kind, isMarked = marked == 1 });
    }

    private static async Task ReleaseAsync(DbConnection connection, long stationId, long id)
    {
        var row = await connection.QuerySingleAsync<Row>($"SELECT {Columns} FROM attachment WHERE station_id = @stationId AND id = @id", new { stationId, id });
        await connection.ExecuteAsync("UPDATE attachment SET number = NULL, kind = NULL, marked = FALSE WHERE station_id = @stationId AND id = @id", new { stationId, id });
        if (!row.Marked)
        {
            return;
        }

        var heir = await connection.ExecuteAsync(
            """
            UPDATE attachment SET marked = TRUE
            WHERE id = (SELECT MIN(id) FROM attachment WHERE station_id = @stationId AND number = @Number AND kind = @Kind)
            """,
            new { stationId, row.Number, row.Kind });
        if (heir == 0)
        {
            await connection.ExecuteAsync(
                "DELETE FROM record_evidence WHERE station_id = @stationId AND number = @Number AND kind = @Kind",
                new { stationId, row.Number, row.Kind });
        }
    }

    private void Note(DbConnection connection, Membership by, Noted noted, string action, long number, IReadOnlyList<Attachment> files)
    {
        if (files.Count > 0)
        {
            var what = new BoundFiles([.. files.Select(file => file.Id)], [.. files.Select(file => file.Kind!.Value).Distinct()]);
            var entry = new Entry(by.Station.Id, by.Member.Id, "", time.GetUtcNow()) { Cause = noted.Cause, Deed = noted.Deed };
            var json = JsonSerializer.Serialize(what, EvidenceJson.Default.BoundFiles);
            RecordStore.Note(connection, entry, number, action, action == HistoryAction.Unbind ? json : null, action == HistoryAction.Bind ? json : null);
        }
    }

    /// <summary>The records on which the same bytes stand, void ones left out: one list a picture or file, oldest first.</summary>
    public Task<IReadOnlyList<IReadOnlyList<long>>> ReusedAsync(long stationId, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<IReadOnlyList<long>>>(
        async connection => [.. (await connection.QueryAsync<(string Hash, long Number)>(
            """
            SELECT DISTINCT attachment.hash, attachment.number
            FROM attachment JOIN record ON record.station_id = attachment.station_id AND record.number = attachment.number
            WHERE attachment.station_id = @stationId AND NOT record.voided
            ORDER BY attachment.number
            """,
            new { stationId }))
            .GroupBy(use => use.Hash, use => use.Number)
            .Select(uses => (IReadOnlyList<long>)[.. uses])
            .Where(numbers => numbers.Count > 1)],
        cancellation);

    private static async Task<IReadOnlySet<EvidenceKind>> HasAsync(DbConnection connection, long stationId, long number) => (await connection.QueryAsync<long>(
        "SELECT kind FROM record_evidence WHERE station_id = @stationId AND number = @number",
        new { stationId, number })).Select(kind => (EvidenceKind)kind).ToHashSet();

    private static async Task<IReadOnlyDictionary<long, long>> UsedOnAsync(DbConnection connection, long stationId, IReadOnlyList<Attachment> files)
    {
        var used = new Dictionary<long, long>();
        foreach (var file in files)
        {
            var other = await connection.QuerySingleAsync<long?>(
                """
                SELECT MIN(record.number)
                FROM attachment JOIN record ON record.station_id = attachment.station_id AND record.number = attachment.number
                WHERE attachment.station_id = @stationId AND attachment.hash = @Hash AND record.number <> @Number AND NOT record.voided
                """,
                new { stationId, file.Hash, file.Number });
            if (other is not null)
            {
                used[file.Id] = other.Value;
            }
        }

        return used;
    }

    private static List<Attachment> Files(IEnumerable<Row> rows) =>
    [
        .. rows.Select(row => new Attachment
        {
            Id = row.Id,
            Batch = row.Batch,
            Hash = row.Hash,
            Type = FileType.Find(row.Type)!,
            Name = row.Name,
            Taken = row.Taken is null ? null : DateTime.ParseExact(row.Taken, "s", CultureInfo.InvariantCulture),
            Number = row.Number,
            Kind = (EvidenceKind?)row.Kind,
        }),
    ];

    private static HashSet<EvidenceKind> Kinds(string? list) => [.. list?.Split(',').Select(kind => (EvidenceKind)int.Parse(kind, CultureInfo.InvariantCulture)) ?? []];

    private sealed record Noted(string Cause, string? Deed);

    private sealed record Row
    {
        public required long Id { get; init; }
        public required string Batch { get; init; }
        public required string Hash { get; init; }
        public required string Type { get; init; }
        public required string Name { get; init; }
        public string? Taken { get; init; }
        public long? Number { get; init; }
        public int? Kind { get; init; }

        /// <summary>It brought the record this evidence.</summary>
        public bool Marked { get; init; }
    }

    private sealed record CandidateRow
    {
        public required long Number { get; init; }
        public required string Indicator { get; init; }
        public required DateOnly Date { get; init; }
        public required string About { get; init; }
        public string? Has { get; init; }
    }
}
