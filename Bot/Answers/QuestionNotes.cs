using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>What is said below an answer about how the question was understood.</summary>
internal static class QuestionNotes
{
    /// <summary>按“回访”理解了“回仿”。 Nothing where every word was read as it was typed.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<Correction> corrections)
    {
        if (corrections.Count > 0)
        {
            yield return $"按{string.Join('、', corrections.Select(bent => $"“{bent.Read}”理解了“{bent.Typed}”"))}。";
        }
    }

    /// <summary>Of a part of the roster, by tag or village.</summary>
    /// <param name="fitsNobody">Nobody on the roster is of that part.</param>
    /// <param name="isShared">Some record is about several persons.</param>
    public static IEnumerable<string> OfPart(Question asked, bool fitsNobody, bool isShared)
    {
        var labels = asked.Filters.Where(filter => filter is TagFilter or VillageFilter).Select(filter => $"“{filter.Label}”").ToList();
        if (fitsNobody)
        {
            yield return $"名单里没有{string.Join('、', labels)}的人。";
        }

        if (labels.Count > 0 && isShared)
        {
            yield return "几个人一起的记录，其中有一位是就算。";
        }
    }
}
