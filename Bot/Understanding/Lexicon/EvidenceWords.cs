using StationBot.Indicators;

namespace StationBot.Understanding.Lexicon;

/// <summary>Words beside a file that say what it is. The longest that is found decides.</summary>
internal static class EvidenceWords
{
    /// <summary>The words are about the file itself; which evidence it is they leave open.</summary>
    public static readonly string[] Files = ["照片", "图片", "相片", "像片", "水印", "截图", "附件", "文件", "拍好", "拍了", "补图", "补照"];

    /// <summary>The words point at the file.</summary>
    public static readonly string[] Pointers = ["这是", "这个是", "这张", "这几张", "发你", "拍好", "补一下", "补上", "补个", "在这"];

    public static readonly (EvidenceKind Kind, string[] Words)[] Kinds =
    [
        (EvidenceKind.SurveyForm, ["调查表", "调研表", "入户表", "问卷", "留底", "需求表"]),
        (EvidenceKind.Plan, ["计划", "方案", "策划书"]),
        (EvidenceKind.ActivityRecord, ["活动记录", "过程记录", "结案报告", "案例文本", "活动总结"]),
        (EvidenceKind.SignInSheet, ["签到表", "签到", "签名表"]),
        (EvidenceKind.ReceiptForm, ["领取单", "领取表", "签领单", "签领表", "领取签字"]),
        (EvidenceKind.News, ["新闻", "报道", "简讯", "公众号", "推文"]),
        (EvidenceKind.NameList, ["名册", "花名册"]),
        (EvidenceKind.SupportingDocument, ["佐证材料", "佐证", "证明材料", "证明"]),
        (EvidenceKind.WallPhoto, ["上墙", "门牌", "架构图", "制度牌"]),
        (EvidenceKind.ElectronicRules, ["电子版制度", "电子版", "制度文本"]),
        (EvidenceKind.Certificate, ["社工证", "资格证", "证书"]),
        (EvidenceKind.Ledger, ["台账"]),
        (EvidenceKind.Uploaded, ["网站截图", "上传截图", "社会工作网截图", "系统截图", "平台截图"]),
    ];
}
