using System.Buffers.Binary;
using System.Text.Json.Nodes;
using StationBot.Tests.Understanding;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Tests.HouseRules;

/// <summary>What Teams checks when the app is uploaded (schema 1.19), and what it can't know: that the bot understands its own commands.</summary>
public sealed class ManifestTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "manifest");
    private static readonly JsonNode Manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "manifest.json")))!;

    private static JsonNode Bot => Assert.Single(Manifest["bots"]!.AsArray())!;

    private static IEnumerable<JsonNode> CommandLists => Bot["commandLists"]!.AsArray().Select(list => list!);

    private static IEnumerable<JsonNode> Commands => CommandLists.SelectMany(list => list["commands"]!.AsArray()).Select(command => command!);

    public static TheoryData<string> Titles => [.. Commands.Select(command => (string)command["title"]!).Distinct()];

    [Fact]
    public void The_schema_is_the_version_that_it_says()
    {
        Assert.Equal("1.19", (string?)Manifest["manifestVersion"]);
        Assert.Contains("/v1.19/", (string)Manifest["$schema"]!, StringComparison.Ordinal);
        Assert.Equal("zh-cn", (string?)Manifest["localizationInfo"]!["defaultLanguageTag"]);
    }

    [Theory]
    [InlineData("name.short", 30)]
    [InlineData("name.full", 100)]
    [InlineData("description.short", 80)]
    [InlineData("description.full", 4000)]
    [InlineData("developer.name", 32)]
    public void A_text_is_there_and_no_longer_than_Teams_takes(string path, int most)
    {
        var text = (string)path.Split('.').Aggregate(Manifest, (node, name) => node[name]!)!;
        Assert.InRange(text.Length, 1, most);
    }

    [Fact]
    public void Commands_fit_their_lists()
    {
        Assert.InRange(CommandLists.Count(), 1, 3);
        Assert.All(CommandLists, list => Assert.InRange(list["commands"]!.AsArray().Count, 1, 10));
        Assert.All(Commands, command =>
        {
            Assert.InRange(((string)command["title"]!).Length, 1, 32);
            Assert.InRange(((string)command["description"]!).Length, 1, 128);
        });
        Assert.Equal(["personal", "team", "groupChat"], Bot["scopes"]!.AsArray().Select(scope => (string)scope!));
    }

    /// <summary>Teams types the title as it stands.</summary>
    [Theory, MemberData(nameof(Titles))]
    public void The_bot_understands_its_own_commands(string title) =>
        Assert.False(Readers.Read(title) is Unclear or OtherRequest or LogDraft or Refusal, Readers.Read(title).ToString());

    [Theory]
    [InlineData("color", 192, false)]
    [InlineData("outline", 32, true)]
    public void An_icon_has_its_size(string icon, int size, bool isTransparent)
    {
        const int TrueColourWithAlpha = 6;
        var file = (string)Manifest["icons"]![icon]!;
        // PNG: 8 bytes signature, 8 of the IHDR chunk's head, then width, height, bit depth, colour type.
        var header = File.ReadAllBytes(Path.Combine(Folder, file)).AsSpan(0, 26);
        Assert.Equal("IHDR"u8, header[12..16]);
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(header[16..]));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(header[20..]));
        Assert.Equal(isTransparent, header[25] == TrueColourWithAlpha);
    }
}
