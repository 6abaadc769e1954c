using System.Text.Json;
using StationBot.Messages;

namespace StationBot.Channels.Teams;

/// <summary>Replies as activities that go out.</summary>
internal static class ActivityWriter
{
    public static Activity Message(ConversationReference reference, Reply reply, string? replyTo)
    {
        var activity = Typing(reference) with
        {
            Type = ActivityTypes.Message,
            ReplyToId = replyTo,
            Text = reply.Text,
            // The default is markdown, in which a resident's name could become a link.
            TextFormat = "plain",
        };
        List<Attachment> attachments = [];
        if (reply.Card is not null)
        {
            attachments.Add(new Attachment { ContentType = Attachment.AdaptiveCard, Content = reply.Card });
        }

        if (reply.Picture is { } picture && MayOpen(reference, picture))
        {
            attachments.Add(new Attachment { ContentType = picture.MediaType, ContentUrl = picture.Url, Name = picture.Name });
        }

        return attachments.Count == 0
            ? activity
            : activity with
            {
                // What a phone's notification shows; without it, "Sent a card".
                Summary = FirstLine(reply.Text),
                Attachments = attachments,
            };
    }

    /// <summary>Without a public address only a client on this machine can follow the link (the emulator); elsewhere it would be a broken picture.</summary>
    private static bool MayOpen(ConversationReference reference, Picture picture) =>
        !picture.IsLocal || !Uri.TryCreate(reference.ServiceUrl, UriKind.Absolute, out var service) || service.IsLoopback;

    public static Activity Typing(ConversationReference reference) => new()
    {
        Type = ActivityTypes.Typing,
        From = reference.Bot,
        Recipient = reference.User,
        Conversation = reference.Conversation,
    };

    /// <exception cref="ArgumentException">The address was not made by this channel.</exception>
    public static ConversationReference ReferenceOf(Address address)
    {
        var reference = address.Reference is null
            ? null
            : JsonSerializer.Deserialize(address.Reference, Wire.Json.ConversationReference);
        return reference ?? throw new ArgumentException("The address has no reference.", nameof(address));
    }

    private static string FirstLine(string text) => text.IndexOf('\n') is >= 0 and var end ? text[..end] : text;
}
