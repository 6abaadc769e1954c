using System.Text.RegularExpressions;

namespace StationBot.Tests.HouseRules;

/// <summary>What stands where, and what no source may say.</summary>
public sealed partial class SourceTests
{
    private const int Patience = 1000;

    /// <summary>The top level is the user's choice; beside it only what tools look for there.</summary>
    private static readonly string[] TopLevel =
    [
        "Bot", "Bot.Tests", "Bot.Benchmarks", "cards", "manifest", "README.md", "StationBot.sln",
        "LICENSE", "Directory.Build.props", "Directory.Packages.props", "global.json",
    ];

    /// <summary>What building and running leave behind; git ignores it.</summary>
    private static readonly string[] Leftovers = ["artifacts", "data", "TestResults", "node_modules", "BenchmarkDotNet.Artifacts"];

    [Fact]
    public void The_top_level_holds_nothing_else()
    {
        var found = new DirectoryInfo(Repository.Root).EnumerateFileSystemInfos()
            .Select(entry => entry.Name)
            .Where(name => name[0] != '.' && !name.EndsWith(".user", StringComparison.Ordinal));
        Assert.Empty(found.Except(TopLevel).Except(Leftovers));
    }

    /// <summary>
    /// The analyzer bans the clock of DateTime; the system's TimeProvider or zone would pass it by. They are handed in where a run begins.
    /// </summary>
    [Fact]
    public void No_clock_is_read_directly()
    {
        var readers = Repository.Sources("Bot")
            .Where(file => Repository.Relative(file) is not ("Bot/Program.cs" or "Bot/CommandLine/CommandContext.cs"))
            .Where(file => Clock().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative);
        Assert.Empty(readers);
    }

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("DateTimeOffset.UtcNow.AddDays(1)")]
    [InlineData("TimeProvider.System.GetUtcNow()")]
    [InlineData("Environment.TickCount64")]
    [InlineData("await Task.Delay(10, cancellation);", false)]
    [InlineData("clock.Now", false)]
    public void A_clock_is_seen(string line, bool isClock = true) => Assert.Equal(isClock, Clock().IsMatch(line));

    [GeneratedRegex(@"\b(DateTime(Offset)?\.(Utc)?(Now|Today)|TimeProvider\.System|TimeZoneInfo\.Local|Environment\.TickCount)", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Clock();
}
