namespace StationBot.WeeklyProgress;

/// <summary>What is sent unasked; when and to whom is decided elsewhere.</summary>
public static class MessageServices
{
    public static IServiceCollection AddWeeklyMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ReminderOptions.Of(configuration));
        services.AddSingleton<WeeklyMessage>();
        services.AddSingleton<ReminderMessage>();
        return services;
    }
}
