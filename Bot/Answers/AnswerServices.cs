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
        services.AddSingleton<FormAnswer>();
        services.AddSingleton<RecordAnswer>();
        services.AddSingleton<FileCards>();
        services.AddSingleton<AttachmentAnswer>();
        services.AddSingleton<HelpAnswer>();
        services.AddSingleton<StationAnswer>();
        services.AddSingleton(provider => new Answerer(
            provider.GetRequiredService<StationAnswer>(),
            provider.GetRequiredService<HelpAnswer>(),
            provider.GetRequiredService<StatusAnswer>(),
            provider.GetRequiredService<FormAnswer>(),
            provider.GetRequiredService<RecordAnswer>(),
            provider.GetRequiredService<AttachmentAnswer>(),
            provider.GetRequiredService<CardTemplates>()));
        return services;
    }
}
