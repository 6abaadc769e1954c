using Microsoft.Extensions.DependencyInjection.Extensions;

namespace StationBot.WeeklyProgress;

public static class WeeklyProgressServices
{
    public static IServiceCollection AddWeeklyProgress(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ReminderOptions.Of(configuration));
        services.AddSingleton<WeeklyMessage>();
        services.AddSingleton<ReminderMessage>();
        services.AddSingleton<UnreachableNotice>();
        services.AddSingleton<PushRecipients>();
        services.AddSingleton<PushMessages>();
        services.TryAddSingleton<PushContent>(provider => provider.GetRequiredService<PushMessages>().ForAsync);
        services.AddSingleton<PushPlanner>();
        services.AddSingleton<PushDispatcher>();
        services.AddHostedService<PushService>();
        return services;
    }
}
