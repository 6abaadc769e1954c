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
                    return new Outcome.Failed(Names.NoStation(parsed.GetRequiredValue(station)));
                }

                return await bot.Get<StationStore>().AddMemberAsync(found.Id, person, cancellation) is { } member
                    ? new Outcome.Done($"已加入 {found.Name}：{member.Name}（{(member.Role == Role.Lead ? Lead : Worker)}），渠道 {person.Channel}")
                    : new Outcome.Failed($"渠道 {person.Channel} 的用户 {person.UserId} 已经是另一位成员，没有改动");
            });
    }

    public static Command Remove(CommandContext context)
    {
        var station = Usage.Required("--station", "站点名称");
        var name = Usage.Optional("--name", "姓名");
        var channel = Usage.Optional("--channel", "渠道，和 --user 一起写");
        var user = Usage.Optional("--user", "渠道里的用户编号");
        return context.Handle(
            new Command("remove", "member remove --station 阳光社工站 (--name 小王 | --channel emulator --user u1)") { station, name, channel, user },
            async (parsed, bot, cancellation) =>
            {
                var who = new MemberKey(parsed.GetValue(name)?.Trim(), parsed.GetValue(channel)?.Trim(), parsed.GetValue(user)?.Trim());
                if (who is not ({ Name: not null, Channel: null, UserId: null } or { Name: null, Channel: not null, UserId: not null }))
                {
                    return new Outcome.Failed("请写 --name，或同时写 --channel 和 --user，不能混用");
                }

                if (await bot.FindStationAsync(parsed.GetRequiredValue(station).Trim(), cancellation) is not { } found)
                {
                    return new Outcome.Failed(Names.NoStation(parsed.GetRequiredValue(station)));
                }

                return await bot.Get<StationStore>().RemoveMemberAsync(found.Id, who, bot.Get<StationClock>().Today, cancellation) switch
                {
                    MemberRemoval.Removed { Member: var member } => new Outcome.Done($"{member.Name}已离开 {found.Name}，原来的记录都保留"),
                    MemberRemoval.LastLead { Member: var member } => new Outcome.Failed(
                        $"{member.Name}是 {found.Name} 唯一的站长，没有改动；请先用 member add … --role 站长 指定另一位站长"),
                    MemberRemoval.NotFound => new Outcome.Failed(
                        who.Name is null ? $"{found.Name} 没有渠道 {who.Channel} 的成员 {who.UserId}" : $"{found.Name} 没有名为“{who.Name}”的成员"),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
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
