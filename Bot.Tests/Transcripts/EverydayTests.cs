using System.Text.Encodings.Web;
using System.Text.Json;

namespace StationBot.Tests.Transcripts;

/// <summary>Small things that a person meets every day.</summary>
public sealed class EverydayTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_only_group_is_chosen_already_and_others_who_came_are_told_apart()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await chat.SayAsync("开小组");
        await chat.PressAsync("保存", ("domain", "disabled"), ("name", "手工小组"), ("members", "赵小丽、刘强"));
        await chat.SayAsync("记小组");
        Assert.Equal("1", (string)chat.Submission("保存")["file"]!);
        await chat.PressAsync("保存", ("content", "认识彼此"), ("attendance", "赵小丽"), ("recipients", "3"));
        Assert.Contains("其他出席", chat.Card!.ToJsonString(Readable));
    }

    [Fact]
    public async Task Of_many_unfinished_forms_three_are_named()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        foreach (var form in new[] { "记走访", "记调研", "记发放", "记募捐", "记培训" })
        {
            await chat.SayAsync(form);
            _app.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.EndsWith("还有没填完的：记募捐、记发放、记调研 等 4 张，说“继续记募捐”。", await chat.SayAsync("继续"));
    }
}
