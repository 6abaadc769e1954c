using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.StaticFiles;
using StationBot.Messages;

namespace StationBot.Channels.Teams;

/// <summary>Activities that come in, as neutral messages.</summary>
internal static class ActivityReader
{
    private const string FallbackPrefix = "sha256-";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    /// <returns>Null for what is no JSON object, or holds something else where an object or a list belongs.</returns>
    public static Activity? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, Wire.Json.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Tells an activity from others by its whole content, which includes its time.</summary>
    public static string FallbackId(ReadOnlySpan<byte> body) => FallbackPrefix + Convert.ToHexStringLower(SHA256.HashData(body));

    /// <summary>The channel doesn't know such an id, so it can't be replied to.</summary>
    public static bool IsFallbackId(string id) => id.StartsWith(FallbackPrefix, StringComparison.Ordinal);

    /// <returns>Null for what the bot has nothing to do with. A malformed invoke has no action.</returns>
    /// <param name="activity">One that <see cref="Problem"/> has nothing against.</param>
    /// <param name="fallbackId">As <see cref="FallbackId"/>, where the channel gave no id.</param>
    public static IncomingMessage? Read(Activity activity, string? fallbackId)
    {
        if (KindOf(activity) is not { } kind)
            return null;

        var isAction = kind == MessageKind.Action;
        return new IncomingMessage
        {
            Address = AddressOf(activity),
            Id = fallbackId ?? activity.Id!,
            From = new Sender(SenderId(activity) ?? "", activity.From?.Name),
            Kind = kind,
            IsGroup = activity.Conversation is { IsGroup: true } or { ConversationType: "groupChat" or "channel" },
            Text = kind == MessageKind.Text ? TextOf(activity) : "",
            Action = isAction ? ActionOf(activity) : null,
            CardActivityId = isAction ? activity.ReplyToId : null,
        };
    }

    /// <returns>The field that makes an activity unusable; null when it can be read, or when the bot has nothing to do with it.</returns>
    public static string? Problem(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Type))
            return "type";

        var speaks = activity.Type is ActivityTypes.Message or ActivityTypes.Invoke;
        if (!speaks && KindOf(activity) is null)
            return null;
        if (activity.Conversation?.Id is not { } conversation || !ServiceUrls.CanBeSegment(conversation))
            return "conversation.id";
        if (activity.Id is { Length: > 0 } id && !ServiceUrls.CanBeSegment(id))
            return "id";
        if (speaks && string.IsNullOrEmpty(SenderId(activity)))
            return "from.id";
        var needsNoUrl = !speaks || activity.DeliveryMode == DeliveryModes.ExpectReplies;
        return (string.IsNullOrEmpty(activity.ServiceUrl) ? needsNoUrl : ServiceUrls.IsAllowed(activity.ServiceUrl)) ? null : "serviceUrl";
    }

    /// <summary>What can be downloaded.</summary>
    public static IReadOnlyList<FileReference> FilesOf(IReadOnlyList<Attachment?>? attachments)
    {
        var files = new List<FileReference>();
        foreach (var attachment in attachments ?? [])
        {
            // Teams sends a text/html attachment that only repeats the text.
            if (attachment is null or { ContentType: "text/html" })
                continue;

            var name = attachment.Name ?? "";
            if (attachment.ContentType == Attachment.FileDownloadInfo)
            {
                if (DownloadOf(attachment) is { DownloadUrl: { Length: > 0 } url } download)
                    files.Add(new FileReference(name, ContentTypeOf(download.FileType is { } type ? "file." + type : name), url));
            }
            else if (!string.IsNullOrEmpty(attachment.ContentUrl))
            {
                files.Add(new FileReference(name, attachment.ContentType ?? ContentTypeOf(name), attachment.ContentUrl));
            }
        }

        return files;
    }

    private static MessageKind? KindOf(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message => activity.Value is { ValueKind: JsonValueKind.Object } ? MessageKind.Action : MessageKind.Text,
        ActivityTypes.Invoke => activity.Name == CardInvoke.Name ? MessageKind.Action : null,
        // A channel lists whoever came; the bot greets when it is the bot itself.
        ActivityTypes.ConversationUpdate when HasBot(activity.MembersAdded, activity) => MessageKind.Arrived,
        ActivityTypes.ConversationUpdate when HasBot(activity.MembersRemoved, activity) => MessageKind.Left,
        ActivityTypes.InstallationUpdate when activity.Action is "add" or "add-upgrade" => MessageKind.Arrived,
        // "remove-upgrade" is followed by "add-upgrade", or preceded: activities may arrive out of order.
        ActivityTypes.InstallationUpdate when activity.Action is "remove" => MessageKind.Left,
        _ => null,
    };

    private static bool HasBot(IReadOnlyList<ChannelAccount?>? members, Activity activity) =>
        members is not null && activity.Recipient?.Id is { Length: > 0 } bot && members.Any(member => member?.Id == bot);

    private static string? SenderId(Activity activity) =>
        activity.From is { AadObjectId: { Length: > 0 } stable } ? stable : activity.From?.Id;

    private static Address AddressOf(Activity activity)
    {
        var reference = new ConversationReference
        {
            ServiceUrl = activity.ServiceUrl,
            Bot = activity.Recipient,
            User = activity.From,
            Conversation = activity.Conversation,
        };
        return new Address(
            TeamsChannel.ChannelName,
            activity.ChannelId ?? "",
            activity.Conversation!.Id!,
            JsonSerializer.Serialize(reference, Wire.Json.ConversationReference));
    }

    /// <summary>Without the mention of the bot; other people's mentions stay, they say who was meant.</summary>
    private static string TextOf(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var entity in activity.Entities ?? [])
        {
            if (entity is { Type: "mention", Mentioned: { Id: { } id } mentioned } && id == activity.Recipient?.Id)
            {
                var mention = string.IsNullOrEmpty(entity.Text) ? $"<at>{mentioned.Name}</at>" : entity.Text;
                text = text.Replace(mention, "", StringComparison.Ordinal);
            }
        }

        return text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim();
    }

    private static CardAction? ActionOf(Activity activity) =>
        activity.Type == ActivityTypes.Invoke ? CardInvoke.ActionOf(activity) : CardAction.Read(activity.Value!.Value);

    private static FileDownloadInfo? DownloadOf(Attachment attachment)
    {
        try
        {
            return attachment.Content is { } content ? JsonSerializer.Deserialize(content.Span, Wire.Json.FileDownloadInfo) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string ContentTypeOf(string fileName) =>
        ContentTypes.TryGetContentType(fileName, out var type) ? type : "application/octet-stream";
}
