using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using StationBot.Storage;

namespace StationBot.Records.Evidence;

/// <summary>What a link opens.</summary>
/// <param name="Name">The file is downloaded under this name.</param>
public sealed record LinkedFile(string Hash, FileType Type, string Name);

/// <summary>What became of a token that somebody brought.</summary>
public abstract record OpenedLink
{
    public sealed record Valid(LinkedFile File) : OpenedLink;

    public sealed record Expired : OpenedLink;

    /// <summary>Not one of ours, or tampered with.</summary>
    public sealed record Unknown : OpenedLink;
}

/// <summary>
/// Short-lived links to stored files: <c>/files/{token}</c>. The token is signed and says itself what it opens and until when; whoever has it may
/// look, so it is made anew for each card that shows it.
/// </summary>
public sealed class FileLinks(SigningKeys keys, IConfiguration configuration, TimeProvider time, IServer? server = null)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const string Purpose = "files";
    private const string LocalAddress = "http://localhost:3978";

    /// <summary>What is about residents is open for <see cref="Lifetime"/>, not longer.</summary>
    public Task<string> LinkAsync(LinkedFile file, CancellationToken cancellation = default) => LinkAsync(file, Lifetime, cancellation);

    /// <returns>An absolute address: at <c>PublicBaseUrl</c>, or, where none is set, at the address on which this machine listens.</returns>
    public async Task<string> LinkAsync(LinkedFile file, TimeSpan lifetime, CancellationToken cancellation)
    {
        var claims = new Claims(file.Hash, file.Type.Id, file.Name, (time.GetUtcNow() + lifetime).ToUnixTimeSeconds());
        var content = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, LinkJson.Default.Claims));
        return $"{BaseUrl()}/files/{content}.{Base64Url.EncodeToString(await keys.SignAsync(Purpose, content, cancellation))}";
    }

    public async Task<OpenedLink> OpenAsync(string token, CancellationToken cancellation = default)
    {
        if (token.Split('.') is not [var content, var signature] || !Base64Url.IsValid(content) || !Base64Url.IsValid(signature)
            || !CryptographicOperations.FixedTimeEquals(await keys.SignAsync(Purpose, content, cancellation), Base64Url.DecodeFromChars(signature)))
        {
            return new OpenedLink.Unknown();
        }

        var claims = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(content), LinkJson.Default.Claims)!;
        return claims.Expires <= time.GetUtcNow().ToUnixTimeSeconds() ? new OpenedLink.Expired()
            : FileType.Find(claims.Type) is { } type ? new OpenedLink.Valid(new LinkedFile(claims.Hash, type, claims.Name))
            : new OpenedLink.Unknown();
    }

    private string BaseUrl() =>
        (configuration["PublicBaseUrl"]?.Trim() is { Length: > 0 } given ? given
        : server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listening ? Reachable(listening)
        : LocalAddress).TrimEnd('/');

    /// <summary>An address that stands for all of the machine's is none that a browser can open.</summary>
    private static string Reachable(string listening)
    {
        var address = BindingAddress.Parse(listening);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}";
    }

    /// <param name="Expires">Seconds since 1970.</param>
    internal sealed record Claims(
        [property: JsonPropertyName("h")] string Hash,
        [property: JsonPropertyName("t")] string Type,
        [property: JsonPropertyName("n")] string Name,
        [property: JsonPropertyName("e")] long Expires);
}

[JsonSerializable(typeof(FileLinks.Claims))]
internal sealed partial class LinkJson : JsonSerializerContext;
