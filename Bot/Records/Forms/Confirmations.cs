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
        var showcase = $"{file.Indicator.Split('.')[0]}.{RecordKinds.Showcase}";
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
