using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace StationBot.Records.Evidence;

/// <summary><c>GET /files/{token}</c>: whoever has the link may look, until it expires.</summary>
internal sealed class FilesEndpoint(FileLinks links, ContentStore store, ILogger<FilesEndpoint> log)
{
    public const string ExpiredText = "这个链接已过期。请回到聊天里重新查看记录，会有新的链接。";
    public const string UnknownText = "链接不对，打不开文件。请回到聊天里重新查看记录，会有新的链接。";
    public const string GoneText = "文件找不到了，请联系管理员。";

    public async Task<IResult> HandleAsync(string token, HttpContext context, CancellationToken cancellation)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        // Whatever a file claims to hold, nothing in it runs here.
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        headers.CacheControl = "private, no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return await links.OpenAsync(token, cancellation) switch
        {
            OpenedLink.Valid { File: var file } when store.Open(file.Hash) is { } content => Serve(file, content, context),
            OpenedLink.Valid => Refuse(context, StatusCodes.Status404NotFound, GoneText),
            OpenedLink.Expired => Refuse(context, StatusCodes.Status410Gone, ExpiredText),
            _ => Refuse(context, StatusCodes.Status404NotFound, UnknownText),
        };
    }

    /// <summary>Pictures are shown, everything else is only downloaded.</summary>
    private static IResult Serve(LinkedFile file, Stream content, HttpContext context)
    {
        var disposition = new ContentDispositionHeaderValue(file.Type.IsPicture ? DispositionTypeNames.Inline : DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Stream(content, file.Type.MediaType);
    }

    private IResult Refuse(HttpContext context, int status, string text)
    {
        log.LinkRefused(context.TraceIdentifier, status);
        return Results.Text($"{text}（编号 {context.TraceIdentifier}）", "text/plain; charset=utf-8", statusCode: status);
    }
}
