namespace StationBot.Conversations;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Resuming {Channel} activity {Activity} after a restart")]
    public static partial void Resumed(this ILogger log, string channel, string activity);

    [LoggerMessage(2, LogLevel.Warning, "Stopped with {Count} conversations unfinished; they resume at the next start")]
    public static partial void StoppedEarly(this ILogger log, int count);

    [LoggerMessage(3, LogLevel.Error, "Turn for {Channel} activity {Activity} failed")]
    public static partial void TurnFailed(this ILogger log, string channel, string activity, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "Inbox could not keep or close {Channel} activity {Activity}")]
    public static partial void NotKept(this ILogger log, string channel, string activity, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "Answer {Id} for {Channel} activity {Activity} failed")]
    public static partial void AnswerFailed(this ILogger log, string id, string channel, string activity, Exception exception);

    [LoggerMessage(6, LogLevel.Debug, "{Channel} activity {Activity} read as {Reading}")]
    public static partial void Understood(this ILogger log, string channel, string activity, string reading);

    [LoggerMessage(7, LogLevel.Warning, "Typing could not be shown for {Channel} activity {Activity}")]
    public static partial void TypingFailed(this ILogger log, string channel, string activity, Exception exception);

    [LoggerMessage(8, LogLevel.Error, "Inbox entry {Seq} can't be read or sent and is closed")]
    public static partial void Unreadable(this ILogger log, long seq);

    [LoggerMessage(10, LogLevel.Warning, "{Channel} activity {Activity}: a file was refused, {Problem}")]
    public static partial void FileRefused(this ILogger log, string channel, string activity, Messages.FileProblem problem);

    [LoggerMessage(9, LogLevel.Warning, "Old inbox entries could not be forgotten")]
    public static partial void ForgettingFailed(this ILogger log, Exception exception);

    [LoggerMessage(11, LogLevel.Warning, "The first question will be slower: it could not be tried at the start")]
    public static partial void NotWarm(this ILogger log, Exception exception);
}
