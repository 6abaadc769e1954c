using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Pages;

/// <summary>A question and all that its answer is made from.</summary>
internal sealed record StatusCase
{
    public required StatusQuestion Question { get; init; }
    public required StatusScope Scope { get; init; }

    /// <summary>关爱帮扶, 养老服务·关爱帮扶（小王）.</summary>
    public required string ScopeName { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The station knows nobody whom the question is about.</summary>
    public bool FitsNobody { get; init; }

    public required StationFacts Facts { get; init; }

    /// <summary>The names of cases and groups; empty where names mustn't be told (product.md §7).</summary>
    public required IReadOnlyDictionary<long, string> FileNames { get; init; }

    public string Headline(string number) => $"{PeriodName.Of(Scope.Period)} {ScopeName}：{number}";

    public List<Standing> Count(IEnumerable<Indicator> rows) => Count(rows, Scope.Period);

    public List<Standing> Count(IEnumerable<Indicator> rows, Period days) => [.. rows.Select(row => Counter.Count(row, days, Facts, Today))];

    public string Label(Indicator row) => RowName.Within(row, Question.Rows);

    /// <summary>The project years that the days touch, whole.</summary>
    public IEnumerable<Period> Years => Facts.Years.Select(year => year.Period).Where(year => year.Cut(Scope.Period) is not null);

    /// <summary>The cases or groups of a row in progress; nothing is in progress in years that are over.</summary>
    public IReadOnlyList<(CaseFile File, int Held)> Open(Standing standing) =>
        standing.Row.Counting == CountingRule.Sessions && Years.Last() is var year && year.Contains(Today)
            ? SessionCount.Of(standing.Row, standing, year, Facts, Today).Open
            : [];
}
