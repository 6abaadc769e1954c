namespace StationBot.Pushes;

public static class PushServices
{
    /// <summary>Loads the holidays at once, so that a wrong file stops the start.</summary>
    public static IServiceCollection AddPushes(this IServiceCollection services, IConfiguration configuration)
    {
        var options = PushOptions.Of(configuration);
        var days = WorkingDays.Load(Path.Combine(AppContext.BaseDirectory, "Pushes", "holidays.json"));
        services.AddSingleton(options);
        services.AddSingleton(days);
        services.AddSingleton(new DueTimes(days, options.RemindAt));
        services.AddSingleton<PushPlan>();
        services.AddSingleton<PushTargets>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Meetings>();
        services.AddHostedService(provider => provider.GetRequiredService<Meetings>());
        return services;
    }
}
