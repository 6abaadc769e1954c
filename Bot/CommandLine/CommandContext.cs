using System.CommandLine;

namespace StationBot.CommandLine;

/// <summary>Where commands write, and what they run on.</summary>
internal sealed record CommandContext(TextWriter Out, TextWriter Error, Func<IConfiguration> Configuration, TimeProvider Time)
{
    /// <summary>Settings stand beside the assembly, wherever the command was typed.</summary>
    public static CommandContext Process() => new(Console.Out, Console.Error, LoadConfiguration, TimeProvider.System);

    /// <summary>What the command does; its one line goes out, its reason why not to the error stream.</summary>
    public Command Handle(Command command, Func<ParseResult, Installation, CancellationToken, Task<Outcome>> work)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            var configuration = Configuration();
            if (ConfigurationCheck.Problem(configuration) is { } problem)
            {
                return await FailAsync(problem);
            }

            await using var installation = new Installation(configuration, Time);
            return await work(parsed, installation, cancellation) switch
            {
                Outcome.Done done => await SayAsync(done.Line),
                Outcome.Failed failed => await FailAsync(failed.Reason),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        });
        return command;
    }

    public async Task<int> FailAsync(string reason)
    {
        await Error.WriteLineAsync(reason);
        return 1;
    }

    private async Task<int> SayAsync(string line)
    {
        await Out.WriteLineAsync(line);
        return 0;
    }

    private static IConfiguration LoadConfiguration()
    {
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT");
        return new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json")
            .AddJsonFile($"appsettings.{environment ?? "Production"}.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
    }
}

internal abstract record Outcome
{
    public sealed record Done(string Line) : Outcome;

    /// <param name="Reason">Nothing was changed.</param>
    public sealed record Failed(string Reason) : Outcome;
}
