using System.CommandLine;
using StationBot.Channels.WebChat;
using StationBot.Records;
using StationBot.Stations;

namespace StationBot.CommandLine;

internal static class DemoCommand
{
    public static Command Create(CommandContext context) => context.Handle(
        new Command("demo", "demo"),
        async (_, bot, cancellation) =>
        {
            await bot.OpenAsync(cancellation);
            var stations = bot.Get<StationStore>();
            var user = await stations.FindMemberAsync(WebChatChannel.ChannelName, WebChatChannel.LocalUser, cancellation);
            if (user is { Station.IsDemo: false })
            {
                return new Outcome.Failed($"这台电脑的网页聊天已经属于 {user.Station.Name}，没有改动");
            }

            var isThere = await stations.FindAsync(DemoStation.Name, cancellation) is not null;
            if (isThere && user is not null)
            {
                return new Outcome.Done($"{DemoStation.Name}已经有了，没有改动");
            }

            var station = await bot.Get<DemoStation>().EnsureAsync(cancellation);
            await stations.AddMemberAsync(
                station.Id,
                new NewMember(DemoStation.Lead, WebChatChannel.ChannelName, WebChatChannel.LocalUser, bot.Get<StationClock>().Today),
                cancellation);
            return new Outcome.Done($"{DemoStation.Name}准备好了：在这台电脑的网页聊天里您是站长{DemoStation.Lead}");
        });
}
