using System.Diagnostics.CodeAnalysis;

namespace StationBot.Channels.Teams;

/// <summary>
/// Where replies may go. The URL stands in the request's body, so it is checked before it is used and again before every send:
/// without credentials a bot talks to this machine only.
/// </summary>
internal static class ServiceUrls
{
    public static bool IsAllowed([NotNullWhen(true)] string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.Host is "localhost" or "127.0.0.1" or "[::1]"
        && uri.UserInfo.Length == 0
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0;

    /// <summary>Ids become segments of a path, where these two would climb out of it, escaped or not.</summary>
    public static bool CanBeSegment(string id) => id is not ("" or "." or "..");

    public static Uri Activities(string serviceUrl, string conversation, string? activity)
    {
        var url = $"{serviceUrl.AsSpan().TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities";
        return new Uri(activity is null ? url : $"{url}/{Uri.EscapeDataString(activity)}");
    }
}
