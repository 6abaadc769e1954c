using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using StationBot.Tests.Records.Evidence;

namespace StationBot.Tests.Transcripts.Year;

/// <summary>A worker of the station and their chat.</summary>
internal sealed record YearWorker(string Name, Chat Chat);

/// <summary>What two workers do at their phones: each deed is said, filled in, photographed and marked through the bot, and written into the diary.</summary>
internal sealed class YearOffice(StationApp app, YearDiary diary, YearWorker wang, YearWorker li)
{
    private int _numbers;

    public YearDiary Diary => diary;
    public YearWorker Wang => wang;
    public YearWorker Li => li;
    public FakeTimeProvider Time => app.Time;
    public DateOnly Today => DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>Moves the clock on to that hour of the day, in Shanghai; never back.</summary>
    public void GoTo(DateOnly day, int hour)
    {
        var wanted = new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(8));
        if (wanted > app.Time.GetUtcNow())
        {
            app.Time.Advance(wanted - app.Time.GetUtcNow());
        }
    }

    /// <summary>Opens a form, fills it in and saves it.</summary>
    public async Task<YearEntry> SaveAsync(string said, YearEntry entry, params IEnumerable<(string Id, string Value)> inputs)
    {
        app.Time.Advance(TimeSpan.FromMinutes(3));
        var chat = ChatOf(entry.By);
        await chat.SayAsync(said);
        await chat.PressAsync("保存", [("date", Text(entry.Date)), .. inputs]);
        Written(chat);
        return Keep(entry);
    }

    /// <summary>Saves what is no record that counts: a file opened or closed.</summary>
    public async Task NoteAsync(YearWorker who, string said, params IEnumerable<(string Id, string Value)> inputs)
    {
        app.Time.Advance(TimeSpan.FromMinutes(3));
        await who.Chat.SayAsync(said);
        await who.Chat.PressAsync("保存", inputs);
        Written(who.Chat);
    }

    /// <summary>The next number is the record's.</summary>
    public YearEntry Keep(YearEntry entry, int? number = null)
    {
        entry.Number = number ?? _numbers;
        diary.Entries.Add(entry);
        return entry;
    }

    public int NextNumber() => ++_numbers;

    public async Task PhotoAsync(YearEntry entry, string words = "")
    {
        await SendAsync(entry, words, ("照片.jpg", Picture(entry)));
        entry.Has.Add("水印照片");
    }

    public Task FilesAsync(YearEntry entry, params IEnumerable<string> names) => ShowAsync(entry, "", names);

    /// <summary>Files whose names say what they are.</summary>
    public async Task ShowAsync(YearEntry entry, string words, params IEnumerable<string> names)
    {
        var files = names.ToList();
        await SendAsync(entry, words, [.. files.Select(name => (name, name.EndsWith("docx", StringComparison.Ordinal) ? SampleFiles.Docx : Picture(entry)))]);
        foreach (var name in files)
        {
            entry.Has.Add(Path.GetFileNameWithoutExtension(name));
        }
    }

    /// <summary>Says that uploads are done; which ones these are follows from the diary.</summary>
    public async Task MarkAsync(YearWorker who, string said, DateOnly first, DateOnly last)
    {
        var open = diary.Entries
            .Where(entry => entry.By == who.Name && !entry.IsOut && entry.Date >= first && entry.Date <= last && diary.Row(entry.Row).WantsUpload && !entry.Has.Contains("网站上传"))
            .OrderBy(entry => entry.Date).ThenBy(entry => entry.Number).ToList();
        if (open.Count > 0)
        {
            await MarkAsync(who, said, open);
        }
    }

    public async Task MarkAsync(YearWorker who, string said, IReadOnlyList<YearEntry> marked)
    {
        app.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal($"已标记上传 {marked.Count} 条：{string.Join('、', marked.Select(entry => $"#{entry.Number}"))}。", await who.Chat.SayAsync(said));
        foreach (var entry in marked)
        {
            entry.Has.Add("网站上传");
        }
    }

    /// <summary>The value of a file in the card that the sentence opens: the one whose title begins so.</summary>
    public async Task<string> FileAsync(YearWorker who, string said, YearFile file)
    {
        await who.Chat.SayAsync(said);
        var choice = Inputs(who.Chat.Card!).Single(input => (string?)input["id"] == "file")["choices"]!.AsArray()
            .FirstOrDefault(choice => ((string)choice!["title"]!).StartsWith(file.Name + " · ", StringComparison.Ordinal));
        Assert.True(choice is not null, $"{file.Name} is no choice of {said}");
        return (string)choice!["value"]!;
    }

    public Chat ChatOf(string name) => name == wang.Name ? wang.Chat : li.Chat;

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Written(Chat chat)
    {
        var number = NextNumber();
        Assert.True(chat.FirstLine == $"已保存 #{number}", $"#{number} on {Text(Today)}: {chat.Text}");
    }

    private async Task SendAsync(YearEntry entry, string words, params (string, byte[])[] files)
    {
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var chat = ChatOf(entry.By);
        await chat.SendFilesAsync(words, files);
        if (chat.FirstLine.EndsWith("归到哪一条？", StringComparison.Ordinal) && chat.Buttons.FirstOrDefault(button => button.StartsWith($"#{entry.Number} ", StringComparison.Ordinal)) is { } button)
        {
            await chat.PressAsync(button);
        }

        Assert.True(
            chat.FirstLine.StartsWith("已归入 ", StringComparison.Ordinal) && chat.FirstLine.EndsWith($" #{entry.Number}", StringComparison.Ordinal),
            $"#{entry.Number} {entry.Row} on {Text(Today)}: {chat.Text} {string.Join('|', chat.Buttons)}");
    }

    private byte[] Picture(YearEntry entry) => SampleFiles.Jpeg($"{entry.Number}-{app.Time.GetUtcNow().Ticks}", entry.Date.ToDateTime(new TimeOnly(9, 30)));

    private static IEnumerable<JsonObject> Inputs(JsonNode node) => node switch
    {
        JsonObject o => o.Where(pair => pair.Value is not null).SelectMany(pair => Inputs(pair.Value!)).Prepend(o),
        JsonArray a => a.Where(item => item is not null).SelectMany(item => Inputs(item!)),
        _ => [],
    };
}
