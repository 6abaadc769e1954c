namespace StationBot.Tests.Transcripts.Year;

/// <summary>A row of the task list, written down a second time.</summary>
/// <param name="Months">How long it is judged over: 1, 3 or 12.</param>
/// <param name="Target">Fen for money; 100 and 50 stand for per cent of the roster.</param>
/// <param name="Each">What every record must have; those joined by / serve for one another.</param>
/// <param name="Once">What one record of the year must have together.</param>
internal sealed record YearRow(string Id, string Name, string Unit, int Months, long Target, string[] Each, string[] Once)
{
    public static readonly IReadOnlyList<(string Id, string Name)> Domains = [("relief", "社会救助"), ("elder", "养老服务"), ("child", "儿童关爱保护"), ("disabled", "扶残助残")];

    private static readonly string[] Photos = ["水印照片", "网站上传"];

    public string Domain => Id.Split('.')[0];

    public string Topic => Id[(Id.LastIndexOf('.') + 1)..];

    public bool IsOfDomain => Domains.Any(domain => domain.Id == Domain);

    public bool WantsUpload => Each.Contains("网站上传");

    public bool Lacks(YearEntry entry) =>
        !entry.NotApplicable && (Id != "platform.staff" || entry.HasCertificate) && Each.Any(kinds => !kinds.Split('/').Any(entry.Has.Contains));

    public static IReadOnlyList<YearRow> All(bool large) =>
    [
        Wall("office", "办公用房"), Wall("rooms", "活动室"), Wall("wall", "展示墙面"),
        Rule("staff", "人员管理制度"), Rule("finance", "财务管理制度"), Rule("volunteer", "志愿者管理制度"), Rule("venue", "服务场所使用管理制度"), Rule("archive", "文书档案管理制度"),
        Wall("orgchart", "组织架构图"), new("platform.staff", "驻站社工持证", "项", 12, 1, ["社工证"], []),
        .. Domains.SelectMany(domain => OfDomain(domain.Id, domain.Name, large)),
        new("org.incubate", "培育社会组织", "个", 12, 1, ["佐证材料"], []),
        new("org.activity", "社会组织活动", "次", 1, 1, [], ["计划", "活动记录", "签到表", "新闻"]),
        new("org.backbone", "骨干人才", "人", 12, 5, ["佐证材料"], ["名册"]),
        new("org.training", "专业培训", "次", 12, 1, [], ["计划", "签到表", "新闻"]),
        new("charity.fund", "专项基金", "个", 12, 1, [], ["台账"]),
        new("charity.raised", "共募资金", "元", 12, 1_000_000, [], ["台账"]),
        new("charity.project", "慈善项目", "个", 1, 1, [], ["台账"]),
        new("charity.needs", "需求信息", "份", 12, 50, [], ["台账"]),
        new("charity.promo", "公益推介", "次", 3, 1, [], []),
        new("charity.aid", "慈善救助", "次", 1, 1, [], ["计划", "签到表", "领取单", "新闻"]),
        new("charity.aid_amount", "慈善救助资金", "次", 12, 1, [], ["计划", "签到表", "领取单"]),
    ];

    private static YearRow Wall(string id, string name) => new("platform." + id, name, "项", 12, 1, ["上墙照片"], []);

    private static YearRow Rule(string id, string name) => new("platform.rule." + id, name, "项", 12, 1, ["上墙照片/电子版制度"], []);

    private static IEnumerable<YearRow> OfDomain(string id, string name, bool large) =>
    [
        new(id + ".survey", name + "·需求调研", "人", 12, 100, ["调查表"], ["台账"]),
        new(id + ".link", name + "·资源链接", "次", 1, 2, Photos, []),
        new(id + ".care", name + "·关爱帮扶", "次", 1, 2, Photos, []),
        new(id + ".register", name + "·回访台账", "份", 12, 1, ["台账"], []),
        new(id + ".revisit", name + "·跟踪回访", "次", 3, 1, Photos, []),
        new(id + ".case", name + "·个案", "个", 12, large ? 8 : 6, Photos, []),
        new(id + ".group", name + "·小组", "个", 12, large ? 9 : 7, Photos, []),
        new(id + ".showcase", name + "·成功案例", "个", 12, 1, ["活动记录"], []),
    ];
}

/// <summary>One record as it was entered.</summary>
internal sealed class YearEntry
{
    public required string Row { get; init; }
    public required DateOnly Date { get; set; }

    /// <summary>Who entered it.</summary>
    public required string By { get; init; }

    public int Number { get; set; }
    public string[] Persons { get; init; } = [];

    /// <summary>The case or group, in the order in which they were opened.</summary>
    public int? File { get; init; }

    public string Name { get; init; } = "";
    public long Fen { get; init; }
    public bool InKind { get; init; }
    public bool HasNeeds { get; init; }
    public bool NotApplicable { get; init; }
    public bool HasCertificate { get; init; }

    /// <summary>Undone, or nobody was met.</summary>
    public bool IsOut { get; set; }

    public HashSet<string> Has { get; } = [];
}

internal sealed class YearFile
{
    public required string Row { get; init; }
    public required string Name { get; init; }
    public required int Id { get; init; }
    public bool IsClosed { get; set; }
}

internal sealed class YearPerson
{
    public required string Name { get; init; }
    public required string Community { get; init; }
    public required string[] Areas { get; init; }
    public bool Revisit { get; init; }
    public required DateOnly Entered { get; init; }
    public DateOnly? Left { get; set; }

    /// <summary>Between leaving and coming back; both days are away.</summary>
    public IReadOnlyList<(DateOnly First, DateOnly Last)> Away { get; init; } = [];

    public string Label => $"{Name}（{Community}）";

    public bool IsActive(DateOnly day) => Entered <= day && !(Left <= day) && !Away.Any(away => away.First <= day && day <= away.Last);
}
