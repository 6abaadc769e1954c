using System.CommandLine;
using StationBot.Ledgers;

namespace StationBot.CommandLine;

internal static class ImportCommand
{
    private const int MostProblems = 50;

    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = ".csv（UTF-8）或 .xlsx 文件" };
        var station = Usage.Required("--station", "站点名称");
        var kind = Usage.Required("--kind", "roster 名单，或 records 记录");
        var dryRun = new Option<bool>("--dry-run") { Description = "只检查，不写入" };
        return context.Handle(
            new Command("import", "import FILE --station 阳光社工站 --kind roster|records [--dry-run]") { file, station, kind, dryRun },
            async (parsed, bot, cancellation) =>
            {
                var what = parsed.GetRequiredValue(kind).Trim();
                if (what is not ("roster" or "records"))
                {
                    return new Outcome.Failed($"--kind 只能是 roster 或 records，不能是“{what}”");
                }

                if (await bot.FindStationAsync(parsed.GetRequiredValue(station).Trim(), cancellation) is not { } found)
                {
                    return new Outcome.Failed(Names.NoStation(parsed.GetRequiredValue(station)));
                }

                var path = Path.GetFullPath(parsed.GetRequiredValue(file));
                var options = new LedgerOptions(parsed.GetValue(dryRun), new ImportProgress(context.Error, context.Time).Report);
                var ledgers = bot.Get<LedgerImport>();
                return Say(
                    options.IsDryRun,
                    what == "roster"
                        ? await ledgers.RosterAsync(found, path, options, cancellation)
                        : await ledgers.RecordsAsync(found, path, options, cancellation));
            });
    }

    private static Outcome Say(bool isDryRun, LedgerOutcome outcome) => outcome switch
    {
        LedgerOutcome.Refused refused => new Outcome.Failed(Problems(refused.Problems)),
        LedgerOutcome.Roster { Result: var roster } => new Outcome.Done(
            $"{Lead(isDryRun, "名单")}新增 {roster.Added} 人，更新 {roster.Updated} 人，没有变化 {roster.Unchanged} 人"),
        LedgerOutcome.Records { Result: var records, OffRoster: var offRoster } => new Outcome.Done(
            $"{Lead(isDryRun, "记录")}新增 {records.Added} 条，已有 {records.Known} 条，补充材料 {records.Evidence} 份"
            + (offRoster == 0 ? "" : $"，名单外 {offRoster} 人")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Lead(bool isDryRun, string what) => isDryRun ? $"试运行（没有写入）：{what}将" : $"已导入{what}：";

    private static string Problems(IReadOnlyList<Problem> problems)
    {
        var lines = problems.Take(MostProblems).Select(problem => problem.ToString());
        var rest = problems.Count > MostProblems ? [$"还有 {problems.Count - MostProblems} 处"] : Array.Empty<string>();
        return string.Join(Environment.NewLine, ["没有导入，请改好后再试：", .. lines, .. rest]);
    }
}
