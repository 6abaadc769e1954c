using System.Globalization;
using StationBot.Answers.Files;
using StationBot.Records;
using StationBot.Records.Files;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Drafts;

/// <summary>Finds whom and which case or group a told sentence means.</summary>
internal sealed class ToldReader(RosterStore roster, FileFinder finder, FileForms fileForms, Caseload caseload)
{
    public async Task<ToldState> ReadAsync(Turn turn, Station station, Telling telling, CancellationToken cancellation)
    {
        var draft = telling.Draft;
        var persons = await PersonsAsync(station.Id, draft, turn.Today, cancellation);
        if (ToldForm.Of(draft, turn.Forms) is not { } form)
        {
            return new ToldState(telling, null, persons, [], new Dictionary<string, string>());
        }

        var files = form.Find(FieldKind.File) is { } field ? await FilesAsync(turn, station, field, telling, cancellation) : [];
        var values = ToldForm.Values(draft, form, persons, files is [var only] ? only.Id : null);
        await fileForms.PresetAsync(station, form, values, cancellation);
        return new ToldState(telling, form, persons, files, values);
    }

    private async Task<IReadOnlyList<ToldPerson>> PersonsAsync(long stationId, LogDraft draft, DateOnly today, CancellationToken cancellation)
    {
        var day = draft.Days is [var first, ..] && first < today ? first : today;
        var persons = new List<ToldPerson>();
        foreach (var name in draft.Persons.Distinct())
        {
            var found = await roster.FindByNameAsync(stationId, name, day, cancellation);
            var listed = await roster.ListedAreasAsync([.. found.Select(person => person.Id)], cancellation);
            persons.Add(new ToldPerson(name, [.. found.Select(person => person.Label)], ToldPerson.Common(found.Select(person => (IReadOnlyList<string>)[.. listed[person.Id]]))));
        }

        return persons;
    }

    /// <summary>Those that are open, unless the form opens one again; by the name that was said, else the only one there is.</summary>
    private async Task<IReadOnlyList<Dossier>> FilesAsync(Turn turn, Station station, Field field, Telling telling, CancellationToken cancellation)
    {
        var draft = telling.Draft;
        var rows = field.Topics.SelectMany(turn.Catalog.OfTopic).Where(row => draft.Area is null || row.Area.Id == draft.Area).ToList();
        if (telling.File is { } chosen)
        {
            return await caseload.FindAsync(station.Id, chosen, cancellation) is { } file ? [file] : [];
        }

        var name = draft.Name ?? (field.Topics.Contains("case") ? draft.Persons.Count > 0 ? draft.Persons[0] : null : null);
        if (rows.Count == 0 || name is null)
        {
            return [];
        }

        var found = await finder.FindAsync(station, new FileRequest(FileAsk.Session, field.Topics[0], name, null), rows, turn.Today, cancellation);
        return [.. found.Where(file => file.Life.Closed is null)];
    }

    /// <summary>The open ones that can be chosen, the one met last first.</summary>
    public async Task<IReadOnlyList<Dossier>> OpenAsync(Turn turn, Station station, Field field, CancellationToken cancellation) =>
    [
        .. (await caseload.AllAsync(station.Id, [.. field.Topics.SelectMany(turn.Catalog.OfTopic).Select(row => row.Id)], cancellation))
            .Where(file => file.Life.Closed is null)
            .OrderByDescending(file => file.Life.Sessions is [.., var last] ? last.Date : file.Life.Opened),
    ];

    /// <summary>The number that was said against last + 1 (product.md §4); null where they agree, or nothing was said.</summary>
    public static string? SessionNote(ToldState told) =>
        told is { Draft.Session: { } said, File: { } file } && file.Life.NextPlace != said
            ? string.Create(CultureInfo.InvariantCulture, $"说的是第 {said} 节，按记录这次是第 {file.Life.NextPlace} 节")
            : null;
}
