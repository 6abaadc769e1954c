namespace StationBot.Answers.OverTime;

/// <summary>Answers about how numbers go on and compare, and what falls due.</summary>
internal sealed record OverTimeAnswers(ForecastAnswer Forecast, CompareAnswer Compare, RankAnswer Rank, DueAnswer Due);
