using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>One visit to several households: one card with a tick a person, a record each, one receipt.</summary>
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

    /// <summary>Saves a record for each who is ticked, or none at all.</summary>
    public async Task<Reply> SaveAsync(Turn turn, Membership who, Form form, SaveForm action, CancellationToken cancellation)
    {
        var card = action.Card!;
        var values = FormValues.Of(form, action.Values);
        var draft = await drafts.FindAsync(who.Member, card, cancellation);
        values[RecordForms.OfferedPersons] = draft?.Values.GetValueOrDefault(RecordForms.OfferedPersons) ?? values[RecordForms.PersonsField];
        var read = await intake.ReadAsync(who.Station, form, values, form.Blank(turn.Today), turn.Today, cancellation);
        if (read is Intake.Accepted { Draft.Persons.Count: > MostRecords and var many })
        {
            var errors = new Dictionary<string, string> { [RecordForms.PersonsField] = $"一次最多登记 {MostRecords} 位，现在有 {many} 位，请分两次记" };
            read = new Intake.Rejected(errors, []);
        }

        if (read is not Intake.Accepted accepted)
        {
            return await forms.ShowAsync(turn, who, new Filled(form, null, card, values), (Intake.Rejected)read, cancellation) with { ReplacesCard = true };
        }

        var saved = await batches.AddAsync(who, card, [.. accepted.Draft.Persons.Select(person => accepted.Draft with { Persons = [person] })], cancellation);
        IReadOnlyList<string> warnings = saved.IsNew ? accepted.Warnings : ["这张卡片已经登记过，没有重复登记"];
        return await receipts.ShowAllAsync(turn, who, saved.Records, warnings, cancellation);
    }
}
