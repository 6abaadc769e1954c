using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace StationBot.Benchmarks;

/// <summary>A bot, or the floor, as a process of its own in a folder of its own; what it takes is read from /proc (Linux).</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private const double TicksPerSecond = 100;

    private readonly Process _process;

    private BotHost(Process process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }

    /// <summary>User and system time since the start.</summary>
    public double CpuSeconds
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
    }

    public double ResidentMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
        }
    }

    /// <param name="command">The program with its arguments; the URL to listen on is added.</param>
    /// <param name="folder">Becomes the current directory; the console's output goes to a file in it.</param>
    public static BotHost Start(string command, string folder)
    {
        Directory.CreateDirectory(folder);
        var url = $"http://127.0.0.1:{FreePort()}";
        // exec: the process id stays the one that is measured.
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec {command} --urls {url} > console.log 2>&1"]) { WorkingDirectory = folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        return new BotHost(Process.Start(start)!, new Uri(url));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
