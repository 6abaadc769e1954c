using StationBot.Pushes;
using StationBot.Stations;

namespace StationBot.WeeklyProgress;

/// <summary>Sends what is due while the bot serves. Two small reads a tick; the rest only when something is due.</summary>
internal sealed class PushService(PushPlanner planner, PushDispatcher dispatcher, Outbox outbox, WorkingDays days, StationClock clock, TimeProvider time, ILogger<PushService> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    private DateOnly _swept;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        WarnOfHolidays();
        for (var isFirst = true; ; isFirst = false)
        {
            var wait = Tick;
            try
            {
                // Not while everything starts.
                await Task.Delay(wait, time, stoppingToken);
                await RunAsync(isFirst, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // A busy database, say: nothing is lost, the next round does it.
                log.RoundFailed(e);
                await Task.Delay(AfterFailure, time, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task RunAsync(bool isFirst, CancellationToken stopping)
    {
        if (isFirst || await outbox.NextAsync(stopping) <= clock.UtcNow)
        {
            await planner.RunAsync(stopping);
            await dispatcher.RunAsync(stopping);
        }

        if (_swept != clock.Today)
        {
            _swept = clock.Today;
            await outbox.ForgetOldAsync(stopping);
        }
    }

    private void WarnOfHolidays()
    {
        if (!days.Knows(clock.Today.Year) || (clock.Today.Month == 12 && !days.Knows(clock.Today.Year + 1)))
        {
            log.HolidaysEnd(days.LastYear);
        }
    }
}
