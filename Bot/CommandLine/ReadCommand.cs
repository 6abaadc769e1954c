using System.CommandLine;
using System.Globalization;
using System.Text;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding;

namespace StationBot.CommandLine;

/// <summary>How sentences are understood, for whoever wonders, and for measuring. Nothing is stored.</summary>
internal static class ReadCommand
{
    private static readonly string[] Moments = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    public static Command Create(CommandContext context)
    {
        var text = new Argument<string?>("句子") { Description = "要读的句子", Arity = ArgumentArity.ZeroOrOne };
        var file = Usage.Optional("--file", "一行一句的文件，或 - 从标准输入读");
        var station = Usage.Optional("--station", "站点名称：用它的名单、同事和项目年度");
        var now = Usage.Optional("--now", "当作什么时候说的，例如 2024-09-18T15:00");
        var json = new Option<bool>("--json") { Description = "每句输出一行 JSON" };
        return context.Handle(
            new Command("read", "read \"句子\" [--file 文件] [--station 阳光社工站] [--now 2024-09-18T15:00] [--json]") { text, file, station, now, json },
            async (parsed, bot, cancellation) =>
            {
                if ((parsed.GetValue(text) is null) == (parsed.GetValue(file) is null))
                {
                    return new Outcome.Failed("写一个句子，或用 --file 给一个文件，二者选一");
                }

                var moment = context.Time.GetLocalNow().DateTime;
                if (parsed.GetValue(now) is { } said && !DateTime.TryParseExact(said.Trim(), Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment))
                {
                    return new Outcome.Failed($"--now 写成 2024-09-18T15:00 这样，不能是“{said}”");
                }

                var name = parsed.GetValue(station)?.Trim();
                var found = name is null ? null : await bot.FindStationAsync(name, cancellation);
                if (name is not null && found is null)
                {
                    return new Outcome.Failed(Names.NoStation(name));
                }

                var reading = await ContextAsync(bot, found, moment, cancellation);
                var print = parsed.GetValue(json) ? (Func<string, ReadingContext, string>)ReadingReport.Json : ReadingReport.Text;
                var lines = parsed.GetValue(file) is { } path ? await LinesAsync(path, cancellation) : [parsed.GetValue(text)!];
                return new Outcome.Done(string.Join(Environment.NewLine, lines.Select(line => print(line, reading))));
            });
    }

    private static async Task<ReadingContext> ContextAsync(Installation bot, Station? station, DateTime now, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(now);
        IReadOnlyList<ProjectYear> years = station?.Years ?? [new ProjectYear(new DateOnly(today.Year, 1, 1))];
        var year = years.LastOrDefault(year => year.Period.First <= today, years[0]);
        return new ReadingContext
        {
            Now = now,
            Vocabulary = new Vocabulary(bot.Get<Catalogs>().For(year.Period)),
            ProjectYears = years,
            Names = station is null ? null : new NameIndex(
                await bot.Get<RosterStore>().NamesAsync(station.Id, cancellation),
                (await bot.Get<StationStore>().MembersAsync(station.Id, cancellation)).Keys),
        };
    }

    private static async Task<string[]> LinesAsync(string path, CancellationToken cancellation)
    {
        var lines = path == "-"
            ? (await Console.In.ReadToEndAsync(cancellation)).Split('\n')
            : await File.ReadAllLinesAsync(Path.GetFullPath(path), Encoding.UTF8, cancellation);
        return [.. lines.Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)];
    }
}
