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
                    return new Outcome.Failed($"--tier 只能是 10万 或 20万，不能是“{parsed.GetRequiredValue(tier)}”");
                }

                var starts = new DateOnly(bot.Get<StationClock>().Today.Year, 1, 1);
                if (parsed.GetValue(start) is { } day
                    && (!FormCheck.TryDate(day.Trim(), out starts) || starts.Year is < EarliestYear or > LatestYear))
                {
                    return new Outcome.Failed($"--start 应是 2024-01-01 这样的日期，不能是“{day}”");
                }

                await bot.OpenAsync(cancellation);
                return await bot.Get<StationStore>().AddAsync(new NewStation(station, sum, starts), cancellation) is { } added
                    ? new Outcome.Done($"已新增站点 {added.Name}：{TierName.Of(sum)}，项目年度 {PeriodName.Of(added.Years[0].Period)}")
                    : new Outcome.Failed($"已经有名为“{station}”的站点");
            });
    }
}
