namespace StationBot.Naming;

/// <summary>称谓: what people put before or behind a surname, and whom it fits.</summary>
/// <param name="Gender">男 or 女; null for both.</param>
/// <param name="Youngest">In years, inclusive.</param>
/// <param name="Oldest">In years, inclusive.</param>
internal sealed record FormOfAddress(string Word, bool StandsBefore, string? Gender, int Youngest, int Oldest)
{
    private const int Eldest = 150;
    private const string Female = "女";
    private const string Male = "男";

    /// <summary>The longest first: 大奶奶 is no 奶奶 with a surname of two.</summary>
    public static readonly IReadOnlyList<FormOfAddress> All =
    [
        .. Behind(Female, 50, Eldest, "奶奶 婆婆 老太太 老太 大娘 大妈 老奶奶")
            .Concat(Behind(Male, 50, Eldest, "爷爷 大爷 老汉 老爷子 大伯 伯伯"))
            .Concat(Behind(Male, 35, Eldest, "叔叔 大叔 叔"))
            .Concat(Behind(Female, 30, Eldest, "阿姨 大姨 姨 大婶 婶子 婶 大嫂 嫂子 嫂"))
            .Concat(Behind(Female, 18, 75, "大姐 姐姐 姐 妹子 妹妹"))
            .Concat(Behind(Male, 18, 75, "大哥 哥哥 哥 老弟"))
            .Concat(Behind(Female, 16, Eldest, "女士"))
            .Concat(Behind(Male, 16, Eldest, "先生"))
            .Concat(Behind(null, 16, Eldest, "师傅"))
            .Concat(Behind(null, 0, 18, "小朋友 同学 娃娃 娃"))
            .Append(new FormOfAddress("老", true, null, 45, Eldest))
            .Append(new FormOfAddress("小", true, null, 0, 45))
            .OrderByDescending(form => form.Word.Length),
    ];

    private static readonly HashSet<string> LongSurnames =
        [.. "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 夏侯 端木 独孤 南宫 拓跋 呼延 赫连".Split(' ')];

    /// <summary>Words that are no way to call anybody, though they look like one.</summary>
    private static readonly HashSet<string> Others = [.. "小时 小康 小学 小满 小雪 小寒 小麦 小区 小项 小费 小伙 老师 老年 老小 老家 老乡 老党".Split(' ')];

    /// <summary>How somebody of the surname may be called: 李奶奶, 老李.</summary>
    public static IEnumerable<string> Of(string surname) => All.Select(form => form.With(surname)).Where(word => !Others.Contains(word));

    public static string SurnameOf(string name) => name.Length == 0 ? "" : name.Length > 2 && LongSurnames.Contains(name[..2]) ? name[..2] : name[..1];

    private string With(string surname) => StandsBefore ? Word + surname : surname + Word;

    /// <returns>李 of 李奶奶, 桂兰 of 桂兰奶奶; null when the text has another form, or nothing beside it.</returns>
    public string? NameIn(string text) =>
        text.Length <= Word.Length ? null
        : StandsBefore ? text.StartsWith(Word, StringComparison.Ordinal) && text.Length <= Word.Length + 2 ? text[Word.Length..] : null
        : text.EndsWith(Word, StringComparison.Ordinal) ? text[..^Word.Length]
        : null;

    /// <summary>What isn't known is no reason against.</summary>
    public bool FitsGender(PersonName person) => Gender is null || person.Gender is null || person.Gender == Gender;

    public bool FitsAge(PersonName person, DateOnly day) =>
        person.Born is not { } born || (day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0) is var age && age >= Youngest && age <= Oldest);

    private static IEnumerable<FormOfAddress> Behind(string? gender, int youngest, int oldest, string words) =>
        words.Split(' ').Select(word => new FormOfAddress(word, false, gender, youngest, oldest));
}
