namespace StationBot.Indicators;

public static class IndicatorServices
{
    /// <summary>Loads the task lists on another core while the host is put together; who asks for them waits, and hears what is wrong in them.</summary>
    public static IServiceCollection AddIndicators(this IServiceCollection services)
    {
        var loading = Task.Run(() => Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Indicators")));
        return services.AddSingleton(_ => loading.GetAwaiter().GetResult());
    }
}
