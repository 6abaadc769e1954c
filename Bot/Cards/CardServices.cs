namespace StationBot.Cards;

public static class CardServices
{
    /// <summary>Reads the templates now, so that a broken one stops the start.</summary>
    public static IServiceCollection AddCards(this IServiceCollection services) =>
        services.AddSingleton(new CardTemplates(Path.Combine(AppContext.BaseDirectory, "cards")));
}
