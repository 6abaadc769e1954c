using System.Net;

namespace StationBot.Channels.Teams;

/// <summary>Who may hand activities in. Without credentials: this machine only, and only in Development (product.md §8).</summary>
internal sealed class InboundAccess(IHostEnvironment environment, IConfiguration configuration)
{
    public bool IsAllowed(HttpContext context) =>
        environment.IsDevelopment()
        && string.IsNullOrEmpty(configuration["MicrosoftAppId"])
        && context.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote)
        && !WasForwarded(context.Request.Headers);

    /// <summary>Behind a proxy on this machine everybody looks like loopback.</summary>
    private static bool WasForwarded(IHeaderDictionary headers) =>
        headers.ContainsKey("Forwarded") || headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("X-Real-IP");
}
