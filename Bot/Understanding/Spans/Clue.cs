namespace StationBot.Understanding.Spans;

/// <summary>
/// What a piece of the text hints at, wherever it stands and whatever word the scanner read there: pieces may overlap. No clue decides
/// alone; <see cref="Binding.OfficeBinder"/> says which of them together do.
/// </summary>
[Flags]
internal enum Clue : long
{
    None = 0,

    /// <summary>几, 哪, 吗, 怎么.</summary>
    Ask = 1L << 0,

    /// <summary>帮我, 替我, 麻烦你: somebody else is to do it.</summary>
    Wish = 1L << 1,

    /// <summary>造假, 代签.</summary>
    Fake = 1L << 2,

    /// <summary>编三条, 凑两次.</summary>
    MakeUp = 1L << 3,

    /// <summary>编个, 凑点: of what, another word must say.</summary>
    MakeUpLoosely = 1L << 4,

    /// <summary>随便写, 瞎填.</summary>
    Scribble = 1L << 5,

    /// <summary>没做过的, 压根没去.</summary>
    NotDone = 1L << 6,

    /// <summary>补上, 写成: put on paper.</summary>
    PutDown = 1L << 7,

    /// <summary>反正没人查.</summary>
    Unchecked = 1L << 8,

    /// <summary>记录, 签到表, 台账: what an assessor looks at.</summary>
    Papers = 1L << 9,

    /// <summary>电话, 住址, 病历 of residents.</summary>
    Private = 1L << 10,

    /// <summary>发, 贴, 公开.</summary>
    Publish = 1L << 11,

    /// <summary>群里, 公众号, 朋友圈.</summary>
    PublicPlace = 1L << 12,

    /// <summary>外人, 推销的, 亲戚.</summary>
    Outsider = 1L << 13,

    /// <summary>给, 要, 透露.</summary>
    HandOver = 1L << 14,

    /// <summary>民政网站, 系统.</summary>
    Website = 1L << 15,

    /// <summary>传, 登, 提交.</summary>
    Transmit = 1L << 16,

    /// <summary>打个电话, 发短信, 订票: the bot has no hands.</summary>
    Errand = 1L << 17,

    /// <summary>标成, 打勾.</summary>
    Mark = 1L << 18,

    /// <summary>已上传, 挂网上了.</summary>
    Uploaded = 1L << 19,

    /// <summary>饭馆, 下雨, 彩票.</summary>
    World = 1L << 20,

    /// <summary>讲个笑话, 陪我聊天.</summary>
    Chat = 1L << 21,

    /// <summary>推荐, 来个, 讲讲.</summary>
    Entertain = 1L << 22,

    /// <summary>怎么用, 咋跟你说.</summary>
    HowTo = 1L << 23,

    /// <summary>撤销, 撤回来.</summary>
    TakeBack = 1L << 24,

    /// <summary>删掉, 作废.</summary>
    Delete = 1L << 25,

    /// <summary>那一步, 刚才的操作.</summary>
    Step = 1L << 26,

    /// <summary>刚才, 上一条.</summary>
    Last = 1L << 27,

    /// <summary>记重了, 录错了: why it is to go.</summary>
    Slip = 1L << 28,

    /// <summary>名单, 册子.</summary>
    Roster = 1L << 29,

    /// <summary>拿掉, 划掉, 撤下来.</summary>
    Remove = 1L << 30,

    /// <summary>隔了几天才录, 事后补的.</summary>
    Late = 1L << 31,

    /// <summary>影响, 算不算, 还能.</summary>
    Effect = 1L << 32,

    /// <summary>同一张图, 重复用.</summary>
    SamePhoto = 1L << 33,

    /// <summary>评估, 考核, 迎检.</summary>
    Review = 1L << 34,

    /// <summary>打包, 压缩包.</summary>
    Pack = 1L << 35,

    /// <summary>准备得怎么样, 能过.</summary>
    Ready = 1L << 36,

    /// <summary>漏洞, 还缺什么.</summary>
    Gaps = 1L << 37,

    /// <summary>成功案例, 典型案例.</summary>
    Showcase = 1L << 38,

    /// <summary>适合, 挑, 投稿.</summary>
    Candidate = 1L << 39,

    /// <summary>导出, 下载, 打印.</summary>
    Export = 1L << 40,

    /// <summary>台账, 名册: what comes out of it.</summary>
    Listing = 1L << 41,

    /// <summary>起个稿, 打草稿.</summary>
    Draft = 1L << 42,

    /// <summary>简讯, 公众号.</summary>
    News = 1L << 43,

    /// <summary>过程记录, 这节.</summary>
    Note = 1L << 44,

    /// <summary>汇报, 小结.</summary>
    Report = 1L << 45,

    /// <summary>写, 总结成, 三五句: a report is wanted.</summary>
    Compose = 1L << 46,

    /// <summary>每天早上, 天天.</summary>
    Recurring = 1L << 47,

    /// <summary>推送, 发给我.</summary>
    Push = 1L << 48,

    /// <summary>不要, 别发, 取消.</summary>
    Stop = 1L << 49,

    /// <summary>过两小时, 待会儿.</summary>
    Later = 1L << 50,

    /// <summary>提醒我, 再叫我.</summary>
    Remind = 1L << 51,

    /// <summary>谁动的, 原来写的.</summary>
    Changed = 1L << 52,

    /// <summary>户口在外镇, 暂住: who doesn't quite belong.</summary>
    Stranger = 1L << 53,

    /// <summary>换成, 升到: of a tier.</summary>
    Switch = 1L << 54,

    /// <summary>材料, 照片, 水印.</summary>
    Proof = 1L << 55,

    /// <summary>得有, 该写, 要求.</summary>
    Ought = 1L << 56,

    /// <summary>编织, 编舞: no report is made up there.</summary>
    Craft = 1L << 57,

    /// <summary>算一次还是两次.</summary>
    Tally = 1L << 58,

    /// <summary>一天, 两个社工一块: what is to be counted.</summary>
    Together = 1L << 59,

    /// <summary>几: asks, or is a few.</summary>
    Count = 1L << 60,

    /// <summary>10万, 20万.</summary>
    Tier = 1L << 61,

    /// <summary>补录, 忘了记.</summary>
    Backfill = 1L << 62,

    /// <summary>列一下, 挑出来.</summary>
    Show = 1L << 63,
}
