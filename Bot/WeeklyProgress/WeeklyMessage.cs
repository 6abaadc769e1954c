using StationBot.Messages;

namespace StationBot.WeeklyProgress;

internal sealed class WeeklyMessage
{
    public Task<Reply> ForAsync(Recipient to, DateOnly today, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(new Reply { Text = $"{to.Station.Name} 本周进展" });
    }
}
