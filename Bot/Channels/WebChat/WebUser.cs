namespace StationBot.Channels.WebChat;

/// <summary>Who sits at the browser.</summary>
internal static class WebUser
{
    public const string Refusal = "网页聊天只在运行本程序的这台电脑上打开：请在这台电脑的浏览器里访问 http://localhost:3978 。";

    /// <summary>
    /// The id of the person, or null where this request may not chat. Whoever sits at this machine is its one local user; a signed join
    /// link (product.md §7) would be read here.
    /// </summary>
    public static string? Find(HttpContext context) => LocalRequest.IsDirect(context) ? WebChatChannel.LocalUser : null;
}
