using BenchmarkDotNet.Attributes;
using StationBot.Understanding;

namespace StationBot.Benchmarks.Reading;

/// <summary>One sentence, on average over all, for stations with few and with very many names.</summary>
[MemoryDiagnoser]
public class ReadingBenchmark
{
    private ReadingContext _context = Sentences.Context(0);
    private int _next;

    [Params(25, 10_000)]
    public int Persons { get; set; }

    [GlobalSetup]
    public void SetUp() => _context = Sentences.Context(Persons);

    [Benchmark]
    public object Read()
    {
        _next = (_next + 1) % Sentences.All.Length;
        return SentenceReader.Read(Sentences.All[_next], _context);
    }
}
