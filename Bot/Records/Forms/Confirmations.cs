using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Stations;

namespace StationBot.Records.Forms;

/// <summary>
/// The forms that add nothing new but stand for what is there: 确认台账 for the persons who are flagged for revisit, 推荐案例 for a case or
/// group that has its five sessions (product.md §3.14, §4).
/// </summary>
public sealed class Confirmations(RosterStore roster, FileStore files, RecordStore records)
{
    /// <summary>Those of the domain to be revisited.</summary>
    public async Task<IReadOnlyList<PersonRef>> FlaggedAsync(Station station, string area, DateOnly day, CancellationToken cancellation) =>
        [.. (await roster.FlaggedAsync(station.Id, area, day, cancellation)).Select(person => new PersonRef(person.Id, person.Label))];

    /// <summary>How far each case or group is from being put forward, in the project year of the day.</summary>
    public async Task<Dictionary<long, ShowcaseStanding>> StandingAsync(Station station, IReadOnlyCollection<FileState> of, DateOnly day, CancellationToken cancellation)
    {
        string[] rows = [.. of.SelectMany(file => new[] { file.Indicator, ShowcaseOf(file) }).Distinct().Order(StringComparer.Ordinal)];
        var facts = station.YearOf(day) is { } year ? await records.FactsAsync(station.Id, rows, year.Period, cancellation: cancellation) : [];
        var held = facts.Where(fact => fact.File is not null).ToLookup(fact => (fact.File!.Value, fact.Indicator));
        var shown = facts.ToLookup(fact => fact.Indicator, fact => fact.Number);
        return of.ToDictionary(
            file => file.Id,
            file => new ShowcaseStanding(
                Math.Max(0, CreditRules.SessionsToComplete - held[(file.Id, file.Indicator)].Count()),
                shown[ShowcaseOf(file)].Cast<long?>().FirstOrDefault()));
    }

    /// <returns>The draft filled up, or the reason why not, and what the receipt should warn of.</returns>
    internal async Task<(RecordDraft Draft, string? Error, IReadOnlyList<string> Warnings)> ConfirmAsync(
        Station station,
        Form form,
        RecordDraft draft,
        FileState? file,
        CancellationToken cancellation) => form switch
        {
            { ConfirmsRegister: true } => await RegisterAsync(station, draft, cancellation),
            { PutsForward: true } when file is not null => await ShowcaseAsync(station, draft, file, cancellation),
            _ => (draft, null, []),
        };

    private async Task<(RecordDraft, string?, IReadOnlyList<string>)> RegisterAsync(Station station, RecordDraft draft, CancellationToken cancellation)
    {
        var area = draft.Indicator.Split('.')[0];
        var flagged = await FlaggedAsync(station, area, draft.Date, cancellation);
        return flagged.Count > 0
            ? (draft with { Persons = flagged }, null, [])
            : (draft, "这个领域的名单里没有标“需回访”的人，先在名单里标上", []);
    }

    private async Task<(RecordDraft, string?, IReadOnlyList<string>)> ShowcaseAsync(Station station, RecordDraft draft, FileState file, CancellationToken cancellation)
    {
        var showcase = ShowcaseOf(file);
        if (station.YearOf(draft.Date) is not { } year)
        {
            return (draft, RecordRules.DateError(draft.Date, station, draft.Date), []);
        }

        var facts = await records.FactsAsync(station.Id, [file.Indicator, showcase], year.Period, cancellation: cancellation);
        var sessions = facts.Where(fact => fact.File == file.Id && fact.Indicator == file.Indicator).ToList();
        if (sessions.Count < CreditRules.SessionsToComplete)
        {
            var lacking = CreditRules.SessionsToComplete - sessions.Count;
            return (draft, $"{file.Name}在{PeriodName.Of(year.Period)}只做了 {sessions.Count} 节，还差 {lacking} 节才能推荐", []);
        }

        if (facts.FirstOrDefault(fact => fact.Indicator == showcase) is { } other)
        {
            return (draft, $"这个领域{PeriodName.Of(year.Period)}已经推荐了 #{other.Number}，每个领域一个；要换请先撤销它", []);
        }

        return (
            draft with
            {
                Indicator = showcase,
                Name = file.Name,
                File = new FileRef(file.Id, file.Name),
                Persons = await files.PersonsAsync(station.Id, file.Id, cancellation),
            },
            null,
            [.. Lacking(file, sessions)]);
    }

    /// <summary>The id of the row that it would be put forward for.</summary>
    private static string ShowcaseOf(FileState file) => $"{file.Indicator.Split('.')[0]}.{RecordKinds.Showcase}";

    /// <summary>What keeps it from being 材料齐 (product.md §3.14).</summary>
    private static IEnumerable<string> Lacking(FileState file, List<Fact> sessions)
    {
        var unseen = sessions.Where(session => !session.Evidence.Contains(EvidenceKind.WatermarkPhoto)).Select(session => $"#{session.Number}").ToList();
        if (unseen.Count > 0)
        {
            yield return $"还有 {unseen.Count} 节没有水印照片：{string.Join('、', unseen)}";
        }

        if (file.Closed is null)
        {
            yield return "还没有结案，结案报告补上才算材料齐";
        }
    }
}

/// <summary>What keeps a case or group from being put forward.</summary>
/// <param name="Lacking">Sessions, to the five.</param>
/// <param name="Other">The record that stands for the domain already.</param>
public sealed record ShowcaseStanding(int Lacking, long? Other);
