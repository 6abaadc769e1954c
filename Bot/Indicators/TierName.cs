namespace StationBot.Indicators;

/// <summary>档次 as people write and see it.</summary>
public static class TierName
{
    public static string Of(Tier tier) => $"{(int)tier}万";

    public static Tier? Find(string name) => name switch
    {
        "10万" => Tier.T10,
        "20万" => Tier.T20,
        _ => null,
    };
}
