using System.Security.Cryptography;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.Answers;

/// <summary>Coming in: a new station, a join code, or the demo station (product.md §7).</summary>
internal sealed class StationAnswer(StationStore stations, DemoStation demo, StationClock clock, HelpAnswer help, CardTemplates cards)
{
    private const int MostNameCharacters = 30;
    private const string Hello = "你好，我是社工站助手。先告诉我你的站点，之后就可以记服务、问进度了。";

    /// <summary>Without the characters that are easily taken for one another.</summary>
    private const string CodeCharacters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static readonly TimeSpan CodeLifetime = TimeSpan.FromDays(7);

    public Reply ShowSetup(Turn turn) => Setup(turn, Blank(turn), new SetupErrors(), Hello);

    public async Task<Reply> CreateAsync(Turn turn, CreateStation action, CancellationToken cancellation)
    {
        if (IsSettled(turn) is { } settled)
        {
            return settled;
        }

        var name = action.Name.Trim();
        var tier = TierName.Find(action.Tier);
        var start = FormCheck.TryDate(action.YearStart, out var day) ? day : (DateOnly?)null;
        var errors = new SetupErrors(
            Name: name.Length == 0 ? "请填写站点名称" : name.Length > MostNameCharacters ? $"站点名称最多 {MostNameCharacters} 个字" : null,
            Tier: tier is null ? "请选择档次" : null,
            YearStart: start is null ? "请填写项目年度开始的日期" : YearError(start.Value, turn.Today));
        if (errors == new SetupErrors() && await stations.FoundAsync(new NewStation(name, tier!.Value, start!.Value), Person(turn), cancellation) is { } station)
        {
            return Welcome(turn, station, $"“{station.Name}”建好了：{TierName.Of(tier.Value)}，项目年度 {PeriodName.Of(station.Years[0].Period)}。你是站长。");
        }

        if (errors == new SetupErrors())
        {
            errors = new SetupErrors(Name: "已经有同名的站点；如果是你们站，请用加入码加入");
        }

        return Setup(turn, new Inputs(name, action.Tier, action.YearStart, ""), errors, "还差一点就好了。") with { ReplacesCard = true };
    }

    public async Task<Reply> JoinAsync(Turn turn, string code, CancellationToken cancellation)
    {
        if (IsSettled(turn) is { } settled)
        {
            return settled;
        }

        var written = code.Trim().ToUpperInvariant();
        var station = await stations.FindByJoinCodeAsync(written, clock.UtcNow, cancellation);
        if (station is null)
        {
            var why = written.Length == 0 ? "请填写加入码" : "这个加入码不对或已过期（7 天有效），请向站长再要一个";
            return Setup(turn, Blank(turn) with { Code = code }, new SetupErrors(Code: why), "还差一点就好了。") with { ReplacesCard = turn.Message.Action is not null };
        }

        return await stations.AddMemberAsync(station.Id, Person(turn), cancellation) is { } member
            ? Welcome(turn, station, $"欢迎{member.Name}加入“{station.Name}”。")
            : Replies.Plain("这个账号已经属于另一位成员，没有改动。");
    }

    public async Task<Reply> JoinDemoAsync(Turn turn, CancellationToken cancellation)
    {
        if (IsSettled(turn) is { } settled)
        {
            return settled;
        }

        var station = await demo.EnsureAsync(cancellation);
        await stations.AddMemberAsync(station.Id, Person(turn) with { Role = Role.Lead }, cancellation);
        return Welcome(turn, station, $"这是演示站点“{station.Name}”，里面的人和记录都是编的，可以随便试。");
    }

    public async Task<Reply> IssueCodeAsync(Turn turn, Membership who, CancellationToken cancellation)
    {
        if (who.Member.Role != Role.Lead)
        {
            return Replies.Plain("只有站长可以发加入码，请向站长要。");
        }

        var code = RandomNumberGenerator.GetString(CodeCharacters, 6);
        await stations.AddJoinCodeAsync(code, who, clock.UtcNow + CodeLifetime, cancellation);
        return Replies.Plain($"加入码：{code}（7 天内有效）。让同事私聊我，发“加入 {code}”。");
    }

    private Reply Welcome(Turn turn, Station station, string text)
    {
        var shown = help.Show(text);
        return shown with { ReplacesCard = turn.Message.Action is not null, Text = $"{text}\n{shown.Text}" };
    }

    /// <summary>A member stays with the station; who only tried the demo may move on.</summary>
    private static Reply? IsSettled(Turn turn) => turn.Who is { Station: { IsDemo: false, Name: var name } } ? Replies.Plain($"你已经在“{name}”了。") : null;

    private static string? YearError(DateOnly start, DateOnly today) =>
        Math.Abs(start.Year - today.Year) > 5 ? "项目年度离现在太远，请检查年份" : null;

    private static NewMember Person(Turn turn) => new(DisplayName(turn), turn.Message.Address.ChannelId, turn.Message.From.Id, turn.Today, IsNewcomer: true);

    private static string DisplayName(Turn turn) => turn.Message.From.Name is { Length: > 0 } name ? name : "社工";

    private Reply Setup(Turn turn, Inputs inputs, SetupErrors errors, string greeting)
    {
        var card = turn.Message.Action?.Card ?? turn.CardId;
        var problems = string.Join('；', new[] { errors.Name, errors.Tier, errors.YearStart, errors.Code }.Where(error => error is not null));
        return new Reply
        {
            Text = problems.Length == 0 ? greeting : $"{greeting}{problems}。",
            Card = cards.Fill("setup", new SetupModel(card, greeting, inputs.Name, inputs.Tier, inputs.YearStart, inputs.Code, errors), CardJson.Default.SetupModel),
            CardId = card,
            CardStandsAlone = true,
        };
    }

    private static Inputs Blank(Turn turn) => new("", TierName.Of(Tier.T10), $"{turn.Today.Year}-01-01", "");

    private sealed record Inputs(string Name, string Tier, string YearStart, string Code);
}
