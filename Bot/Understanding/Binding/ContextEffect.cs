using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;

namespace StationBot.Understanding.Binding;

/// <summary>What becomes of the question before when a sentence says only what differs: 那养老呢, 还有呢, 第二个, 是哪几个人, 分人看.</summary>
internal static class ContextEffect
{
    /// <returns>Null where the sentence has nothing to do with the question before.</returns>
    public static Reading? On(ContextQuestion asked, Reading previous, ReadingContext context) => asked.Ask switch
    {
        ContextAsk.FollowUp or ContextAsk.Filter => Change(asked, previous),
        _ when previous is not Question => null,
        ContextAsk.More => IsList((Question)previous) ? Again((Question)previous) with { Page = asked.Number > 0 ? asked.Number : ((Question)previous).Page + 1 } : UnclearTexts.NothingMore(),
        ContextAsk.Pick when asked.Filters.Count > 0 => Change(asked, previous),
        ContextAsk.Pick => IsList((Question)previous) ? ((Question)previous) with { Pick = asked.Number, FollowsUp = true, Corrections = [] } : UnclearTexts.NoList(),
        ContextAsk.Who => Persons((Question)previous, context) ?? UnclearTexts.NoList(),
        ContextAsk.Which => Records((Question)previous, context) ?? UnclearTexts.NoList(),
        ContextAsk.WhichRows => (Reading?)RowsOf((Question)previous) ?? UnclearTexts.NoList(),
        ContextAsk.WhichOnes => Ones((Question)previous, context) ?? UnclearTexts.NoList(),
        ContextAsk.ByMonth => (Reading?)ByMonth(asked, (Question)previous, context) ?? UnclearTexts.CannotRegroup("月份"),
        ContextAsk.ByWorker => (Reading?)Ranked((Question)previous, RankBy.Worker, context) ?? UnclearTexts.CannotRegroup("社工"),
        ContextAsk.ByArea => (Reading?)ByArea((Question)previous) ?? UnclearTexts.CannotRegroup("领域"),
        ContextAsk.ByVillage => (Reading?)Ranked((Question)previous, RankBy.Village, context) ?? UnclearTexts.CannotRegroup("村"),
        _ => null,
    };

    private static Reading? Change(ContextQuestion asked, Reading previous) => previous switch
    {
        PersonQuestion person when asked.Person is { } name => Again(person) is PersonQuestion same ? same with { Name = name } : null,
        Question when asked.Person is not null => null,
        PersonQuestion person when asked.Rows is null && asked.Filters is [VillageFilter village] => person with { Name = village.Village + person.Name, FollowsUp = true },
        StatusQuestion status => Changed(asked, status) is StatusQuestion changed ? changed with { Each = asked.Each ?? status.Each } : null,
        Question question when asked.Each is null => Changed(asked, question),
        _ => null,
    };

    private static Question Changed(ContextQuestion asked, Question question) => Again(question) with
    {
        Rows = asked.Rows is null ? question.Rows : Carried(asked, question.Rows, asked.Rows),
        Period = asked.Period ?? question.Period,
        RowsAssumed = question.RowsAssumed && asked.Rows is null,
        Filters = [.. question.Filters.Where(old => asked.Filters.All(said => !IsInsteadOf(said, old))), .. asked.Filters],
    };

    /// <summary>The same, from its first page.</summary>
    private static Question Again(Question question) => question with { FollowsUp = true, Page = 1, Pick = 0, Corrections = [] };

    /// <summary>小李呢, or 我的呢, instead of 小王.</summary>
    private static bool IsInsteadOf(Filter said, Filter old) =>
        said.GetType() == old.GetType() || (said is MineFilter or WorkerFilter && old is MineFilter or WorkerFilter);

