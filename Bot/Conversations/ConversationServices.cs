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
        services.AddHostedService<WarmUp>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnQueue>());
        return services;
    }
}
