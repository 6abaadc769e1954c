namespace StationBot.Records.Evidence;

/// <summary>Runs <see cref="UnboundSweep"/> once a day, and not while everything starts.</summary>
internal sealed class SweepService(UnboundSweep sweep, TimeProvider time, ILogger<SweepService> log) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = First; ; wait = Every)
        {
            try
            {
                await Task.Delay(wait, time, stoppingToken);
                log.Swept(await sweep.RunAsync(stoppingToken));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e)
            {
                // A busy database, a full disk: the next day does it.
                log.SweepFailed(e);
            }
        }
    }
}
