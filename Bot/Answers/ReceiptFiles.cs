using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>What a receipt says about files: those of the record, with links that live for an hour, and those of the member that still wait for one.</summary>
internal sealed class ReceiptFiles(AttachmentStore attachments, FileLinks links)
{
    private const int MostLinks = 5;

    /// <summary>Beside 撤销, 修改 and 再记一条.</summary>
    private const int MostKinds = 2;

    /// <param name="bound">What has just been made evidence of it.</param>
    public async Task<OnReceipt> OfAsync(
        Turn turn, Membership who, Indicator row, StationRecord record, Bound.Done? bound, string card, CancellationToken cancellation)
    {
        var own = await attachments.OfRecordAsync(who.Station.Id, record.Number, cancellation);
        var shown = new List<LinkModel>();
        foreach (var (place, file) in own.TakeLast(MostLinks).Index())
        {
            shown.Add(new LinkModel($"{place + 1}. {file.Name}", await links.LinkAsync(new LinkedFile(file.Hash, file.Type, file.Name), cancellation)));
        }

        var now = new OnReceipt(HasOf(own), null, shown, bound is null ? [] : Corrections(row, record, bound, own, card));
        return bound is null && IsOpen(record, row, own) ? await OfferAsync(turn, who, record, now, card, cancellation) : now;
    }

    /// <summary>The pictures came first: the record that has just been saved may be theirs.</summary>
    private async Task<OnReceipt> OfferAsync(Turn turn, Membership who, StationRecord record, OnReceipt now, string card, CancellationToken cancellation)
    {
        var loose = await attachments.LooseAsync(who, cancellation);
        if (turn.Message.IsGroup || loose.Count == 0)
        {
            return now;
        }

        return now with
        {
            Waiting = $"有 {FileTexts.Count(loose)}还没归到记录",
            Actions = [FileCards.Bind($"归入 {FileTexts.Count(loose)}", record.Number, null, null, card)],
        };
    }

    /// <summary>解除, and what the files could be instead.</summary>
    private static List<ActionModel> Corrections(Indicator row, StationRecord record, Bound.Done bound, IReadOnlyList<Attachment> own, string card)
    {
        var batches = bound.Files.Select(file => file.Batch).Distinct().ToList();
        if (batches is not [var batch])
        {
            return [];
        }

        var has = own.Select(file => file.Kind!.Value).ToHashSet();
        var others = bound.Files.SelectMany(file => EvidenceChoice.Lacking(row, has, file.Type)).Distinct().Take(MostKinds);
        return
        [
            FileCards.Free(batch, card),
            .. others.Select(kind => FileCards.Bind($"是{EvidenceName.Of(kind)}", record.Number, batch, EvidenceName.Of(kind), card)),
        ];
    }

    private static bool IsOpen(StationRecord record, Indicator row, IReadOnlyList<Attachment> own) =>
        record is { IsVoided: false, What.Outcome: Outcome.Done }
        && EvidenceChoice.Lacking(row, own.Select(file => file.Kind!.Value).ToHashSet(), FileType.Jpeg).Count > 0;

    /// <summary>已有材料：水印照片 2 份、签到表 1 份.</summary>
    private static string? HasOf(IReadOnlyList<Attachment> own) => own.Count == 0
        ? null
        : "已有材料：" + string.Join('、', own.GroupBy(file => file.Kind!.Value).Select(kind => $"{EvidenceName.Of(kind.Key)} {kind.Count()} 份"));
}

/// <param name="Has">已有材料：…</param>
/// <param name="Waiting">Files that still belong to no record.</param>
internal sealed record OnReceipt(string? Has, string? Waiting, IReadOnlyList<LinkModel> Links, IReadOnlyList<ActionModel> Actions);
