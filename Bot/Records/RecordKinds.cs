using StationBot.Indicators;
using StationBot.Records.Forms;

namespace StationBot.Records;

/// <summary>Which form a row's records belong to, and what they cannot be without (product.md §4, §8).</summary>
public static class RecordKinds
{
    public const string Needs = "needs";
    public const string Showcase = "showcase";
    public const string Platform = "platform";
    public const string Register = "register";

    /// <summary>The id of the form that such a record would be entered with; where <see cref="RecordForms"/> has it, an imported record is edited by its card.</summary>
    public static string FormOf(Indicator row) => row.Counting switch
    {
        CountingRule.Services => RecordForms.VisitId,
        CountingRule.RosterSurvey => "survey",
        CountingRule.Sessions => $"{row.Topic}.session",
        CountingRule.LargeDistribution => RecordForms.DistributionId,
        CountingRule.Money => "fundraising",
        CountingRule.RosterNeeds => Needs,
        CountingRule.Persons => "backbone",
        CountingRule.Checklist or CountingRule.Staff => Platform,
        CountingRule.Register => Register,
        CountingRule.Showcase => Showcase,
        CountingRule.Names or CountingRule.Events => row.Topic switch
        {
            "incubate" => "organisation",
            "aid" => RecordForms.DistributionId,
            var topic => topic,
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The first must that the record lacks, as a Chinese sentence; null when it lacks none.</summary>
    public static string? Lacks(Indicator row, RecordDraft draft)
    {
        var hasName = !string.IsNullOrEmpty(draft.Name);
        return row.Counting switch
        {
            CountingRule.Services or CountingRule.Checklist or CountingRule.Staff or CountingRule.Register => null,
            CountingRule.RosterSurvey or CountingRule.RosterNeeds => draft.Persons.Count > 0 ? null : $"{row.ShortName}要写服务对象",
            CountingRule.Persons => hasName || draft.Persons.Count > 0 || draft.People > 0 ? null : $"{row.ShortName}要写名称、服务对象或人数",
            _ when !hasName => $"{row.ShortName}要写名称",
            CountingRule.Money or CountingRule.LargeDistribution => draft.Fen > 0 ? null : $"{row.ShortName}要写金额",
            _ => null,
        };
    }
}

/// <summary>Ids of the fields that stand in <see cref="RecordDraft.Details"/>.</summary>
public static class RecordDetails
{
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>实物: <see cref="Yes"/> where the value came in kind.</summary>
    public const string InKind = "inKind";

    /// <summary>归入基金.</summary>
    public const string Fund = "fund";

    /// <summary>出资方.</summary>
    public const string Sponsor = "sponsor";

    /// <summary>物资.</summary>
    public const string Goods = "goods";

    /// <summary>出席.</summary>
    public const string Attendance = "attendance";

    /// <summary>证号.</summary>
    public const string Certificate = "certificate";

    /// <summary>级别 of a certificate.</summary>
    public const string Level = "level";

    /// <summary>慈善需求 of a survey (product.md §3.8).</summary>
    public const string Needs = "charityNeeds";

    /// <summary>不适用, with the reason (product.md §3.13).</summary>
    public const string NotApplicable = "notApplicable";

    /// <summary>下次日期, yyyy-MM-dd.</summary>
    public const string Next = "next";

    /// <summary>上午, 下午: of the day, where it was told.</summary>
    public const string PartOfDay = "partOfDay";

    /// <summary>阶段 of a session: the name of a <see cref="Files.FileStage"/>.</summary>
    public const string Stage = "stage";

    /// <summary>交给: the id of the member to whom a file is handed over.</summary>
    public const string HandedTo = "to";
}
