using System.Buffers;

using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>撤销刚才那三条: the last few records, counted backwards from now. Patterns read normalised text.</summary>
internal static class UndoWords
{
    public const int Fewest = 2;
    public const int Most = 20;

    /// <summary>Any such order holds one of these.</summary>
    public static readonly SearchValues<char> Marks = SearchValues.Create("撤删废");

    private const string Polite = "(?:请|麻烦|帮我|帮忙|我要|我想|给我)*";
    private const string Order = "(?:撤销|撤回|撤消|撤掉|撤|删掉|删除|删|作废)";
    private const string Few = "(?:我)?(?:刚才|刚刚|刚|最近|最后|上面)(?:我)?(?:记|录|登记|填|录入)?(?:的)?(?:那|这)?(?<n>[0-9]{1,2}|[二两三四五六七八九十]{1,3})(?:条|个|次|笔|份)(?:记录)?";
    private const string End = "(?:了|掉|掉了|吧|一下)*[。！!]*";

    /// <summary>撤销刚才那三条, 把最近两条删掉, 刚才那三条都删了. A question (删了吗) is none.</summary>
    public static Pattern LastFew { get; } = new($"^{Polite}(?:{Order}(?:了|掉)?{Few}|(?:把|将)?{Few}(?:都|全|全部|全都|统统|也)?(?:给我)?{Order}){End}$");
}
