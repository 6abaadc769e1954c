using System.Net;
using Polly;
using Polly.Retry;

namespace StationBot.Channels.Teams;

/// <summary>
/// When a send is tried again: only where the connector says that nothing was done, or where nothing reached it. A send that timed out may
/// have been delivered, so it is not repeated.
/// </summary>
internal static class ConnectorRetry
{
    public static ResiliencePipeline<HttpResponseMessage> Pipeline(TimeProvider time, ILogger log) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 4,
                Delay = TimeSpan.FromSeconds(2),
                MaxDelay = TimeSpan.FromSeconds(16),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = static attempt => ValueTask.FromResult(IsTransient(attempt.Outcome)),
                DelayGenerator = attempt => ValueTask.FromResult(RetryAfter(attempt.Outcome.Result, time)),
                OnRetry = attempt =>
                {
                    var response = attempt.Outcome.Result;
                    log.Retrying(
                        (int?)response?.StatusCode,
                        attempt.AttemptNumber + 1,
                        attempt.RetryDelay,
                        response is null ? null : ConnectorException.CorrelationOf(response));
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    public static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException e } => e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError,
        { Result.StatusCode: var status } => status
            is HttpStatusCode.PreconditionFailed
            or HttpStatusCode.TooManyRequests
            or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout,
        _ => false,
    };

    /// <returns>Null where the response doesn't say: the pipeline then waits 2, 4, 8, 16 s, more or less.</returns>
    public static TimeSpan? RetryAfter(HttpResponseMessage? response, TimeProvider time)
    {
        var wait = response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
