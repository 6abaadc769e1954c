using System.Text.RegularExpressions;
using static StationBot.Tests.Repository;

namespace StationBot.Tests.HouseRules;

/// <summary>Folders are namespaces, and namespaces have arrows: what a folder may use stands here, anything else is forbidden.</summary>
public sealed partial class LayeringTests
{
    private const int LongestFile = 500;
    private const int Patience = 1000;

    /// <summary>Each folder with the folders that it may use, lowest first: a folder names only folders above it in this list, so there is no circle.</summary>
    private static readonly (string Folder, string[] MayUse)[] Arrows =
    [
        ("Messages", []),
        ("Indicators", []),
        // What the counting engine says, as squares; drawn for whoever shows it.
        ("Pictures", ["Indicators"]),
        ("Storage", []),
        ("Cards", []),
        // How people are called is said, filled in and imported alike.
        ("Naming", []),
        ("Understanding", ["Indicators", "Naming"]),
        ("Stations", ["Indicators", "Storage"]),
        ("Records", ["Indicators", "Naming", "Stations", "Storage"]),
        ("Ledgers", ["Indicators", "Naming", "Records", "Stations"]),
        // When something unasked is due, and what became of it: answers tell and change it, WeeklyProgress does it.
        ("Pushes", ["Indicators", "Stations", "Storage"]),
        ("Answers", ["Messages", "Indicators", "Pictures", "Naming", "Pushes", "Storage", "Cards", "Understanding", "Stations", "Records", "Ledgers"]),
        ("Conversations", ["Messages", "Indicators", "Naming", "Pushes", "Storage", "Cards", "Understanding", "Stations", "Records", "Answers"]),
        ("WeeklyProgress",
            ["Messages", "Indicators", "Storage", "Cards", "Understanding", "Stations", "Records", "Ledgers", "Pushes", "Answers", "Conversations"]),
        ("Channels", ["Messages", "Conversations"]),
        // The page's activity log lives in the database.
        ("Channels/WebChat", ["Messages", "Conversations", "Storage"]),
        ("CommandLine", ["*"]),
    ];

    public static TheoryData<string> Folders => [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "Bot"))
        .Select(folder => Path.GetFileName(folder))
        .Where(name => name is not ("bin" or "obj" or "Properties" or "data"))];

    [Theory, MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_its_arrows_allow(string folder)
    {
        Assert.Contains(folder, Arrows.Select(arrow => arrow.Folder));
        var forbidden =
            from file in Sources(Path.Combine("Bot", folder))
            let path = Relative(file)
            let arrow = Arrows.Last(arrow => path.StartsWith($"Bot/{arrow.Folder}/", StringComparison.Ordinal))
            from used in FoldersUsed(File.ReadAllText(file)).Distinct()
            where used != folder && !arrow.MayUse.Contains(used) && arrow.MayUse is not ["*"]
            select $"{path} uses StationBot.{used}";
        Assert.Empty(forbidden);
    }

    /// <summary>Channels never see each other; what they share stands in Channels/ itself.</summary>
    [Fact]
    public void A_channel_does_not_know_another()
    {
        var forbidden =
            from file in Sources("Bot").Where(file => Relative(file).StartsWith("Bot/Channels/", StringComparison.Ordinal))
            from Match match in ChannelUsed().Matches(File.ReadAllText(file))
            let other = match.Groups["name"].Value
            where !Relative(file).StartsWith($"Bot/Channels/{other}/", StringComparison.Ordinal)
            select $"{Relative(file)} uses StationBot.Channels.{other}";
        Assert.Empty(forbidden);
    }

    [Fact]
    public void The_arrows_have_no_circle()
    {
        var known = new HashSet<string>();
        foreach (var (folder, mayUse) in Arrows.Where(arrow => arrow.MayUse is not ["*"]))
        {
            Assert.Empty(mayUse.Except(known));
            known.Add(folder);
        }
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var strays =
            from file in Sources("Bot").Where(file => Relative(file) != "Bot/Program.cs").Concat(Sources("Bot.Tests"))
            let folder = Path.GetDirectoryName(Relative(file))!.Replace('/', '.').Replace("Bot.Tests", "StationBot.Tests")
            let expected = folder.StartsWith("Bot", StringComparison.Ordinal) ? "Station" + folder : folder
            let actual = Namespace().Match(File.ReadAllText(file)).Groups["name"].Value
            where actual != expected
            select $"{Relative(file)} is in {actual}, not {expected}";
        Assert.Empty(strays);
    }

    [Fact]
    public void No_file_is_longer_than_a_reader_bears() =>
        Assert.Empty(Sources("Bot").Concat(Sources("Bot.Tests")).Where(file => File.ReadLines(file).Count() > LongestFile).Select(Relative));

    [Theory]
    [InlineData("using StationBot.Records;", "Records")]
    [InlineData("global using static StationBot.Cards.CardSize;", "Cards")]
    [InlineData("var x = StationBot.Storage.Dialect.Now;", "Storage")]
    [InlineData("namespace StationBot.Answers;", null)]
    [InlineData("namespace StationBot.Answers.Forms;", null)]
    public void A_use_is_seen(string line, string? folder) => Assert.Equal(folder, FoldersUsed(line).SingleOrDefault());

    private static IEnumerable<string> FoldersUsed(string source) => Used().Matches(source).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"(?<!namespace )\bStationBot\.(?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Used();

    [GeneratedRegex(@"(?<!namespace )\bStationBot\.Channels\.(?<name>Teams|WeCom|WebChat)\b", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex ChannelUsed();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.ExplicitCapture | RegexOptions.Multiline, Patience)]
    private static partial Regex Namespace();
}
