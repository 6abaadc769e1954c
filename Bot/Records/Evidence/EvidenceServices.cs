using StationBot.Storage;

namespace StationBot.Records.Evidence;

public static class EvidenceServices
{
    public static IServiceCollection AddEvidence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => AttachmentOptions.Of(configuration, provider.GetRequiredService<Database>()));
        services.AddSingleton<ContentStore>();
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FileLinks>(provider, configuration));
        services.AddSingleton<FilesEndpoint>();
        services.AddSingleton<ContentAside>();
        services.AddSingleton<UnboundSweep>();
        services.AddSingleton<ContentBackup>();
        services.AddHostedService<SweepService>();
        return services;
    }

    public static IEndpointConventionBuilder MapFiles(this WebApplication app) =>
        app.MapGet("/files/{token}", app.Services.GetRequiredService<FilesEndpoint>().HandleAsync);
}
