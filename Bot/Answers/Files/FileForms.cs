using System.Globalization;
using StationBot.Records;
using StationBot.Records.Files;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.Answers.Files;

/// <summary>What the forms of cases and groups show and ask beyond their fields.</summary>
internal sealed class FileForms(Caseload caseload, FileStore files, StationStore stations)
{
    /// <summary>More names than these are only counted.</summary>
    private const int MostNames = 8;

    /// <summary>The stage that follows from what stands, where the file is known already.</summary>
    public async Task PresetAsync(Station station, Form form, Dictionary<string, string> values, CancellationToken cancellation)
    {
        if (form.Find(RecordDetails.Stage) is null
            || values[RecordDetails.Stage].Length > 0
            || !long.TryParse(values[RecordForms.FileField], CultureInfo.InvariantCulture, out var id))
        {
            return;
        }

        if (await caseload.FindAsync(station.Id, id, cancellation) is { } file)
        {
            values[RecordDetails.Stage] = file.Life.NextStage.ToString();
        }
    }

    /// <summary>Who has an open case already: told before another one is opened, and never in the way of it.</summary>
    public async Task<string?> IntroAsync(Turn turn, Station station, Form form, CancellationToken cancellation)
    {
        if (form.Id != RecordForms.CaseOpenId)
        {
            return null;
        }

        var all = await files.AllAsync(station.Id, [.. turn.Catalog.OfTopic("case").Select(row => row.Id)], cancellation);
        var names = all.Where(file => file.Closed is null).Select(file => file.Name).Distinct().ToList();
        return names.Count == 0 ? null
            : $"已有没结束的个案：{string.Join('、', names.Take(MostNames))}{(names.Count > MostNames ? $" 等 {names.Count} 人" : "")}。同一人不要重复开。";
    }

    /// <summary>Who works here; and whoever stands on the record that is changed.</summary>
    public async Task<IReadOnlyList<ChoiceModel>> MembersAsync(Station station, RecordDraft? changed, CancellationToken cancellation)
    {
        var members = (await stations.ActiveMembersAsync(station.Id, cancellation)).Select(member => (member.Name, Id: member.Id.ToString(CultureInfo.InvariantCulture))).ToList();
        if (changed?.Details.GetValueOrDefault(RecordDetails.HandedTo) is { } kept && !members.Exists(member => member.Id == kept))
        {
            var left = (await stations.MembersAsync(station.Id, cancellation)).Where(member => member.Value.ToString(CultureInfo.InvariantCulture) == kept);
            members.AddRange(left.Select(member => (member.Key, kept)));
        }

        return [.. members.Select(member => new ChoiceModel(member.Name, member.Id))];
    }

    /// <summary>A file is handed over by the lead, or by whoever has it.</summary>
    public async Task<Intake> CheckAsync(Membership by, Form form, StationRecord? before, Intake read, CancellationToken cancellation)
    {
        if (!form.HandsFileOver || before is not null || read is not Intake.Accepted { Draft.File.Id: { } id })
        {
            return read;
        }

        var file = await caseload.FindAsync(by.Station.Id, id, cancellation);
        return file?.MayBeChangedBy(by.Member) == true
            ? read
            : new Intake.Rejected(new Dictionary<string, string> { [RecordForms.FileField] = NotYours(file) }, []);
    }

    private static string NotYours(Dossier? file) => $"只有站长或现在跟进的社工{(file?.Life.Worker is { } worker ? $"（{worker}）" : "")}可以转交";
}
