using System.Text;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Cards;
using StationBot.Records;

namespace StationBot.Tests.Transcripts;

/// <summary>Whom a card offers, and whom a name means, where the station has a roster.</summary>
public sealed class RosterTests : IAsyncLifetime
{
    private readonly StationApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_name_that_fits_two_is_asked_about_and_settled_by_the_list()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await ImportAsync("姓名,领域,社区,别名\n李桂兰,养老服务,红旗村,李奶奶\n李桂芝,养老服务,东风社区,李奶奶\n");
        await chat.VisitAsync("elder", "care", "2024-09-17", "李奶奶");
        Assert.Equal("还没有保存：有 1 处要改。有 2 位“李奶奶”：李桂兰（红旗村）、李桂芝（东风社区）。请写全其中一位，或在列表里选。", chat.Text);
        Assert.Equal(["李桂兰（红旗村）", "李桂芝（东风社区）"], chat.Choices("person").Take(2));
        Assert.StartsWith("已保存 #1\n养老服务·关爱帮扶 2024年9月 1/2 次", await chat.PressAsync("保存", ("person", "李桂芝（东风社区）")));
        var person = Assert.Single((await _app.Services.GetRequiredService<RecordStore>().FindAsync(1, 1))!.What.Persons);
        Assert.Equal("李桂芝（东风社区）", person.Label);
    }

    [Fact]
    public async Task An_alias_of_one_is_that_one()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await ImportAsync("姓名,领域,社区,别名\n王德福,养老服务,红旗村,王大爷\n");
        Assert.DoesNotContain("名单里没有", await chat.VisitAsync("elder", "care", "2024-09-17", "王大爷"));
        Assert.Contains("王德福（红旗村）不在这个领域的名单里", await chat.VisitAsync("child", "care", "2024-09-17", "王大爷"));
    }

    [Fact]
    public async Task Who_has_left_is_still_the_same_person()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await ImportAsync("姓名,领域,社区\n李桂兰,养老服务,红旗村\n");
        await chat.SayAsync("李桂兰9月10日迁出");
        await chat.PressAsync("确认");
        Assert.Contains("李桂兰（红旗村）那天已不在名单里", await chat.VisitAsync("elder", "care", "2024-09-17", "李桂兰"));
        Assert.StartsWith("李桂兰（红旗村） 重新入册（2024年9月18日起），确认吗？", await chat.SayAsync("李桂兰搬回来了"));
    }

    [Fact]
    public async Task A_slip_of_one_character_is_pointed_out()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        await ImportAsync("姓名,领域,社区\n李桂兰,养老服务,红旗村\n");
        Assert.Contains("名单里没有李桂蓝，已按名单外人员登记\n是不是李桂兰（红旗村）？写错了请点“修改”", await chat.VisitAsync("elder", "care", "2024-09-17", "李桂蓝"));
    }

    [Fact]
    public async Task A_card_offers_60_of_2000_first_who_is_to_be_revisited_and_stays_small()
    {
        var chat = _app.Chat();
        await chat.SetUpAsync();
        var roster = new StringBuilder("姓名,领域,社区,需回访\n");
        for (var i = 0; i < 2000; i++)
        {
            roster.Append($"居民{(char)('一' + i)},养老服务,一个名字很长的社区居民委员会,{(i == 1999 ? "是" : "否")}\n");
        }

        await ImportAsync(roster.ToString());
        await chat.SayAsync("记走访");
        var offered = chat.Choices("person");
        Assert.Equal(60, offered.Count);
        Assert.StartsWith($"居民{(char)('一' + 1999)}", offered[0]);
        Assert.InRange(CardSize.Bytes(chat.Card!), 1, CardSize.Limit);
    }

    private Task ImportAsync(string csv) => Rosters.ImportAsync(_app, csv);
}
