namespace StationBot.Stations;

public static class StationServices
{
    public static IServiceCollection AddStations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<StationStore>();
        services.AddSingleton(provider => new StationClock(
            provider.GetRequiredService<TimeProvider>(),
            TimeZoneInfo.FindSystemTimeZoneById(configuration["TimeZone"]!)));
        return services;
    }
}
