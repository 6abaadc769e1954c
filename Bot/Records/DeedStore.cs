using System.Data.Common;
using Dapper;
using StationBot.Records.Evidence;
using StationBot.Stations;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>
/// What a member did, records, files and roster in one order (<see cref="Deeds"/>). What nothing is left of, because somebody else voided or changed it, is
/// passed over.
/// </summary>
public sealed class DeedStore(Database database)
{
    /// <summary>More is not looked back for.</summary>
    private const int MostEntries = 4000;

    /// <param name="cause">Of the message: what it turned round already is found again.</param>
    public Task<LastDeed> LastAsync(Membership by, string cause, bool isUndo, CancellationToken cancellation = default) => database.ReadAsync(
        async connection =>
        {
            var entries = await EntriesAsync(connection, by.Member);
            if (entries.LastOrDefault(entry => IsOf(entry, cause)) is { } own)
            {
                return await AgainAsync(connection, by, own);
            }

            var deeds = Deeds.Of(entries);
            foreach (var deed in (isUndo ? deeds.Done : deeds.Undone).Reverse())
            {
                if (await OpenAsync(connection, by, deed, isUndo) is { } last)
                {
                    return last;
                }
            }

            return new LastDeed.Nothing(deeds.WasCleared);
        },
        cancellation);

    /// <summary>The newest deed of records that can be turned round.</summary>
    internal static async Task<Deed?> LastOfRecordsAsync(DbConnection connection, Membership by, bool isUndo)
    {
        var deeds = Deeds.Of(await EntriesAsync(connection, by.Member));
        foreach (var deed in (isUndo ? deeds.Done : deeds.Undone).Reverse())
        {
            if (await OpenAsync(connection, by, deed, isUndo) is { } last)
            {
                return last is LastDeed.OfRecords ? deed : null;
            }
        }

        return null;
    }

    /// <summary>Nothing that anybody did to the record's contents after this entry still stands in the way of turning it round.</summary>
    internal static async Task<bool> IsLastOfRecordAsync(DbConnection connection, long stationId, DeedEntry entry, bool isUndo)
    {
        var entries = await connection.QueryAsync<DeedEntry>(
            $"""
            SELECT record_history.number, record_history.step, record_history.action, record_history.cause, record_history.deed, record.batch
            FROM record_history JOIN record ON record.station_id = record_history.station_id AND record.number = record_history.number
            WHERE record_history.station_id = @stationId AND record_history.number = @Number AND record_history.action NOT IN ({HistoryAction.OfEvidence})
            ORDER BY record_history.step
            """,
            new { stationId, entry.Number });
        var deeds = Deeds.Of(entries);
        return (isUndo ? deeds.Done : deeds.Undone) is [.., var last] && last.Last.Entries.Any(one => one.Step == entry.Step);
    }

    private static bool IsOf(DeedEntry entry, string cause) => entry.Key == cause || entry.Key.EndsWith(":" + cause, StringComparison.Ordinal);

    private static async Task<LastDeed> AgainAsync(DbConnection connection, Membership by, DeedEntry own) => own switch
    {
        { PersonId: { } id } => new LastDeed.OfPerson(own.Deed ?? own.Key, id, own.Step),
        { Action: HistoryAction.Bind or HistoryAction.Unbind } when
            await AttachmentStore.OpenAsync(connection, by.Station.Id, own, own.Action == HistoryAction.Bind) is { } files => new LastDeed.OfFiles(own.Deed ?? own.Key, files),
        _ => new LastDeed.OfRecords(),
    };

    /// <summary>Null where nothing is left of it that could be turned round.</summary>
    private static async Task<LastDeed?> OpenAsync(DbConnection connection, Membership by, Deed deed, bool isUndo)
    {
        var first = deed.Last.First;
        if (first.PersonId is { } id)
        {
            return await PersonHistory.OpenAsync(connection, by.Station.Id, id, isUndo) is [.., { Action: not (PersonHistory.Erased or PersonHistory.Imported) } open] && open.Step == first.Step
                ? new LastDeed.OfPerson(deed.Key, id, await PersonHistory.StepsAsync(connection, by.Station.Id, id))
                : null;
        }

        if (first.Action is HistoryAction.Bind or HistoryAction.Unbind)
        {
            return await AttachmentStore.OpenAsync(connection, by.Station.Id, first, isUndo) is { } files ? new LastDeed.OfFiles(deed.Key, files) : null;
        }

        foreach (var entry in deed.Last.Entries)
        {
            if (await IsOpenAsync(connection, by.Station.Id, entry, isUndo))
            {
                return new LastDeed.OfRecords();
            }
        }

        return null;
    }

    private static async Task<bool> IsOpenAsync(DbConnection connection, long stationId, DeedEntry entry, bool isUndo)
    {
        var isVoided = await connection.ExecuteScalarAsync<bool>("SELECT voided FROM record WHERE station_id = @stationId AND number = @Number", new { stationId, entry.Number });
        return isVoided == (entry.Action == HistoryAction.Void)
            && (!entry.IsOfSet || await ChangeSets.IsLastAsync(connection, stationId, entry, isUndo));
    }

    /// <summary>Oldest first. What came at the same moment stands as it must have come: records by number, a record's and a person's changes by step.</summary>
    private static async Task<List<DeedEntry>> EntriesAsync(DbConnection connection, Member by)
    {
        var entries = (await connection.QueryAsync<DeedEntry>(
            """
            SELECT record_history.number, NULL AS PersonId, record_history.step, record_history.action, record_history.cause, record_history.deed, record.batch, record_history.at
            FROM record_history JOIN record ON record.station_id = record_history.station_id AND record.number = record_history.number
            WHERE record_history.station_id = @StationId AND record_history.member_id = @Id
            UNION ALL
            SELECT NULL, person_id, step, action, cause, deed, NULL, at FROM person_history WHERE station_id = @StationId AND member_id = @Id
            ORDER BY 8 DESC, 2 DESC, 1 DESC, 3 DESC
            LIMIT @MostEntries
            """,
            new { by.StationId, by.Id, MostEntries })).AsList();
        entries.Reverse();
        return entries;
    }
}
