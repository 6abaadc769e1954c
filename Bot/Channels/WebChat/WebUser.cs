using System.Net;

namespace StationBot.Channels.WebChat;

/// <summary>Who sits at the browser.</summary>
internal static class WebUser
{
    public const string Refusal = "网页聊天只在运行本程序的这台电脑上打开：请在这台电脑的浏览器里访问 http://localhost:3978 。";

    /// <summary>
    /// The id of the person, or null where this request may not chat. Whoever sits at this machine is its one local user; a signed join
    /// link (product.md §7) would be read here.
    /// </summary>
    public static string? Find(HttpContext context) => IsLocal(context) ? WebChatChannel.LocalUser : null;

    /// <summary>
    /// Loopback, by no proxy, and asked for under a loopback name: a foreign site whose name is made to point at 127.0.0.1
    /// (DNS rebinding) comes with its own name.
    /// </summary>
    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded")
        && IsLoopbackName(context.Request.Host.Host);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
