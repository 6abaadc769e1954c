using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Periods;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding.Telling;

/// <summary>What each clause does, and what the story comes to.</summary>
internal static class MoodReader
{
    /// <param name="mark">The punctuation behind it.</param>
    /// <param name="before">The clauses before it.</param>
    public static Mood Read(Clause clause, char mark, IReadOnlyList<Clause> before, DateOnly today)
    {
        var text = clause.Text;
        if (IsAsked(text, mark))
            return Mood.Asked;
        var said = TrapWords.Said.Match(WithoutName(clause));
        if (said.Success && before.Count == 0 && TrapWords.Outsider.IsMatch(text))
            return Mood.Hearsay;
        if (said.Success || TrapWords.KinDeed.IsMatch(text) || (before is [.., { Mood: Mood.Said }] && TrapWords.StillSaid.IsMatch(text) && !TrapWords.Ourselves.IsMatch(text)))
            return Mood.Said;
        if (IsHearsay(text, before))
            return Mood.Hearsay;
        if (TrapWords.Failed.Match(text) is { Success: true } failed && !TrapWords.Kin.IsMatch(text[..failed.Index]) && !IsSpeech(text, failed.Index))
            return Mood.Failed;
        if (TrapWords.Evidence.IsMatch(text) && clause.Weight < Weight.Weak)
            return Mood.Evidence;
        // 原定周三的挪到昨天开了: done on another day.
        if (TrapWords.CalledOff.IsMatch(text))
            return TrapWords.DoneAfterAll.IsMatch(text) ? Mood.Deed : Mood.CalledOff;
        // 今天建一个小组，计划开五节: the first is no plan for what the second is.
        var rest = TrapWords.SessionsToCome.Replace(text, "");
        var isPlanned = (TrapWords.Planned.IsMatch(rest.Length > 0 ? rest : text) && !TrapWords.Finished.IsMatch(text)) || IsAppointed(clause, today) || IsToCome(clause, today);
        return isPlanned ? Mood.Planned : Mood.Deed;
    }

    /// <summary>What the whole story comes to: something done outweighs what failed, was called off or is planned beside it.</summary>
    public static DraftKind KindOf(Story story)
    {
        if (story.Clauses.FirstOrDefault(clause => clause.Mood == Mood.Hearsay) is { } heard && !story.Clauses.Any(clause => clause.Mood == Mood.Deed && (TrapWords.Ourselves.IsMatch(clause.Text) || (clause.Weight > Weight.None && TrapWords.Outsider.IsMatch(heard.Text)))))
            return DraftKind.Hearsay;
        if (story.Clauses.Index().Any(clause => IsDone(story.Clauses, clause.Index)))
            return DraftKind.Deed;
        return story.Has(Mood.Failed) ? DraftKind.Attempt : story.Has(Mood.CalledOff) ? DraftKind.Cancelled : story.Has(Mood.Planned) ? DraftKind.Plan : DraftKind.Deed;
    }

    /// <summary>Something was done in the clause, read beside those that say it wasn't.</summary>
    public static bool IsDone(IReadOnlyList<Clause> clauses, int at)
    {
        var clause = clauses[at];
        if (clause.Mood != Mood.Deed)
            return false;
        var before = clauses.Take(at).LastOrDefault(other => IsTrap(other.Mood));
        var after = clauses.Skip(at + 1).FirstOrDefault(other => IsTrap(other.Mood));
        return (before?.Mood, after?.Mood) switch
        {
            (null, null) => true,
            (Mood.Failed, _) => HasOthers(clause, before!) ? clause.Weight > Weight.None || TrapWords.Reached.IsMatch(clause.Text) : TrapWords.Reached.IsMatch(clause.Text) && !TrapWords.AroundAbsence.IsMatch(clause.Text),
            (Mood.CalledOff, _) => TrapWords.DoneAfterAll.IsMatch(clause.Text) || (clause.IsOver && clause.Weight > Weight.Contact),
            (Mood.Planned, _) => (clause.IsOver && clause.Weight > Weight.None) || TrapWords.DoneAfterAll.IsMatch(clause.Text),
            (null, Mood.Failed) => (HasOthers(clause, after!) && clause.Weight > Weight.None) || clause.Weight >= Weight.Weak,
            (null, Mood.CalledOff) => clause.IsOver && (clause.Weight > Weight.Contact || TellingWords.Session.IsMatch(clause.Text)),
            _ => clause.IsOver || clause.Weight > Weight.None || TellingWords.Session.IsMatch(clause.Text),
        };
    }

    public static bool IsTrap(Mood mood) => mood is Mood.Failed or Mood.CalledOff or Mood.Planned;

    /// <summary>Each of the two is about somebody of its own.</summary>
    private static bool HasOthers(Clause clause, Clause other)
    {
        var mine = clause.Of(WordKind.Person).Select(word => word.Token.Text).ToList();
        var others = other.Of(WordKind.Person).Select(word => word.Token.Text).ToList();
        return mine.Count > 0 && others.Count > 0 && mine.Except(others).Any();
    }

    private static bool IsAsked(string text, char mark)
    {
        var isMarked = mark is '?' or '？';
        if (TrapWords.Asks.Match(text) is { Success: true } asked)
            return !IsSpeech(text, asked.Index) && (isMarked || !TrapWords.Failed.IsMatch(text)) && !TrapWords.Said.IsMatch(text) && (isMarked || !TrapWords.NoQuestion.IsMatch(text));
        return isMarked && !TrapWords.Speech.IsMatch(text);
    }

    /// <summary>What follows is what was said: 问他身体怎么样; not 讲了啥.</summary>
    public static bool IsSpeech(string text, int before) => before > 0 && TrapWords.Speech.IsMatch(text[..before]) && !TrapWords.AsksWhatWasSaid.IsMatch(text[..before]);

    /// <summary>王大爷说…: the speaker is no part of the pattern.</summary>
    private static string WithoutName(Clause clause) =>
        clause.Of(WordKind.Person).FirstOrDefault() is { Token.Word: not null } person && person.Start == clause.Start ? clause.Text[person.Token.Text.Length..] : clause.Text;

    /// <summary>今晚约了周浩; 昨天约了他 may have been done.</summary>
    private static bool IsAppointed(Clause clause, DateOnly today) =>
        TrapWords.Appointed.IsMatch(clause.Text) && clause.Of(WordKind.Period).All(word => word.Token.Period.Period.First >= today);

    private static bool IsHearsay(string text, IReadOnlyList<Clause> before) =>
        before.All(clause => clause.Weight == Weight.None && clause.Text.Length <= 6) && TrapWords.Hearsay.IsMatch(text) && !TrapWords.Ourselves.IsMatch(text);

    /// <summary>A day that is still to come, and nothing that says it is over.</summary>
    private static bool IsToCome(Clause clause, DateOnly today) =>
        !clause.IsOver && clause.Of(WordKind.Period).Any(word => IsToCome(word.Token.Period, today));

    private static bool IsToCome(PeriodMatch said, DateOnly today) => said is { IsInvalid: false } && (said.Period.First > today || (said.IsUncertain && said.Period.Days == 1));
}
