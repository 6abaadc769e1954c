using StationBot.Answers.Files;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>What of the station a form offers to choose from.</summary>
internal sealed class FormOffers(RosterStore roster, FileStore files, FileForms fileForms, Confirmations confirmations)
{
    /// <summary>What a card may hold; everybody else is found by 其他姓名.</summary>
    private const int MostChoices = 60;

    /// <summary>Of the persons of a domain who are told in the card that confirms them.</summary>
    private const int MostNames = 20;

    public async Task<Offers> OfAsync(Turn turn, Station station, Filled filled, Intake.Rejected? rejected, CancellationToken cancellation)
    {
        var form = filled.Form;
        var all = form.Find(FieldKind.File) is { } field ? await FilesAsync(turn, station, field, filled, cancellation) : [];
        var standing = form.PutsForward ? await confirmations.StandingAsync(station, all, turn.Today, cancellation) : Unknown;
        var inOrder = form.PutsForward ? [.. all.OrderBy(file => standing[file.Id].Other is not null).ThenBy(file => standing[file.Id].Lacking)] : all;
        var before = Math.Min(filled.Page, all.Count / MostChoices) * MostChoices;
        var offered = inOrder.Skip(before).Take(MostChoices).ToList();
        return new Offers(
            form.Find(FieldKind.Person) is null ? [] : await PersonsAsync(station, filled, rejected, cancellation),
            [.. offered.Select(file => Choice(turn, file, standing.GetValueOrDefault(file.Id)))],
            all.Count - before - offered.Count,
            form.Find(FieldKind.Member) is null ? [] : await fileForms.MembersAsync(station, filled.Before?.What, cancellation),
            form.Find(FieldKind.Persons) is null ? [] : Ticks(filled, rejected),
            form.Find(FieldKind.Attendance) is null ? [] : await AttendingAsync(station, offered, cancellation));
    }

    /// <summary>Why a form that is about a file has none to offer.</summary>
    public static string NoFile(Form form, Field file) => form switch
    {
        { ReopensFile: true } => "没有已经结束的个案或小组。",
        { PutsForward: true } => "还没有可以推荐的个案或小组。",
        _ when file.Topics.Count > 1 => $"还没有进行中的{file.Label}。",
        _ => $"还没有进行中的{file.Label}。先说“开{file.Label}”建一个。",
    };

    /// <summary><c>养老服务 2 人：李桂兰（红旗村）、王大爷</c>, a line for each domain, or for the one that was said.</summary>
    public async Task<string> FlaggedAsync(Turn turn, Station station, Filled filled, CancellationToken cancellation)
    {
        var lines = new List<string>();
        foreach (var area in turn.Catalog.Domains.Where(area => filled.Area is null || area.Id == filled.Area))
        {
            var flagged = await confirmations.FlaggedAsync(station, area.Id, turn.Today, cancellation);
            var names = string.Join('、', flagged.Take(MostNames).Select(person => person.Label));
            lines.Add($"{area.Name} {flagged.Count} 人{(flagged.Count == 0 ? "" : "：" + names)}{(flagged.Count > MostNames ? "…" : "")}");
        }

        return "需回访的人：\n" + string.Join('\n', lines);
    }

    /// <summary>Those that a name fits come first, so that they are always there to be picked.</summary>
    private async Task<List<ChoiceModel>> PersonsAsync(Station station, Filled filled, Intake.Rejected? rejected, CancellationToken cancellation)
    {
        var likely = await roster.LikelyAsync(station.Id, MostChoices, cancellation);
        var labels = (rejected?.Candidates ?? []).Concat(likely).Select(person => person.Label);
        var chosen = filled.Values.GetValueOrDefault(filled.Form.Find(FieldKind.Person)!.Id, "");
        return [.. labels.Take(MostChoices).Concat(chosen.Length == 0 ? [] : [chosen]).Distinct().Select(label => new ChoiceModel(label, label))];
    }

    /// <summary>The one that is chosen already; then the open ones, the furthest first; closed ones to open again; any to put forward.</summary>
    private async Task<List<FileState>> FilesAsync(Turn turn, Station station, Field field, Filled filled, CancellationToken cancellation)
    {
        var rows = field.Topics.SelectMany(turn.Catalog.OfTopic).Where(row => filled.Area is null || row.Area.Id == filled.Area).Select(row => row.Id).ToList();
        var all = await files.AllAsync(station.Id, rows, cancellation);
        var chosen = filled.Values.GetValueOrDefault(field.Id, "");
        return [.. all
            .Where(file => filled.Form.PutsForward || (file.Closed is not null) == filled.Form.ReopensFile || chosen == file.Id.ToString())
            .OrderByDescending(file => chosen == file.Id.ToString())
            .ThenByDescending(file => file.Sessions)];
    }

    private static ChoiceModel Choice(Turn turn, FileState file, ShowcaseStanding? standing) => new(
        $"{file.Name} · {turn.Catalog.Find(file.Indicator)!.Area.Name} · {(file.LastSession is { } last ? $"已做 {file.Sessions} 节，上次 {PeriodName.Of(Period.Day(last))}" : "还没开始")}{Hindrance(standing)}",
        file.Id.ToString());

    /// <summary>Why it can't be put forward, in few words.</summary>
    private static string Hindrance(ShowcaseStanding? standing) => standing switch
    {
        { Lacking: > 0 and var lacking } => $"，还差 {lacking} 节",
        { Other: { } other } => $"，已推荐 #{other}",
        _ => "",
    };

    private static readonly Dictionary<long, ShowcaseStanding> Unknown = [];

    /// <summary>The groups' members; where there is more than one group, each says whose member it is.</summary>
    private async Task<List<ChoiceModel>> AttendingAsync(Station station, List<FileState> groups, CancellationToken cancellation)
    {
        var members = await files.MembersAsync(station.Id, [.. groups.Select(group => group.Id)], cancellation);
        return [.. groups
            .SelectMany(group => members[group.Id].Select(label => (Group: group.Name, Label: label)))
            .GroupBy(member => member.Label, member => member.Group)
            .Take(MostChoices)
            .Select(member => new ChoiceModel(groups.Count == 1 ? member.Key : $"{member.Key} · {string.Join('、', member)}", member.Key))];
    }

    /// <summary>Everybody whom the form was opened with, and those who were ticked or could be meant.</summary>
    private static List<ChoiceModel> Ticks(Filled filled, Intake.Rejected? rejected) =>
    [
        .. new[] { RecordForms.OfferedPersons, RecordForms.PersonsField }
            .SelectMany(id => filled.Values.GetValueOrDefault(id, "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            .Concat((rejected?.Candidates ?? []).Select(person => person.Label))
            .Distinct()
            .Take(MostChoices)
            .Select(label => new ChoiceModel(label, label)),
    ];
}
