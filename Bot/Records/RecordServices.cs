using StationBot.Records.Forms;

namespace StationBot.Records;

public static class RecordServices
{
    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.AddSingleton<RecordStore>();
        services.AddSingleton<HistoryStore>();
        services.AddSingleton<BatchStore>();
        services.AddSingleton<DeedStore>();
        services.AddSingleton<UndoStore>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<ChangeSets>();
        services.AddSingleton<RecordList>();
        services.AddSingleton<LedgerFiles>();
        services.AddSingleton<PersonReader>();
        services.AddSingleton<RosterStore>();
        services.AddSingleton<PersonStore>();
        services.AddSingleton<PersonRecords>();
        services.AddSingleton<PlanStore>();
        services.AddSingleton<PersonErasure>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<Files.Caseload>();
        services.AddSingleton<StaffStore>();
        services.AddSingleton<RosterImport>();
        services.AddSingleton<RecordImport>();
        services.AddSingleton<Confirmations>();
        services.AddSingleton<FormIntake>();
        services.AddSingleton<DemoStation>();
        return services;
    }
}
