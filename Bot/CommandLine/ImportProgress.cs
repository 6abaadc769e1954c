namespace StationBot.CommandLine;

/// <summary>A line after each 1,000 rows or each second, so that a long import is seen to move.</summary>
internal sealed class ImportProgress(TextWriter error, TimeProvider time)
{
    private const int Rows = 1000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private long _last = time.GetTimestamp();

    public void Report(int done, int total)
    {
        if (done % Rows == 0 || time.GetElapsedTime(_last) >= Longest)
        {
            _last = time.GetTimestamp();
            error.WriteLine($"已处理 {done}/{total} 行");
        }
    }
}
