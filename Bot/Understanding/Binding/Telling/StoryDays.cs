using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Periods;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding.Telling;

/// <summary>The days of a story, and the one it leads to.</summary>
/// <param name="Days">Empty where they must be asked.</param>
/// <param name="Next">What is planned, beside something else.</param>
internal sealed record StoryDays(IReadOnlyList<DateOnly> Days, bool IsAssumed, string? PartOfDay, DateOnly? Next)
{
    /// <summary>Of 99公益日 the last day is the one that names it; a longer feast is no day.</summary>
    private const int LongestFeast = 3;
    private const int EveningBegins = 17;

    /// <summary>What is done for a feast is done within so many days.</summary>
    private const int NearFeast = 15;

    /// <param name="told">The clauses that the story's kind rests on.</param>
    public static StoryDays Read(Story story, DraftKind kind, IReadOnlyList<Clause> told)
    {
        var part = PartOf(told) ?? (kind == DraftKind.Deed ? null : PartOf(story.Clauses));
        var others = story.Clauses.Except(told).Where(clause => clause.Mood == Mood.Planned || (clause.Mood == Mood.CalledOff && kind == DraftKind.Cancelled)).ToList();
        var isPlan = kind == DraftKind.Plan;
        var next = kind == DraftKind.Plan ? null : others.Concat(told).Select(clause => ComingIn(story, clause, others.Contains(clause))).FirstOrDefault(day => day is not null);
        var said = told.SelectMany(clause => clause.Of(WordKind.Period).Where(word => isPlan || IsComing(story, clause, word, isOther: false) is null).Where(word => DayOf(story, word).Period.Days <= 1 || ((clause.Weight > Weight.None || StoryWords.Modes.Any(mode => mode.Pattern.IsMatch(clause.Text))) && !MoodReader.IsSpeech(clause.Text, word.Start - clause.Start)) || kind != DraftKind.Deed || word.Token.Period.Grain == Grain.Festival).Where(word => !IsGivenUp(story, word))).Select(word => DayOf(story, word)).ToList();
        // 中秋慰问，9月13号: the feast only names what was done on that day.
        if (said.Find(period => period is { IsInvalid: false, Period.Days: 1, Grain: Grain.Day }) is { Length: > 0, Period.First: var day })
            said.RemoveAll(period => period.Grain == Grain.Festival && Math.Abs(period.Period.First.DayNumber - day.DayNumber) <= NearFeast);
        // 昨天打电话，没人接，后来打通了: the day stands in the clause that failed; 昨天没人，今天又去，见着了: the last one.
        if (said.Count == 0 && !isPlan)
            said = [.. story.Clauses.Where(clause => clause.Mood is Mood.Deed or Mood.Failed).Select(DaysIn).LastOrDefault(days => days.Count > 0, [])];
        if (said.Exists(period => period.IsInvalid))
            return new([], false, part, next);
        var days = said.Select(period => Day(period, story.Today, coming: kind == DraftKind.Plan)).OfType<DateOnly>().Distinct().ToList();
        var text = string.Join('，', told.Select(clause => clause.Text));
        if (told.Any(clause => StoryWords.SomeDay.Match(clause.Text) is { Success: true } some && !MoodReader.IsSpeech(clause.Text, some.Index)) || StoryWords.SomeFeast.IsMatch(story.Masked(text)))
            return new([], false, part, next);
        if (kind != DraftKind.Plan && days.Exists(day => day > story.Today) && !(kind == DraftKind.Cancelled && days.TrueForAll(day => day > story.Today)))
            return new(days.FindAll(day => day <= story.Today) is { Count: > 0 } over ? over : [], false, part, next);
        if (days.Count > 0)
            return new(days, said.Exists(period => period is { IsUncertain: true } or { Grain: Grain.Festival, Period.Days: > 1 }) || Disagree(days, said), part, next);
        // 上周, 这两天: not one day; nothing said is today, and a plan has no day.
        if (said.Count > 0 || (isPlan && part is null && !StoryWords.Soon.IsMatch(text)))
            return new([], false, part, next);
        return new([story.Today], !StoryWords.JustNow.IsMatch(text), part, next);
    }

    /// <summary>On the evening of today that has not begun.</summary>
    public static bool IsStillToCome(StoryDays days, DateTime now) =>
        days is { PartOfDay: StoryWords.Evening, Days: [var day] } && day == DateOnly.FromDateTime(now) && now.Hour < EveningBegins;

    private static List<PeriodMatch> DaysIn(Clause clause) =>
        [.. clause.Of(WordKind.Period).Select(word => word.Token.Period).Where(period => period.IsInvalid || period.Period.Days == 1)];

    /// <summary>原定上周五改到这周一: what was meant first is not the day.</summary>
    private static bool IsGivenUp(Story story, Placed word) =>
        StoryWords.NotThen.IsMatch(story.Text[word.End..]) || (StoryWords.FirstMeant.IsMatch(story.Text[..word.Start]) && story.Words.Any(other => other.Start > word.Start && other.Token.Kind == WordKind.Period && StoryWords.MovedTo.IsMatch(story.Text[word.End..other.Start])));

    /// <summary>9月11日起 is told of the day on which it began.</summary>
    private static PeriodMatch DayOf(Story story, Placed word)
    {
        var said = word.Token.Period;
        if (said.IsInvalid || said.Period.Days <= 1)
            return said;
        if (StoryWords.Since.IsMatch(word.Token.Text))
            return said with { Period = Indicators.Period.Day(said.Period.First), Grain = Grain.Day };
        // 挪到昨天开了: no range.
        return word.Token.Text[0] == StoryWords.Until && StoryWords.JustMoved.IsMatch(story.Text[..word.Start]) ? said with { Period = Indicators.Period.Day(said.Period.Last), Grain = Grain.Day } : said;
    }

    /// <summary>周二周四 said on a Wednesday: in two weeks.</summary>
    private static bool Disagree(List<DateOnly> days, List<PeriodMatch> said) => days.Count > 1 && said.Exists(period => period.IsUncertain);

    private static DateOnly? Day(PeriodMatch said, DateOnly today, bool coming) => said switch
    {
        { IsInvalid: true } => null,
        // 周五 of a plan is the coming one, of a deed the last one.
        { Period.Days: 1, IsUncertain: true } when coming && said.Period.First < today => said.Period.First.AddDays(7),
        { Period.Days: 1 } => said.Period.First,
        { Grain: Grain.Festival, Period.Days: <= LongestFeast } => said.Period.Last,
        _ => null,
    };

    /// <param name="isOther">The clause is not what the story is about, so its day need not be said to be the next.</param>
    private static DateOnly? ComingIn(Story story, Clause clause, bool isOther)
    {
        foreach (var word in clause.Of(WordKind.Period))
        {
            if (IsComing(story, clause, word, isOther) is { } day)
                return day;
        }

        return null;
    }

    private static DateOnly? IsComing(Story story, Clause clause, Placed word, bool isOther) =>
        (isOther || StoryWords.ToCome.IsMatch(story.Text[clause.Start..word.Start])) && Day(word.Token.Period, story.Today, coming: true) is { } day && day > story.Today ? day : null;

    /// <summary>The last that is said: 上午没人，下午打通了.</summary>
    private static string? PartOf(IReadOnlyList<Clause> clauses) =>
        clauses.Reverse().Select(clause => StoryWords.HalfDay.Replace(clause.Text, "")).Select(text => StoryWords.PartsOfDay.FirstOrDefault(part => part.Words.Any(word => text.Contains(word, StringComparison.Ordinal))).Part).FirstOrDefault(part => part is not null);
}
