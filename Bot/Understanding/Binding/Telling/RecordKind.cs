using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Lexicon.TellingWords;

namespace StationBot.Understanding.Binding.Telling;

/// <summary>Which record a story makes.</summary>
/// <param name="Type">As the <c>read</c> command calls it, for one person.</param>
/// <param name="Form">Null where it must be asked.</param>
/// <param name="Topic">Of the row; null where it must be asked. Several rows are joined by +.</param>
internal sealed record RecordKind(string Type, string? Form, string? Area, string? Topic)
{
    public const string Service = "service";
    public const string Survey = "survey";
    public const string Needs = "needs_batch";
    public const string CaseOpen = "case_open";
    public const string CaseSession = "case_session";
    public const string CaseClose = "case_close";
    public const string CaseDocument = "case_doc";
    public const string GroupOpen = "group_open";
    public const string GroupSession = "group_session";
    public const string GroupClose = "group_close";
    public const string Distribution = "distribution";
    public const string Fundraising = "fundraising";
    public const string Either = "distribution_or_raised";
    public const string Fund = "fund_open";
    public const string Project = "charity_project";
    public const string Promo = "promo";
    public const string Organisation = "org_incubate";
    public const string Activity = "org_activity";
    public const string Backbone = "backbone_add";
    public const string Training = "training";
    public const string Platform = "platform_check";
    public const string Staff = "platform_staff";
    public const string Attach = "attach";

    private static readonly Dictionary<string, RecordKind> All = new RecordKind[]
    {
        new(Service, Forms.Visit, null, null),
        new(Survey, Forms.Survey, null, "survey"),
        new(Needs, Forms.Needs, "charity", "needs"),
        new(CaseOpen, Forms.CaseOpen, null, "case"),
        new(CaseSession, Forms.CaseSession, null, "case"),
        new(CaseClose, Forms.CaseClose, null, "case"),
        new(CaseDocument, Forms.CaseSession, null, "case"),
        new(GroupOpen, Forms.GroupOpen, null, "group"),
        new(GroupSession, Forms.GroupSession, null, "group"),
        new(GroupClose, Forms.GroupClose, null, "group"),
        new(Distribution, Forms.Distribution, "charity", "aid"),
        new(Fundraising, Forms.Fundraising, "charity", "raised"),
        new(Either, null, "charity", null),
        new(Fund, Forms.Fund, "charity", "fund"),
        new(Project, Forms.Project, "charity", "project"),
        new(Promo, Forms.Promo, "charity", "promo"),
        new(Organisation, Forms.Organisation, "org", "incubate"),
        new(Activity, Forms.Activity, "org", "activity"),
        new(Backbone, Forms.Backbone, "org", "backbone"),
        new(Training, Forms.Training, "org", "training"),
        new(Platform, Forms.Platform, "platform", null),
        new(Staff, Forms.Platform, "platform", "staff"),
        new(Attach, null, null, null),
    }.ToDictionary(kind => kind.Type);

    /// <summary>The kind of that type, batches included; null where it is none of them.</summary>
    public static RecordKind? Of(string type) => All.GetValueOrDefault(type) ?? (type.EndsWith("_batch", StringComparison.Ordinal) ? All.GetValueOrDefault(type[..^"_batch".Length]) : null);

    public bool IsCase => Topic == "case";

    public bool IsGroup => Topic == "group";

    public bool IsCharity => Area == "charity";

    /// <summary>The rows of a station's equipment that are named; null where none is.</summary>
    public static string? PlatformRows(Story story) => Rows(story, "platform.") is { Count: > 0 } rows ? string.Join('+', rows.Select(row => row["platform.".Length..])) : null;

    /// <summary>The special kinds first, what is done for one person last: a visit during which a survey was made is a survey.</summary>
    /// <returns>Null where the words name no kind of record.</returns>
    public static RecordKind? Read(Story story, string text, bool hasPersons)
    {
        if (TellingWords.Staff.IsMatch(text) && (!hasPersons || Stationed.IsMatch(text)))
            return new(Staff, Forms.Platform, "platform", "staff");
        if (Rows(story, "platform.") is { Count: > 0 } platform && platform.TrueForAll(row => row != "platform.staff") && Equipped.IsMatch(text) && !hasPersons)
            return new(Platform, Forms.Platform, "platform", PlatformRows(story));
        // 场所使用制度上墙了: which of the rules isn't said.
        if (Topics(story).Contains("rule") && Equipped.IsMatch(text) && !hasPersons)
            return new(Platform, Forms.Platform, "platform", null);
        if (TellingWords.Backbone.IsMatch(text) && !TellingWords.Training.IsMatch(text))
            return new(Backbone, Forms.Backbone, "org", "backbone");
        if (!hasPersons && !TellingWords.Enrols.IsMatch(text) && (TellingWords.TrainsOthers.IsMatch(text) || (TellingWords.Training.IsMatch(text) && !Group.IsMatch(text))))
            return new(Training, Forms.Training, "org", "training");
        if (TellingWords.Promo.IsMatch(text) && !hasPersons)
            return new(Promo, Forms.Promo, "charity", "promo");
        return OfFile(story, text) ?? OfCharity(story, text, hasPersons) ?? OfOrganisation(text, hasPersons);
    }

