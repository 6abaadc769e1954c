using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding.Telling;

/// <summary>What happened: the story without when, who and the way there, where the rest reads by itself.</summary>
internal static class StoryContent
{
    private const string Edges = " ，,。；;！!、：:";
    private const int ShortestRest = 4;

    private static readonly string[] Openings = [.. StoryWords.PartsOfDay.SelectMany(part => part.Words), .. StoryWords.Openings];

    /// <summary>Never empty.</summary>
    public static string Read(Story story, IReadOnlyList<string> persons, bool isDone)
    {
        var kept = story.Clauses.Where(clause => clause.Mood is not (Mood.Evidence or Mood.Asked) && !(isDone && clause.Mood == Mood.Planned) && !StoryWords.LengthOnly.IsMatch(clause.Text)).ToList();
        while (kept.Count > 1 && IsHead(kept[0], persons))
            kept.RemoveAt(0);
        if (kept.Count == 0)
            kept = [.. story.Clauses];
        var pieces = kept.Select(clause => Typed(story, clause.Start, clause.Start + clause.Text.Length)).ToList();
        // 今天上门给王大爷打扫了屋子: when and how stand in fields of their own.
        if (HeadLength(kept[0]) is > 0 and var head && kept[0].Text.Length - head >= ShortestRest)
            pieces[0] = Typed(story, kept[0].Start + head, kept[0].Start + kept[0].Text.Length);
        return string.Join('，', pieces.Select(piece => piece.Trim([.. Edges]))).Trim([.. Edges]) is { Length: > 0 } content ? content : story.Text;
    }

    /// <summary>Nothing is told but that somebody was visited.</summary>
    public static bool IsBare(Story story, IReadOnlyList<string> persons)
    {
        var told = story.Clauses.Where(clause => clause.Mood is not (Mood.Evidence or Mood.Planned) && !TrapWords.NoQuestion.IsMatch(clause.Text)).ToList();
        return told.Count > 0 && told.TrueForAll(clause => clause.Weight == Weight.None && IsEmpty(StoryWords.OnlyVisited.Replace(Rest(clause, persons), "")));
    }

    /// <summary>Nothing but who, when, and that somebody was visited.</summary>
    private static bool IsHead(Clause clause, IReadOnlyList<string> persons) => IsEmpty(Rest(clause, persons));

    private static string Rest(Clause clause, IReadOnlyList<string> persons)
    {
        var rest = persons.Aggregate(clause.Text, (text, name) => text.Replace(name, "", StringComparison.Ordinal));
        foreach (var word in clause.Words.Where(word => word.Token.Kind is WordKind.Period or WordKind.Person or WordKind.Worker or WordKind.Village or WordKind.Mine or WordKind.Mode))
            rest = rest.Replace(word.Token.Text, "", StringComparison.Ordinal);
        return rest;
    }

    private static bool IsEmpty(string rest) => StoryWords.Head.Replace(rest, "") is { } told && (told.Length == 0 || StoryWords.Empty.IsMatch(told));

    /// <summary>Days, parts of day and 我 at the beginning of the clause.</summary>
    private static int HeadLength(Clause clause)
    {
        var length = 0;
        while (length < clause.Text.Length)
        {
            var day = clause.Of(WordKind.Period).FirstOrDefault(word => word.Start - clause.Start == length);
            var step = day.Token.Word is not null ? day.Token.Text.Length
                : Openings.FirstOrDefault(word => clause.Text.AsSpan(length).StartsWith(word, StringComparison.Ordinal))?.Length ?? 0;
            if (step == 0)
                break;
            length += step;
        }

        return length;
    }

    /// <summary>As it was typed, from where a word begins to where one ends.</summary>
    private static string Typed(Story story, int from, int to)
    {
        var text = new System.Text.StringBuilder();
        foreach (var word in story.Words)
        {
            var (start, end) = (Math.Max(from, word.Start), Math.Min(to, word.End));
            if (start < end)
                text.Append(start == word.Start && end == word.End ? word.Token.Typed : word.Token.Text[(start - word.Start)..(end - word.Start)]);
        }

        return text.ToString();
    }
}
