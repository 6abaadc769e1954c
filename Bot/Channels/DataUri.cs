namespace StationBot.Channels;

/// <summary>Bytes that stand in an address: <c>data:image/png;base64,…</c>.</summary>
internal static class DataUri
{
    private const string Scheme = "data:";
    private const string Base64Mark = ";base64";

    /// <returns>Null for any other address, and for what is no base64.</returns>
    public static byte[]? Read(string url)
    {
        var comma = url.IndexOf(',', StringComparison.Ordinal);
        if (!url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || comma < 0 || !url.AsSpan(0, comma).EndsWith(Base64Mark, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return Convert.FromBase64String(url[(comma + 1)..]);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
