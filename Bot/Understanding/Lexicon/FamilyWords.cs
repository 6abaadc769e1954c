using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Readings.RequestFamily;

namespace StationBot.Understanding.Lexicon;

/// <summary>Words that make a question one of another family than 还差, 做了几次, 进度.</summary>
internal static class FamilyWords
{
    public static readonly WordTable[] Tables =
    [
        Of(Evidence, "卷宗 文书 材料 佐证 佐证材料 照片 相片 像片 水印 水印照片 水印像片 水印相片 上传 网站 中国社会工作网 签到表 签到 领取单 留底 调查表 入户调查表 证明材料 资料 齐全 材料齐 材料齐的 附件 新闻稿 新闻 新闻信息 新闻报道 简讯 报道 活动记录 结案报告 评估报告 案例文本 台账"),
        Of(Evidence, EvidenceVocabulary.Uploaded),
        Of(Evidence, EvidenceVocabulary.NotUploaded),
        Asking(Evidence, "齐不齐 齐了没 齐了吗 齐没齐 齐吗 拍了没 拍了吗 拍了没有 拍好没 拍好了没 留了没 留了吗 留了没有 留没留 备齐了没 备齐了吗 备好了没 备没备 交齐了没 交齐了吗 全不全 全了没 够不够全 全乎不 全乎吗 齐全吗 齐全不 齐全没 齐备吗 都有没有 有没有缺"),
        Of(Cases, "结案 跟进 转介给 案主 下次 下回 下一节 接下来 下一步 后续"),
        Asking(Cases, "该干嘛 该干啥 该咋办 咋推进 怎么推进 第几节 到第几节"),
        Asking(Money,
            "多少钱 几块钱 总金额 总额 金额多少 花了多少 多少银子 几多钱 几多银子 多少元 多少块 多少块钱 多少万 多少万元 几万块 几万元 几千块 多少善款 多少款 多少款项 多少资金 多少经费 金额是多少 总额多少 总额是多少 总金额多少 总金额是多少 价值多少 折合多少 折合多少钱 值多少钱 价值多少钱 花费多少 花费了多少 花销多少 多少钱款 多少钱物"),
        Asking(Sessions, "多少节 多少节课 几节 几节课 节数"),
        new(WordKind.Order, nameof(Export), EvidenceVocabulary.Export),
        new(WordKind.Order, nameof(Edit), "改成 改为 改一下 修改 记错了 错了 写错了 更正 不是"),
    ];

    private static WordTable Asking(RequestFamily family, string words) => new(WordKind.AskingFamily, family.ToString(), words);

    private static WordTable Of(RequestFamily family, string words) => new(WordKind.Family, family.ToString(), words);
}