    private static RecordKind? OfFile(Story story, string text)
    {
        // 第一次去他家 is no session; 小组第一次活动 is one.
        var isCounted = Session.Match(text) is { Success: true } held && (!held.Groups["times"].Success || Case.IsMatch(story.Text) || Group.IsMatch(story.Text));
        if (Case.IsMatch(isCounted ? story.Text : text) || TellingWords.CaseClosed.IsMatch(text))
        {
            if (!isCounted && TellingWords.CaseSigned.IsMatch(text) && TellingWords.CaseOpen.IsMatch(story.Text))
                return new(CaseOpen, Forms.CaseOpen, null, "case");
            if (!isCounted && TellingWords.CaseDocument.IsMatch(text))
                return new(CaseDocument, Forms.CaseSession, null, "case");
            if (!isCounted && TellingWords.CaseClose.IsMatch(text))
                return new(CaseClose, Forms.CaseClose, null, "case");
            return !isCounted && TellingWords.CaseOpen.IsMatch(text) ? new(CaseOpen, Forms.CaseOpen, null, "case") : new(CaseSession, Forms.CaseSession, null, "case");
        }

        if (!Group.IsMatch(text) && !isCounted && !SomeSession.IsMatch(text))
            return null;
        if (!isCounted && TellingWords.GroupClose.IsMatch(text))
            return new(GroupClose, Forms.GroupClose, null, "group");
        return !isCounted && TellingWords.GroupOpen.IsMatch(text) && StoryNumbers.AbsentIn(text) is null && !Attended.IsMatch(text)
            ? new(GroupOpen, Forms.GroupOpen, null, "group")
            : new(GroupSession, Forms.GroupSession, null, "group");
    }

    private static RecordKind? OfCharity(Story story, string text, bool hasPersons)
    {
        var isFounded = Founded.IsMatch(text);
        var goesInto = IntoFund.IsMatch(text);
        if (TellingWords.Fund.IsMatch(text) && isFounded && !goesInto)
            return new(Fund, Forms.Fund, "charity", "fund");
        if (TellingWords.Project.IsMatch(text) && Started.IsMatch(text) && !hasPersons && (TellingWords.Charitable.IsMatch(text) || StoryWords.Quoted.IsMatch(text) || Rows(story, "charity.project").Count > 0))
            return new(Project, Forms.Project, "charity", "project");
        if (TellingWords.Needs.IsMatch(text) && !TellingWords.Survey.IsMatch(text))
            return new(Needs, Forms.Needs, "charity", "needs");
        if (TellingWords.Survey.IsMatch(text) || Topics(story).Contains("survey"))
            return new(Survey, Forms.Survey, null, "survey");
        if (!hasPersons && GiverGave.IsMatch(text) && !Raised.IsMatch(text) && StoryNumbers.MoneyOf(text, null) is not null)
            return new(Either, null, "charity", null);
        var isGiven = (GivenAway.IsMatch(text) && !Granted.IsMatch(text)) || Rows(story, "charity.aid").Count > 0;
        if (Raised.IsMatch(text) && !(isGiven && hasPersons) && !(PassedOn.IsMatch(text) && isGiven && !Received.IsMatch(text)))
            return new(Fundraising, Forms.Fundraising, "charity", "raised");
        if (Donated.IsMatch(text) && (GoodsNamed.IsMatch(text) || !isGiven) && !hasPersons && !PassedOn.IsMatch(text) && (GoodsNamed.IsMatch(text) || StoryNumbers.MoneyOf(text, null) is not null))
            return Received.IsMatch(text) ? new(Fundraising, Forms.Fundraising, "charity", "raised") : new(Either, null, "charity", null);
        if (goesInto && StoryNumbers.MoneyOf(text, null) is not null)
            return new(Fundraising, Forms.Fundraising, "charity", "raised");
        if (isGiven)
            return new(Distribution, Forms.Distribution, "charity", "aid");
        return !hasPersons && TellingWords.OfCharity.IsMatch(text) && (GoodsNamed.IsMatch(text) || TellingWords.Charitable.IsMatch(text)) && StoryNumbers.MoneyOf(text, null) is not null ? new(Either, null, "charity", null) : null;
    }

    private static RecordKind? OfOrganisation(string text, bool hasPersons)
    {
        if (hasPersons || !(TellingWords.Organisation.IsMatch(text) || TellingWords.Volunteers.IsMatch(text)))
            return null;
        if (TellingWords.Organisation.IsMatch(text) && Incubated.IsMatch(text))
            return new(Organisation, Forms.Organisation, "org", "incubate");
        return TellingWords.Activity.IsMatch(text) ? new(Activity, Forms.Activity, "org", "activity") : null;
    }

    private static List<string> Rows(Story story, string prefix) =>
        [.. story.Words.Where(word => word.Token.Kind == WordKind.Row && word.Token.Meaning.StartsWith(prefix, StringComparison.Ordinal)).Select(word => word.Token.Meaning).Distinct()];

    private static IEnumerable<string> Topics(Story story) => story.Words.Where(word => word.Token.Kind is WordKind.Topic or WordKind.Did).Select(word => word.Token.Meaning);
}
