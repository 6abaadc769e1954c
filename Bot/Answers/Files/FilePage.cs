using System.Globalization;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records.Files;
using StationBot.Records.Forms;

namespace StationBot.Answers.Files;

/// <summary>One case or group: who, how far, what next, what is missing. Pure.</summary>
internal sealed record FilePage
{
    /// <summary>Older sessions are only counted.</summary>
    private const int MostSessions = 12;

    public required Dossier File { get; init; }
    public required Indicator Row { get; init; }
    public required IReadOnlyList<string> Persons { get; init; }

    /// <summary>What sessions still lack as evidence, by session: <c>第 2 节缺水印照片</c>.</summary>
    public required IReadOnlyList<string> Lacking { get; init; }

    /// <summary>The project year of today, or the newest one.</summary>
    public required Period Year { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Whoever asks has the file, or leads the station: may hand it over and change what it was opened with.</summary>
    public required bool MayBeChanged { get; init; }

    public Reply ToReply(CardTemplates cards, string card)
    {
        var model = new FileModel(Headline, [.. Lines()], [.. Sessions()], [.. Warnings()], [.. Missing()], Actions(card));
        return new Reply
        {
            Text = string.Join('\n', [
                model.Headline,
                .. model.Lines.Concat(model.Sessions).Select(line => $"· {line.Label} {line.Value}"),
                .. model.Warnings.Select(warning => $"⚠️ {warning}"),
                .. model.Missing,
            ]),
            Card = cards.Fill("file", model, CardJson.Default.FileModel),
            CardId = card,
            CardStandsAlone = true,
        };
    }

    private string Headline => $"{RowName.Of(Row)} {File.Name}：{FileText.Held(File, Year)}，{(File.Life.Closed is null ? FileText.Stage(File) + (File.IsGroup ? "" : "阶段") : $"已{(File.IsGroup ? "结束" : "结案")}")}";

    private IEnumerable<LineModel> Lines()
    {
        yield return new LineModel("编号", FileText.Number(File, Row));
        if (Persons.Count > 0)
        {
            yield return new LineModel(File.IsGroup ? "成员" : "对象", File.IsGroup ? $"{string.Join('、', Persons)}（{Persons.Count} 人）" : string.Join('、', Persons));
        }

        if (File.Life.Worker is { } worker)
        {
            var since = File.Life.WorkerSince is { } day ? $"（{PeriodName.Of(day, Today)}起{(File.Life.WorkerBefore is { } before ? $"，之前是{before}" : "")}）" : "";
            yield return new LineModel("社工", worker + since);
        }

        if (File.Life.Next is { } next)
        {
            var days = next.DayNumber - Today.DayNumber;
            yield return new LineModel("下次", PeriodName.Of(next, Today) + (days > 0 ? $"（还有 {days} 天）" : days == 0 ? "（今天）" : $"（已过 {-days} 天）"));
        }

        if (File.Life.Closed is { } closed)
        {
            yield return new LineModel(File.IsGroup ? "结束" : "结案", PeriodName.Of(closed, Today));
        }
        else if (File.Life.Reopened is { } reopened)
        {
            yield return new LineModel("重新打开", PeriodName.Of(reopened, Today));
        }
    }

    private IEnumerable<LineModel> Sessions()
    {
        var all = File.Life.Sessions;
        if (all.Count > MostSessions)
        {
            yield return new LineModel("更早", $"还有 {all.Count - MostSessions} 节");
        }

        foreach (var session in all.Skip(all.Count - MostSessions))
        {
            string?[] said = [PeriodName.Of(session.Date, Today), session.Author, File.IsGroup ? null : FileStages.NameOf(session.Stage, isGroup: false)];
            yield return new LineModel($"第 {session.Place} 节", string.Join(' ', said.OfType<string>()));
        }
    }

    private IEnumerable<string> Warnings()
    {
        if (File.Life.DaysOverdue(Today) > 0)
        {
            yield return $"约好的下次日期已过 {File.Life.DaysOverdue(Today)} 天";
        }

        if (File.Life.IsStalled(Today))
        {
            yield return $"{File.Life.SilentDays(Today)} 天没有新的一节，停滞了";
        }
    }

    private IEnumerable<string> Missing()
    {
        var left = CreditRules.SessionsToComplete - FileText.HeldIn(File, Year);
        if (left > 0)
        {
            yield return $"还差 {left} 节满 {CreditRules.SessionsToComplete} 节";
        }
        else if (File.Life.Closed is null)
        {
            yield return File.IsGroup ? $"满 {CreditRules.SessionsToComplete} 节了，可以结束" : $"满 {CreditRules.SessionsToComplete} 节了，可以结案";
        }

        if (Lacking.Count > 0)
        {
            yield return $"还缺材料：{string.Join('；', Lacking)}";
        }
    }

    private List<ActionModel> Actions(string card)
    {
        var file = (RecordForms.FileField, File.Id.ToString(CultureInfo.InvariantCulture));
        if (File.Life.Closed is not null)
        {
            return [ActionModel.OpenForm("重新打开", RecordForms.ReopenId, file)];
        }

        List<ActionModel> actions =
        [
            ActionModel.OpenForm("记一节", File.IsGroup ? RecordForms.GroupSessionId : RecordForms.CaseSessionId, file),
            ActionModel.OpenForm(File.IsGroup ? "小组结束" : "结案", File.IsGroup ? RecordForms.GroupCloseId : RecordForms.CaseCloseId, file),
        ];
        if (MayBeChanged)
        {
            actions.Add(ActionModel.OpenForm("转交", RecordForms.HandoverId, file));
        }

        if (MayBeChanged && File.Life.Opening is { } opening)
        {
            actions.Add(ActionModel.OnRecord(File.IsGroup ? "改成员" : "改内容", "record.edit", opening, card));
        }

        return actions;
    }
}
