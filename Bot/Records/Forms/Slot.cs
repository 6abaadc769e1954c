using System.Globalization;
using StationBot.Indicators;

namespace StationBot.Records.Forms;

/// <summary>
/// The place of a field in a record, both ways. Persons and files are found in the database, so their slots only read;
/// <see cref="FormIntake"/> puts them in.
/// </summary>
/// <param name="Read">The field's value; empty when the record has none.</param>
/// <param name="Write">The record with a value that fits the field; an empty one clears it.</param>
public sealed record Slot(Func<RecordDraft, string> Read, Func<RecordDraft, string, RecordDraft> Write)
{
    public static readonly Slot Domain = new(
        draft => draft.Indicator.Split('.', 2)[0],
        (draft, value) => draft with { Indicator = $"{value}.{draft.Indicator.Split('.', 2)[1]}" });

    public static readonly Slot Category = new(
        draft => draft.Indicator.Split('.', 2)[1],
        (draft, value) => draft with { Indicator = $"{draft.Indicator.Split('.', 2)[0]}.{value}" });

    public static readonly Slot Date = new(
        draft => FormCheck.Text(draft.Date),
        (draft, value) => FormCheck.TryDate(value, out var date) ? draft with { Date = date } : draft);

    public static readonly Slot Mode = new(
        draft => draft.Mode?.ToString() ?? "",
        (draft, value) => draft with { Mode = value.Length == 0 ? null : Enum.Parse<ServiceMode>(value) });

    public static readonly Slot Outcome = new(
        draft => draft.Outcome.ToString(),
        (draft, value) => value.Length == 0 ? draft : draft with { Outcome = Enum.Parse<Outcome>(value) });

    public static readonly Slot Name = new(draft => draft.Name ?? "", (draft, value) => draft with { Name = Filled(value) });

    public static readonly Slot Content = new(draft => draft.Content ?? "", (draft, value) => draft with { Content = Filled(value) });

    public static readonly Slot Minutes = new(draft => Text(draft.Minutes), (draft, value) => draft with { Minutes = Number(value) });

    public static readonly Slot People = new(draft => Text(draft.People), (draft, value) => draft with { People = Number(value) });

    /// <summary>节次, where somebody counted it: a file only.</summary>
    public static readonly Slot Session = new(draft => Text(draft.Session), (draft, value) => draft with { Session = Number(value) });

    /// <summary>社工, by name: a file only.</summary>
    public static readonly Slot Worker = new(draft => draft.Worker ?? "", (draft, value) => draft with { Worker = Filled(value) });

    public static readonly Slot Amount = new(
        draft => draft.Fen is { } fen ? Indicators.Amount.Number(fen, Indicators.Amount.Yuan) : "",
        (draft, value) => draft with { Fen = Indicators.Amount.TryFen(value, out var fen) ? fen : null });

    /// <summary>The number, or else the names, which are put in as persons.</summary>
    public static readonly Slot Recipients = new(
        draft => draft.People is null ? Labels(draft.Persons) : Text(draft.People),
        (draft, value) => draft with { People = FormCheck.TryHouseholds(value, out var households) ? households : null });

    /// <summary>Who came, or where that is all that is known, how many.</summary>
    public static readonly Slot Attendance = new(
        draft => Labels(draft.Persons),
        (draft, value) => draft with { People = FormCheck.TryHouseholds(value, out var people) ? people : null });

    /// <summary>Whom <see cref="Attendance"/> doesn't offer, or how many came; it is written after that.</summary>
    public static readonly Slot MoreAttendance = new(
        Recipients.Read,
        (draft, value) => FormCheck.TryHouseholds(value, out var people) ? draft with { People = people } : draft);

    public static readonly Slot FirstPerson = new(draft => Labels(draft.Persons.Take(1)), (draft, _) => draft);

    public static readonly Slot OtherPersons = new(draft => Labels(draft.Persons.Skip(1)), (draft, _) => draft);

    public static readonly Slot AllPersons = new(draft => Labels(draft.Persons), (draft, _) => draft);

    public static readonly Slot File = new(draft => draft.File?.Id?.ToString(CultureInfo.InvariantCulture) ?? "", (draft, _) => draft);

    /// <summary>One of <see cref="RecordDraft.Details"/>.</summary>
    public static Slot Detail(string id) => new(
        draft => draft.Details.GetValueOrDefault(id, ""),
        (draft, value) => draft with { Details = With(draft.Details, id, value) });

    private static SortedDictionary<string, string> With(IReadOnlyDictionary<string, string> details, string id, string value)
    {
        var changed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, kept) in details)
        {
            changed[key] = kept;
        }

        changed.Remove(id);
        if (value.Length > 0)
        {
            changed[id] = value;
        }

        return changed;
    }

    private static string Labels(IEnumerable<PersonRef> persons) => string.Join('、', persons.Select(person => person.Label));

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static int? Number(string value) => value.Length == 0 ? null : int.Parse(value, CultureInfo.InvariantCulture);

    private static string? Filled(string value) => value.Length == 0 ? null : value;
}
