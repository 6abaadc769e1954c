using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>What a number in a story counts: what stands before and behind it.</summary>
internal static class MeasureWords
{
    public const string Sheets = "份";
    public const string Homes = "家";
    public const string Both = "俩";
    public const string AllThree = "仨";
    public const string Half = "半";
    public const char Day = '天';
    public const char Ordinal = '第';
    public const char Each = '各';
    public const char EndOfHomes = '，';

    /// <summary>Behind these a number is none of persons: 第8, 每户, 9月8.</summary>
    public const string NoCount = "第每周星期各月一号日/.-";

    public static Pattern Total { get; } = new("(?:共|总共|一共|合计|总计|计|折合?(?:人民币)?|价?值|总值|折价|总额|总金额|累计)(?:是|为|了|约|大约|大概|花了|用了|花|发了?|募到?|筹到?|有)*$");

    public static Pattern Share { get; } = new("(?:每|各|人均|户均)[^，,。0-9]{0,6}$|(?:一[床袋桶箱份件套个台人户张]|每[^，,]{0,3})$");

    public static Pattern ShareBehind { get; } = new("^(?:钱)?[/一每](?:户|人|家|位|床|份|个)");

    public static Pattern Called { get; } = new("(?:款|资金)[^，,0-9]{0,4}$|(?:募|募到|[募收筹][了着到]|募集到?|募集了|募得|筹到?|筹了|筹得|筹集了?|到账|入账|款|金|捐|捐了|捐来|资助|资助了|赞助|赞助了|拨付|拨了|支持了|折合?|价?值|花了|共|总共|一共|资金|收到|义卖|卖了|合计|各|每[人户家位]|发了?)$");

    /// <summary>六千整, 3000现金.</summary>
    public static Pattern CalledBehind { get; } = new("^(?:整|现金)");

    /// <summary>三块地, 两块肉, 一块儿, 一块募了.</summary>
    public static Pattern Thing { get; } = new("^(?:地|肉|儿|香皂|肥皂|毛巾|豆腐|表|展板|屏|月饼|去|做|搞|来|募|办|给|帮|开|送|发|陪)");

    public static Pattern Measured { get; } = new("^(?:份|户|人|个|袋|桶|床|箱|件|套|台|名|位|节|次|斤|岁|年|月|日|号|分|小时|%|天|家|场|条|期|张|包|瓶|只|双|本)");

    public static Pattern Away { get; } = new("(?:缺席|请假|缺|没来|缺勤|剩|除了)(?:了|的)?$");

    public static Pattern AwayBehind { get; } = new("^(?:缺席|请假|没来|未到|没到|缺勤|没在|不在|没见)");

    /// <summary>家里三个孩子, 儿子一家四口.</summary>
    public static Pattern Kin { get; } = new("(?:家里有?|家有|(?<![的共总都也在])有|养着?|生了|一家|全家|带着?|儿子|女儿|照顾)$");
}
