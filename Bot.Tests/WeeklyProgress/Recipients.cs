using Microsoft.Extensions.DependencyInjection;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Stations;
using StationBot.Tests.Transcripts;
using StationBot.WeeklyProgress;

namespace StationBot.Tests.WeeklyProgress;

/// <summary>Messages as the bot would send them, beside the chat in which the same is asked.</summary>
internal static class Recipients
{
    public static DateOnly Today(this StationApp app) => app.Services.GetRequiredService<StationClock>().Today;

    public static async Task<Recipient> RecipientAsync(this StationApp app, string? worker = null, bool isGroup = false, string user = "u1")
    {
        var stations = app.Services.GetRequiredService<StationStore>();
        var who = (await stations.FindMemberAsync("emulator", user, CancellationToken.None))!;
        var member = worker is null ? who.Member : (await stations.ActiveMembersAsync(who.Station.Id)).Single(member => member.Name == worker);
        return new Recipient(who.Station, member, new Address("teams", "emulator", "conversation-" + user), isGroup);
    }

    public static async Task<Reply> WeekAsync(this StationApp app, string? worker = null, bool isGroup = false, string user = "u1") =>
        await app.Services.GetRequiredService<WeeklyMessage>().ForAsync(await app.RecipientAsync(worker, isGroup, user), app.Today(), CancellationToken.None);

    public static async Task<Reply?> ReminderAsync(this StationApp app, string? worker = null, bool isGroup = false) =>
        await app.Services.GetRequiredService<ReminderMessage>().ForAsync(await app.RecipientAsync(worker, isGroup), app.Today(), CancellationToken.None);

    public static string Line(this Reply reply, string label) => reply.Text.Split('\n').Single(line => line.StartsWith(label + "：", StringComparison.Ordinal));
}
