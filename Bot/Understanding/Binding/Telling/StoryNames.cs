using System.Text.RegularExpressions;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Spans;

namespace StationBot.Understanding.Binding.Telling;

/// <summary>Names of groups, funds, organisations, partners: as they were said, without what stands before them.</summary>
internal static class StoryNames
{
    private const int LongestName = 24;

    /// <param name="kind">What is told.</param>
    /// <param name="text">The clauses that tell it, joined.</param>
    public static string? Read(Story story, RecordKind kind, string text)
    {
        var masked = Masked(story, text);
        var quoted = Group(StoryWords.Quoted.Match(text));
        return kind.Type switch
        {
            RecordKind.GroupOpen or RecordKind.GroupSession or RecordKind.GroupClose => quoted ?? Bare(StoryWords.Called, masked) ?? GroupOf(masked),
            RecordKind.Fund => quoted ?? Bare(StoryWords.FundNamed, masked),
            RecordKind.Project => quoted ?? Bare(StoryWords.Called, masked) ?? Bare(StoryWords.ProjectNamed, masked),
            RecordKind.Promo or RecordKind.Training => quoted,
            RecordKind.Organisation or RecordKind.Activity => quoted ?? Bare(StoryWords.Called, masked) ?? Bare(TellingWords.Organisation, masked),
            RecordKind.Backbone => StoryWords.BackboneNamed.Matches(text).Select(match => match.Groups["name"].Value).Distinct().ToList() is { Count: > 0 } names ? string.Join('、', names) : null,
            RecordKind.Fundraising or RecordKind.Either => Bare(StoryWords.Giver, masked, StoryWords.Joints) ?? quoted,
            RecordKind.Distribution => quoted ?? Bare(StoryWords.AidNamed, masked),
            _ => null,
        };
    }

    public static string? FundOf(string text) => Clean(Group(TellingWords.IntoFund.Match(text)));

    /// <summary>Who gave what was given away.</summary>
    public static string? SponsorOf(Story story, string text)
    {
        foreach (Match match in StoryWords.Giver.Matches(Masked(story, text)))
        {
            var rest = text[(match.Index + match.Length)..];
            if (StoryWords.GivesBehind.IsMatch(rest) && Clean(match.Groups["name"].Value, StoryWords.Joints) is { } giver)
                return giver;
        }

        return null;
    }

    private static string? GroupOf(string text)
    {
        var before = Bare(StoryWords.BeforeSession, text);
        var named = Bare(StoryWords.GroupNamed, text);
        return before is not null && named is not null && before.StartsWith(named, StringComparison.Ordinal) ? named : before ?? named;
    }

    private static string? Bare(Pattern pattern, string text, string joints = "")
    {
        foreach (Match match in pattern.Matches(text))
        {
            if (Clean(match.Groups["name"].Value, joints) is { } name)
                return name;
        }

        return null;
    }

    private static string? Group(Match match) => match.Success ? match.Groups["name"].Value : null;

    private static string? Clean(string? said, string joints = "")
    {
        if (said is null)
            return null;
        // 昨天跟爱心基金会: the name begins behind the last word that joins.
        var joint = said.LastIndexOfAny([.. StoryWords.Before, .. joints]);
        var name = StoryWords.BeforeName.Replace(said[(joint + 1)..], "").TrimEnd([.. StoryWords.BehindName]);
        return name.Length is < 2 or > LongestName || StoryWords.Nameless.IsMatch(name) ? null : name;
    }

    /// <summary>No name goes over a day.</summary>
    private static string Masked(Story story, string text)
    {
        foreach (var word in story.Words)
        {
            if (word.Token is { Kind: WordKind.Period, Period.Grain: not Periods.Grain.Festival } && word.Token.Text.Length > 1)
                text = text.Replace(word.Token.Text, new string('\u0001', word.Token.Text.Length), StringComparison.Ordinal);
        }

        return text;
    }
}
