namespace StationBot.Channels.Teams;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Request {Request} refused: not authenticated")]
    public static partial void Unauthorized(this ILogger log, string request);

    [LoggerMessage(2, LogLevel.Warning, "Request {Request} refused: {Field} missing or invalid")]
    public static partial void Refused(this ILogger log, string request, string field);

    [LoggerMessage(3, LogLevel.Warning, "Connector answered {Status}: retry {Retry} in {Delay} (MS-CV {Correlation})")]
    public static partial void Retrying(this ILogger log, int? status, int retry, TimeSpan delay, string? correlation);

    [LoggerMessage(4, LogLevel.Debug, "Typing was refused with {Status}")]
    public static partial void TypingRefused(this ILogger log, int status);

    [LoggerMessage(6, LogLevel.Warning, "A file of activity {Activity} was not fetched: {Reason}")]
    public static partial void FileNotFetched(this ILogger log, string? activity, string reason);

    [LoggerMessage(5, LogLevel.Debug, "Typing could not be sent")]
    public static partial void TypingFailed(this ILogger log, Exception exception);

    [LoggerMessage(7, LogLevel.Warning, "A push was answered with {Status}: {Reason}")]
    public static partial void PushRefused(this ILogger log, int status, string reason);
}
