using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>What was saved and what it did to the target (product.md §4).</summary>
internal sealed class Receipts(Standings standings, RecordStore records, StationClock clock, CardTemplates cards)
{
    /// <summary>The author, or the lead.</summary>
    public static bool MayTouch(Membership who, StationRecord record) => who.Member.Role == Role.Lead || record.MemberId == who.Member.Id;

    public async Task<Reply> ShowAsync(Turn turn, Membership who, StationRecord record, IReadOnlyList<string> warnings, CancellationToken cancellation, string? title = null)
    {
        var draft = record.What;
        var row = turn.Catalog.Find(draft.Indicator)!;
        var notes = warnings.ToList();
        var effects = new List<string>();
        string? missing = null;
        if (record.IsVoided)
        {
            effects.Add("已撤销，不计入次数");
        }
        else if (draft.Outcome != Outcome.Done)
        {
            effects.Add("没见到人：已记下，不计入次数");
        }
        else
        {
            var standing = await CountAsync(who.Station, row, draft.Date, cancellation);
            effects.Add($"{RowName.Of(row)} {PeriodName.Of(standing.Slices[0].Period)} {StatusText.Row(standing with { Unready = 0 })}");
            var fact = await FactAsync(who.Station, row, record, cancellation);
            if (!fact.Counts)
            {
                notes.Add($"{PeriodName.Of(Period.Day(draft.Date))}已有同一服务对象的{row.ShortName}，这条保留，但不计入次数");
            }

            missing = MissingOf(row, fact.Fact);
        }

        var model = new ReceiptModel
        {
            Title = title ?? (record.IsVoided ? "已撤销" : "已保存"),
            Number = record.Number,
            Lines = [.. Lines(row, record)],
            Effects = effects,
            Warnings = notes,
            Missing = missing,
            Voided = record.IsVoided,
            Actions = Actions(turn, record, row),
        };
        return new Reply
        {
            Text = string.Join('\n', [$"{model.Title} #{record.Number}", .. effects, .. notes, .. missing is null ? [] : new[] { missing }]),
            Card = cards.Fill("receipt", model, CardJson.Default.ReceiptModel),
            CardId = CardOf(turn),
            CardStandsAlone = true,
            ReplacesCard = turn.Message.Action is SaveForm or UndoRecord or RestoreRecord,
        };
    }

    private async Task<Standing> CountAsync(Station station, Indicator row, DateOnly day, CancellationToken cancellation) =>
        (await standings.CountAsync(station, [row], Period.Day(day), clock.Today, cancellation))[0];

    private async Task<(Fact Fact, bool Counts)> FactAsync(Station station, Indicator row, StationRecord record, CancellationToken cancellation)
    {
        var facts = await records.FactsAsync(station.Id, [row.Id], Period.Day(record.What.Date), cancellation);
        var day = new StationFacts { Tiers = station.Tiers, Years = station.Years, Facts = facts };
        var counts = CreditRules.Of(row, Period.Day(record.What.Date), day, clock.Today).Any(credit => credit.Fact.Number == record.Number);
        return (facts.First(fact => fact.Number == record.Number), counts);
    }

    private static string? MissingOf(Indicator row, Fact fact)
    {
        var missing = CreditRules.Missing(row, fact).Select(requirement => string.Join("或", requirement.AnyOf.Select(EvidenceName.Of))).ToList();
        return missing.Count == 0 ? null : $"还缺材料：{string.Join("、", missing)}";
    }

    private IEnumerable<LineModel> Lines(Indicator row, StationRecord record)
    {
        var draft = record.What;
        var isLate = clock.DayOf(record.Entered).DayNumber - draft.Date.DayNumber > LateAfterDays;
        yield return new LineModel("类别", RowName.Of(row));
        yield return new LineModel("服务日期", PeriodName.Of(Period.Day(draft.Date)) + (isLate ? "（补录）" : ""));
        if (draft.Persons.Count > 0)
        {
            yield return new LineModel("服务对象", string.Join("、", draft.Persons.Select(person => person.Label)));
        }

        if (draft.Mode is { } mode)
        {
            yield return new LineModel("方式", RecordForms.Modes.First(choice => choice.Value == mode.ToString()).Title);
        }

        if (draft.Content is { Length: > 0 } content)
        {
            yield return new LineModel("内容", content);
        }

        if (draft.Minutes is { } minutes)
        {
            yield return new LineModel("时长", $"{minutes} 分钟");
        }
    }

    private static List<ActionModel> Actions(Turn turn, StationRecord record, Indicator row)
    {
        var card = CardOf(turn);
        return record.IsVoided
            ? [ActionModel.OnRecord("恢复", "record.restore", record.Number, card)]
            :
            [
                ActionModel.OnRecord("撤销", "record.undo", record.Number, card),
                ActionModel.OnRecord("修改", "record.edit", record.Number, card),
                ActionModel.OpenForm("再记一条", record.What.Form, ("domain", row.Area.Id), ("category", row.Topic)),
            ];
    }

    /// <summary>The receipt keeps the place, and so the id, of the card that it replaces.</summary>
    private static string CardOf(Turn turn) => turn.Message.Action is SaveForm or UndoRecord or RestoreRecord ? turn.Message.Action.Card ?? turn.CardId() : turn.CardId();

    /// <summary>Entered this many days after the service, it is marked 补录 (product.md §3.1): today's and yesterday's are not.</summary>
    private const int LateAfterDays = 1;
}
