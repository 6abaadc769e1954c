using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace StationBot.Channels.WebChat;

/// <summary>The page and its files, which stand in <c>page/</c> beside the assembly.</summary>
internal static class WebChatPage
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "page");

    /// <summary>
    /// Nothing from elsewhere and no inline script; the bundle writes its styles into the page and pictures as data, and reads the files that a
    /// person picked from blobs.
    /// </summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' data: blob:; "
        + "font-src 'self' data:; connect-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(RouteGroupBuilder group)
    {
        group.AddEndpointFilter(GuardAsync);
        group.MapGet("/", () => Serve("index.html", "text/html; charset=utf-8"));
        group.MapGet("/chat.js", () => Serve("chat.js", "text/javascript; charset=utf-8"));
        group.MapGet("/chat.css", () => Serve("chat.css", "text/css; charset=utf-8"));
        group.MapGet("/webchat.js", ServeBundle);
    }

    private static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var headers = call.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // Kept by the browser, asked for again by its ETag: a new version is seen at once.
        headers.CacheControl = "no-cache";
        return WebUser.Find(call.HttpContext) is null
            ? Results.Text(WebUser.Refusal, "text/plain; charset=utf-8", statusCode: StatusCodes.Status403Forbidden)
            : await next(call);
    }

    /// <summary>3.9 MB, kept compressed only: every browser takes gzip.</summary>
    private static IResult ServeBundle(HttpContext context)
    {
        var result = Serve("webchat.js.gz", "text/javascript; charset=utf-8");
        if (result is PhysicalFileHttpResult)
        {
            context.Response.Headers.ContentEncoding = "gzip";
        }

        return result;
    }

    private static IResult Serve(string name, string contentType)
    {
        var file = new FileInfo(Path.Combine(Folder, name));
        return file.Exists
            ? TypedResults.PhysicalFile(
                file.FullName,
                contentType,
                entityTag: new EntityTagHeaderValue($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\""))
            : TypedResults.NotFound();
    }
}
