using Microsoft.Extensions.DependencyInjection.Extensions;

namespace StationBot.Conversations;

public static class ConversationServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<Inbox>();
        services.AddSingleton<TurnTelemetry>();
        services.AddSingleton<IncomingFiles>();
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<StationNames>();
        services.AddSingleton<TopicStore>();
        services.AddHostedService(provider => provider.GetRequiredService<TopicStore>());
        services.AddSingleton<ConversationReader>();
        services.AddSingleton<TurnHandler>();
        services.TryAddSingleton<TurnWork>(provider => provider.GetRequiredService<TurnHandler>().RunAsync);
        services.AddSingleton<TurnQueue>();
        services.AddSingleton<WarmUp>();
        services.AddHostedService(provider => provider.GetRequiredService<WarmUp>());
        services.AddHostedService(provider => provider.GetRequiredService<TurnQueue>());
        return services;
    }

    /// <summary>What a first answer takes is made ready on another core while the rest starts.</summary>
    public static void BeginWarmUp(this WebApplication app) => _ = Task.Run(() => app.Services.GetRequiredService<WarmUp>().Read());
}
