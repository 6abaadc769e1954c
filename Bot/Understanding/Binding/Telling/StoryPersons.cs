using System.Text.RegularExpressions;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding.Telling;

/// <summary>Who is told about: of the roster as it was said, or a name that nobody there has.</summary>
internal static class StoryPersons
{
    private const int MostPersons = 60;

    /// <summary>Each once, in the order in which they were said. Those who weren't met are left out where others were.</summary>
    public static IReadOnlyList<string> Read(Story story, DraftKind kind, IReadOnlyList<Clause> told)
    {
        var named = story.Clauses.Where(clause => clause.Mood is not (Mood.Said or Mood.Asked)).ToList();
        var all = named.SelectMany(clause => InClause(story, clause)).ToList();
        if (all.Count == 0)
            all = [.. story.Clauses.Where(clause => clause.Mood is Mood.Said or Mood.Asked).SelectMany(clause => InClause(story, clause)).Take(1)];
        if (kind == DraftKind.Deed)
        {
            var unmet = Unmet(story, told);
            if (all.Exists(name => !unmet.Contains(name)))
                all.RemoveAll(unmet.Contains);
        }

        return Once(story, all);
    }

    /// <summary>Nobody was met in the clause where they are named, nor later.</summary>
    private static HashSet<string> Unmet(Story story, IReadOnlyList<Clause> told)
    {
        var (unmet, current) = (new HashSet<string>(), (IReadOnlyList<string>)[]);
        foreach (var clause in story.Clauses)
        {
            if (clause.Mood is Mood.Said or Mood.Asked)
                continue;
            if (InClause(story, clause) is { Count: > 0 } here)
                current = here;
            if (clause.Mood == Mood.Failed)
                unmet.UnionWith(current);
            else if (clause.Mood == Mood.Planned && !told.Any(other => current.Any(name => InClause(story, other).Contains(name))))
                unmet.UnionWith(current);
            else if (told.Contains(clause) && TrapWords.Reached.IsMatch(clause.Text))
                unmet.ExceptWith(current);
            if (StoryWords.StayedAway.IsMatch(clause.Text))
                unmet.UnionWith(InClause(story, clause));
        }

        return unmet;
    }

    private static List<string> InClause(Story story, Clause clause)
    {
        var found = new List<(int At, int End, string Name)>();
        foreach (var word in clause.Of(WordKind.Person))
        {
            if (!IsWeather(clause.Text, word.Start - clause.Start) && !StoryWords.Gives.IsMatch(story.Text[word.End..]))
                found.AddRange(Meant(story, word).Select(name => (word.Start, word.End, name)));
        }

        Sounding(story, clause, found);
        foreach (var pattern in (IEnumerable<Pattern>)[StoryWords.Addressed, StoryWords.Named, StoryWords.Listed])
        {
            foreach (Match match in pattern.Matches(clause.Text))
                Add(story, clause, found, match.Groups["name"]);
        }

        var ordered = found.OrderBy(one => one.At).ToList();
        return [.. ordered.Where((one, at) => at + 1 == ordered.Count || !IsSpokenTo(story, one, ordered[at + 1])).Select(one => one.Name)];
    }

    /// <summary>红旗村那个李奶奶 is one of those whom the name may mean, 两个李奶奶 are all; 李桂蘭 stands on the roster as 李桂兰.</summary>
    private static IReadOnlyList<string> Meant(Story story, Placed word)
    {
        if (story.Sentence.Context.Names is not { } names)
            return [word.Token.Typed];
        var (before, meant) = (story.Text[..word.Start], names.Find(word.Token.Typed, story.Today));
        if (meant.Count == 0)
            return [word.Token.Word.Text];
        if (meant.Count == 1)
            return [word.Token.Typed];
        if (StoryWords.AllOfName.Match(before) is { Success: true } all && StoryNumbers.ValueOf(all.Groups["n"].Value) == meant.Count)
            return [.. meant.Select(person => person.Name)];
        var villages = story.Words.Where(other => other.Token.Kind == WordKind.Village && other.End <= word.Start && StoryWords.FromVillage.IsMatch(story.Text[other.End..word.Start])).ToList();
        return villages is [.., var village] && names.Find(village.Token.Text + word.Token.Text, story.Today).Count == 1 ? [village.Token.Text + word.Token.Text] : [word.Token.Typed];
    }

    /// <summary>给林玉梅打电话回访小雨: who stands on no list was asked about who does.</summary>
    private static bool IsSpokenTo(Story story, (int At, int End, string Name) one, (int At, int End, string Name) next) =>
        next.At > one.End
        && story.Sentence.Context.Names is { } names
        && names.Find(one.Name, story.Today).Count == 0
        && names.Find(next.Name, story.Today).Count > 0
        && StoryWords.SpokenAbout.IsMatch(story.Text[one.End..next.At]);

    /// <summary>李淑青 where the roster has 李淑清: a whole name of three characters that sounds the same.</summary>
    private static void Sounding(Story story, Clause clause, List<(int At, int End, string Name)> found)
    {
        if (story.Sentence.Context.Names is not { } names)
            return;
        for (var i = 0; i < clause.Text.Length; i++)
        {
            var at = clause.Start + i;
            if (names.SoundsAt(clause.Text, i) is not (> 0 and var length) || found.Exists(one => at < one.End && at + length > one.At))
                continue;
            found.Add((at, at + length, clause.Text.Substring(i, length)));
        }
    }

    private static void Add(Story story, Clause clause, List<(int At, int End, string Name)> found, System.Text.RegularExpressions.Group group)
    {
        var (at, end) = (clause.Start + group.Index, clause.Start + group.Index + group.Length);
        var name = group.Value;
        if (found.Count >= MostPersons || found.Exists(one => at < one.End && end > one.At) || StoryWords.NoNames.Contains(name[..Math.Min(2, name.Length)]))
            return;
        if (StoryWords.Gives.IsMatch(story.Text[end..]))
            return;
        // A known word that reaches into it is no name: 王法律.
        if (clause.Words.Any(word => word.Token.Text.Length > 1 && word.Start < end && word.End > at && word.Token.Kind is not (WordKind.Unknown or WordKind.Filler or WordKind.Number) && !(word.Start >= at && word.End <= end && word.Token.Kind == WordKind.Narrative)))
            return;
        found.Add((at, end, name));
    }

    private static bool IsWeather(string text, int at) => at > 0 && StoryWords.Rain.Match(text, at - 1) is { Success: true } rain && rain.Index == at - 1;

    /// <summary>刘强 and 刘哥 may be one.</summary>
    private static List<string> Once(Story story, List<string> said)
    {
        var (names, known) = (new List<string>(), new HashSet<long>());
        foreach (var name in said.Distinct())
        {
            var found = story.Sentence.Context.Names?.Find(name, story.Today) ?? [];
            if (found.Count == 0 || found.Count > 1 || known.Add(found[0].Id))
                names.Add(name);
        }

        return names;
    }

    /// <summary>A colleague who did it: 小李托我补一条, 小王去看了李奶奶; not 跟小王一起.</summary>
    public static string? WorkerOf(Story story)
    {
        foreach (var clause in story.Clauses)
        {
            foreach (var word in clause.Of(WordKind.Worker))
            {
                var (before, after) = (clause.Text[..(word.Start - clause.Start)], clause.Text[(word.End - clause.Start)..]);
                var together = StoryWords.WithBefore.IsMatch(before) || StoryWords.WithBehind.IsMatch(after);
                if (!together && after.Length > 0)
                    return word.Token.Meaning;
            }
        }

        return null;
    }
}
