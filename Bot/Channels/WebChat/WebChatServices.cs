using StationBot.Messages;

namespace StationBot.Channels.WebChat;

/// <summary>The chat in the browser: a page and the part of Direct Line 3.0 that botframework-webchat speaks.</summary>
public static class WebChatServices
{
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddSingleton<Listeners>();
        services.AddSingleton<ActivityLog>();
        services.AddSingleton<ActivityStream>();
        services.AddSingleton<Tokens>();
        services.AddSingleton<DirectLine>();
        services.AddSingleton<IChannel, WebChatChannel>();
        return services;
    }

    /// <summary>Adds the WebSocket middleware too, so it stands before other endpoints that need none of it.</summary>
    public static void MapWebChat(this WebApplication app)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20), KeepAliveTimeout = TimeSpan.FromSeconds(20) });
        WebChatPage.Map(app.MapGroup("/"));
        app.Services.GetRequiredService<DirectLine>().Map(app.MapGroup("/v3/directline"));
    }
}
