using StationBot.Channels.Teams;

namespace StationBot.Tests.Channels.Teams;

/// <summary>Requests as channels sent them; ids are made up.</summary>
internal static class Payload
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Payloads", "Teams");

    public static string[] All() => Directory.GetFiles(Folder, "*.json");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    public static Activity Activity(string name) => ActivityReader.Parse(Bytes(name))!;
}
