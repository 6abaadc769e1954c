using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace StationBot.Conversations;

/// <summary>Sends metrics and traces of turns where <c>Telemetry:Exporter</c> says; off by default, and then nothing is registered.</summary>
public static class TelemetryServices
{
    public const string None = "None";
    public const string ToConsole = "Console";
    public const string ToOtlp = "Otlp";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        // Without an address the exporter's own settings decide (OTEL_EXPORTER_OTLP_ENDPOINT, else this machine).
        var endpoint = configuration["Telemetry:Endpoint"]?.Trim() is { Length: > 0 } address ? new Uri(address) : null;
        if (configuration["Telemetry:Exporter"]?.Trim() is { } exporter and not ("" or None))
        {
            AddProviders(services, exporter, endpoint);
        }

        return services;
    }

    /// <summary>A method of its own, so that the libraries are loaded only when it is called.</summary>
    private static void AddProviders(IServiceCollection services, string exporter, Uri? endpoint) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService(TurnTelemetry.Name))
        .WithMetrics(metrics => Export(metrics.AddMeter(TurnTelemetry.Name), exporter, endpoint))
        .WithTracing(traces => Export(traces.AddSource(TurnTelemetry.Name), exporter, endpoint));

    private static MeterProviderBuilder Export(MeterProviderBuilder metrics, string exporter, Uri? endpoint) => exporter == ToConsole
        ? metrics.AddConsoleExporter()
        : metrics.AddOtlpExporter(options => options.Endpoint = endpoint ?? options.Endpoint);

    private static TracerProviderBuilder Export(TracerProviderBuilder traces, string exporter, Uri? endpoint) => exporter == ToConsole
        ? traces.AddConsoleExporter()
        : traces.AddOtlpExporter(options => options.Endpoint = endpoint ?? options.Endpoint);
}
