using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Readings.RequestFamily;

namespace StationBot.Understanding.Lexicon;

/// <summary>Words that make a question one of another family than 还差, 做了几次, 进度.</summary>
internal static class FamilyWords
{
    public static readonly WordTable[] Tables =
    [
        Of(Evidence, "材料 佐证 佐证材料 照片 相片 像片 水印 水印照片 水印像片 水印相片 上传 网站 中国社会工作网 签到表 签到 领取单 留底 调查表 入户调查表 证明材料 资料 齐全 材料齐 材料齐的 附件 新闻稿 活动记录 台账"),
        Of(Evidence, EvidenceVocabulary.Uploaded),
        Of(Evidence, EvidenceVocabulary.NotUploaded),
        Asking(Evidence, "齐不齐 齐了没 齐了吗 齐没齐 齐吗 拍了没 拍了吗 拍了没有 拍好没 拍好了没"),
        Of(Compare, "比"),
        Of(Rule, "算 算是 10万档 20万档 十万档 二十万档 10万的 20万的"),
        Of(Due, "还有啥要做 还有什么要做 还有啥要做的"),
        Of(Cases, "结案 跟进 转介给 案主 可以当 适合当 下一节"),
        Asking(Cases, "第几节 到第几节"),
        Asking(Money, "多少钱 几块钱 金额多少 花了多少"),
        Of(Due, "到期 快到期 跑几趟 安排 日程 计划 待办 该做什么 该做啥 要做什么 要做啥 要完成的 要去 得去"),
        Asking(Forecast, "来得及 来不及 能不能完成 能完成 完得成 照这个速度 按这个速度 照这速度 补不回来 赶得上 赶得及 赶不上 预计 预测 做得完 完不成 够不够用 剩下的天数 悬 风险 最晚 几月能"),
        Asking(Compare, "跟去年比 比呢 比如何 对比 相比 差在哪 排名 排第 第一名 最多 最少 最好 最差 谁多 谁少 更多 更少 录得多 同比 环比 哪周"),
        Asking(ByMonth, "每周 各周 按周"),
        Asking(Rule, "算不算 算几次 算几个 怎么算 咋算 怎么算的 怎么算出来 怎么算出来的 口径 标准 规定 什么要求 要什么 要啥 合并 能不能合并 要几个 要几次 要多少 一年要 每月要 一个月要 要求几次 目标是多少 算一次 是不是必须 每次都要 是多少钱 咋统计 怎么统计 怎么计 一次要 指标是多少 什么意思 为什么 为啥 算吗 算次数"),
        Asking(Sessions, "多少节 多少节课 几节 几节课 节数"),
        Asking(RequestFamily.Stations, "全旗 全县 全区 各站 哪个站 哪些站 站点排名 其他站 别的站"),
        new(WordKind.Order, nameof(Export), "导出 生成 下载 打包 出一份 给我出 汇报材料 小结 总结 工作小结 季报 月报 周报 年报 简报 写个 写一份 写篇 起草 报表 报告"),
        new(WordKind.Order, nameof(Settings), "休假 请假 提醒我 别提醒 不要提醒 暂停提醒 关闭提醒 打开提醒 静音 订阅 取消订阅"),
        new(WordKind.Order, nameof(Edit), "改成 改为 改一下 修改 记错了 错了 写错了 更正 不是"),
    ];

    private static WordTable Asking(RequestFamily family, string words) => new(WordKind.AskingFamily, family.ToString(), words);

    private static WordTable Of(RequestFamily family, string words) => new(WordKind.Family, family.ToString(), words);
}
