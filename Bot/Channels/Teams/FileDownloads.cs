using System.Net;
using StationBot.Conversations;
using StationBot.Messages;

namespace StationBot.Channels.Teams;

/// <param name="ContentType">As the sender says.</param>
internal sealed record FileReference(string Name, string ContentType, string Url);

/// <summary>
/// Fetches the files of a message before the message is taken over. Teams' links are short-lived, and it sends the message again where it hears no
/// answer within 15 seconds: so there is a budget for all files together, and what is not there by then is asked for anew.
/// </summary>
internal sealed class FileDownloads(HttpMessageHandler network, IncomingFiles incoming, TimeProvider time, ILogger<FileDownloads> log) : IDisposable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(network) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>In groups nothing is kept, so nothing is fetched.</summary>
    public async Task<IReadOnlyList<IncomingFile>> TakeAsync(Activity activity, bool isGroup)
    {
        var files = ActivityReader.FilesOf(activity.Attachments);
        if (files.Count == 0 || isGroup)
        {
            return [.. files.Select(file => new IncomingFile(file.Name))];
        }

        using var budget = new CancellationTokenSource(Budget, time);
        return await Task.WhenAll(files.Select(file => TakeAsync(file, activity, budget.Token)));
    }

    public void Dispose() => _http.Dispose();

    private async Task<IncomingFile> TakeAsync(FileReference file, Activity activity, CancellationToken cancellation)
    {
        if (DataUri.Read(file.Url) is { } bytes)
        {
            return await incoming.TakeAsync(file.Name, file.ContentType, new MemoryStream(bytes), CancellationToken.None);
        }

        if (!Uri.TryCreate(file.Url, UriKind.Absolute, out var url) || !ServiceUrls.IsFileAllowed(url, activity.ServiceUrl))
        {
            return NotFetched(file, activity, "address not allowed");
        }

        try
        {
            using var response = await _http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return NotFetched(file, activity, ((int)response.StatusCode).ToString());
            }

            // Said to be too large: not a byte of it is read.
            await using var content = response.Content.Headers.ContentLength > incoming.MaxBytes ? Stream.Null : await response.Content.ReadAsStreamAsync(cancellation);
            return content == Stream.Null
                ? new IncomingFile(file.Name) { Problem = FileProblem.TooLarge }
                : await incoming.TakeAsync(file.Name, file.ContentType, content, cancellation);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or HttpIOException)
        {
            return NotFetched(file, activity, e.GetType().Name);
        }
    }

    private IncomingFile NotFetched(FileReference file, Activity activity, string reason)
    {
        log.FileNotFetched(activity.Id, reason);
        return new IncomingFile(file.Name) { Problem = FileProblem.NotFetched };
    }
}
