using StationBot.Answers.Drafts;
using StationBot.Answers.Files;
using StationBot.Answers.People;
using StationBot.Cards;

namespace StationBot.Answers;

public static class AnswerServices
{
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.AddSingleton<Standings>();
        services.AddSingleton<ReceiptFiles>();
        services.AddSingleton<Receipts>();
        services.AddSingleton<StatusAnswer>();
        services.AddSingleton<FileForms>();
        services.AddSingleton<FileFinder>();
        services.AddSingleton<FileAnswer>();
        services.AddSingleton<FormOffers>();
        services.AddSingleton<FormAnswer>();
        services.AddSingleton<RecordAnswer>();
        services.AddSingleton<RosterEffect>();
        services.AddSingleton<PersonAnswer>();
        services.AddSingleton<LeaveAnswer>();
        services.AddSingleton<RosterFormAnswer>();
        services.AddSingleton<PeopleListAnswer>();
        services.AddSingleton<RosterAnswers>();
        services.AddSingleton<EditAnswer>();
        services.AddSingleton<BatchAnswer>();
        services.AddSingleton<DraftAnswer>();
        services.AddSingleton<ChecklistAnswer>();
        services.AddSingleton<MarkAnswer>();
        services.AddSingleton<EvidenceAnswer>();
        services.AddSingleton<LedgerAnswer>();
        services.AddSingleton<FileCards>();
        services.AddSingleton<AttachmentAnswer>();
        services.AddSingleton<ToldReader>();
        services.AddSingleton<ToldQuestions>();
        services.AddSingleton<Tellings>();
        services.AddSingleton<TellAnswer>();
        services.AddSingleton<FlowAnswers>();
        services.AddSingleton<ProofAnswers>();
        services.AddSingleton<HelpAnswer>();
        services.AddSingleton<StationAnswer>();
        services.AddSingleton(provider => new Answerer(
            provider.GetRequiredService<StationAnswer>(),
            provider.GetRequiredService<HelpAnswer>(),
            provider.GetRequiredService<StatusAnswer>(),
            provider.GetRequiredService<FormAnswer>(),
            provider.GetRequiredService<RecordAnswer>(),
            provider.GetRequiredService<FileAnswer>(),
            provider.GetRequiredService<RosterAnswers>(),
            provider.GetRequiredService<FlowAnswers>(),
            provider.GetRequiredService<ProofAnswers>(),
            provider.GetRequiredService<CardTemplates>()));
        return services;
    }
}
