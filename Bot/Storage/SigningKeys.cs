using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace StationBot.Storage;

/// <summary>Signs what people carry and bring back. A key is made at its first use and kept in the database, so that what was signed survives a restart.</summary>
public sealed class SigningKeys(Database database)
{
    private readonly ConcurrentDictionary<string, byte[]> _keys = [];

    /// <returns>HMAC-SHA256 under the key of the purpose.</returns>
    public async Task<byte[]> SignAsync(string purpose, string content, CancellationToken cancellation)
    {
        if (!_keys.TryGetValue(purpose, out var key))
        {
            _keys[purpose] = key = await LoadAsync(purpose, cancellation);
        }

        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(content));
    }

    private async Task<byte[]> LoadAsync(string purpose, CancellationToken cancellation)
    {
        var fresh = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        return Convert.FromBase64String(await database.WriteAsync(
            Durability.Process,
            async connection =>
            {
                await connection.ExecuteAsync("INSERT INTO signing_key (purpose, secret) VALUES (@purpose, @fresh) ON CONFLICT (purpose) DO NOTHING", new { purpose, fresh });
                return await connection.QuerySingleAsync<string>("SELECT secret FROM signing_key WHERE purpose = @purpose", new { purpose });
            },
            cancellation));
    }
}
