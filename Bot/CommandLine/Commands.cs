using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using StationBot.Cards;
using StationBot.Indicators;

namespace StationBot.CommandLine;

/// <summary>The command line (product.md §8): each command does its work, says so in one line and ends; none at all serves.</summary>
public static class Commands
{
    private const int SqliteBusy = 5;
    private const int SqliteNotADatabase = 26;

    /// <param name="serve">Runs the server with the arguments that are settings, such as <c>--urls</c>.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] args, Func<string[], Task<int>> serve) => RunAsync(args, serve, CommandContext.Process());

    internal static async Task<int> RunAsync(string[] args, Func<string[], Task<int>> serve, CommandContext context)
    {
        try
        {
            return AreSettings(args) ? await serve(args) : await InvokeAsync(args, context);
        }
        catch (Exception exception) when (Reason(exception) is not null)
        {
            return await context.FailAsync(Reason(exception)!);
        }
    }

    private static async Task<int> InvokeAsync(string[] args, CommandContext context)
    {
        // No response files: a name may begin with @.
        var parsed = Root(context).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (Usage.Problem(parsed) is { } problem)
        {
            return await context.FailAsync(problem);
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = context.Out, Error = context.Error, EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Root(CommandContext context) => new("社工站助手。不带命令就启动服务，网页聊天在 http://localhost:3978")
    {
        new Command("station", "站点") { StationCommands.Add(context), StationCommands.ChangeTier(context), StationCommands.AddYear(context) },
        new Command("member", "成员") { MemberCommands.Add(context), MemberCommands.Remove(context) },
        ImportCommand.Create(context),
        DemoCommand.Create(context),
        BackupCommand.Create(context),
        RestoreCommand.Create(context),
        new Command("person", "服务对象") { PersonCommands.Erase(context) },
        ReadCommand.Create(context),
    };

    /// <summary>Only <c>--key value</c> and <c>--key=value</c>: what the server's configuration reads.</summary>
    private static bool AreSettings(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                return false;
            }

            if (!args[i].Contains('=', StringComparison.Ordinal) && (++i == args.Length || args[i].StartsWith('-')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What can go wrong outside this program; anything else is a bug and keeps its stack.</summary>
    private static string? Reason(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: SqliteBusy } => "数据库正忙，请稍后再试",
        SqliteException { SqliteErrorCode: SqliteNotADatabase } => "这个文件不是本程序的数据库，请检查 ConnectionStrings:StationBot",
        SqliteException => $"数据库打不开或写不进去，请检查 ConnectionStrings:StationBot、磁盘空间和权限（{exception.Message}）",
        CatalogException or CardTemplateException => exception.Message,
        // Of the migrator, in Chinese; of the configuration, with the file's name and the place in it.
        InvalidDataException { InnerException: null } => exception.Message,
        InvalidDataException => $"配置文件读不懂：{exception.InnerException.Message}",
        IOException { InnerException: AddressInUseException } => $"端口已被占用，请先停掉占用它的程序，或用 --urls 换一个（{exception.Message}）",
        FileNotFoundException missing => $"找不到文件：{missing.FileName ?? missing.Message}",
        IOException or UnauthorizedAccessException => $"读写文件失败：{exception.Message}",
        OperationCanceledException => "已中断，什么也没有改动",
        _ => null,
    };
}