    /// <summary>那养老呢 keeps the topic, 那回访呢 keeps the domain.</summary>
    private static RowSet Carried(ContextQuestion asked, RowSet before, RowSet said)
    {
        if (before.IsAll || asked.SaysArea == asked.SaysTopic)
            return said;
        var kept = asked.SaysArea
            ? said.Where(row => before.Any(old => old.Topic == row.Topic) && !before.IsWholeTask)
            : said.Where(row => before.Any(old => old.Area == row.Area));
        return kept.ToList() is { Count: > 0 } rows ? before.Only(rows) : said;
    }

    /// <summary>Its answer is lines that can be turned over or opened.</summary>
    private static bool IsList(Question question) => question is PeopleQuestion or RecordsQuestion or PersonQuestion or EvidenceQuestion { Number: null } or FileList or DueQuestion or RankQuestion;

    /// <summary>The persons behind a number: whom the records are about, or, of what is still to be done for each of the roster, who is left.</summary>
    private static Reading? Persons(Question question, ReadingContext context) => question switch
    {
        PeopleQuestion { Ask: PeopleAsk.Counted } people => Again(people) is PeopleQuestion same ? same with { Ask = PeopleAsk.Listed } : null,
        PeopleQuestion { Ask: PeopleAsk.Served } people => Met(people, context),
        PeopleQuestion or PersonQuestion or RankQuestion { By: RankBy.Worker } => Again(question),
        StatusQuestion status when Files(status) is { } files => files,
        StatusQuestion { Ask: StatusAsk.Remaining } status when Missing(status.Rows) is { } ask && status.Filters.All(filter => PeopleBinder.CanBeOf(ask, filter)) => People(status, ask, context),
        StatusQuestion { Ask: not StatusAsk.Missed } or RecordsQuestion => Met(question, context),
        EvidenceQuestion { Number: null } or FileList => Again(question),
        _ => null,
    };

    /// <summary>Who is left; null of rows that nobody of the roster must be reached for.</summary>
    private static PeopleAsk? Missing(RowSet rows) =>
        rows.All(row => row.Topic == "revisit") ? PeopleAsk.NotRevisited
        : rows.All(row => row.Counting == CountingRule.RosterSurvey) ? PeopleAsk.NotSurveyed
        : rows.All(row => row.Counting == CountingRule.RosterNeeds) ? PeopleAsk.WithoutNeeds
        : rows.All(row => row.Counting == CountingRule.Services) ? PeopleAsk.NotVisited
        : null;

    /// <summary>What a colleague did is told record by record, as far as product.md §7 lets the asker see it.</summary>
    private static Question Met(Question question, ReadingContext context) =>
        question.Filters.Any(filter => filter is WorkerFilter) ? List(question, context) : People(question, PeopleAsk.Reached, context);

    private static PeopleQuestion People(Question question, PeopleAsk ask, ReadingContext context) => new(ask, question.Rows, DaysOf(question, context))
    {
        Filters = question.Filters,
        RowsAssumed = question.RowsAssumed,
        FollowsUp = true,
    };

    /// <summary>The records behind a number.</summary>
    private static Reading? Records(Question question, ReadingContext context) => question switch
    {
        PersonQuestion person => Again(person) is PersonQuestion same ? same with { Ask = PersonAsk.Timeline, Field = null, Counted = null } : null,
        StatusQuestion status when Files(status) is { } files => files,
        RecordsQuestion { Ask: RecordsAsk.Event } or EvidenceQuestion { Number: null } or FileList => Again(question),
        StatusQuestion { Ask: not StatusAsk.Missed } or RecordsQuestion or PeopleQuestion { Ask: PeopleAsk.Served or PeopleAsk.Reached or PeopleAsk.MostMet } or RankQuestion => List(question, context),
        _ => null,
    };

    private static RecordsQuestion List(Question question, ReadingContext context) => new(RecordsAsk.List, question.Rows, DaysOf(question, context))
    {
        Filters = question.Filters,
        RowsAssumed = question.RowsAssumed,
        FollowsUp = true,
    };

