namespace StationBot.Records.Evidence;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Request {Request}: file link refused with {Status}")]
    public static partial void LinkRefused(this ILogger log, string request, int status);
}
