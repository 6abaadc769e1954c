namespace StationBot.Cards;

public static class CardServices
{
    /// <summary>Reads the templates on another core while the host is put together; who asks for them waits, and hears what is wrong in one.</summary>
    public static IServiceCollection AddCards(this IServiceCollection services)
    {
        var reading = Task.Run(() => new CardTemplates(Path.Combine(AppContext.BaseDirectory, "cards")));
        return services.AddSingleton(_ => reading.GetAwaiter().GetResult());
    }
}
