using System.Net;

namespace StationBot.Channels;

/// <summary>Whether a request comes from this machine itself, and from no foreign page or proxy.</summary>
internal static class LocalRequest
{
    private static readonly string[] OfProxies = ["Forwarded", "X-Forwarded-For", "X-Real-IP"];

    /// <summary>
    /// Loopback, by no proxy (behind one everybody looks like loopback), asked for under a loopback name (a foreign name that is made
    /// to point at 127.0.0.1 comes as itself), and not sent by a page of somewhere else.
    /// </summary>
    public static bool IsDirect(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote)
        && !OfProxies.Any(context.Request.Headers.ContainsKey)
        && IsLoopbackName(context.Request.Host.Host)
        && (context.Request.Headers.Origin.ToString() is not { Length: > 0 } origin || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsLoopbackName(page.Host)));

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
