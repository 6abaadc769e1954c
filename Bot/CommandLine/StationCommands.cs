using System.CommandLine;
using StationBot.Indicators;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.CommandLine;

internal static class StationCommands
{
    private const int EarliestYear = 2000;
    private const int LatestYear = 2100;

    public static Command Add(CommandContext context)
    {
        var name = Usage.Required("--name", "站点名称");
        var tier = Usage.Required("--tier", "档次：10万 或 20万");
        var start = Usage.Optional("--start", "项目年度开始的日子，默认今年 1 月 1 日");
        return context.Handle(
            new Command("add", "station add --name 阳光社工站 --tier 10万 [--start 2024-01-01]") { name, tier, start },
            async (parsed, bot, cancellation) =>
            {
                var station = parsed.GetRequiredValue(name).Trim();
                if (Names.Reason("--name", station) is { } reason)
                {
                    return new Outcome.Failed(reason);
                }

                if (TierName.Find(parsed.GetRequiredValue(tier).Trim()) is not { } sum)
                {
                    return NoTier(parsed.GetRequiredValue(tier));
                }

                var starts = new DateOnly(bot.Get<StationClock>().Today.Year, 1, 1);
                if (parsed.GetValue(start) is { } day && !TryDay(day, out starts))
                {
                    return NoDay("--start", day);
                }

                await bot.OpenAsync(cancellation);
                return await bot.Get<StationStore>().AddAsync(new NewStation(station, sum, starts), cancellation) is { } added
                    ? new Outcome.Done($"已新增站点 {added.Name}：{TierName.Of(sum)}，项目年度 {PeriodName.Of(added.Years[0].Period)}")
                    : new Outcome.Failed($"已经有名为“{station}”的站点");
            });
    }

    public static Command ChangeTier(CommandContext context)
    {
        var station = Usage.Required("--station", "站点名称");
        var tier = Usage.Required("--tier", "档次：10万 或 20万");
        var from = Usage.Required("--from", "从这一天起");
        return context.Handle(
            new Command("tier", "station tier --station 阳光社工站 --tier 20万 --from 2024-07-01") { station, tier, from },
            async (parsed, bot, cancellation) =>
            {
                if (TierName.Find(parsed.GetRequiredValue(tier).Trim()) is not { } sum)
                {
                    return NoTier(parsed.GetRequiredValue(tier));
                }

                if (!TryDay(parsed.GetRequiredValue(from), out var day))
                {
                    return NoDay("--from", parsed.GetRequiredValue(from));
                }

                if (await bot.FindStationAsync(parsed.GetRequiredValue(station).Trim(), cancellation) is not { } found)
                {
                    return new Outcome.Failed(Names.NoStation(parsed.GetRequiredValue(station)));
                }

                if (day < found.Years[0].Start)
                {
                    return new Outcome.Failed($"--from 早于第一个项目年度（{PeriodName.Of(found.Years[0].Period)}），没有改动");
                }

                await bot.Get<StationStore>().SetTierAsync(found.Id, sum, day, cancellation);
                return new Outcome.Done($"{found.Name} 从{PeriodName.Of(Period.Day(day))}起按 {TierName.Of(sum)} 计算，在这之前结束的月份不变");
            });
    }

    public static Command AddYear(CommandContext context)
    {
        var station = Usage.Required("--station", "站点名称");
        var start = Usage.Required("--start", "项目年度开始的日子");
        return context.Handle(
            new Command("year", "station year --station 阳光社工站 --start 2025-01-01") { station, start },
            async (parsed, bot, cancellation) =>
            {
                if (!TryDay(parsed.GetRequiredValue(start), out var day))
                {
                    return NoDay("--start", parsed.GetRequiredValue(start));
                }

                if (await bot.FindStationAsync(parsed.GetRequiredValue(station).Trim(), cancellation) is not { } found)
                {
                    return new Outcome.Failed(Names.NoStation(parsed.GetRequiredValue(station)));
                }

                var year = new ProjectYear(day);
                return await bot.Get<StationStore>().AddYearAsync(found.Id, year, cancellation) switch
                {
                    null => new Outcome.Done($"{found.Name} 已新增项目年度 {PeriodName.Of(year.Period)}"),
                    { } same when same == year => new Outcome.Done($"{found.Name} 已经有项目年度 {PeriodName.Of(year.Period)}，没有改动"),
                    { } other => new Outcome.Failed($"{PeriodName.Of(year.Period)}和已有的项目年度 {PeriodName.Of(other.Period)} 重叠，没有改动"),
                };
            });
    }

    private static bool TryDay(string text, out DateOnly day) =>
        FormCheck.TryDate(text.Trim(), out day) && day.Year is >= EarliestYear and <= LatestYear;

    private static Outcome.Failed NoDay(string option, string typed) => new($"{option} 应是 2024-01-01 这样的日期，不能是“{typed}”");

    private static Outcome.Failed NoTier(string typed) => new($"--tier 只能是 10万 或 20万，不能是“{typed}”");
}
