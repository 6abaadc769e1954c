using System.Text.Json.Serialization;

namespace StationBot.Messages;

/// <summary>What happened in a conversation; every channel translates its wire format into this and nothing further in sees the wire.</summary>
public sealed record IncomingMessage
{
    public required Address Address { get; init; }

    /// <summary>The channel's id of this activity, unique within the conversation; the key by which duplicates are dropped.</summary>
    public required string Id { get; init; }

    public required Sender From { get; init; }

    /// <summary>When it was taken over: 今天 is that day, whenever the turn is done.</summary>
    public DateTimeOffset Received { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>More than one person reads along: answers carry numbers, never residents' names.</summary>
    public bool IsGroup { get; init; }

    /// <summary>What was typed, without the mention of the bot; empty for other kinds.</summary>
    public string Text { get; init; } = "";

    /// <summary>The pressed button with its inputs; set when <see cref="Kind"/> is <see cref="MessageKind.Action"/>.</summary>
    public CardAction? Action { get; init; }

    /// <summary>The activity that holds the pressed card, where the channel tells it.</summary>
    public string? CardActivityId { get; init; }

    public IReadOnlyList<IncomingFile> Files { get; init; } = [];
}

/// <summary>A conversation on a channel.</summary>
/// <param name="Channel">The name of the <see cref="IChannel"/> that sends there.</param>
/// <param name="ChannelId">The id that the wire calls the channel (msteams, emulator, webchat …); members are known by it.</param>
/// <param name="Conversation">The channel's conversation id.</param>
/// <param name="Reference">What the channel itself needs to send there later (service URL, accounts), as its own JSON; opaque to everybody else.</param>
public sealed record Address(string Channel, string ChannelId, string Conversation, string? Reference = null);

/// <param name="Id">The stable id of the person on the channel (Teams: aadObjectId).</param>
public sealed record Sender(string Id, string? Name = null);

/// <summary>A file that came with a message. The channel handed its bytes in before the message, so what is named here is on the disk.</summary>
/// <param name="Name">As the sender says: it may be empty, or a path.</param>
public sealed record IncomingFile(string Name)
{
    /// <summary>Of the bytes; null where none were kept.</summary>
    public string? Hash { get; init; }

    /// <summary>The id of the type that the bytes tell.</summary>
    public string? Type { get; init; }

    public long Size { get; init; }

    /// <summary>Why nothing was kept.</summary>
    public FileProblem? Problem { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<FileProblem>))]
public enum FileProblem
{
    Empty,
    TooLarge,
    WrongType,

    /// <summary>Of a wrong type, and the sender calls it a voice message.</summary>
    Voice,

    /// <summary>The channel didn't hand it out, or not in time.</summary>
    NotFetched,
}

[JsonConverter(typeof(JsonStringEnumConverter<MessageKind>))]
public enum MessageKind
{
    Text,
    Action,

    /// <summary>The bot came into the conversation, or a person opened the chat: time to greet.</summary>
    Arrived,

    /// <summary>The bot was removed: nothing can be sent there any more.</summary>
    Left,
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(IncomingMessage))]
internal sealed partial class MessageJson : JsonSerializerContext;
