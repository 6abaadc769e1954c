using System.CommandLine;
using StationBot.Records.Evidence;
using StationBot.Storage;

namespace StationBot.CommandLine;

internal static class RestoreCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "backup 做的备份文件" };
        return context.Handle(new Command("restore", "restore FILE") { file }, async (parsed, bot, cancellation) =>
        {
            var source = Path.GetFullPath(parsed.GetRequiredValue(file));
            if (!File.Exists(source))
            {
                return new Outcome.Failed($"找不到文件：{source}");
            }

            if (source == bot.Database.FilePath)
            {
                return new Outcome.Failed("这就是正在用的数据库，请写备份文件");
            }

            return await RunAsync(bot, source, cancellation) switch
            {
                Restored.Done { Kept: null } => new Outcome.Done($"已从 {source} 恢复"),
                Restored.Done { Kept: var kept } => new Outcome.Done($"已从 {source} 恢复，原来的数据库保存为 {Path.GetFileName(kept)}"),
                Restored.InUse => new Outcome.Failed("数据库正在使用，请先停掉服务再恢复；没有改动"),
                Restored.Unfit unfit => new Outcome.Failed($"不能用这个文件恢复，{unfit.Reason}；没有改动：{source}"),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        });
    }

    /// <summary>A backup from before it held photos and files restores the database alone; those that stand here stay.</summary>
    private static async Task<Restored> RunAsync(Installation bot, string source, CancellationToken cancellation)
    {
        var contents = bot.Get<ContentBackup>();
        contents.Clear();
        try
        {
            return await bot.Get<DatabaseFile>().RestoreAsync(source, new RestoredBeside(contents.StageAsync, contents.Place), cancellation);
        }
        finally
        {
            contents.Clear();
        }
    }
}
