using StationBot.Messages;
using StationBot.Records.Evidence;

namespace StationBot.Conversations;

/// <summary>
/// The door for files: a channel hands bytes in before the message that they came with, and puts what it gets into <see cref="IncomingMessage.Files"/>.
/// So a message in the inbox never names bytes that a crash could lose.
/// </summary>
public sealed class IncomingFiles(ContentStore store, AttachmentOptions options)
{
    private static readonly string[] VoiceEndings = [".amr", ".m4a", ".mp3", ".wav", ".ogg", ".silk", ".aac"];

    /// <summary>Of one file, inclusive.</summary>
    public long MaxBytes => options.MaxBytes;

    /// <param name="name">As the sender says.</param>
    /// <param name="declaredType">As the sender says: believed in nothing but how a refusal is worded.</param>
    public async Task<IncomingFile> TakeAsync(string? name, string? declaredType, Stream content, CancellationToken cancellation)
    {
        var file = new IncomingFile(name ?? "");
        return await store.TakeAsync(content, cancellation) switch
        {
            Taken.Kept { Content: var kept } => file with { Hash = kept.Hash, Type = kept.Type.Id, Size = kept.Size },
            Taken.Empty => file with { Problem = FileProblem.Empty },
            Taken.TooLarge => file with { Problem = FileProblem.TooLarge },
            _ => file with { Problem = IsVoice(file.Name, declaredType) ? FileProblem.Voice : FileProblem.WrongType },
        };
    }

    private static bool IsVoice(string name, string? declaredType) =>
        declaredType?.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) == true
        || Array.Exists(VoiceEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
