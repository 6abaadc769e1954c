using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding;

/// <summary>Words that narrow a question down to a part of the records or persons: 我, 小王, 电话, 独居.</summary>
internal static class FilterBinder
{
    public static IReadOnlyList<Filter> Bind(Sentence sentence)
    {
        List<Filter>? filters = null;
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (Of(sentence, i) is { } filter && filters?.Contains(filter) != true)
                (filters ??= []).Add(filter);
        }

        return filters ?? (IReadOnlyList<Filter>)[];
    }

    private static Filter? Of(Sentence sentence, int at)
    {
        var token = sentence.Tokens[at];
        Token? next = at + 1 < sentence.Tokens.Length ? sentence.Tokens[at + 1] : null;
        return token.Kind switch
        {
            // 红旗站 is another station, and no village.
            WordKind.Village when next is { Kind: WordKind.About, Meaning: nameof(Matter.Station) } => null,
            // 我心里得有个数, 我就怕: who asks says why, and not whose.
            WordKind.Mine when Thinks.Contains(next?.Text) || sentence.IsAside(at) => null,
            // 不要电话的.
            WordKind.Mode when at > 0 && sentence.Tokens[at - 1].Text is "不要" or "不看" => null,
            WordKind.Narrative when IsCall(token) => new ModeFilter(Call),
            _ => Of(token),
        };
    }

    private static readonly HashSet<string?> Thinks = ["怕", "就怕", "觉得", "感觉", "估计", "想", "知道", "就想知道", "看"];

    private const string Call = "电话";

    /// <summary>打过电话的有谁: the verb says how.</summary>
    private static bool IsCall(Token token) => token.Text.StartsWith('打') && token.Text.EndsWith(Call, StringComparison.Ordinal);

    /// <summary>Null for a word that narrows nothing down.</summary>
    public static Filter? Of(Token token) => token.Kind switch
    {
        WordKind.Mode => new ModeFilter(token.Meaning),
        WordKind.Tag => new TagFilter(token.Meaning),
        WordKind.Village => new VillageFilter(token.Meaning),
        WordKind.Worker => new WorkerFilter(token.Meaning),
        WordKind.Mine => new MineFilter(),
        _ => null,
    };
}
