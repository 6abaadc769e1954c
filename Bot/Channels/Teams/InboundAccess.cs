namespace StationBot.Channels.Teams;

/// <summary>Who may hand activities in. Without credentials: this machine only, and only in Development (product.md §8).</summary>
internal sealed class InboundAccess(IHostEnvironment environment, IConfiguration configuration)
{
    public bool IsAllowed(HttpContext context) =>
        environment.IsDevelopment() && string.IsNullOrEmpty(configuration["MicrosoftAppId"]) && LocalRequest.IsDirect(context);
}
