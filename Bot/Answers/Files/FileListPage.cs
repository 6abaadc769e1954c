using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Files;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Files;

/// <summary>Cases and groups of one state. Pure.</summary>
internal sealed record FileListPage
{
    private const int MostButtons = 5;

    public required FileFilter Which { get; init; }

    /// <summary>Silent so long at least, where that was asked.</summary>
    public int Days { get; init; }

    /// <summary>Everything that could be meant; which of them are is decided here.</summary>
    public required IReadOnlyList<Dossier> Files { get; init; }

    /// <summary>个案, 养老服务·小组（小王）.</summary>
    public required string ScopeName { get; init; }

    public required IReadOnlyDictionary<string, Indicator> Rows { get; init; }

    /// <summary>When they are due; only for that.</summary>
    public required Period Due { get; init; }

    /// <summary>When they were closed, where that was asked; any time without.</summary>
    public Period? During { get; init; }

    /// <summary>The project year of today, or the newest one.</summary>
    public required Period Year { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>In a group conversation nobody is named (product.md §7).</summary>
    public required bool WithNames { get; init; }

    public Reply ToReply(Turn turn, int page, CardTemplates cards)
    {
        var meant = Files.Where(IsMeant).OrderBy(Urgency).ThenByDescending(file => file.Life.Sessions.Count).ThenBy(file => file.Id).ToList();
        var unit = meant.Count == 0 ? "个" : Rows[meant[0].Indicator].Unit;
        var headline = $"{(Which == FileFilter.Due ? PeriodName.Of(Due) + " " : During is { } days ? PeriodName.Of(days) + " " : "")}{ScopeName}：{State} {meant.Count} {unit}";
        var paged = Paged.Of(turn, WithNames ? meant : [], page, unit);
        var shown = paged.Shown;
        string[] hints = [.. paged.Notes, .. Hints(meant)];
        var rows = shown.Select(file => ProgressRow.Bar(file.Name, Text(file), Math.Min(FileText.HeldIn(file, Year), CreditRules.SessionsToComplete), CreditRules.SessionsToComplete)).ToList();
        var model = new ProgressModel(headline, rows.Count == 0 ? [] : [new ProgressGroup(null, rows)], hints, [.. shown.Take(MostButtons).Select(Button), .. paged.Next]);
        return new Reply
        {
            Text = string.Join('\n', [headline, .. rows.Select(row => row.Line), .. hints]),
            Card = cards.Fill("progress", model, CardJson.Default.ProgressModel),
            CardStandsAlone = true,
            Items = [.. shown.Select(file => new ListItem.OfFile(Rows[file.Indicator].Topic!, file.Ordinal))],
        };
    }

    private string State => Which switch
    {
        FileFilter.Open => "进行中",
        FileFilter.Stalled => Days == 0 ? "停滞" : $"{Days} 天没有新的一节的",
        FileFilter.Closable => Rows.Values.All(row => FileStore.IsGroup(row.Id)) ? "可以结束" : "可以结案",
        FileFilter.Closed => Rows.Values.All(row => FileStore.IsGroup(row.Id)) ? "已结束" : "已结案",
        FileFilter.Unfinished => $"不满 {CreditRules.SessionsToComplete} 节",
        FileFilter.Complete => $"做满 {CreditRules.SessionsToComplete} 节",
        FileFilter.Due => "该做",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private bool IsMeant(Dossier file) => Which switch
    {
        FileFilter.Open => file.Life.Closed is null,
        FileFilter.Stalled => Days == 0 ? file.Life.IsStalled(Today) : file.Life.Closed is null && file.Life.SilentDays(Today) >= Days,
        FileFilter.Closable => IsClosable(file),
        FileFilter.Closed => file.Life.Closed is { } closed && (During is not { } days || days.Contains(closed)),
        FileFilter.Unfinished => file.Life.Closed is null && !IsClosable(file),
        FileFilter.Complete => FileText.HeldIn(file, Year) >= CreditRules.SessionsToComplete,
        FileFilter.Due => IsDue(file),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private bool IsClosable(Dossier file) => file.Life.Closed is null && FileText.HeldIn(file, Year) >= CreditRules.SessionsToComplete;

    /// <summary>What has passed is due as long as the period isn't over.</summary>
    private bool IsDue(Dossier file) => file.Life.Next is { } next && next <= Due.Last && (next >= Due.First || Due.Last >= Today);

    /// <summary>The longest overdue first, then the longest silent.</summary>
    private (int Due, int Silent) Urgency(Dossier file) => Which is FileFilter.Closed or FileFilter.Closable or FileFilter.Complete
        ? default
        : (file.Life.Next?.DayNumber ?? int.MaxValue, -file.Life.SilentDays(Today));

    private string Text(Dossier file)
    {
        var next = file.Life.Next is { } day && day > Today ? $"下次 {PeriodName.Of(day, Today)}" : FileText.Overdue(file, Today);
        var closed = file.Life.Closed is { } end ? $"{PeriodName.Of(end, Today)}结束" : null;
        var area = Rows.Values.Select(row => row.Area).Distinct().Skip(1).Any() ? Rows[file.Indicator].Area.Name : null;
        string?[] parts = [area, FileText.Held(file, Year), closed is null ? FileText.Stage(file) : null, next, FileText.Stalled(file, Today), closed, file.Life.Worker];
        return string.Join(' ', parts.OfType<string>());
    }

    private IEnumerable<string> Hints(List<Dossier> meant)
    {
        if (!WithNames && meant.Count > 0)
        {
            yield return "名单请私聊我。";
        }

        if (Which == FileFilter.Stalled && Days == 0)
        {
            yield return $"停滞：没结束，{FileLife.DaysToStall} 天没有新的一节。";
        }

        if (Which == FileFilter.Due && Files.Count(file => file.Life.Next is null && file.Life.IsStalled(Today)) is > 0 and var stalled)
        {
            yield return $"另有 {stalled} 个停滞了，没有约下次日期。";
        }
    }

    private ActionModel Button(Dossier file) => ActionModel.Ask(FileText.Number(file, Rows[file.Indicator])) with { Title = file.Name };
}
