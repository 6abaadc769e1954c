using StationBot.Indicators;
using StationBot.Understanding.Binding;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>What is asked back about people and records. Each choice is a sentence that the reader understands.</summary>
internal static class PeopleUnclear
{
    private static readonly string[] AboutPeople = ["谁还没回访", "谁超过30天没联系了", "今天该去看谁", "今年服务了多少人"];
    private static readonly string[] AboutRecords = ["今天都做了啥", "本周都做了啥", "我这个月录了多少条"];

    public static Unclear Unread(Sentence sentence, string piece) =>
        new(Days(sentence), $"没看懂「{piece}」。可以换个说法，或看下面的：", sentence.Has(WordKind.Person) ? [PersonOf(sentence)] : AboutPeople) { IsLost = true };

    public static Unclear CannotFilter(string label) => new("", $"还不能按「{label}」来找人，看下面的可以吗？", AboutPeople) { IsLost = true };

    public static Unclear SeveralPeriods(Sentence sentence) =>
        new(Days(sentence), "一次看一段时间，先看哪段？", [.. sentence.Periods.Take(4).Select(period => period.Typed + "都做了啥")]);

    public static Unclear OneAtATime(IReadOnlyList<string> names) => new("", "一次看一个人，先看谁？", [.. names.Take(4).Select(name => $"{name}的情况")]);

    /// <summary>Something about people or records that is not told by any of the questions that can be answered.</summary>
    public static Unclear Which(Sentence sentence, RequestFamily family) =>
        sentence.Has(WordKind.Person) ? new(Days(sentence), "想知道这个人的什么？", [PersonOf(sentence)]) { IsLost = true }
        : family == RequestFamily.Records ? new(Days(sentence), "想看哪些记录？", AboutRecords) { IsLost = true }
        : new(Days(sentence), "想知道哪些人？", AboutPeople) { IsLost = true };

    private static string PersonOf(Sentence sentence) => $"{sentence.First(WordKind.Person)!.Value.Typed}的情况";

    private static string Days(Sentence sentence) => string.Join('、', sentence.Periods.Select(period => PeriodName.Of(period.Period)));
}
