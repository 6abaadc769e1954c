using System.Diagnostics;
using System.Text.Json.Nodes;
using StationBot.Answers.People;
using StationBot.Cards;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>撤销 and 恢复 alone: the last thing that the member did, a change of the roster, files that went to a record, or records.</summary>
internal sealed class TurnBackAnswer(DeedStore deeds, UndoStore undo, RecordFinder finder, RecordAnswer record, PersonAnswer person, AttachmentAnswer attachment, CardTemplates cards)
{
    private const int MostChoices = 4;

    public async Task<Reply> UndoAsync(Turn turn, Membership who, CancellationToken cancellation) => await deeds.LastAsync(who, turn.Cause, isUndo: true, cancellation) switch
    {
        LastDeed.OfPerson last => await person.UndoAsync(turn, who, last, cancellation),
        LastDeed.OfFiles last => await attachment.FreeAsync(turn, who, last.Files.Batch, cancellation, last.Key),
        LastDeed.OfRecords => await record.TurnAsync(turn, who, isUndo: true, cancellation),
        LastDeed.Nothing => Replies.NothingToUndo,
        _ => throw new UnreachableException(),
    };

    public async Task<Reply> RestoreAsync(Turn turn, Membership who, CancellationToken cancellation) => await deeds.LastAsync(who, turn.Cause, isUndo: false, cancellation) switch
    {
        LastDeed.OfPerson last => await person.RedoAsync(turn, who, last, cancellation),
        LastDeed.OfFiles last => await attachment.BindAgainAsync(turn, who, last, cancellation),
        LastDeed.OfRecords => await record.TurnAsync(turn, who, isUndo: false, cancellation),
        LastDeed.Nothing { WasCleared: true } => Replies.ChangedSinceUndo,
        LastDeed.Nothing => Replies.NothingToRestore,
        _ => throw new UnreachableException(),
    };

    /// <summary>撤销刚才那三条: shown, and voided by one press.</summary>
    public async Task<Reply> OfferFewAsync(Turn turn, Membership who, int count, CancellationToken cancellation)
    {
        var few = await undo.LastFewAsync(who.Member, count, cancellation);
        if (few.Count == 0)
        {
            return Replies.NothingToUndo;
        }

        var asked = few.Count == count ? $"撤销最近登记的这 {count} 条吗？" : $"能撤销的只有 {few.Count} 条，撤销吗？";
        var numbers = new JsonArray([.. few.Select(one => (JsonNode)one.Number)]);
        return cards.Choose(
            string.Join('\n', [asked, .. few.Select(one => $"· {RecordLine.Of(turn.Catalog, one)}")]),
            [new ActionModel($"撤销这 {few.Count} 条", new JsonObject { ["verb"] = "record.undofew", ["numbers"] = numbers })]);
    }

    /// <summary>昨天何大爷那条: shown, and voided by one press; where several fit, it asks which.</summary>
    public async Task<Reply> OfferSoughtAsync(Turn turn, Membership who, RecordSought sought, CancellationToken cancellation)
    {
        var found = await finder.OwnAsync(turn, who, sought, cancellation);
        if (found is [])
        {
            return Replies.Plain($"没有找到你登记的{RecordFinder.Described(sought)}的记录。知道编号的话，可以说“撤销128号”。");
        }

        var shown = found.TakeLast(MostChoices).Reverse().ToList();
        var more = found.Count > shown.Count ? $"（有 {found.Count} 条，这是最近的 {shown.Count} 条）" : "";
        return cards.Choose(
            string.Join('\n', [found is [_] ? "撤销这一条吗？" : $"撤销哪一条？{more}", .. shown.Select(one => $"· {RecordLine.Of(turn.Catalog, one)}")]),
            [.. shown.Select(one => new ActionModel($"撤销 #{one.Record.Number}", new JsonObject { ["verb"] = "record.undofew", ["numbers"] = new JsonArray(one.Record.Number) }))]);
    }

    public async Task<Reply> UndoFewAsync(Turn turn, Membership who, UndoRecords few, CancellationToken cancellation)
    {
        var done = await undo.VoidFewAsync(who, turn.Cause, few.Numbers, cancellation);
        var kept = done.Kept.Count == 0 ? "" : $"{Replies.Numbers(done.Kept)} 没有动：已经撤销、不是你登记的，或后面还有记录。";
        return done.Numbers.Count == 0
            ? Replies.Plain(kept.Length == 0 ? Replies.NothingToUndo.Text : kept)
            : cards.Choose($"已撤销 {done.Numbers.Count} 条：{Replies.Numbers(done.Numbers)}，不计入次数。{kept}", [ActionModel.Ask("恢复")]);
    }
}
