using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Files;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Files;

/// <summary>Which of the station's cases and groups a name or number means.</summary>
internal sealed class FileFinder(Caseload caseload, RosterStore roster)
{
    /// <returns>The open ones where there are any, and for reopening the closed ones; several where the name fits several.</returns>
    public async Task<IReadOnlyList<Dossier>> FindAsync(Station station, FileRequest asked, IReadOnlyList<Indicator> rows, DateOnly today, CancellationToken cancellation)
    {
        var all = await caseload.AllAsync(station.Id, [.. rows.Select(row => row.Id)], cancellation);
        if (asked.IsBare)
        {
            return [.. all.Where(file => file.Life.Closed is not null == (asked.Ask == FileAsk.Reopen))];
        }

        if (asked is { Name: null, Area: { } area })
        {
            var theirs = all.Where(file => rows.First(row => row.Id == file.Indicator).Area.Id == area).ToList();
            return theirs.FindAll(file => file.Life.Closed is null) is { Count: > 0 } open ? open : theirs;
        }

        if (asked.Name is not { } name)
        {
            return [.. all.Where(file => file.Ordinal == asked.Number)];
        }

        var found = Named(all, name, rows[0].ShortName);
        if (found.Count == 0)
        {
            var persons = await roster.FindByNameAsync(station.Id, name, today, cancellation);
            var files = await caseload.OfPersonsAsync(station.Id, [.. persons.Select(person => person.Id)], cancellation);
            found = [.. all.Where(file => !file.IsGroup && files.Contains(file.Id))];
        }

        if (found.Count == 0)
        {
            found = [.. all.Where(file => file.Name.Contains(name, StringComparison.Ordinal))];
        }

        // 老人手工小组 where it is called 手工小组.
        if (found.Count == 0 && asked.Area is { } of)
        {
            found = [.. all.Where(file => Core(file.Name, rows[0].ShortName) is { Length: > 1 } core && name.Contains(core, StringComparison.Ordinal) && rows.First(row => row.Id == file.Indicator).Area.Id == of)];
        }

        var meant = found.FindAll(file => file.Life.Closed is not null == (asked.Ask == FileAsk.Reopen));
        return meant.Count > 0 ? meant : found;
    }

    private static string Core(string name, string kind) => name.EndsWith(kind, StringComparison.Ordinal) ? name[..^kind.Length] : name;

    /// <summary>手工 and 手工小组, 李桂兰 and 李桂兰（红旗村）.</summary>
    private static List<Dossier> Named(IEnumerable<Dossier> all, string name, string kind) =>
        [.. all.Where(file => file.Name == name || file.Name == name + kind || (!file.IsGroup && file.Name.StartsWith(name + "（", StringComparison.Ordinal)))];
}
