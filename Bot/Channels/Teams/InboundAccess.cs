namespace StationBot.Channels.Teams;

/// <summary>Who may hand activities in. Without credentials: this machine only, and only in Development (product.md §8).</summary>
internal sealed class InboundAccess(IHostEnvironment environment, IConfiguration configuration)
{
    private readonly bool _isOpen = environment.IsDevelopment() && string.IsNullOrEmpty(configuration["MicrosoftAppId"]);

    public bool IsAllowed(HttpContext context) => _isOpen && LocalRequest.IsDirect(context);
}
