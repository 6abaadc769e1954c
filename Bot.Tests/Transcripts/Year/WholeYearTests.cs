namespace StationBot.Tests.Transcripts.Year;

/// <summary>
/// An empty station through the whole of 2024 to 53/53 材料齐, by messages, cards and attachments alone. At the end of each month every row is as the
/// diary of the test has it, which counts nothing with the bot's own code.
/// </summary>
public sealed class WholeYearTests
{
    [Theory]
    [InlineData("10万")]
    [InlineData("20万")]
    public async Task An_empty_station_comes_to_53_rows_with_all_their_evidence(string tier)
    {
        await using var app = new StationApp(new DateTimeOffset(2024, 1, 2, 8, 0, 0, TimeSpan.FromHours(8)));
        var (wang, li) = (new YearWorker("小王", app.Chat()), new YearWorker("小李", app.Chat("u2", "小李")));
        await wang.Chat.SetUpAsync(tier: tier);
        await li.Chat.SayAsync("加入 " + (await wang.Chat.SayAsync("加入码")).Split('：')[1][..6]);
        var diary = new YearDiary(tier == "20万") { Workers = { ["小王"] = false, ["小李"] = false } };
        var office = new YearOffice(app, diary, wang, li);
        Assert.Equal(53, diary.Rows.Count);

        await CheckMonthAsync(office, office.Today);
        await new YearScript(office, tier == "20万").PlayAsync(async day =>
        {
            await CheckMonthAsync(office, day);
            if (day.Month is 6 or 12)
            {
                await CheckRowsAsync(office, day);
            }
        });

        Assert.Equal("2024年 全部指标：材料齐 53/53 项，已做 53/53 项", (await wang.Chat.SayAsync("今年材料齐的有几项")).Split('\n')[0]);
        Assert.StartsWith("2024年 全部指标：已达标\n", await wang.Chat.SayAsync("今年还差几项"));
        // It counts nothing beside the first visit of that day, and nobody has photographed it.
        var extra = diary.Entries.Single(entry => entry is { Row: "elder.care", IsOut: false } && !entry.Has.Contains("水印照片"));
        Assert.Equal($"2024年 材料：缺 1 条\n· #{extra.Number} 5月10日 养老服务·关爱帮扶 {diary.Roster.Single(person => person.Name == extra.Persons[0]).Label} 缺水印照片", await wang.Chat.SayAsync("还缺啥材料"));
    }

    private static async Task CheckMonthAsync(YearOffice office, DateOnly day)
    {
        var chat = office.Li.Chat;
        var page = (await chat.SayAsync("本月全部指标进度")).Split('\n');
        Assert.Equal(office.Diary.MonthPage(day), page.Where((line, place) => place == 0 || line == "另：" || line.StartsWith("· ", StringComparison.Ordinal)));
        Assert.Equal(office.Diary.Ready("全部指标", [.. office.Diary.Rows], day), (await chat.SayAsync("材料齐的有几项")).Split('\n')[0]);
    }

    /// <summary>Row by row, over the year.</summary>
    private static async Task CheckRowsAsync(YearOffice office, DateOnly day)
    {
        var wrong = new List<string>();
        foreach (var row in office.Diary.Rows)
        {
            await CompareAsync($"今年{row.Name}还差多少", office.Diary.Remaining(row, day));
            await CompareAsync($"{row.Name}材料齐的有几项", office.Diary.Ready(row.Name, [row], day));
        }

        Assert.Empty(wrong);

        async Task CompareAsync(string asked, string expected)
        {
            var answer = (await office.Wang.Chat.SayAsync(asked)).Split('\n')[0];
            if (answer != expected)
            {
                wrong.Add($"{asked}: {expected} ≠ {answer}");
            }
        }
    }
}
