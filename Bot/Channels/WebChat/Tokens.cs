using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
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
internal sealed class Tokens(SigningKeys keys, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

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

    private Task<byte[]> SignAsync(string content, CancellationToken cancellation) => keys.SignAsync("webchat", content, cancellation);
}
