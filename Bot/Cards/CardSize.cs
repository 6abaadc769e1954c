using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StationBot.Cards;

public static class CardSize
{
    /// <summary>In UTF-8 bytes: users of Teams meet a limit of 28 KB for a card with its envelope, so longer lists are cut into pages.</summary>
    public const int Limit = 25 * 1024;

    /// <summary>Chinese counts three bytes a character: a channel that escapes it (\uXXXX) on the wire would double a card's size.</summary>
    private static readonly JsonSerializerOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Bytes(JsonObject card) => Encoding.UTF8.GetByteCount(card.ToJsonString(AsSent));
}
