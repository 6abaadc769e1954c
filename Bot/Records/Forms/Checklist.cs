using StationBot.Indicators;
using StationBot.Indicators.Counting;

namespace StationBot.Records.Forms;

/// <summary>Task 1 as it stands (product.md §3.13, §4): its rows, and who is stationed here. One card changes all of it.</summary>
/// <param name="Items">In the order of the catalogue.</param>
/// <param name="Workers">Members first, then those whom only a record names.</param>
public sealed record Checklist(IReadOnlyList<ChecklistItem> Items, IReadOnlyList<ChecklistWorker> Workers)
{
    public const string DateField = "date";
    public const string NewName = "newName";
    public const string NewCertificate = "newCertificate";
    public const string NewLevel = "newLevel";

    public const string Done = "done";
    public const string Open = "open";
    public const string NotApplicable = "na";

    public const string Here = "here";
    public const string Gone = "gone";

    public const int MostReason = 200;
    public const int MostName = 20;
    public const int MostCertificate = 40;

    /// <summary>证号: of whom it is, each worker's input says itself.</summary>
    public static readonly Field Certificate = RecordForms.Text(RecordDetails.Certificate, "证号", "") with { MaxLength = MostCertificate };

    /// <summary>The ranks of the national examination.</summary>
    public static readonly IReadOnlyList<Choice> Levels = [.. ((string[])["助理社会工作师", "社会工作师", "高级社会工作师"]).Select(level => new Choice(level, level))];

    /// <summary>The input in which the reason stands why a row is 不适用.</summary>
    public static string ReasonOf(Indicator row) => row.Id + ".reason";

    /// <param name="records">Of the rows within the year; of <see cref="CountingRule.Staff"/> ever.</param>
    /// <param name="members">Of today.</param>
    /// <param name="everybody">Who is or ever was a member.</param>
    public static Checklist Of(IEnumerable<Indicator> rows, IReadOnlyList<ListedRecord> records, IEnumerable<string> members, IReadOnlySet<string> everybody)
    {
        var (staff, others) = (new List<ListedRecord>(), new List<ListedRecord>());
        var all = rows.ToList();
        var staffed = all.Where(row => row.Counting == CountingRule.Staff).Select(row => row.Id).ToHashSet();
        foreach (var record in records)
        {
            (staffed.Contains(record.Record.What.Indicator) ? staff : others).Add(record);
        }

        var named = staff.ToLookup(record => NameOf(record, everybody));
        var names = members.ToList();
        return new Checklist(
            [.. all.Where(row => row.Counting != CountingRule.Staff).Select(row => new ChecklistItem(row, [.. others.Where(record => record.Record.What.Indicator == row.Id)]))],
            [
                .. names.Select(name => new ChecklistWorker(name, IsMember: true, [.. named[name]])),
                .. named.Select(worker => worker.Key).Where(name => name.Length > 0 && !everybody.Contains(name)).Distinct().Select(name => new ChecklistWorker(name, IsMember: false, [.. named[name]])),
            ]);
    }

    /// <summary>As DECISIONS.md 7 has it: the worker; else the name, where it is a member's; else who entered it; else the name.</summary>
    private static string NameOf(ListedRecord record, IReadOnlySet<string> members)
    {
        var what = record.Record.What;
        return what.Worker ?? (what.Name is { } name && members.Contains(name) ? name : null) ?? record.Worker ?? what.Name ?? "";
    }
}

/// <param name="Records">That stand for the row; several where it was imported more than once.</param>
public sealed record ChecklistItem(Indicator Row, IReadOnlyList<ListedRecord> Records)
{
    /// <summary>What decides: the first that says done, else one that says 不适用.</summary>
    public ListedRecord? Stands => Records.FirstOrDefault(record => ReasonIn(record) is null) ?? (Records.Count > 0 ? Records[^1] : null);

    public string State => Stands is null ? Checklist.Open : ReasonIn(Stands) is null ? Checklist.Done : Checklist.NotApplicable;

    public string Reason => Stands is { } stands ? ReasonIn(stands) ?? "" : "";

    private static string? ReasonIn(ListedRecord record) => record.Record.What.Details.GetValueOrDefault(RecordDetails.NotApplicable);
}

/// <param name="Records">That name the worker; the last one that tells a certificate decides.</param>
public sealed record ChecklistWorker(string Name, bool IsMember, IReadOnlyList<ListedRecord> Records)
{
    public string CertificateField => "certificate:" + Name;

    public string LevelField => "level:" + Name;

    /// <summary>Whether who is no member is still here.</summary>
    public string PresenceField => "presence:" + Name;

    public ListedRecord? Stands => Records.LastOrDefault(record => record.Record.What.Details.ContainsKey(RecordDetails.Certificate)) ?? (Records.Count > 0 ? Records[^1] : null);

    public string Certificate => Detail(RecordDetails.Certificate);

    public string Level => Detail(RecordDetails.Level);

    private string Detail(string id) => Stands?.Record.What.Details.GetValueOrDefault(id, "") ?? "";
}
