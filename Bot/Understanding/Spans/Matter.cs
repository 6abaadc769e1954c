namespace StationBot.Understanding.Spans;

/// <summary>
/// What a word says a sentence is about, where the word alone nearly decides it. Kept as bits of the sentence, so that a sentence without
/// such a word is not looked at any further.
/// </summary>
[Flags]
internal enum Matter : long
{
    None = 0,

    /// <summary>算不算, 怎么算.</summary>
    Tally = 1L << 0,

    /// <summary>目标是多少, 标准.</summary>
    Quota = 1L << 1,

    /// <summary>凭据, 拿什么证明: what must be filed.</summary>
    Proof = 1L << 2,

    /// <summary>合并, 算谁头上: one thing for two rows.</summary>
    Merge = 1L << 3,

    /// <summary>外村, 不在名单: who may be served.</summary>
    Scope = 1L << 4,
    Tier10 = 1L << 5,
    Tier20 = 1L << 6,

    /// <summary>两档, 档次.</summary>
    Tiers = 1L << 7,

    /// <summary>区别, 不一样.</summary>
    Differs = 1L << 8,

    /// <summary>补录, 补记: written down later than it was done.</summary>
    Backfill = 1L << 9,

    /// <summary>一天去两家, 同一天: several on one day.</summary>
    SameDay = 1L << 10,

    /// <summary>每次都要, 一次就行.</summary>
    Once = 1L << 11,

    /// <summary>算, 计入: the verb alone, which asks nothing.</summary>
    Counts = 1L << 12,

    /// <summary>这个数, 怎么算出来的.</summary>
    Explain = 1L << 13,

    /// <summary>为什么.</summary>
    Why = 1L << 14,

    /// <summary>同一张照片用了两次.</summary>
    Reuse = 1L << 15,

    /// <summary>补录的, 晚录.</summary>
    Late = 1L << 16,

    /// <summary>迎检, 验收.</summary>
    Review = 1L << 17,

    /// <summary>漏洞, 短板.</summary>
    Gaps = 1L << 18,

    /// <summary>准备得怎么样, 能过.</summary>
    Ready = 1L << 19,

    /// <summary>小结, 月报.</summary>
    Report = 1L << 20,

    /// <summary>写一份, 起草.</summary>
    Write = 1L << 21,

    /// <summary>新闻, 简讯.</summary>
    News = 1L << 22,

    /// <summary>草稿, 过程记录.</summary>
    Note = 1L << 23,

    /// <summary>休假, 请假.</summary>
    Leave = 1L << 24,

    /// <summary>别提醒, 免打扰.</summary>
    Snooze = 1L << 25,

    /// <summary>提醒, 推送: what is sent unasked.</summary>
    Reminder = 1L << 26,

    /// <summary>往后推, 关掉, 每天几点发: what is to become of it.</summary>
    Adjust = 1L << 27,

    /// <summary>周报, 订阅.</summary>
    Digest = 1L << 28,

    /// <summary>全旗, 哪个站.</summary>
    Stations = 1L << 29,

    /// <summary>The 站 of 河西站.</summary>
    Station = 1L << 30,

    /// <summary>关账, 月结.</summary>
    Closing = 1L << 31,

    /// <summary>出勤, 缺席.</summary>
    Attendance = 1L << 32,

    /// <summary>来得最勤, 全勤.</summary>
    Regular = 1L << 33,

    /// <summary>老是不来, 缺得最多.</summary>
    Rare = 1L << 34,

    /// <summary>适合当, 够格.</summary>
    Candidate = 1L << 35,

    /// <summary>今年的图, 画个图.</summary>
    Picture = 1L << 36,
}
