using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>What a question supposes: more work, a rate, money, somebody's leaving.</summary>
internal static class WhatIfWords
{
    private const string Each = "(?:(?<week>每周|一周|每个?星期|一个?星期|每个?礼拜|一个?礼拜)|(?<month>每个?月|一个?月))";
    private const string Count = "(?<number>[0-9]{1,3}|[一二两俩三仨四五六七八九十]{1,3})((?<=[俩仨])|次|户|个|家|趟|场|节|份|人|回)";
    private const string Does = "跑|做|走|去|走访|回访|开|办|收|募|完成|搞|弄|干|整|加";

    /// <summary>如果, 要是; 年底够不够 behind a number supposes as well.</summary>
    public static Pattern Supposes { get; } = new("如果|要是|假如|假设|假使|倘若|若是|万一|的话|再.*就(?:能|够|达标|完成|行|可以|算)|(?:年底|月底|12月|十二月).*(?:够|能|行|完)");

    /// <summary>每周多跑两户, 再开一个.</summary>
    public static Pattern More { get; } = new($"{Each}?(都|再|能)?(多({Does})?|(再|补)({Does}|补)上?){Count}");

    /// <summary>每周做三节, 每周两节: in all.</summary>
    public static Pattern Rate { get; } = new($"{Each}(都|能|各|要|就)?({Does})?{Count}");

    /// <summary>每月募一千, 再募三千块.</summary>
    public static Pattern Money { get; } = new($"{Each}?(都|能)?(?<more>多|再)?(能)?(募集?|筹集?|收)(到|上|进)?(?<money>[0-9]+(\\.[0-9]+)?[百千万]?|[一二两三四五六七八九十百千万]{{1,6}})(块钱|块|元钱|元)?(?![次户个家场节份])");

    /// <summary>请一个月假, 停工一周, 整月请假.</summary>
    public static Pattern Away { get; } = new("(请|休|歇|停|不在)(工|假|班)?(了|上)?(?<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?<unit>天|周|个?星期|个?礼拜|个月)(的?(产|病|年|事|长)?假|工)?|整(个)?月(都)?(请|休)(了)?假|(请|休)整月(的)?假");

    public static Pattern Leaves { get; } = new("(走了|走后|离职了?|辞职了?|调走了?|不干了|不在了|离开了?)(以后|之后|的话)?(，|,)?(就?剩下?(我们)?[一二两三四五六七八九0-9]个人?)?");
}
