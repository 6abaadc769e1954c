namespace StationBot.Understanding.Lexicon;

/// <summary>The forms of product.md §4.</summary>
public static class Forms
{
    public const string Visit = "visit";
    public const string Survey = "survey";
    public const string CaseOpen = "case.open";
    public const string CaseSession = "case.session";
    public const string CaseClose = "case.close";
    public const string GroupOpen = "group.open";
    public const string GroupSession = "group.session";
    public const string GroupClose = "group.close";
    public const string Distribution = "distribution";
    public const string Fundraising = "fundraising";
    public const string Fund = "fund";
    public const string Project = "project";
    public const string Promo = "promo";
    public const string Needs = "needs";
    public const string Organisation = "organisation";
    public const string Activity = "activity";
    public const string Backbone = "backbone";
    public const string Training = "training";
    public const string Platform = "platform";
    public const string Register = "register";
    public const string Showcase = "showcase";

    /// <summary>No record: somebody new on the roster.</summary>
    public const string Person = "person";

    /// <summary>The topic, where it is one of the categories of a visit; else null.</summary>
    public static string? CategoryOf(string? topic) => topic is "link" or "care" or "revisit" ? topic : null;

    /// <summary>In a question the form's name means what it contributes to (平台检查做了没有); a topic or a task.</summary>
    internal static string RowsOf(string form) => form switch
    {
        CaseOpen or CaseSession or CaseClose => "case",
        GroupOpen or GroupSession or GroupClose => "group",
        Visit => "link+care+revisit",
        _ => form,
    };

    /// <summary>记 + a topic or a row: which form that is. What is missing here has no form (a whole task).</summary>
    internal static string? For(string topicOrRow) => topicOrRow switch
    {
        "link" or "care" or "revisit" or "link+care+revisit" => Visit,
        "survey" => Survey,
        "case" => CaseSession,
        "group" => GroupSession,
        "register" => Register,
        "showcase" => Showcase,
        "charity.aid" or "charity.aid_amount" => Distribution,
        "charity.raised" => Fundraising,
        "charity.fund" => Fund,
        "charity.project" => Project,
        "charity.promo" => Promo,
        "charity.needs" => Needs,
        "org.incubate" or "org" => Organisation,
        "org.activity" => Activity,
        "org.backbone" => Backbone,
        "org.training" => Training,
        "platform" or "rule" => Platform,
        _ => topicOrRow.StartsWith("platform.", StringComparison.Ordinal) ? Platform : null,
    };
}
