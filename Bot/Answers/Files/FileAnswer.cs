using System.Diagnostics;
using System.Globalization;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Files;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;
using Member = StationBot.Stations.Member;

namespace StationBot.Answers.Files;

/// <summary>Cases and groups, one or many: shown, and handed on to their forms.</summary>
internal sealed class FileAnswer(FileFinder finder, Caseload caseload, RecordStore records, StationStore stations, FormAnswer forms, CardTemplates cards)
{
    private const int MostChoices = 6;

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, FileRequest asked, CancellationToken cancellation)
    {
        var rows = turn.Catalog.OfTopic(asked.Topic).ToList();
        var members = asked.Name is null && asked.To is null ? [] : await stations.ActiveMembersAsync(who.Station.Id, cancellation);
        var found = await finder.FindAsync(who.Station, asked, rows, turn.Today, cancellation);
        // 小李的个案: a colleague's, not a resident's.
        if (found.Count == 0 && asked.Ask == FileAsk.Show && members.FirstOrDefault(member => member.Name == asked.Name) is { } colleague)
        {
            return await ListAsync(turn, who, new FileList(FileFilter.Open, new RowSet(turn.Catalog, rows), null) { Filters = [new WorkerFilter(colleague.Name)] }, cancellation);
        }

        if (asked.To is { } to && to != Myself && members.All(member => member.Name != to))
        {
            return members.Count == 1
                ? Ask($"没有叫“{to}”的同事，站里现在只有您一位。同事先用加入码加入，再转交。", [ActionModel.Ask("加入码")], turn)
                : Ask($"没有叫“{to}”的同事，可以交给：{string.Join('、', members.Select(member => member.Name))}。", [], turn);
        }

        var receiver = asked.To == Myself ? who.Member : members.FirstOrDefault(member => member.Name == asked.To);
        return found switch
        {
            [] => Ask($"没有找到{(asked.Name is null ? $"{asked.Number}号" : $"“{asked.Name}”的")}{rows[0].ShortName}。", [ActionModel.Ask($"进行中的{rows[0].ShortName}"), ActionModel.Ask($"开{rows[0].ShortName}")], turn),
            [var only] => await DoAsync(turn, who, only, asked.Ask, receiver, cancellation),
            _ => Ask(
                $"有 {found.Count} 个{rows[0].ShortName}都像“{asked.Name}”，是哪一个？",
                [.. found.Take(MostChoices).Select(file => Choice(file, rows.First(row => row.Id == file.Indicator), asked.Ask, receiver))],
                turn),
        };
    }

    public async Task<Reply> ListAsync(Turn turn, Membership who, FileList asked, CancellationToken cancellation)
    {
        var all = await caseload.AllAsync(who.Station.Id, [.. asked.Rows.Select(row => row.Id)], cancellation);
        var worker = asked.IsMine ? who.Member.Name : asked.Worker;
        return new FileListPage
        {
            Which = asked.Which,
            Files = [.. all.Where(file => worker is null || file.Life.Worker == worker)],
            ScopeName = ScopeName.Of(turn.Catalog, asked.Rows) + (worker is null ? "" : $"（{worker}）"),
            Rows = asked.Rows.ToDictionary(row => row.Id),
            Due = asked.Period ?? Period.WeekOf(turn.Today),
            Year = YearOf(who.Station, turn.Today),
            Today = turn.Today,
            WithNames = !turn.Message.IsGroup,
        }.ToReply(cards);
    }

    private const string Myself = "我";

    private Task<Reply> DoAsync(Turn turn, Membership who, Dossier file, FileAsk ask, Member? receiver, CancellationToken cancellation) =>
        FormOf(file, ask) is not { } form
            ? ShowAsync(turn, who, file, cancellation)
            : (file.Life.Closed is null) == (ask == FileAsk.Reopen)
                ? ShowAsync(turn, who, file, cancellation)
                : forms.OpenAsync(turn, who, form, Preset(file, receiver).ToDictionary(), cancellation);

    private async Task<Reply> ShowAsync(Turn turn, Membership who, Dossier file, CancellationToken cancellation)
    {
        var row = turn.Catalog.Find(file.Indicator)!;
        return new FilePage
        {
            File = file,
            Row = row,
            Persons = await caseload.PersonsAsync(who.Station.Id, file, cancellation),
            Lacking = await LackingAsync(who.Station, row, file, cancellation),
            Year = YearOf(who.Station, turn.Today),
            Today = turn.Today,
            MayBeChanged = file.MayBeChangedBy(who.Member),
        }.ToReply(cards, turn.CardId);
    }

    private async Task<IReadOnlyList<string>> LackingAsync(Station station, Indicator row, Dossier file, CancellationToken cancellation)
    {
        if (file.Life.Sessions is not { Count: > 0 } sessions)
        {
            return [];
        }

        var facts = await records.FactsAsync(station.Id, [row.Id], new Period(sessions[0].Date, sessions[^1].Date), null, cancellation);
        return
        [
            .. from fact in facts
               where fact.File == file.Id
               let missing = EvidenceText.Of(CreditRules.Missing(row, fact))
               where missing.Length > 0
               let place = sessions.First(session => session.Number == fact.Number).Place
               group place by missing into places
               select $"第 {string.Join('、', places.Order())} 节缺{places.Key}",
        ];
    }

    /// <summary>The project year of today; where today is in none, the newest.</summary>
    private static Period YearOf(Station station, DateOnly today) => (station.YearOf(today) ?? station.Years[^1]).Period;

    private static string? FormOf(Dossier file, FileAsk ask) => ask switch
    {
        FileAsk.Show => null,
        FileAsk.Session => file.IsGroup ? RecordForms.GroupSessionId : RecordForms.CaseSessionId,
        FileAsk.Close => file.IsGroup ? RecordForms.GroupCloseId : RecordForms.CaseCloseId,
        FileAsk.Reopen => RecordForms.ReopenId,
        FileAsk.HandOver => RecordForms.HandoverId,
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<(string Field, string Value)> Preset(Dossier file, Member? receiver) =>
    [
        (RecordForms.FileField, file.Id.ToString(CultureInfo.InvariantCulture)),
        (RecordDetails.HandedTo, receiver?.Id.ToString(CultureInfo.InvariantCulture) ?? ""),
    ];

    private static ActionModel Choice(Dossier file, Indicator row, FileAsk ask, Member? receiver)
    {
        var title = $"{FileText.Number(file, row)} {row.Area.Name} {file.Name}{(file.Life.Closed is null ? "" : "（已结束）")}";
        return FormOf(file, ask) is { } form ? ActionModel.OpenForm(title, form, Preset(file, receiver)) : ActionModel.Ask(FileText.Number(file, row)) with { Title = title };
    }

    private Reply Ask(string text, IReadOnlyList<ActionModel> choices, Turn turn) => choices.Count == 0 ? Replies.Plain(text) : cards.Choose(text, choices) with { CardId = turn.CardId };
}
