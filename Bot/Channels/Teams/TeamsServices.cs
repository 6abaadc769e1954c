using StationBot.Messages;

namespace StationBot.Channels.Teams;

public static class TeamsServices
{
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new InboundAccess(provider.GetRequiredService<IHostEnvironment>(), configuration));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TeamsChannel>(provider, Network()));
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<TeamsChannel>());
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FileDownloads>(provider, Network()));
        services.AddSingleton<MessagesEndpoint>();
        return services;
    }

    public static IEndpointConventionBuilder MapTeams(this WebApplication app) =>
        app.MapPost("/api/messages", (RequestDelegate)app.Services.GetRequiredService<MessagesEndpoint>().HandleAsync);

    /// <summary>The address is checked before a send, so nothing may lead elsewhere: no proxy, no redirects.</summary>
    private static SocketsHttpHandler Network() => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
    };
}
