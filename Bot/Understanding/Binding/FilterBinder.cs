using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding;

/// <summary>Words that narrow a question down to a part of the records or persons: 我, 小王, 电话, 独居.</summary>
internal static class FilterBinder
{
    public static IReadOnlyList<Filter> Bind(Sentence sentence)
    {
        List<Filter>? filters = null;
        foreach (var token in sentence.Tokens)
        {
            if (Of(token) is { } filter && filters?.Contains(filter) != true)
                (filters ??= []).Add(filter);
        }

        return filters ?? (IReadOnlyList<Filter>)[];
    }

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
