using System.CommandLine;
using StationBot.Stations;

namespace StationBot.CommandLine;

internal static class MemberCommands
{
    private const string Worker = "社工";
    private const string Lead = "站长";
    private const int MostIdCharacters = 200;

    public static Command Add(CommandContext context)
    {
        var station = Usage.Required("--station", "站点名称");
        var channel = Usage.Required("--channel", "渠道，如 emulator、msteams、wecom、webchat");
        var user = Usage.Required("--user", "渠道里的用户编号（Teams 是 aadObjectId）");
        var name = Usage.Required("--name", "姓名");
        var role = Usage.Optional("--role", "社工 或 站长；不写时第一个成员是站长");
        return context.Handle(
            new Command("add", "member add --station 阳光社工站 --channel emulator --user u1 --name 小王 [--role 社工|站长]")
            {
                station, channel, user, name, role,
            },
            async (parsed, bot, cancellation) =>
            {
                var person = new NewMember(
                    parsed.GetRequiredValue(name).Trim(),
                    parsed.GetRequiredValue(channel).Trim(),
                    parsed.GetRequiredValue(user).Trim(),
                    bot.Get<StationClock>().Today,
                    RoleOf(parsed.GetValue(role)));
                if (Reason(person, parsed.GetValue(role)) is { } reason)
                {
                    return new Outcome.Failed(reason);
                }

                if (await bot.FindStationAsync(parsed.GetRequiredValue(station).Trim(), cancellation) is not { } found)
                {
                    return new Outcome.Failed($"没有名为“{parsed.GetRequiredValue(station)}”的站点，请先用 station add 新增");
                }

                return await bot.Get<StationStore>().AddMemberAsync(found.Id, person, cancellation) is { } member
                    ? new Outcome.Done($"已加入 {found.Name}：{member.Name}（{(member.Role == Role.Lead ? Lead : Worker)}），渠道 {person.Channel}")
                    : new Outcome.Failed($"渠道 {person.Channel} 的用户 {person.UserId} 已经是另一位成员，没有改动");
            });
    }

    private static Role? RoleOf(string? role) => role?.Trim() switch
    {
        Worker => Role.Worker,
        Lead => Role.Lead,
        _ => null,
    };

    private static string? Reason(NewMember person, string? role) =>
        role is not null && person.Role is null ? $"--role 只能是 {Worker} 或 {Lead}，不能是“{role}”"
        : person.UserId.Length is 0 or > MostIdCharacters ? $"--user 应有 1 到 {MostIdCharacters} 个字符"
        : Names.Reason("--name", person.Name) ?? Names.Reason("--channel", person.Channel);
}
