using StationBot.Answers.Drafts;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>Several records of one card, and one receipt: one a household, one a day, or a plan beside what was done.</summary>
internal sealed class BatchAnswer(BatchStore batches, RosterStore roster, DraftStore drafts, FormIntake intake, FormAnswer forms, Receipts receipts)
{
    /// <summary>More at once are a slip, and a card that nobody reads to its end.</summary>
    private const int MostRecords = 30;

    /// <param name="preset">What was said beside the names.</param>
    public async Task<Reply> OpenAsync(Turn turn, Membership who, FormRequest request, Dictionary<string, string> preset, CancellationToken cancellation)
    {
        var form = turn.Forms.Find(request.Form + RecordForms.EachSuffix)!;
        var (ticked, offered, unknown, notes) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        foreach (var name in request.Persons.Distinct())
        {
            var found = await roster.FindByNameAsync(who.Station.Id, name, request.Day ?? turn.Today, cancellation);
            if (found.Count > 1)
            {
                notes.Add($"有 {found.Count} 位“{name}”，请勾选去过的那位");
            }
            else
            {
                ticked.Add(found is [var only] ? only.Label : name);
            }

            if (found.Count == 0)
            {
                unknown.Add(name);
            }

            offered.AddRange(found.Count == 0 ? [name] : found.Select(person => person.Label));
        }

        if (unknown.Count > 0)
        {
            notes.Add($"名单里没有{string.Join("、", unknown)}，保存后按名单外人员登记");
        }

        if (request.Households is { } said)
        {
            notes.Add($"说的是 {said} 户，写了 {request.Persons.Count} 个名字，少的请补在“其他姓名”里");
        }

        preset[RecordForms.PersonsField] = string.Join(',', ticked.Distinct());
        preset[RecordForms.OfferedPersons] = string.Join(',', offered.Distinct());
        var values = FormAnswer.Preset(turn, form, preset);
        values[RecordForms.OfferedPersons] = preset[RecordForms.OfferedPersons];
        var intro = string.Join('；', ["勾选的每人登记一条，其余各项相同", .. notes]) + "。";
        return await forms.ShowAsync(turn, who, new Filled(form, null, turn.CardId, values) { Intro = intro }, null, cancellation);
    }

    /// <summary>Saves all the records, or none at all.</summary>
    public async Task<Reply> SaveAsync(Turn turn, Membership who, Form form, SaveForm action, CancellationToken cancellation)
    {
        var card = action.Card!;
        var values = FormValues.Of(form, action.Values);
        var draft = await drafts.FindAsync(who.Member, card, cancellation);
        if (form.Find(FieldKind.Persons) is not null)
        {
            values[RecordForms.OfferedPersons] = draft?.Values.GetValueOrDefault(RecordForms.OfferedPersons) ?? values[RecordForms.PersonsField];
        }

        var read = await ReadAsync(turn, who.Station, form, values, Telling.Lay(form.Blank(turn.Today), draft), cancellation);
        if (read.Why is { } rejected)
        {
            return await forms.ShowAsync(turn, who, new Filled(form, null, card, values), rejected, cancellation) with { ReplacesCard = true };
        }

        var saved = await batches.AddAsync(who, card, read.Drafts, cancellation);
        IReadOnlyList<string> warnings = saved.IsNew ? read.Warnings : ["这张卡片已经登记过，没有重复登记"];
        return await receipts.ShowAllAsync(turn, who, saved.Records, warnings, cancellation);
    }

    /// <summary>The records that the form makes, or why it makes none.</summary>
    private async Task<Several> ReadAsync(Turn turn, Station station, Form form, Dictionary<string, string> values, RecordDraft blank, CancellationToken cancellation)
    {
        if (form.Find(FieldKind.Days) is { } days)
        {
            return await ReadDaysAsync(turn, station, form, days, values, blank, cancellation);
        }

        var read = await intake.ReadAsync(station, form, values, blank, turn.Today, cancellation);
        if (read is not Intake.Accepted accepted)
        {
            return new Several([], [], (Intake.Rejected)read);
        }

        var draft = accepted.Draft;
        return form.Find(FieldKind.Persons) is not { } persons ? WithNext(turn, station, form, accepted)
            : draft.Persons.Count > MostRecords ? Several.Rejected(persons, $"一次最多登记 {MostRecords} 位，现在有 {draft.Persons.Count} 位，请分两次记")
            : new Several([.. draft.Persons.Select(person => draft with { Persons = [person] })], accepted.Warnings, null);
    }

    /// <summary>Each day is checked as if it had a card of its own.</summary>
    private async Task<Several> ReadDaysAsync(
        Turn turn, Station station, Form form, Field days, Dictionary<string, string> values, RecordDraft blank, CancellationToken cancellation)
    {
        var ticked = values[days.Id].Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal).ToList();
        if (ticked.Count is 0 or > MostRecords)
        {
            return Several.Rejected(days, ticked.Count == 0 ? $"请至少勾选一天{days.Label}" : $"一次最多登记 {MostRecords} 天");
        }

        var (drafts, warnings) = (new List<RecordDraft>(), new List<string>());
        foreach (var day in ticked)
        {
            var one = new Dictionary<string, string>(values) { [RecordForms.DateField] = day };
            var read = await intake.ReadAsync(station, form.OfOne!, one, blank, turn.Today, cancellation);
            if (read is Intake.Rejected rejected)
            {
                return new Several([], [], rejected with { Errors = rejected.Errors.ToDictionary(error => error.Key == RecordForms.DateField ? days.Id : error.Key, error => error.Value) });
            }

            var accepted = (Intake.Accepted)read;
            drafts.Add(accepted.Draft);
            warnings.AddRange(accepted.Warnings.Except(warnings));
        }

        return new Several(drafts, warnings, null);
    }

    /// <summary>What was done and, where the next day is filled in, a plan for it.</summary>
    private static Several WithNext(Turn turn, Station station, Form form, Intake.Accepted accepted)
    {
        var details = accepted.Draft.Details.Where(detail => detail.Key != RecordDetails.Next).ToDictionary();
        var done = accepted.Draft with { Details = details };
        if (form.Find(RecordDetails.Next) is not { } field || !FormCheck.TryDate(accepted.Draft.Details.GetValueOrDefault(RecordDetails.Next, ""), out var next))
        {
            return new Several([done], accepted.Warnings, null);
        }

        var plan = turn.Forms.Find(form.OfOne!.Id + RecordForms.PlanSuffix)!.Blank(next) with { Indicator = done.Indicator, Persons = done.Persons, Worker = done.Worker };
        var error = next <= done.Date ? $"{field.Label}要在{PeriodName.Of(Period.Day(done.Date))}之后" : RecordRules.DateError(next, station, turn.Today, Outcome.Plan);
        return error is null ? new Several([done, plan], accepted.Warnings, null) : Several.Rejected(field, error);
    }

    private sealed record Several(IReadOnlyList<RecordDraft> Drafts, IReadOnlyList<string> Warnings, Intake.Rejected? Why)
    {
        public static Several Rejected(Field field, string error) => new([], [], new Intake.Rejected(new Dictionary<string, string> { [field.Id] = error }, []));
    }
}
