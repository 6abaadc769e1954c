namespace StationBot.Ledgers;

public static class LedgerServices
{
    public static IServiceCollection AddLedgers(this IServiceCollection services) => services.AddSingleton<LedgerImport>().AddSingleton<LedgerExport>();
}
