using StationBot.Pushes;

namespace StationBot.WeeklyProgress;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Kind} of {Period} for target {Target} was dropped: {Reason}")]
    public static partial void Dropped(this ILogger log, PushKind kind, long target, DateOnly period, PushReason reason);

    [LoggerMessage(2, LogLevel.Warning, "{Kind} of {Period} for target {Target} was cut off while it was sent; it may have arrived and is not sent again")]
    public static partial void Interrupted(this ILogger log, PushKind kind, long target, DateOnly period);

    [LoggerMessage(3, LogLevel.Error, "{Kind} of {Period} for target {Target} failed")]
    public static partial void Failed(this ILogger log, PushKind kind, long target, DateOnly period, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "Nobody can be reached on {Channel} as target {Target} any more")]
    public static partial void Gone(this ILogger log, string channel, long target);

    [LoggerMessage(5, LogLevel.Warning, "{Kind} of {Period} for target {Target} was refused for good")]
    public static partial void Refused(this ILogger log, PushKind kind, long target, DateOnly period);

    [LoggerMessage(6, LogLevel.Error, "Pushes could not be planned or sent; they are tried again")]
    public static partial void RoundFailed(this ILogger log, Exception exception);

    [LoggerMessage(7, LogLevel.Warning, "Pushes/holidays.json ends with {Year}: without the next year's holidays, messages may come on one")]
    public static partial void HolidaysEnd(this ILogger log, int year);
}
