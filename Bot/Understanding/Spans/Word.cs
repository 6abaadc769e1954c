using StationBot.Understanding.Readings;

namespace StationBot.Understanding.Spans;

/// <summary>A word of the lexicon, the catalogue or the roster.</summary>
/// <param name="Text">As it stands in a normalised sentence.</param>
/// <param name="Meaning">What it stands for within its kind: elder, care, relief.care, visit, 电话 …; often nothing.</param>
internal sealed record Word(WordKind Kind, string Text, string Meaning)
{
    public override string ToString() => Meaning.Length == 0 ? $"{Kind}:{Text}" : $"{Kind}:{Text}={Meaning}";
}

/// <summary>What a word does in a sentence.</summary>
internal enum WordKind
{
    /// <summary>Says nothing about the meaning: 那个, 帮我看看.</summary>
    Filler,

    /// <summary>Punctuation; a comma ends an exclusion.</summary>
    Punctuation,

    /// <summary>A word of no list.</summary>
    Unknown,

    /// <summary>本月; its meaning is an expression of the period reader.</summary>
    Period,
    Number,

    /// <summary>A task; meaning = its id.</summary>
    Area,

    /// <summary>A topic of the four domains; meaning = its id. Several ids are joined by +.</summary>
    Topic,

    /// <summary>A single row; meaning = its id.</summary>
    Row,
    AllRows,

    Person,
    Worker,
    Mine,
    Mode,
    Tag,

    /// <summary>红旗村, as the roster has it.</summary>
    Village,

    Remaining,
    HowMany,
    What,
    Progress,

    /// <summary>每个月, 每季度; meaning = the <see cref="Indicators.Assessment"/>.</summary>
    Each,

    /// <summary>哪几个月; with 没达标 it asks which were missed. Meaning as <see cref="Each"/>'s.</summary>
    WhichMonths,

    /// <summary>
    /// 做了, 开了: a verb of doing, in questions and in what is told; meaning = the topic or row, where it names one (回访了).
    /// </summary>
    Did,

    /// <summary>A verb that only stands in what is told: 聊了, 陪.</summary>
    Narrative,

    /// <summary>要, 应该: asks for a target, not for what was done.</summary>
    Must,

    /// <summary>吗, 没有, 是不是.</summary>
    YesNo,

    /// <summary>Asks without saying what.</summary>
    FollowUp,

    /// <summary>Says something only of what was answered before; meaning = the <see cref="Readings.ContextAsk"/>.</summary>
    Context,

    And,
    Except,
    EndOfExcept,

    /// <summary>Marks a family of <see cref="OtherRequest"/>; meaning = the family.</summary>
    Family,

    /// <summary>The same, and the word alone makes a question: 谁, 来得及.</summary>
    AskingFamily,

    /// <summary>Nearly decides what the sentence is about; meaning = the <see cref="Matter"/>.</summary>
    About,

    /// <summary>列一下: asks for a list of what else is said.</summary>
    List,

    /// <summary>Orders that need no question word: 导出.</summary>
    Order,

    /// <summary>记, 录, 填.</summary>
    FormVerb,

    /// <summary>A whole form name; meaning = the form.</summary>
    Form,
    Undo,
    Restore,

    /// <summary>交给, 重新打开; meaning = the <see cref="FileAsk"/>.</summary>
    FileDeed,

    /// <summary>刚才那条: points at a record.</summary>
    ThatRecord,

    /// <summary>继续刚才的: the form that was left.</summary>
    Resume,

    /// <summary>不记了.</summary>
    Drop,
    JoinCode,
    Join,
    Help,
    Hello,

    /// <summary>Meaning = the kind of refusal.</summary>
    Refused,
}
