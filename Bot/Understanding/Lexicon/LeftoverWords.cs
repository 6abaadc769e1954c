namespace StationBot.Understanding.Lexicon;

/// <summary>Pieces that no word explains and that may not be passed over.</summary>
internal static class LeftoverWords
{
    /// <summary>Which days, which part, which of them: 5月以后, 三次以上, 晚上做的, 新来的.</summary>
    private static readonly string[] Narrowing =
    [
        "以后", "以前", "之后", "之前", "以上", "以下", "以外", "之外", "以内", "之内", "不到", "不足", "超过", "超", "多于", "少于", "至少", "最多", "将近", "往前", "往后",
        "晚", "早", "夜", "凌晨", "周末", "工作日", "节假日", "第一次", "首次", "头一回", "新来", "新增", "新", "老的", "取消", "删", "作废", "重复", "补的", "单独", "男", "女", "岁",
        "吃饭", "开会", "除", "不算", "不含", "不包括", "去掉", "剔", "刨", "扣", "只算", "光算", "别的", "其他", "其它", "另外", "没到", "没完", "失败", "没见", "半",
    ];

    /// <summary>What ends in one names an organisation or a place: 慰问团, 福利院.</summary>
    private const string Names = "团队院店厂校局镇县市";

    private const string Surnames =
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常于傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄贝戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾江颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫丁邓洪包左石崔龚程邢裴陆翁荀惠曲靳段焦侯秋甘武刘景詹龙叶白蒲邰赖乔翟谭冉雍桑桂牛边农温庄晏柴瞿阎闫";

    private const int LongestName = 3;

    public static bool Narrow(string piece)
    {
        foreach (var word in Narrowing)
        {
            if (piece.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return piece.Length > 0 && Names.Contains(piece[^1], StringComparison.Ordinal);
    }

    /// <summary>张伟, 刘建国: somebody whom the roster doesn't hold.</summary>
    public static bool MayBeName(string piece) => piece.Length is > 1 and <= LongestName && Surnames.Contains(piece[0], StringComparison.Ordinal);
}
