using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;

namespace StationBot.Records.Evidence;

/// <summary>Which stored bytes the database refers to. Whatever keeps a hash stands here, or its bytes are swept and no backup has them.</summary>
internal static partial class ContentReferences
{
    private const int Patience = 1000;

    public static async Task<IReadOnlySet<string>> AllAsync(DbConnection connection)
    {
        var all = (await connection.QueryAsync<string>("SELECT hash FROM attachment UNION SELECT hash FROM ledger")).ToHashSet();
        all.UnionWith(await WaitingAsync(connection));
        return all;
    }

    /// <param name="hashes">Few enough for one statement.</param>
    public static async Task<IReadOnlySet<string>> AmongAsync(DbConnection connection, IReadOnlyCollection<string> hashes)
    {
        var among = (await connection.QueryAsync<string>(
            "SELECT hash FROM attachment WHERE hash IN @hashes UNION SELECT hash FROM ledger WHERE hash IN @hashes",
            new { hashes })).ToHashSet();
        among.UnionWith((await WaitingAsync(connection)).Intersect(hashes));
        return among;
    }

    /// <summary>Of messages whose turn isn't over: their files become attachments then.</summary>
    private static async Task<IEnumerable<string>> WaitingAsync(DbConnection connection) =>
        (await connection.QueryAsync<string>("SELECT body FROM inbox WHERE body IS NOT NULL")).SelectMany(body => Hash().Matches(body).Select(match => match.Value));

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.None, Patience)]
    private static partial Regex Hash();
}
