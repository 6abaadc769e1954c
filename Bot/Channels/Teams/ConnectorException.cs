using System.Net;
using System.Text.Json;

namespace StationBot.Channels.Teams;

/// <summary>Error codes of the connector that say that a conversation is over until its people write again (protocol table of 403s).</summary>
internal enum ConnectorErrorCode
{
    Other,
    BotDisabledByAdmin,
    BotNotInConversationRoster,
    ConversationBlockedByUser,
    MessageWritesBlocked,
    ConversationNotFound,
}

/// <summary>The connector refused an activity, for good or after all tries. Its message holds codes and ids only.</summary>
internal sealed class ConnectorException : Exception
{
    private ConnectorException(HttpStatusCode status, string? code, string? correlation)
        : base($"The connector answered {(int)status} {code ?? "without a code"} (MS-CV {correlation ?? "none"}).")
    {
        Status = status;
        Code = Enum.GetValues<ConnectorErrorCode>().FirstOrDefault(known => code == known.ToString());
    }

    public HttpStatusCode Status { get; }

    public ConnectorErrorCode Code { get; }

    public bool IsConversationDead => Code != ConnectorErrorCode.Other;

    public static async Task<ConnectorException> FromAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        new(response.StatusCode, CodeOf(await response.Content.ReadAsByteArrayAsync(cancellation)), CorrelationOf(response));

    /// <summary>The id by which Microsoft's support finds a request.</summary>
    public static string? CorrelationOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("MS-CV", out var values) ? values.First() : null;

    /// <summary>Two shapes exist: {"error":{"code"}} and {"errorCode":209,"message":"{\"subCode\":…}"}.</summary>
    private static string? CodeOf(ReadOnlySpan<byte> body)
    {
        try
        {
            var error = JsonSerializer.Deserialize(body, Wire.Json.ConnectorErrorBody);
            var code = error?.Error?.Code ?? SubCodeOf(error?.Message) ?? error?.ErrorCode;
            // It comes from outside and goes into the log.
            return code is { Length: <= 64 } && code.All(char.IsAsciiLetterOrDigit) ? code : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? SubCodeOf(string? message) =>
        message is ['{', ..] ? JsonSerializer.Deserialize(message, Wire.Json.ConnectorErrorBody)?.SubCode : null;
}

internal sealed record ConnectorErrorBody
{
    public ConnectorErrorDetail? Error { get; init; }
    public string? ErrorCode { get; init; }
    public string? SubCode { get; init; }
    public string? Message { get; init; }
}

internal sealed record ConnectorErrorDetail
{
    public string? Code { get; init; }
}
