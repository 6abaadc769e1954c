using System.Buffers;
using StationBot.Indicators;

namespace StationBot.Understanding.Lexicon;

/// <summary>What evidence is called, and how people say that a record stands on 中国社会工作网.</summary>
internal static class EvidenceVocabulary
{
    public const string Uploaded =
        "传了 传完了 传好了 传完 传好 已传 上传了 上传完了 上传好了 已上传 传网站 传网站了 上传完毕 传完毕 全传了 都上传完了 传到网站 传到网站了 上传网站 上传网站了 上传到网站了 传上去了 传上网了 传网上了 全传完 全传完了 全都传了 都传了 都传完了 都传好了 全传好了 传完网站 传完网站了 全传完网站 全传完网站了 都传网站了 全传网站了 传到网上 传到网上了 传到网站上 传到网站上了 传上网站 传上网站了 网上都传了 网站都传了 网站上都传了 网上都传好了 网站都传好了";

    public const string NotUploaded =
        "没传 未传 没有传 还没传 还没有传 没传上 没传成 传错了 没上传 未上传 没有上传 还没上传 还没有上传 没上传网站 没上传到网站 没录网站 没传网站 没有传网站 还没传网站 没往网站传 没往网站传的 没往网上传 没往网上传的 没往网站上传 没往网站上传的 没往系统传 没往系统里传 没传到网站 没传到网站的 没传到网上 没传到网上的 没传上网 没传上网的 没传上去 没传上去的 没挂网 没挂网的 没挂到网上 没挂上网 没上网 没上网的 没录系统 没录到系统 没录进系统 没录系统的 没录到网站 没录到网站的 没录入网站 没报到网站 没传系统 没传系统的 没传的 没上传的 还没传的 还没上传的 没传网站的";

    /// <summary>Of files that belong to no record yet.</summary>
    public static readonly SearchValues<string> Loose = SearchValues.Create(["没归", "未归", "没有归", "没对上", "没归到"], StringComparison.Ordinal);

    /// <summary>What such files are called.</summary>
    public static readonly SearchValues<string> Files = SearchValues.Create(["照片", "相片", "图片", "文件", "附件", "材料"], StringComparison.Ordinal);

    /// <summary>Words of 导出 that ask for a file and not for a report.</summary>
    public const string Export = "导出 导出来 导我 导我一份 导一份 导一下 导个 导出一份 导出一下 打出来 导成表 导成表格 导成excel 生成 生成一下 生成一份 下载 下载一份 打包 打个包 打成包 出一份 给我出 发我一份 发一份 给我一份 拉一份 调一份";

    public const string Ledger = "台账";
    public const string NameList = "名册";

    /// <summary>Which evidence a word names; words for all of it (材料) stand here with null.</summary>
    private static readonly (EvidenceKind? Kind, string Words)[] Kinds =
    [
        (EvidenceKind.WatermarkPhoto, "照片 相片 像片 水印 水印照片 水印像片 水印相片"),
        (EvidenceKind.Uploaded, "上传 网站 中国社会工作网"),
        (EvidenceKind.Uploaded, Uploaded),
        (EvidenceKind.Uploaded, NotUploaded),
        (EvidenceKind.Ledger, Ledger),
        (EvidenceKind.SurveyForm, "留底 调查表 入户调查表"),
        (EvidenceKind.SignInSheet, "签到表 签到"),
        (EvidenceKind.ReceiptForm, "领取单"),
        (EvidenceKind.News, "新闻稿 新闻 新闻信息 新闻报道 简讯 报道"),
        (EvidenceKind.ActivityRecord, "活动记录 结案报告 评估报告 案例文本"),
        (EvidenceKind.SupportingDocument, "佐证 佐证材料"),
        (null, "档案 卷宗 文书 材料 证明材料 资料 齐全 齐备 完备 材料齐 材料齐的 附件"),
    ];

    private static readonly Dictionary<string, EvidenceKind?> ByWord =
        Kinds.SelectMany(kind => kind.Words.Split(' ').Select(word => (word, kind.Kind))).DistinctBy(pair => pair.word).ToDictionary(pair => pair.word, pair => pair.Kind);

    private static readonly HashSet<string> ExportVerbs = [.. Export.Split(' ')];
    private static readonly HashSet<string> SaysUploaded = [.. Uploaded.Split(' ')];
    private static readonly HashSet<string> SaysNotUploaded = [.. NotUploaded.Split(' ')];

    /// <summary>Null where the word names no one kind.</summary>
    public static EvidenceKind? KindOf(string word) => ByWord.GetValueOrDefault(word);

    public static bool IsExport(string word) => ExportVerbs.Contains(word);

    /// <summary>Null where the word says neither.</summary>
    public static bool? IsUploaded(string word) => SaysUploaded.Contains(word) ? true : SaysNotUploaded.Contains(word) ? false : null;
}
