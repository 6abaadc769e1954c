namespace StationBot.Records.Evidence;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Request {Request}: file link refused with {Status}")]
    public static partial void LinkRefused(this ILogger log, string request, int status);

    [LoggerMessage(2, LogLevel.Information, "Swept {Count} stored files that nothing refers to")]
    public static partial void Swept(this ILogger log, int count);

    [LoggerMessage(3, LogLevel.Warning, "Sweeping stored files failed; tomorrow again")]
    public static partial void SweepFailed(this ILogger log, Exception error);
}
