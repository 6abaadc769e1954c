using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Records.Files;
using StationBot.Stations;
using StationBot.Tests.Transcripts;

namespace StationBot.Tests.WeeklyProgress;

/// <summary>Monday's message of the sample station: each number is the one that asking gives.</summary>
public sealed class WeeklyMessageTests : IAsyncLifetime
{
    private const int MostLines = 10;
    private const int Patience = 1000;

    /// <summary>Monday 2024-09-23, 08:30.</summary>
    private readonly StationApp _app = new(new DateTimeOffset(2024, 9, 23, 0, 30, 0, TimeSpan.Zero));

    private Chat _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _chat = _app.Chat();
        await _chat.SayAsync("你好");
        await _chat.PressAsync("先看看演示站点");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_lead_gets_the_stations_week_in_ten_lines()
    {
        var week = await _app.WeekAsync();
        var lines = week.Text.Split('\n');
        Assert.InRange(lines.Length, 5, MostLines);
        Assert.Equal(await FirstAsync("本月还差啥"), lines[0]);
        Assert.StartsWith("· ", lines[1], StringComparison.Ordinal);
        Assert.Contains(Number(week.Line("全年"), "(?<n>\\d+ 项有风险)"), await FirstAsync("今年哪些有风险"), StringComparison.Ordinal);
        Assert.EndsWith("共 " + Number(week.Line("上周"), "记录 (?<n>\\d+ 条)"), await FirstAsync("上周的记录"), StringComparison.Ordinal);
        Assert.EndsWith(Number(week.Line("材料"), "(?<n>缺 \\d+ 条)"), await FirstAsync("哪些记录缺材料"), StringComparison.Ordinal);
        Assert.EndsWith("：" + Number(week.Line("本周"), "本周：(?<n>[^：]+)(?:：.*)?$"), await FirstAsync("本周到期的有哪些"), StringComparison.Ordinal);
        Assert.EndsWith(Number(week.Line("停滞"), "个案 (?<n>\\d+ 个)"), await FirstAsync("哪些个案停滞了"), StringComparison.Ordinal);
        Assert.EndsWith(Number(week.Line("停滞"), "小组 (?<n>\\d+ 个)"), await FirstAsync("哪些小组停滞了"), StringComparison.Ordinal);
    }

    /// <summary>The people of a station get the same picture, minutes apart.</summary>
    [Fact]
    public async Task The_picture_is_drawn_once_for_all_of_the_station()
    {
        var lead = (await _app.WeekAsync()).Picture;
        Assert.SkipWhen(lead is null, "This build has no font: it takes Node to fetch it.");
        var folder = _app.Services.GetRequiredService<AttachmentOptions>().Folder;
        var file = Assert.Single(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Equal(lead.Content, (await _app.WeekAsync("小李")).Picture!.Content);

        // Whoever reads what stands there has not drawn again.
        var other = new byte[lead.Content.Length];
        await File.WriteAllBytesAsync(file, other);
        Assert.Equal(other, (await _app.WeekAsync("小李")).Picture!.Content);

        // It was cleared away, or shows something else by now.
        File.Delete(file);
        Assert.Equal(lead.Content, (await _app.WeekAsync("小李")).Picture!.Content);
        _app.Time.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(lead.Content, (await _app.WeekAsync("小李")).Picture!.Content);
    }

    /// <summary>The text, and what the row says, are those of the answer.</summary>
    [Fact]
    public async Task What_is_at_risk_comes_first_the_furthest_behind_before_the_others()
    {
        var rows = (await _app.WeekAsync()).Text.Split('\n').Where(line => line.StartsWith("· ", StringComparison.Ordinal)).ToList();
        Assert.InRange(rows.Count, 1, 3);
        var answer = await _chat.SayAsync("本月还差啥");
        Assert.All(rows, row => Assert.Contains(row, answer, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Contains(" 差 ", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_workers_week_is_the_workers()
    {
        var worker = await WorkerAsync();
        var week = await _app.WeekAsync(worker);
        Assert.InRange(week.Text.Split('\n').Length, 4, MostLines);
        Assert.Contains("你", week.Line("上周"), StringComparison.Ordinal);
        Assert.DoesNotContain("停滞：", week.Text, StringComparison.Ordinal);
        var files = await AllFilesAsync();
        Assert.All(files.Where(file => file.Worker != worker), file => Assert.DoesNotContain(file.Name + " 第", week.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_group_nobody_is_named()
    {
        var week = await _app.WeekAsync(isGroup: true);
        var card = Encoding.UTF8.GetString(week.Card!.Value.Span);
        var names = await NamesAsync();
        Assert.NotEmpty(names);
        Assert.All(names, name =>
        {
            Assert.DoesNotContain(name, week.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(name, card, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("form.open", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_buttons_begin_what_is_missing()
    {
        var week = await _app.WeekAsync();
        var card = Encoding.UTF8.GetString(week.Card!.Value.Span);
        Assert.Contains("\"verb\":\"form.open\"", card, StringComparison.Ordinal);
        Assert.Contains("本周到期的", card, StringComparison.Ordinal);
        Assert.Equal("image/png", week.Picture?.MediaType ?? "image/png");
    }

    [Fact]
    public async Task On_a_day_outside_every_project_year_it_says_so()
    {
        _app.Time.Advance(TimeSpan.FromDays(200));
        Assert.Contains("不在任何项目年度内", (await _app.WeekAsync()).Text, StringComparison.Ordinal);
    }

    private async Task<string> FirstAsync(string question)
    {
        await _chat.SayAsync(question);
        return _chat.FirstLine;
    }

    private async Task<string> WorkerAsync()
    {
        var to = await _app.RecipientAsync();
        var all = await _app.Services.GetRequiredService<StationStore>().ActiveMembersAsync(to.Station.Id);
        return all.First(member => member.Role == Role.Worker).Name;
    }

    private async Task<IReadOnlyList<(string Name, string? Worker)>> AllFilesAsync()
    {
        var to = await _app.RecipientAsync();
        string[] rows = ["relief.case", "elder.case", "child.case", "disabled.case", "relief.group", "elder.group", "child.group", "disabled.group"];
        return [.. (await _app.Services.GetRequiredService<Caseload>().AllAsync(to.Station.Id, rows)).Select(file => (file.Name, file.Life.Worker))];
    }

    private async Task<List<string>> NamesAsync()
    {
        var to = await _app.RecipientAsync();
        return [.. (await _app.Services.GetRequiredService<RosterImport>().EverybodyAsync(to.Station.Id)).Select(person => person.Name)];
    }

    private static string Number(string line, string pattern)
    {
        var found = Regex.Match(line, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(Patience));
        Assert.True(found.Success, line);
        return found.Groups["n"].Value;
    }
}
