namespace StationBot.Storage;

public static class StorageServices
{
    public const string ConnectionName = "StationBot";

    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new Database(configuration.GetConnectionString(ConnectionName)!));
        services.AddSingleton<Migrator>();
        services.AddSingleton<DatabaseFile>();
        services.AddSingleton<SigningKeys>();
        return services;
    }
}
