namespace StationBot.Indicators;

public static class IndicatorServices
{
    /// <summary>Loads the task lists at once, so that a wrong one stops the start.</summary>
    public static IServiceCollection AddIndicators(this IServiceCollection services) =>
        services.AddSingleton(Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Indicators")));
}
