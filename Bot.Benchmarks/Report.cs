namespace StationBot.Benchmarks;

/// <summary>What was measured: medians, in brackets the least and the most of all runs.</summary>
internal sealed class Report
{
    private readonly List<(string Name, Measured Measured)> _runs = [];
    private readonly List<(string Name, double Milliseconds)> _coldStarts = [];

    public (int Turns, double Megabytes)? Memory { get; set; }

    /// <summary>CPU seconds per 1000 durable commits by themselves.</summary>
    public double Commit { get; set; }

    public void Add(string name, Measured measured) => _runs.Add((name, measured));

    public void AddColdStart(string name, double milliseconds) => _coldStarts.Add((name, milliseconds));

    public void WriteTo(TextWriter output)
    {
        output.WriteLine("| | CPU-s per 1000 turns | floors | p50 ms |");
        output.WriteLine("|---|---|---|---|");
        var floor = Median(_runs.Where(run => run.Name == _runs[0].Name).Select(run => run.Measured.CpuPer1000));
        foreach (var group in _runs.GroupBy(run => run.Name, run => run.Measured))
        {
            var cpu = group.Select(run => run.CpuPer1000).ToList();
            output.WriteLine($"| {group.Key} | {Spread(cpu, "0.000")} | {Median(cpu) / floor:0.0} | {Spread([.. group.Select(run => run.MedianMilliseconds)], "0.0")} |");
        }

        output.WriteLine();
        output.WriteLine($"a durable commit by itself: {Commit:0.000} CPU-s per 1000");
        foreach (var group in _coldStarts.GroupBy(start => start.Name, start => start.Milliseconds))
        {
            output.WriteLine($"cold start to first reply, {group.Key}: {Spread([.. group], "0")} ms");
        }

        if (Memory is { } memory)
        {
            output.WriteLine($"resident after {memory.Turns:N0} turns: {memory.Megabytes:0} MB");
        }
    }

    private static string Spread(List<double> values, string format) =>
        $"{Median(values).ToString(format)} ({values.Min().ToString(format)}–{values.Max().ToString(format)})";

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