    /// <summary>Cases and groups are what is counted of their rows: those that are complete, or those that still lack sessions.</summary>
    private static FileList? Files(StatusQuestion status) => status.Rows.All(row => row.Counting == CountingRule.Sessions) && status.Filters.All(filter => filter is WorkerFilter or MineFilter)
        ? new FileList(status.Ask is StatusAsk.Remaining or StatusAsk.SessionsLeft ? FileFilter.Unfinished : FileFilter.Complete, status.Rows, null) { Filters = status.Filters, FollowsUp = true }
        : null;

    private static Question? RowsOf(Question question) => question is StatusQuestion { Ask: StatusAsk.Remaining or StatusAsk.Progress or StatusAsk.Count, Each: null } status
        ? status with { FollowsUp = true, ListsRows = true, Corrections = [] }
        : null;

    private static Reading? Ones(Question question, ReadingContext context) => question switch
    {
        PeopleQuestion or PersonQuestion { Counted: null } => Persons(question, context),
        StatusQuestion status when status.InRows || status.Rows.Select(row => row.Unit).Distinct().Skip(1).Any() => RowsOf(status),
        StatusQuestion status when status.Rows.All(row => row.Unit == "人") => Persons(status, context),
        _ => Records(question, context),
    };

    private static Question? ByMonth(ContextQuestion asked, Question question, ReadingContext context) => question switch
    {
        StatusQuestion status => status with { Each = asked.Each ?? Assessment.Month, FollowsUp = true, Corrections = [] },
        RecordsQuestion { Ask: not RecordsAsk.Event, RowsAssumed: false } or RankQuestion { By: RankBy.Worker } => new StatusQuestion(StatusAsk.Count, question.Rows, DaysOf(question, context))
        {
            Each = asked.Each ?? Assessment.Month,
            Filters = question.Filters,
            RowsAssumed = question.RowsAssumed,
            FollowsUp = true,
        },
        _ => null,
    };

    private static Question? Ranked(Question question, RankBy by, ReadingContext context) => question switch
    {
        RankQuestion rank when rank.By == by => Again(question),
        StatusQuestion { Ask: StatusAsk.Count or StatusAsk.Progress or StatusAsk.Remaining } or RecordsQuestion { Ask: not RecordsAsk.Event } or RankQuestion => new RankQuestion(by, question.Rows, DaysOf(question, context))
        {
            Filters = [.. question.Filters.Where(filter => by == RankBy.Village ? filter is not VillageFilter : filter is not (WorkerFilter or MineFilter))],
            RowsAssumed = question.RowsAssumed,
            FollowsUp = true,
        },
        _ => null,
    };

    /// <summary>Numbers already stand domain by domain; records are then counted row by row.</summary>
    private static Question? ByArea(Question question) => question switch
    {
        RecordsQuestion { Ask: not RecordsAsk.Event } records => records with { Ask = RecordsAsk.Count, FollowsUp = true, Page = 1, Pick = 0, Corrections = [] },
        PeopleQuestion { Ask: PeopleAsk.Reached } people => people with { Ask = PeopleAsk.Served, FollowsUp = true, Page = 1, Pick = 0, Corrections = [] },
        PeopleQuestion { Ask: PeopleAsk.Listed } people => people with { Ask = PeopleAsk.Counted, FollowsUp = true, Page = 1, Pick = 0, Corrections = [] },
        StatusQuestion or PeopleQuestion { Ask: PeopleAsk.Served or PeopleAsk.Counted } => Again(question),
        RankQuestion rank => rank with { By = RankBy.Area, FollowsUp = true, Page = 1, Pick = 0, Corrections = [] },
        _ => null,
    };

    /// <summary>The days are named, since another kind of question may mean others where none are.</summary>
    private static Period? DaysOf(Question question, ReadingContext context) => question.Meant(DateOnly.FromDateTime(context.Now), context.ProjectYears);
}
