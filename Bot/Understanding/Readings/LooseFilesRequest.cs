namespace StationBot.Understanding.Readings;

/// <summary>有哪些照片没归: the files that belong to no record yet.</summary>
public sealed record LooseFilesRequest : Reading
{
    public override string Intent => "attach";

    private protected override string Print() => "loose files";
}
