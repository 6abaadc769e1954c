using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Lexicon;

/// <summary>What is done for residents, and which of the three kinds of service it makes (indicators.md §2, 服务内容). Found in what is told only: no question is cut by these words.</summary>
internal static class DeedWords
{
    public const string Link = "link";
    public const string Care = "care";
    public const string Revisit = "revisit";

    /// <summary>Only heard of, and done by nobody of the station.</summary>
    public const string NoService = "none";

    /// <summary>A service by its name.</summary>
    public static readonly string[] Names = ["链接", "关爱", "回访"];

    /// <summary>Longest word first found.</summary>
    public static readonly WordTrie<Deed> All = Build(
        (Link, Weight.Concrete,
            """
            申请 申请了 代申请 代办 帮办 代领 帮领 办理 办理了 办下来 办好了 办妥 办成了 办了证 办证 办残疾证 办低保 办医保 办社保 办手续 跑手续 办卡 换证 换残疾证 补办 续办 申报 申领 复审 复核 递交 提交 报销 报销了 理赔 落户 上户口 转学 入学 报名 报了名
            对接 对接了 对接上 对接到 链接 链接了 链接到 链接上 转介 转介到 转介给 转诊 引荐 牵线 牵线搭桥 搭线 结对 结对子 认领 争取到 争取了 协调到 协调了 筹措 联系到 找到岗位 找到工作 找了份工作 推荐岗位 推荐就业 推荐工作 介绍工作 介绍岗位 介绍了工作 安排就业 上岗 就业援助 就业帮扶 就业指导 职业介绍 招聘信息 招聘会
            政策咨询 政策宣传 政策讲解 政策解读 政策解答 政策告知 宣传政策 讲政策 讲解政策 讲了政策 解读政策 解释政策 介绍政策 宣讲政策 咨询政策 普及政策 福利咨询 法律援助 法律咨询 咨询律师 请律师
            预约挂号 挂号 挂了号 预约体检 安排体检 安排住院 联系住院 联系医院 联系医生 联系村医 签约家庭医生 家庭医生签约 资格认证 养老认证 待遇认证 养老金认证 人脸认证 低保年审 年审 评残 残疾鉴定 残疾评定 伤残鉴定 申请辅具 适配辅具 辅具适配 领轮椅 领辅具 领补贴 领取补贴 紧急庇护 临时庇护 庇护转介 临时照护 送养老院 入住养老院 送敬老院 住进养老院 托养 日间照料 日照中心 居家养老服务 社区食堂 老年食堂 助餐服务 助浴服务 家政服务 链接一下 链接了一下 联系志愿者 对接志愿者 联系爱心企业 联系企业 联系厂家 联系学校 联系社区食堂 联系律师 联系残联 联系民政 联系医保 联系红十字会 联系基金会
            """),
        (Care, Weight.Concrete,
            """
            疏导 疏导了 疏解 安慰 安慰了 宽慰 开导 开导了 安抚 安抚了 劝解 劝导 劝慰 劝了 劝说 调解 调和 谈心 谈了心 谈谈心 交心 心理辅导 心理咨询 心理疏导 心理支持 心理援助 心理慰藉 精神慰藉 情绪疏导 情绪辅导 情绪支持 情感支持 情感关怀 压力疏解 减压 放松训练 冥想 沙盘 哀伤辅导 危机干预 认知辅导 认知训练 行为矫正 鼓励 鼓励了
            辅导 辅导了 辅导作业 辅导功课 补课 补习 补作业 写作业 做作业 上课 上了课 上了一课 上了节课 讲题 学业辅导 学业援助 课业辅导 练字 识字 认字 读书 看书 图书馆 读绘本 绘本 讲故事 读报 念报 阅读 教她 教他 教会 教会了 教了 教孩子 教老人 教大家 教用手机 教唱 学用手机 学手机 手机教学 智能手机 亲子 亲职教育 家庭教育 家长课堂 亲子沟通 代际沟通 沟通技巧 社交训练 能力提升 技能训练 社会融入 社会适应
            打扫 打扫了 搞卫生 搞了卫生 做卫生 做了卫生 做家务 家务 收拾 收拾了 收拾屋子 擦窗 擦了窗户 擦玻璃 擦洗 拖地 扫地 扫院子 清扫 清理 清洗 洗衣服 洗了衣服 洗头 洗脚 洗澡 擦澡 助浴 泡脚 洗被子 洗被褥 拆洗 晒被子 晾晒 叠被子 铺床 整理内务 整理房间 整理屋子 整理衣柜 整理家务 理发 理了发 理个发 剪头发 剪了头发 剪头 剪发 剪指甲 剪了指甲 修指甲 刮胡子 修脚 做饭 做了饭 做了顿饭 煮饭 熬粥 炒菜 包饺子 包了饺子 包粽子 包了粽子 做月饼 蒸馒头 喂饭 喂药 翻身 擦身 按摩 按摩了 推拿 捶背 捏肩 护理 照护 照顾 照料 看护
            量血压 量了血压 量过血压 测血压 测了血压 测血糖 测了血糖 量体温 健康管理 健康监测
            康复 康复训练 康复锻炼 康复陪伴 康复指导 康复运动 康复治疗 做康复 复健 理疗 抬腿 锻炼 做操 健身操 手指操 太极 肢体训练 语言训练 走路训练 步行训练 定向行走 手工 做手工 手工康复 画画 绘画 涂色 下棋 下象棋 打牌 打麻将 唱歌 唱了歌 跳舞 听戏 看电影 园艺 种花 养花 种菜 做游戏 玩游戏 拼图 折纸 剪纸 书法 编织 串珠 音乐治疗 文娱 康乐
            安全检查 居家安全 安全排查 安全巡查 安全隐患 隐患排查 排查隐患 查隐患 排查 查电路 查线路 检查电路 检查线路 检查燃气 检查煤气 检查炉子 检查用电 检查电线 检查灶台 装了扶手 装扶手 装了个扶手 安了扶手 安扶手 安装 安装了 装了灯 装灯 装了烟感 装烟感 装了报警器 装报警器 装呼叫器 装了呼叫器 铺防滑垫 防滑垫 防滑 适老化改造 无障碍改造 修了 修好 修好了 修理 修灯 修水管 修电器 修轮椅 修电视 修门 换灯泡 换了灯泡 换灯 换了灯 换灯管 换了灯管 换锁 换水龙头 换了水龙头 换煤气 换煤气罐 换气罐 换电池 换了电池 换床单 换了床单 换轮胎 通下水道 疏通 贴春联 贴对联 劈柴 挑水 生炉子 搬煤 搬东西 搬家 收庄稼 收玉米 掰玉米 干农活 除草 浇水 扫雪 铲雪
            买菜 代买 代购 买了菜 买米 买药 买了药 取药 拿药 拿了药 取了药 送药 配药 跑腿 取快递 寄快递 充话费 代缴 交电费 缴电费 交水费 缴水费 送饭 送餐 送餐上门 送菜
            看病 就医 就诊 陪诊 陪护 陪床 住院陪护 复查 打针 换药 体检 去医院 去了医院 去卫生院 去诊所 送医 晒太阳 散步 遛弯 遛了遛 逛公园 去公园 推着轮椅 出门走走 出去走走 参观 过生日 过了生日 庆生 生日会 吃蛋糕 团圆饭 吃团圆饭
            讲座 健康讲座 健康教育 健康宣教 科普 防诈骗 防骗 反诈 反诈宣传 防诈骗宣传 防火宣传 用火安全 防火安全 安全教育 防溺水 防欺凌 性教育 自护教育 青春期教育 急救知识 消防知识 维权 权益保障 权益维护
            """),
        (Care, Weight.Weak,
            "陪 陪着 陪了 陪同 陪伴 陪伴了 陪她 陪他 陪老人 陪孩子 作伴 做伴 帮着 帮忙 帮他 帮她 搀 搀扶 背着 厌学 逃学 不想上学 不愿上学 想不开 情绪低落 情绪不好 情绪不太好 心情不好 心里难受 压力大 焦虑 抑郁 哭了 哭诉 闹矛盾 吵架 顶嘴 叛逆 网瘾 自卑 想妈妈 想爸爸"),
        (Link, Weight.Weak, "养老院 敬老院 福利院 找工作 政策 手续 政务大厅 便民服务中心 办事大厅"),
        (Revisit, Weight.Contact,
            """
            回访 回访了 巡访 巡访了 巡视 探视 看望 看望了 探望 探望了 探访 探访了 看了看 看了 看看 去看 去瞧 瞧了瞧 瞅了瞅 看一看 看一眼 看了一眼 转了转 慰问 慰问了 问候 问候了 问了 问下 问了下 问一下 询问 询问了 问了问 问问 问他 问她 问起 问问情况 打电话 打了电话 打了个电话 打过电话 打个电话 打电话问 通电话 通了电话 通了个电话 通话 电话联系 电话问候 电话回访 去电 致电 打通 打通了 视频了 视频聊 视频通话 联系 联系了 了解 了解了 了解情况 问近况 近况 聊 聊了 聊聊 聊了聊 聊天 聊了天 聊了会 聊会儿 唠 唠了 唠嗑 唠唠 唠了唠 拉家常 唠家常 摆龙门阵 摆了会儿龙门阵 侃 谈 谈了 谈了谈 交谈 交流 说了说 说说话 说了会话 说会儿话 坐了会 坐了坐 叮嘱 叮嘱了 嘱咐 嘱咐了 提醒 提醒了 关心 关心了 吃药 用药 服药 血压 血糖 见着 见着了 见到 见到了 碰面 见了面
            """));

    private static WordTrie<Deed> Build(params (string Topic, Weight Weight, string Words)[] tables)
    {
        var trie = new WordTrie<Deed>();
        foreach (var (topic, weight, words) in tables)
        {
            foreach (var word in words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
                trie.TryAdd(word, new Deed(topic, weight, word));
        }

        return trie;
    }
}

/// <summary>A word that says what was done.</summary>
internal sealed record Deed(string Topic, Weight Weight, string Text);

/// <summary>How much a word says about the kind of service: a concrete deed outranks the visit or call in which it happened.</summary>
internal enum Weight
{
    None,

    /// <summary>Somebody was met, called or asked how they are.</summary>
    Contact,

    /// <summary>Decides where nothing concrete is said.</summary>
    Weak,
    Concrete,

    /// <summary>The kind of service by its name: 关爱帮扶, 资源链接.</summary>
    Named,
}
