using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Storage;
using StationBot.Tests.Ledgers;
using StationBot.Tests.Records.Evidence;

namespace StationBot.Tests.Transcripts.Year;

/// <summary>
/// After any sequence of what people say and send, all 53 rows, done and 材料齐, are what a recount finds in the histories of records and persons alone;
/// 撤销 goes back through all of it until nothing is left, and 恢复 forward to where it was.
/// </summary>
public sealed class RecountByChatTests : IAsyncLifetime
{
    private const int Kinds = 18;
    private const int Played = 60;
    private static readonly string[] Names = ["李桂兰", "王德福", "张素芬", "赵铁柱"];
    private static readonly Gen<Step[]> Sequences = Gen.Select(Gen.Int[0, Kinds - 1], Gen.Int[1, 9], Gen.Int[0, Names.Length - 1], Gen.Int[1, 17], (kind, number, name, day) => new Step(kind, number, name, day)).Array[8, 26];

    private readonly StationApp _app = new();
    private int _tried;

    public ValueTask InitializeAsync()
    {
        // No two messages come at the same moment.
        _app.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>What random sequences failed on, cut to the shortest.</summary>
    public static TheoryData<string, string> Found => new()
    {
        { "two on the roster have one name: one was met and listed then, the other added", "2 6 3 5, 15 4 3 15, 14 8 3 6" },
        { "who was surveyed while the namesake was away is somebody else", "13 6 0 1, 2 1 0 10, 5 1 1 1, 5 1 1 1, 6 1 1 2" },
        { "an edit is done again though its record was undone and restored since", "0 7 2 15, 1 9 1 1, 1 7 2 10, 4 3 0 17, 14 7 3 10" },
        { "who comes again is not whoever was met by that name meanwhile", "17 6 3 4, 5 4 2 2, 1 3 1 17" },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public Task What_failed_once(string why, string steps)
    {
        Assert.NotEmpty(why);
        return PlayAsync([.. steps.Split(", ").Select(step => step.Split(' ').Select(int.Parse).ToArray()).Select(step => new Step(step[0], step[1], step[2], step[3]))]);
    }

    [Fact]
    public async Task All_rows_equal_a_recount_from_the_histories()
    {
        // The same sequences in each run: a build must not fail by chance.
        var random = new PCG(1, 2024);
        for (var i = 0; i < Played; i++)
        {
            await PlayAsync(Sequences.Generate(random, null, out _), goesBack: i % 2 == 0);
        }

        // Nothing of it was said in vain.
        Assert.Equal(["add", "bind", "edit", "mark", "restore", "revert", "unbind", "unmark", "void"], Rows("SELECT DISTINCT action FROM record_history ORDER BY action"));
        Assert.Equal(["add", "edit", "leave", "redo", "return", "undo"], Rows("SELECT DISTINCT action FROM person_history ORDER BY action"));
    }

    /// <param name="goesBack">Then takes everything back, and does it all again.</param>
    private async Task PlayAsync(Step[] steps, bool goesBack = true)
    {
        var place = Interlocked.Increment(ref _tried);
        var chat = _app.Chat($"u{place}");
        await chat.SetUpAsync($"{place}号站");
        await ListAsync(chat, Names[0], "elder");
        await ListAsync(chat, Names[1], "elder,relief");
        foreach (var step in steps)
        {
            _app.Time.Advance(TimeSpan.FromSeconds(20));
            await DoAsync(chat, step);
        }

        var page = await CheckAsync(chat, $"{place}号站");
        if (!goesBack)
        {
            return;
        }

        var back = await BackAsync(chat);
        _ = await CheckAsync(chat, $"{place}号站");
        Assert.Equal(["0"], Rows($"SELECT COUNT(*) FROM record JOIN station ON station.id = record.station_id WHERE station.name = '{place}号站' AND NOT voided"));
        for (var i = 0; i < back; i++)
        {
            await chat.SayAsync("恢复");
        }

        Assert.Equal(page, await CheckAsync(chat, $"{place}号站"));
    }

    /// <summary>Takes back everything.</summary>
    /// <returns>How many times 撤销 was said with success.</returns>
    private static async Task<int> BackAsync(Chat chat)
    {
        var said = new List<string>();
        while (await chat.SayAsync("撤销") is not "没有可以撤销的记录。" and var answer)
        {
            said.Add(chat.FirstLine);
            Assert.True(said.Count < 150, $"no end of {answer}");
        }

        return said.Count;
    }

    /// <returns>What the bot says, which is what the histories come to.</returns>
    private async Task<string> CheckAsync(Chat chat, string station)
    {
        var today = DateOnly.FromDateTime(_app.Time.GetUtcNow().UtcDateTime.AddHours(8));
        var diary = await RecountAsync((await _app.Services.GetRequiredService<StationStore>().FindAsync(station))!.Id);
        var page = await chat.SayAsync("本月全部指标进度");
        Assert.Equal(diary.MonthPage(today), page.Split('\n').Where((line, at) => at == 0 || line == "另：" || line.StartsWith("· ", StringComparison.Ordinal)));
        var ready = await chat.SayAsync("材料齐的有几项");
        Assert.Equal(diary.Ready("全部指标", [.. diary.Rows], today), ready.Split('\n')[0]);
        return $"{page}\n{ready}";
    }

    private static async Task DoAsync(Chat chat, Step step)
    {
        var (name, day, number) = (Names[step.Name], $"2024-09-{step.Day:00}", step.Number);
        switch (step.Kind)
        {
            case 0 or 1:
                await chat.VisitAsync("elder", step.Day % 2 == 0 ? "care" : "revisit", day, name);
                break;
            case 2:
                await chat.SayAsync("记调研");
                await chat.PressAsync("保存", ("domain", "elder"), ("date", day), ("others", name), ("charityNeeds", step.Day % 2 == 0 ? "棉被" : ""));
                break;
            case 3:
                await SayAndPressAsync(chat, $"记走访 {Names[0]}、{Names[2]}两户", "保存", ("domain", "relief"), ("category", "link"), ("content", "聊了"), ("date", day));
                break;
            case 4:
                await SayAndPressAsync(chat, $"{number}号日期改成{step.Day % 2 + 8}月{step.Day}日", "保存");
                await SayIfAsync(chat, step.Day % 3 == 0, "撤销");
                break;
            case 5:
                await chat.SayAsync("撤销");
                break;
            case 6:
                await chat.SayAsync(step.Day % 2 == 0 ? $"恢复{number}号" : "恢复");
                break;
            case 7:
                await chat.SayAsync(step.Day % 3 == 0 ? $"撤销{number}号的修改" : $"删掉{number}号");
                break;
            case 8 or 9:
                await chat.SendFilesAsync($"这是{number}号的照片", ("照片.jpg", SampleFiles.Jpeg($"{step}")));
                break;
            case 10:
                await chat.SendFilesAsync($"这是{number}号的照片", ("照片.jpg", SampleFiles.Jpeg($"{step}")));
                await PressAsync(chat, "解除");
                break;
            case 11:
                await chat.SayAsync($"{number}号传了");
                await SayIfAsync(chat, step.Day % 2 == 0, $"没传 {number}");
                break;
            case 12:
                await chat.SayAsync("9月的都传了");
                break;
            case 13:
                await SayAndPressAsync(chat, $"{Names[step.Name % 2]}9月{step.Number}日迁出", "确认");
                await SayIfAsync(chat, step.Day % 4 == 0, "撤销");
                break;
            case 14:
                await ListAsync(chat, name, step.Day % 2 == 0 ? "elder,disabled" : "child");
                break;
            case 15:
                await chat.SayAsync("查" + name);
                await PressAsync(chat, "修改资料");
                await PressAsync(chat, "保存", ("areas", step.Day % 2 == 0 ? "elder,relief" : "elder"));
                break;
            case 16:
                await chat.SayAsync("导出养老需求调研台账");
                break;
            case 17:
                await SayAndPressAsync(chat, $"{Names[step.Name % 2]}9月{step.Number}日迁出", "确认");
                await SayAndPressAsync(chat, $"{Names[step.Name % 2]}9月{Math.Max(10, step.Day)}日搬回来了", "确认");
                break;
        }
    }

    private static async Task ListAsync(Chat chat, string name, string areas)
    {
        await chat.SayAsync("新增人员");
        await chat.PressAsync("保存", ("name", name), ("areas", areas), ("community", "红旗村"), ("entered", "2024-01-01"));
    }

    private static Task SayIfAsync(Chat chat, bool isSaid, string said) => isSaid ? chat.SayAsync(said) : Task.CompletedTask;

    private static async Task SayAndPressAsync(Chat chat, string said, string button, params (string, string)[] inputs)
    {
        await chat.SayAsync(said);
        await PressAsync(chat, button, inputs);
    }

    /// <summary>Where there is nothing to press, it was answered otherwise.</summary>
    private static async Task PressAsync(Chat chat, string button, params (string, string)[] inputs)
    {
        if (chat.Buttons.Contains(button))
        {
            await chat.PressAsync(button, inputs);
        }
    }

    /// <summary>Each record as the last entry about its contents has it, with what the entries about evidence come to; each person likewise.</summary>
    private async Task<YearDiary> RecountAsync(long station)
    {
        var diary = new YearDiary(large: false) { Workers = { ["小王"] = false } };
        var history = _app.Services.GetRequiredService<HistoryStore>();
        for (var number = 1; await history.ReadAsync(station, number) is { Count: > 0 } entries; number++)
        {
            var last = entries.Last(entry => entry.After is not null).After!;
            var entry = new YearEntry
            {
                Row = last.Indicator,
                Date = last.Date,
                By = "小王",
                Number = number,
                // Two may have one name: somebody met before the roster named another one so, or while away from it.
                Persons = [.. last.Persons.Select(person => $"{person.Id}")],
                HasNeeds = last.Details.ContainsKey("charityNeeds"),
                IsOut = entries.Last(one => one.Action is "add" or "void" or "restore").Action == "void",
            };
            entry.Has.UnionWith(Evidence(station, number));
            diary.Entries.Add(entry);
        }

        diary.Roster.AddRange(Rows($"SELECT person_id, after FROM person_history h WHERE station_id = {station} AND step = (SELECT MAX(step) FROM person_history WHERE station_id = h.station_id AND person_id = h.person_id)")
            .Select(row => row.Split('|', 2)).Where(row => row[1].Length > 0).Select(row => Person(row[0], JsonNode.Parse(row[1])!)).Where(person => person.Areas.Length > 0));
        return diary;
    }

    private HashSet<string> Evidence(long station, int number)
    {
        var (marked, files) = (new HashSet<string>(), new Dictionary<long, string>());
        foreach (var row in Rows($"SELECT action, COALESCE(after, before) FROM record_history WHERE station_id = {station} AND number = {number} AND action IN ('mark', 'unmark', 'bind', 'unbind') ORDER BY step"))
        {
            var (action, what) = (row.Split('|')[0], JsonNode.Parse(row[(row.IndexOf('|', StringComparison.Ordinal) + 1)..])!);
            if (action is "mark" or "unmark")
            {
                _ = action == "mark" ? marked.Add(Named(what)) : marked.Remove(Named(what));
                continue;
            }

            // Each message here brought one file, so one kind.
            foreach (var file in what["Files"]!.AsArray().Select(id => (long)id!))
            {
                _ = action == "bind" ? files[file] = Named(Assert.Single(what["Kinds"]!.AsArray())!) : files.Remove(file) ? "" : throw new InvalidOperationException("unbound twice");
            }
        }

        return [.. marked, .. files.Values];
    }

    private static string Named(JsonNode kind) => EvidenceName.Of(Enum.Parse<EvidenceKind>((string)kind!));

    /// <param name="id">Stands for the name, which several may have.</param>
    private static YearPerson Person(string id, JsonNode person) => new()
    {
        Name = id,
        Community = (string?)person["Community"] ?? "",
        Areas = [.. (person["Areas"]?.AsArray() ?? []).Select(area => (string)area!)],
        Entered = Day((string)person["Entered"]!),
        Left = (string?)person["Left"] is { } left ? Day(left) : null,
        Away = [.. ((string?)person["Away"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(away => (Day(away[..10]), Day(away[^10..])))],
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private IReadOnlyList<string> Rows(string sql) => StoredRows.Of(_app.Services.GetRequiredService<Database>().FilePath, sql);

    private sealed record Step(int Kind, int Number, int Name, int Day);
}
