namespace StationBot.Pictures;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "This build has no font: pictures are left out")]
    public static partial void NoFont(this ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The drawing library can't be loaded: pictures are left out")]
    public static partial void NoLibrary(this ILogger log, Exception exception);
}
