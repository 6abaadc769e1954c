using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using StationBot.Storage;

namespace StationBot.Channels.WebChat;

/// <summary>What a token says: this user may read and write this conversation. Nothing that a browser says about itself is believed.</summary>
internal sealed record TokenClaims
{
    [JsonPropertyName("user")]
    public required string User { get; init; }

    [JsonPropertyName("conv")]
    public required string Conversation { get; init; }

    /// <summary>Seconds since 1970.</summary>
    [JsonPropertyName("exp")]
    public required long Expires { get; init; }
}

/// <summary>Signs and reads the browsers' tokens: JWTs (HS256), because DirectLineJS takes the user's id out of them.</summary>
internal sealed class Tokens(Database database, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);
    private byte[]? _key;

    public async Task<string> IssueAsync(string user, string conversation, CancellationToken cancellation)
    {
        var claims = new TokenClaims { User = user, Conversation = conversation, Expires = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds() };
        var content = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, WireJson.Default.TokenClaims))}";
        return $"{content}.{Base64Url.EncodeToString(await SignAsync(content, cancellation))}";
    }

    /// <returns>Null when the token is not ours or no longer valid.</returns>
    public async Task<TokenClaims?> ReadAsync(string token, CancellationToken cancellation)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || parts[0] != Header || !Base64Url.IsValid(parts[1]) || !Base64Url.IsValid(parts[2]))
        {
            return null;
        }

        var signature = await SignAsync($"{parts[0]}.{parts[1]}", cancellation);
        if (!CryptographicOperations.FixedTimeEquals(signature, Base64Url.DecodeFromChars(parts[2])))
        {
            return null;
        }

        var claims = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(parts[1]), WireJson.Default.TokenClaims)!;
        return claims.Expires > time.GetUtcNow().ToUnixTimeSeconds() ? claims : null;
    }

    private async Task<byte[]> SignAsync(string content, CancellationToken cancellation)
    {
        _key ??= await LoadKeyAsync(cancellation);
        return HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(content));
    }

    /// <summary>The key is made at its first use and kept, so that an open page survives a restart.</summary>
    private async Task<byte[]> LoadKeyAsync(CancellationToken cancellation)
    {
        var fresh = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        return Convert.FromBase64String(await database.WriteAsync(
            Durability.Process,
            async connection =>
            {
                await connection.ExecuteAsync("INSERT INTO webchat_key (id, secret) VALUES (1, @fresh) ON CONFLICT (id) DO NOTHING", new { fresh });
                return await connection.QuerySingleAsync<string>("SELECT secret FROM webchat_key");
            },
            cancellation));
    }
}
