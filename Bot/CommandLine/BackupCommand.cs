using System.CommandLine;
using StationBot.Records.Evidence;

namespace StationBot.CommandLine;

internal static class BackupCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "备份文件，不能已经存在" };
        return context.Handle(new Command("backup", "backup FILE") { file }, async (parsed, bot, cancellation) =>
        {
            var target = Path.GetFullPath(parsed.GetRequiredValue(file));
            if (Path.Exists(target))
            {
                return new Outcome.Failed($"已经有这个文件，不覆盖：{target}");
            }

            if (!Directory.Exists(Path.GetDirectoryName(target)))
            {
                return new Outcome.Failed($"没有这个目录：{Path.GetDirectoryName(target)}");
            }

            // An empty copy would pass for a backup.
            if (!File.Exists(bot.Database.FilePath))
            {
                return new Outcome.Failed($"还没有数据库，没有可备份的：{bot.Database.FilePath}");
            }

            var (files, missing) = await CopyAsync(bot, target, cancellation);
            return new Outcome.Done($"已备份到 {target}（{new FileInfo(target).Length / 1024} KB{Files(files, missing)}）");
        });
    }

    private static string Files(int files, int missing) =>
        (files + missing > 0 ? $"，含 {files} 个照片和文件" : "") + (missing > 0 ? $"，另有 {missing} 个已找不到" : "");

    /// <summary>Under another name until it is whole.</summary>
    private static async Task<(int Files, int Missing)> CopyAsync(Installation bot, string target, CancellationToken cancellation)
    {
        var partial = $"{target}.{Guid.NewGuid():N}.partial";
        try
        {
            await bot.Database.BackUpAsync(partial, cancellation);
            var files = await bot.Get<ContentBackup>().EncloseAsync(partial, cancellation);
            File.Move(partial, target);
            return files;
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
