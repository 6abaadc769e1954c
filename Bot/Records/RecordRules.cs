using StationBot.Indicators;
using StationBot.Stations;

namespace StationBot.Records;

/// <summary>What makes a record valid, however it is entered (product.md §3.15).</summary>
public static class RecordRules
{
    /// <param name="outcome">Only a plan may lie in the future.</param>
    /// <returns>The reason in Chinese, or null when the day is good.</returns>
    public static string? DateError(DateOnly date, Station station, DateOnly today, Outcome outcome = Outcome.Done)
    {
        if (date > today && outcome != Outcome.Plan)
        {
            return $"{PeriodName.Of(Period.Day(date))}还没到，不能登记未来的服务";
        }

        return station.YearOf(date) is null
            ? $"{PeriodName.Of(Period.Day(date))}不在项目年度内（{string.Join("、", station.Years.Select(year => PeriodName.Of(year.Period)))}）"
            : null;
    }
}
