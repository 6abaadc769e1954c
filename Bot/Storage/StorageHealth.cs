using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace StationBot.Storage;

/// <summary>Ready means: the database answers.</summary>
public sealed class StorageHealth(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await database.ReadNumberAsync("SELECT COUNT(*) FROM station", [], cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
