using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Stations;

namespace StationBot.Records.Forms;

/// <summary>What a submitted checklist changes of what stands. Pure; nothing that a client sent is trusted before.</summary>
/// <param name="key">Begins the keys of the records that are made: of the card and who pressed it.</param>
public sealed class ChecklistIntake(Checklist checklist, IReadOnlyDictionary<string, string> values, Station station, DateOnly today, string key)
{
    private readonly List<RecordChange> _changes = [];
    private readonly Dictionary<string, string> _errors = [];
    private DateOnly _date;

    /// <summary>One Chinese sentence a wrong input, by its id; where there is one, nothing may be saved.</summary>
    public IReadOnlyDictionary<string, string> Errors => _errors;

    public IReadOnlyList<RecordChange> Read()
    {
        if (!FormCheck.TryDate(Value(Checklist.DateField), out _date))
        {
            _errors[Checklist.DateField] = "完成日期不是有效的日期";
        }
        else if (RecordRules.DateError(_date, station, today) is { } error)
        {
            _errors[Checklist.DateField] = error;
        }

        foreach (var item in checklist.Items)
        {
            ReadItem(item);
        }

        foreach (var worker in checklist.Workers)
        {
            ReadWorker(worker);
        }

        ReadNewcomer();
        return _changes;
    }

    private void ReadItem(ChecklistItem item)
    {
        var said = Value(item.Row.Id);
        var reason = Value(Checklist.ReasonOf(item.Row));
        switch (said)
        {
            case Checklist.NotApplicable when !CreditRules.MayNotApply(item.Row):
                _errors[item.Row.Id] = $"{item.Row.ShortName}不能填不适用";
                break;
            case Checklist.NotApplicable when reason.Length is 0 or > Checklist.MostReason:
                _errors[Checklist.ReasonOf(item.Row)] = reason.Length == 0 ? $"{item.Row.ShortName}不适用的原因要写上" : $"原因最多 {Checklist.MostReason} 个字";
                break;
            case Checklist.Open or "" when item.State != Checklist.Open && said.Length > 0:
                _changes.AddRange(item.Records.Select(record => new RecordChange.Void(record.Record.Number)));
                break;
            case Checklist.Done or Checklist.NotApplicable when said != item.State || (said == Checklist.NotApplicable && reason != item.Reason):
                Set(item.Row.Id, item.Row.Id, item.Stands, draft => draft with { Details = With(draft, (RecordDetails.NotApplicable, said == Checklist.Done ? "" : reason)) }, isNewState: said != item.State);
                break;
            case Checklist.Done or Checklist.NotApplicable or Checklist.Open or "":
                break;
            default:
                _errors[item.Row.Id] = "请从列表中选择";
                break;
        }
    }

    private void ReadWorker(ChecklistWorker worker)
    {
        if (!worker.IsMember && Value(worker.PresenceField) == Checklist.Gone)
        {
            _changes.AddRange(worker.Records.Select(record => new RecordChange.Void(record.Record.Number)));
            return;
        }

        var (certificate, level) = (Value(worker.CertificateField), Value(worker.LevelField));
        if (Error(certificate, level) is { } error)
        {
            _errors[worker.CertificateField] = error;
        }
        else if (certificate.Length == 0 && worker.Certificate.Length > 0 && worker.IsMember)
        {
            _changes.Add(new RecordChange.Void(worker.Stands!.Record.Number));
        }
        else if (certificate != worker.Certificate || level != worker.Level)
        {
            Set("staff:" + worker.Name, StaffRow, worker.Stands, draft => Staff(draft, worker.Name, worker.IsMember, certificate, level), isNewState: false);
        }
    }

    /// <summary>Somebody who is stationed here and doesn't use the bot.</summary>
    private void ReadNewcomer()
    {
        var (name, certificate, level) = (Value(Checklist.NewName), Value(Checklist.NewCertificate), Value(Checklist.NewLevel));
        if (name.Length == 0)
        {
            if (certificate.Length > 0)
            {
                _errors[Checklist.NewName] = "填了证号，请填姓名";
            }

            return;
        }

        if (name.Length > Checklist.MostName || name.Any(char.IsDigit))
        {
            _errors[Checklist.NewName] = $"“{(name.Length > Checklist.MostName ? name[..Checklist.MostName] + "…" : name)}”不像姓名";
        }
        else if (checklist.Workers.Any(worker => worker.Name == name))
        {
            _errors[Checklist.NewName] = $"{name}已经在上面了";
        }
        else if (Error(certificate, level) is { } error)
        {
            _errors[Checklist.NewCertificate] = error;
        }
        else
        {
            Set("staff:" + name, StaffRow, null, draft => Staff(draft, name, isMember: false, certificate, level), isNewState: true);
        }
    }

    private static string? Error(string certificate, string level) =>
        FormCheck.Error(Checklist.Certificate, certificate, Checklist.Certificate.Label) is { } error ? error
        : level.Length > 0 && Checklist.Levels.All(choice => choice.Value != level) ? "请从列表中选择级别"
        : level.Length > 0 && certificate.Length == 0 ? "填了级别，请填证号"
        : null;

    /// <summary>Makes the record, or changes the one that stands; a record that says something else from now on gets the new date.</summary>
    private void Set(string place, string row, ListedRecord? stands, Func<RecordDraft, RecordDraft> fill, bool isNewState)
    {
        if (stands is null)
        {
            _changes.Add(new RecordChange.Add($"{key}:{place}", fill(new RecordDraft { Form = RecordKinds.Platform, Indicator = row, Date = _date })));
        }
        else
        {
            var draft = isNewState ? stands.Record.What with { Date = _date } : stands.Record.What;
            _changes.Add(new RecordChange.Edit(stands.Record.Number, fill(draft)));
        }
    }

    private static RecordDraft Staff(RecordDraft draft, string name, bool isMember, string certificate, string level) => draft with
    {
        Name = name,
        // Without it the record would be of whoever entered it.
        Worker = isMember ? draft.Worker : name,
        Details = With(draft, (RecordDetails.Certificate, certificate), (RecordDetails.Level, level)),
    };

    private static SortedDictionary<string, string> With(RecordDraft draft, params (string Id, string Value)[] details)
    {
        var changed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, value) in draft.Details.Select(detail => (detail.Key, detail.Value)).Concat(details))
        {
            changed.Remove(id);
            if (value.Length > 0)
            {
                changed[id] = value;
            }
        }

        return changed;
    }

    private const string StaffRow = "platform.staff";

    private string Value(string id) => values.GetValueOrDefault(id, "");
}
