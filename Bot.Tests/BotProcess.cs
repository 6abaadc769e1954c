using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace StationBot.Tests;

/// <summary>The bot as people run it: a process of its own, started in a directory of its own, which holds its <c>data/</c>.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<string> _log = [];
    private readonly HttpClient _http = new();
    private Process? _process;

    private BotProcess()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    /// <summary>The same after a restart.</summary>
    public Uri Url { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("stationbot-").FullName;

    /// <summary>What it wrote to its console so far; stands in the output of a test that failed.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return string.Join('\n', _log);
            }
        }
    }

    public static async Task<BotProcess> StartAsync()
    {
        var bot = new BotProcess();
        try
        {
            await bot.RestartAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts again on the same directory and port, after <see cref="KillAsync"/>.</summary>
    public async Task RestartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "--urls", Url.ToString()])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilReadyAsync(_process);
    }

    /// <summary>As a power cut does it: nothing is finished, nothing is said.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(Log);
        _http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task WaitUntilReadyAsync(Process process)
    {
        var began = Stopwatch.GetTimestamp();
        while (!process.HasExited && Stopwatch.GetElapsedTime(began) < Patience)
        {
            if (await IsReadyAsync())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"The bot did not start.\n{Log}");
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(Url, "health/ready"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Nobody listens yet.
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lock (_log)
            {
                _log.Add(text);
            }
        }
    }
}
