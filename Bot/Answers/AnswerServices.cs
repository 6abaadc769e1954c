using StationBot.Answers.Drafts;
using StationBot.Answers.Files;
using StationBot.Answers.Office;
using StationBot.Answers.OverTime;
using StationBot.Answers.People;
using StationBot.Answers.Rules;
using StationBot.Answers.Settings;
using StationBot.Cards;

namespace StationBot.Answers;

public static class AnswerServices
{
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.AddSingleton<Standings>();
        services.AddSingleton<RecordParts>();
        services.AddSingleton<ReceiptFiles>();
        services.AddSingleton<Receipts>();
        services.AddSingleton<StatusAnswer>();
        services.AddSingleton<FileForms>();
        services.AddSingleton<FileFinder>();
        services.AddSingleton<FileAnswer>();
        services.AddSingleton<FormOffers>();
        services.AddSingleton<FormAnswer>();
        services.AddSingleton<RecordAnswer>();
        services.AddSingleton<RecordsAnswer>();
        services.AddSingleton<RosterEffect>();
        services.AddSingleton<PersonServiceAnswer>();
        services.AddSingleton<PersonAnswer>();
        services.AddSingleton<LeaveAnswer>();
        services.AddSingleton<RosterFormAnswer>();
        services.AddSingleton<PeopleListAnswer>();
        services.AddSingleton<RosterAnswers>();
        services.AddSingleton<EditAnswer>();
        services.AddSingleton<BatchAnswer>();
        services.AddSingleton<DraftAnswer>();
        services.AddSingleton<ChecklistAnswer>();
        services.AddSingleton<RecordFinder>();
        services.AddSingleton<MarkAnswer>();
        services.AddSingleton<EvidenceList>();
        services.AddSingleton<EvidenceAnswer>();
        services.AddSingleton<LedgerAnswer>();
        services.AddSingleton<FileCards>();
        services.AddSingleton<AttachmentAnswer>();
        services.AddSingleton<TurnBackAnswer>();
        services.AddSingleton<ToldReader>();
        services.AddSingleton<ToldQuestions>();
        services.AddSingleton<Tellings>();
        services.AddSingleton<TellAnswer>();
        services.AddSingleton<FlowAnswers>();
        services.AddSingleton<ProofAnswers>();
        services.AddSingleton<ForecastAnswer>();
        services.AddSingleton<CompareAnswer>();
        services.AddSingleton<RankAnswer>();
        services.AddSingleton<DueList>();
        services.AddSingleton<DueAnswer>();
        services.AddSingleton<OverTimeAnswers>();
        services.AddSingleton<RuleAnswer>();
        services.AddSingleton<ExplainAnswer>();
        services.AddSingleton<QualityAnswer>();
        services.AddSingleton<AttendanceAnswer>();
        services.AddSingleton<ShowcaseAnswer>();
        services.AddSingleton<ReportAnswer>();
        services.AddSingleton<YearPictures>();
        services.AddSingleton<PictureAnswer>();
        services.AddSingleton<DraftFactsAnswer>();
        services.AddSingleton<LaterAnswer>();
        services.AddSingleton<DigestAnswer>();
        services.AddSingleton<AbsenceAnswer>();
        services.AddSingleton<DeliveriesAnswer>();
        services.AddSingleton<SettingsAnswer>();
        services.AddSingleton<OfficeAnswers>();
        services.AddSingleton<HelpAnswer>();
        services.AddSingleton<StationAnswer>();
        services.AddSingleton(provider => new Answerer(
            provider.GetRequiredService<StationAnswer>(),
            provider.GetRequiredService<HelpAnswer>(),
            provider.GetRequiredService<StatusAnswer>(),
            provider.GetRequiredService<FormAnswer>(),
            provider.GetRequiredService<RecordAnswer>(),
            provider.GetRequiredService<RecordsAnswer>(),
            provider.GetRequiredService<FileAnswer>(),
            provider.GetRequiredService<RosterAnswers>(),
            provider.GetRequiredService<FlowAnswers>(),
            provider.GetRequiredService<ProofAnswers>(),
            provider.GetRequiredService<OverTimeAnswers>(),
            provider.GetRequiredService<OfficeAnswers>(),
            provider.GetRequiredService<CardTemplates>()));
        return services;
    }
}
