using StationBot.Indicators;

namespace StationBot.Understanding.Readings;

/// <summary>Only a part of the records is meant.</summary>
public abstract record Filter
{
    private protected Filter()
    {
    }

    /// <summary>As people say it.</summary>
    public abstract string Label { get; }
}

/// <param name="Mode">上门, 电话, 视频, 到站, 集体.</param>
public sealed record ModeFilter(string Mode) : Filter
{
    public override string Label => Mode;

    public override string ToString() => $"mode:{Mode}";
}

/// <summary>Of the one who asks (我做了几次).</summary>
public sealed record MineFilter : Filter
{
    public override string Label => "我";

    public override string ToString() => "mine";
}

/// <param name="Worker">A colleague's name as the station knows it.</param>
public sealed record WorkerFilter(string Worker) : Filter
{
    public override string Label => Worker;

    public override string ToString() => $"worker:{Worker}";
}

/// <summary>Of one person; whom a name means is for the answer to say, so no sentence reads as this alone.</summary>
/// <param name="Id">The person's.</param>
public sealed record PersonFilter(long Id, string Name) : Filter
{
    public override string Label => Name;

    public override string ToString() => $"person:{Id}";
}

/// <param name="Village">As the roster has it.</param>
public sealed record VillageFilter(string Village) : Filter
{
    public override string Label => Village;

    public override string ToString() => $"village:{Village}";
}

/// <param name="Tag">独居, 高龄 …</param>
public sealed record TagFilter(string Tag) : Filter
{
    public override string Label => Tag;

    public override string ToString() => $"tag:{Tag}";
}
