using System.Text.Json.Nodes;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records.Evidence;

namespace StationBot.Answers;

/// <summary>Cards and buttons about files.</summary>
internal sealed class FileCards(CardTemplates cards)
{
    /// <summary>Files that belong to no record yet, and where they could go. Whoever presses nothing loses nothing.</summary>
    /// <param name="batch">Null: all of the member's that belong to none.</param>
    /// <param name="others">The member has more of them, of other batches.</param>
    public Reply Offer(Turn turn, string text, string? batch, IEnumerable<Candidate> candidates, bool others = false)
    {
        return cards.Choose(
            text,
            [
                .. candidates.Select(candidate => Bind(Title(turn, candidate), candidate.Number, batch, null, turn.CardId)),
                ActionModel.Ask("记走访"),
                .. others ? [new ActionModel("看没归的", new JsonObject { ["verb"] = "file.loose" })] : Array.Empty<ActionModel>(),
                new ActionModel("不要了", new JsonObject { ["verb"] = "file.discard", ["batch"] = batch, ["card"] = turn.CardId }),
            ]) with
        { CardId = turn.CardId };
    }

    /// <param name="kind">As <see cref="EvidenceName"/> has it; null leaves it to the record.</param>
    public static ActionModel Bind(string title, long number, string? batch, string? kind, string card) =>
        new(title, new JsonObject { ["verb"] = "file.bind", ["number"] = number, ["batch"] = batch, ["kind"] = kind, ["card"] = card });

    public static ActionModel Free(string batch, string card) => new("解除", new JsonObject { ["verb"] = "file.free", ["batch"] = batch, ["card"] = card });

    /// <summary>#128 9月17日 养老服务·关爱帮扶 李桂兰.</summary>
    private static string Title(Turn turn, Candidate candidate) =>
        RecordLine.Of(turn.Catalog, candidate.Number, candidate.Indicator, candidate.Date, candidate.About);
}
