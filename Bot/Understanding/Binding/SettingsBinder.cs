using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>我下周休假, 先别提醒我, 周报改到周五下午发.</summary>
internal static class SettingsBinder
{
    private const string WeeklyReport = "周报";

    public static SettingsRequest? Bind(Sentence sentence)
    {
        if (sentence.Has(Person) || sentence.Periods.Count > 2 || sentence.Tokens.Any(token => token.Kind == Narrative && !Moves(token)))
            return null;
        var adjusts = sentence.IsAbout(Matter.Adjust) || sentence.Tokens.Any(Moves);
        var isWeekly = sentence.Tokens.Any(token => token is { Kind: WordKind.About, Text: WeeklyReport });
        SettingsAsk? ask =
            (sentence.IsAbout(Matter.Digest) && !sentence.Has(Remaining)) || (isWeekly && (adjusts || sentence.Has(Drop))) ? SettingsAsk.Digest
            : sentence.IsAbout(Matter.Leave) ? Leaves(sentence) ? SettingsAsk.Leave : null
            : sentence.IsAbout(Matter.Snooze) || (sentence.IsAbout(Matter.Reminder) && adjusts) ? SettingsAsk.Snooze
            : null;
        return ask is { } asked ? Of(sentence, asked) : null;
    }

    /// <summary>Whoever knows what is to be set.</summary>
    public static SettingsRequest Of(Sentence sentence, SettingsAsk asked) =>
        new(asked, asked == SettingsAsk.Digest ? null : PeriodOf(sentence))
        {
            Worker = sentence.First(WordKind.Worker)?.Meaning,
            Rows = sentence.Has(Area, WordKind.Topic, Row) && RowBinder.Bind(sentence) is { Count: > 0 } rows ? rows : null,
            Days = DaysIn(sentence),
            When = asked == SettingsAsk.Digest ? WhenIn(sentence) : "",
        };

    /// <summary>每天早上八点半给我推进度, 不要每天的汇总了; 每天提醒我去看王大爷 is a plan.</summary>
    public static SettingsRequest? BindDigest(Sentence sentence) =>
        sentence.Has(Person, Village, Tag, Narrative, WordKind.Topic, Row, FormVerb) ? null : new SettingsRequest(SettingsAsk.Digest, null) { When = WhenIn(sentence) };

    /// <summary>过俩小时再叫我: nothing else is wanted then.</summary>
    public static SettingsRequest? BindSnooze(Sentence sentence) =>
        sentence.IsAbout(Matter.Leave) || sentence.Has(Person, Village, Tag, Did, Mode, Form, FormVerb) || sentence.Tells || sentence.Unhinted.Length > 0 ? null : new SettingsRequest(SettingsAsk.Snooze, PeriodOf(sentence))
        {
            Rows = sentence.Has(Area, WordKind.Topic, Row) && RowBinder.Bind(sentence) is { Count: > 0 } rows ? rows : null,
            Days = DaysIn(sentence),
        };

    /// <summary>Somebody is said to be away, or nothing but when; the whole sentence tells nothing else.</summary>
    private static bool Leaves(Sentence sentence) =>
        !sentence.Asks && !sentence.Has(Area, WordKind.Topic, Row, Form, Tag, Village) && (sentence.Has(Mine, WordKind.Worker, WordKind.Period) || sentence.Unknown.Length == 0);

    /// <summary>从23号休到27号: both days and those between.</summary>
    private static Indicators.Period? PeriodOf(Sentence sentence)
    {
        var said = sentence.Tokens.Where(token => token.Kind == WordKind.Period && !token.Period.IsInvalid).Select(token => token.Period.Period).ToList();
        return said.Count == 0 ? null : said[^1].Last > said[0].First ? new Indicators.Period(said[0].First, said[^1].Last) : said[0];
    }

    /// <summary>改到, 改成.</summary>
    private static bool Moves(Token token) => token is { Kind: Narrative or Order, Text: ['改' or '换' or '调', ..] } or { Kind: Undo, Text: "取消" or "不要" or "不要了" } or { Kind: FileDeed, Text: "打开" };

    /// <summary>三天, 一周.</summary>
    private static int? DaysIn(Sentence sentence)
    {
        for (var i = 0; i + 1 < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Kind == Number && sentence.Tokens[i + 1].Text is ['天' or '日' or '周', ..] && Numbers.Read(sentence.Tokens[i].Text).Value is > 0 and < 1000 and var count)
                return sentence.Tokens[i + 1].Text[0] == '周' ? count * 7 : count;
        }

        return null;
    }

    internal static string WhenIn(Sentence sentence) =>
        string.Concat(sentence.Tokens.SkipWhile(token => token.Kind != WordKind.Period).Select(token => token.Typed)).TrimEnd('发', '吧', '了', '。');
}
