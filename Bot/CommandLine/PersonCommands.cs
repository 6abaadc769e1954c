using System.CommandLine;
using StationBot.Records;

namespace StationBot.CommandLine;

internal static class PersonCommands
{
    public static Command Erase(CommandContext context)
    {
        var station = Usage.Required("--station", "站点名称");
        var name = Usage.Required("--name", "姓名，写全");
        var community = Usage.Optional("--community", "社区；同名的人必须写");
        return context.Handle(
            new Command("erase", "person erase --station 阳光社工站 --name 李桂兰 --community 红旗村") { station, name, community },
            async (parsed, bot, cancellation) =>
            {
                if (await bot.FindStationAsync(parsed.GetRequiredValue(station).Trim(), cancellation) is not { } found)
                {
                    return new Outcome.Failed(Names.NoStation(parsed.GetRequiredValue(station)));
                }

                var who = parsed.GetRequiredValue(name).Trim();
                var where = parsed.GetValue(community)?.Trim();
                return await bot.Get<PersonErasure>().EraseAsync(found.Id, who, where, cancellation) switch
                {
                    // The name itself is on its way out: it is not printed again.
                    Erased.Done done => new Outcome.Done(
                        $"已抹去一人的姓名和个人信息，现在叫 {done.As}，次数和人数不变"
                        + (done.IsScrubbed ? "" : "；服务正忙，旧数据的痕迹要到服务重启后才清除干净")),
                    Erased.NotFound => new Outcome.Failed($"{found.Name} 没有“{who}{(where is { Length: > 0 } ? $"（{where}）" : "")}”这个人，没有改动"),
                    Erased.Ambiguous { Communities: var places } => new Outcome.Failed(
                        $"有 {places.Count} 位“{who}”，请用 --community 写明是哪一位：{string.Join("、", places.Select(place => place.Length == 0 ? "（没有社区，写 \"\"）" : place))}"),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            });
    }
}
