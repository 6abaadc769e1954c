using StationBot.Messages;

namespace StationBot.WeeklyProgress;

internal sealed class ReminderMessage
{
    public Task<Reply?> ForAsync(Recipient to, DateOnly today, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<Reply?>(null);
    }
}
