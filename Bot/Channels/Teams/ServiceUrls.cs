using System.Diagnostics.CodeAnalysis;

namespace StationBot.Channels.Teams;

/// <summary>
/// Where replies may go. The URL stands in the request's body, so it is checked before it is used and again before every send:
/// without credentials a bot talks to this machine only.
/// </summary>
internal static class ServiceUrls
{
    /// <summary>Of the public cloud and of the Chinese one (21Vianet).</summary>
    private static readonly string[] Drives = [".sharepoint.com", ".sharepoint.cn", ".1drv.com"];

    public static bool IsAllowed([NotNullWhen(true)] string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.Host is "localhost" or "127.0.0.1" or "[::1]"
        && uri.UserInfo.Length == 0
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0;

    /// <summary>
    /// Where a file may be fetched from: the connector that sent the message, or the drives in which Teams keeps what people upload. Those links
    /// sign themselves; no token is ever sent with them.
    /// </summary>
    public static bool IsFileAllowed(Uri file, string? serviceUrl) =>
        file.UserInfo.Length == 0
        && ((IsAllowed(serviceUrl) && new Uri(serviceUrl).GetLeftPart(UriPartial.Authority) == file.GetLeftPart(UriPartial.Authority))
            || (file.Scheme == Uri.UriSchemeHttps && file.IsDefaultPort && Array.Exists(Drives, drive => file.Host.EndsWith(drive, StringComparison.OrdinalIgnoreCase))));

    /// <summary>Ids become segments of a path, where these two would climb out of it, escaped or not.</summary>
    public static bool CanBeSegment(string id) => id is not ("" or "." or "..");

    public static Uri Activities(string serviceUrl, string conversation, string? activity)
    {
        var url = $"{serviceUrl.AsSpan().TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities";
        return new Uri(activity is null ? url : $"{url}/{Uri.EscapeDataString(activity)}");
    }
}
