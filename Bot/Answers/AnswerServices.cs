using StationBot.Cards;

namespace StationBot.Answers;

public static class AnswerServices
{
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.AddSingleton<Standings>();
        services.AddSingleton<Receipts>();
        services.AddSingleton<StatusAnswer>();
        services.AddSingleton<FormAnswer>();
        services.AddSingleton<RecordAnswer>();
        services.AddSingleton<ChecklistAnswer>();
        services.AddSingleton<MarkAnswer>();
        services.AddSingleton<EvidenceAnswer>();
        services.AddSingleton<LedgerAnswer>();
        services.AddSingleton<HelpAnswer>();
        services.AddSingleton<StationAnswer>();
        services.AddSingleton(provider => new Answerer(
            provider.GetRequiredService<StationAnswer>(),
            provider.GetRequiredService<HelpAnswer>(),
            provider.GetRequiredService<StatusAnswer>(),
            provider.GetRequiredService<FormAnswer>(),
            provider.GetRequiredService<RecordAnswer>(),
            provider.GetRequiredService<ChecklistAnswer>(),
            provider.GetRequiredService<MarkAnswer>(),
            provider.GetRequiredService<EvidenceAnswer>(),
            provider.GetRequiredService<LedgerAnswer>(),
            provider.GetRequiredService<CardTemplates>()));
        return services;
    }
}
