using System.Diagnostics;
using System.Globalization;
using StationBot.Answers.Pages;
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
        var rows = (asked.IsBare ? turn.Catalog.Rows.Where(row => row.Counting == CountingRule.Sessions) : turn.Catalog.OfTopic(asked.Topic)).ToList();
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
            _ when asked.IsBare => Which(turn, asked.Ask, found, receiver),
            [] => Ask($"没有找到{(asked.Area is { } area ? turn.Catalog.Areas.First(one => one.Id == area).Name : asked.Name is null ? $"{asked.Number}号" : $"“{asked.Name}”的")}{rows[0].ShortName}。", [ActionModel.Ask($"进行中的{rows[0].ShortName}"), ActionModel.Ask($"开{rows[0].ShortName}")], turn),
            [var only] => await DoAsync(turn, who, only, asked.Ask, receiver, cancellation),
            _ => Ask(
                asked.Name is null ? $"有 {found.Count} 个这样的{rows[0].ShortName}，是哪一个？" : $"有 {found.Count} 个{rows[0].ShortName}都像“{asked.Name}”，是哪一个？",
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
            Days = asked.Days,
            Files = [.. all.Where(file => worker is null || file.Life.Worker == worker)],
            ScopeName = ScopeName.Of(turn.Catalog, asked.Rows) + (worker is null ? "" : $"（{worker}）"),
            Rows = asked.Rows.ToDictionary(row => row.Id),
            During = asked.Which == FileFilter.Closed ? asked.Period : null,
            Due = asked.Period ?? Period.WeekOf(turn.Today),
            Year = YearOf(who.Station, turn.Today),
            Today = turn.Today,
            WithNames = !turn.Message.IsGroup,
        }.ToReply(turn, asked.Page, cards);
    }

    private const string Myself = "我";

    /// <summary>结案 and no more: which one is never guessed, though there be but one.</summary>
    private Reply Which(Turn turn, FileAsk ask, IReadOnlyList<Dossier> found, Member? receiver)
    {
        var (deed, kind) = ask switch { FileAsk.Reopen => ("重新打开", "结束了的"), FileAsk.HandOver => ("转交", "进行中的"), _ => ("结案", "进行中的") };
        var more = found.Count > MostChoices ? $"（共 {found.Count} 个，先列 {MostChoices} 个；其余请说名字，例如“张三的个案{deed}”）" : "";
        return found.Count == 0
            ? Replies.Plain($"现在没有{kind}个案或小组。")
            : Ask($"{deed}哪一个？{more}", [.. found.Take(MostChoices).Select(file => Choice(file, turn.Catalog.Find(file.Indicator)!, ask, receiver))], turn);
    }

    private Task<Reply> DoAsync(Turn turn, Membership who, Dossier file, FileAsk ask, Member? receiver, CancellationToken cancellation) =>
        ask == FileAsk.Next ? Task.FromResult(Replies.Plain(FileText.NextOf(file, turn.Today, turn.Catalog.Find(file.Indicator)!)))
            : ask == FileAsk.Evidence ? TellEvidenceAsync(turn, who.Station, file, cancellation)
            : FormOf(file, ask) is not { } form
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

    /// <summary>张强的个案：缺 2 样材料.</summary>
    private async Task<Reply> TellEvidenceAsync(Turn turn, Station station, Dossier file, CancellationToken cancellation)
    {
        var row = turn.Catalog.Find(file.Indicator)!;
        var lacking = await LackingAsync(station, row, file, cancellation);
        var kinds = lacking.Count == 0 ? 0 : await KindsAsync(station, row, file, cancellation);
        var headline = file.Life.Sessions.Count == 0 ? "还没有做过一节，没有要交的材料" : kinds == 0 ? "材料齐了" : $"缺 {kinds} 样材料";
        return new ListPage($"{FileText.Whose(file, row)}：{headline}", lacking)
        {
            Hints = [$"已做 {file.Life.Sessions.Count} 节，每节要{EvidenceText.Of(row.Evidence)}。"],
            Actions = [ActionModel.Ask(FileText.Number(file, row))],
        }.ToReply(cards);
    }

    private async Task<int> KindsAsync(Station station, Indicator row, Dossier file, CancellationToken cancellation)
    {
        var facts = await records.FactsAsync(station.Id, [row.Id], new Period(file.Life.Sessions[0].Date, file.Life.Sessions[^1].Date), null, cancellation);
        return facts.Where(fact => fact.File == file.Id).SelectMany(fact => CreditRules.Missing(row, fact)).Select(EvidenceText.Of).Distinct().Count();
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
        FileAsk.Show or FileAsk.Evidence or FileAsk.Next => null,
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
        return FormOf(file, ask) is { } form ? ActionModel.OpenForm(title, form, Preset(file, receiver)) : ActionModel.Ask(FileText.Number(file, row) + Suffix(ask)) with { Title = title };
    }

    /// <summary>The same question of one file.</summary>
    private static string Suffix(FileAsk ask) => ask switch
    {
        FileAsk.Evidence => "材料齐不齐",
        FileAsk.Next => "下次什么时候",
        _ => "",
    };

    private Reply Ask(string text, IReadOnlyList<ActionModel> choices, Turn turn) => choices.Count == 0 ? Replies.Plain(text) : cards.Choose(text, choices) with { CardId = turn.CardId };
}
