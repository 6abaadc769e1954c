using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StationBot.Channels.Teams;
using StationBot.Messages;
using static StationBot.Tests.Channels.Teams.Connector;

namespace StationBot.Tests.Channels.Teams;

/// <summary>What a push comes to: each is tried once, and only what surely wasn't delivered may be tried again.</summary>
public sealed class TeamsPushTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public static TheoryData<int, string, string?, Pushed> Answers => new()
    {
        { 201, """{"id":"r1"}""", null, new Pushed.Sent("r1") },
        { 202, "", null, new Pushed.Sent(null) },
        { 429, "", "30", new Pushed.NotNow(TimeSpan.FromSeconds(30), IsThrottled: true) },
        { 429, "", null, new Pushed.NotNow(null, IsThrottled: true) },
        { 503, "", "5", new Pushed.NotNow(TimeSpan.FromSeconds(5), IsThrottled: true) },
        { 412, "", null, new Pushed.NotNow(null, IsThrottled: false) },
        { 502, "", null, new Pushed.NotNow(null, IsThrottled: false) },
        { 401, "", null, new Pushed.NotNow(null, IsThrottled: true) },
        { 403, """{"error":{"code":"BotDisabledByAdmin"}}""", null, new Pushed.Gone() },
        { 403, "", null, new Pushed.Gone() },
        { 404, """{"error":{"code":"ConversationNotFound"}}""", null, new Pushed.Gone() },
        { 410, "", null, new Pushed.Gone() },
        { 500, "", null, new Pushed.Unsure() },
        { 400, """{"error":{"code":"BadSyntax"}}""", null, new Pushed.Refused() },
        { 413, "", null, new Pushed.Refused() },
    };

    [Theory, MemberData(nameof(Answers))]
    public async Task An_answer_becomes(int status, string body, string? retryAfter, Pushed expected)
    {
        var connector = new Connector(_time, Answer(status, body, retryAfter));
        Assert.Equal(expected, await PushAsync(connector));
        Assert.Equal("http://localhost:4010/v3/conversations/c1%7Clivechat/activities", Assert.Single(connector.Requests).Url);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, true)]
    [InlineData(HttpRequestError.NameResolutionError, true)]
    [InlineData(HttpRequestError.ResponseEnded, false)]
    [InlineData(HttpRequestError.Unknown, false)]
    public async Task A_broken_network_delivered_nothing_or_maybe(HttpRequestError error, bool isSure) =>
        Assert.Equal(isSure ? new Pushed.NotNow(null, IsThrottled: false) : new Pushed.Unsure(), await PushAsync(new Connector(_time, Fail(error))));

    [Fact]
    public async Task A_timeout_may_have_delivered() =>
        Assert.Equal(new Pushed.Unsure(), await PushAsync(new Connector(_time, () => throw new TaskCanceledException())));

    [Fact]
    public async Task Where_nothing_may_be_sent_it_is_refused()
    {
        var connector = new Connector(_time, Answer(201));
        Assert.Equal(new Pushed.Refused(), await PushAsync(connector, """{"serviceUrl":"https://evil.example/"}"""));
        Assert.Equal(new Pushed.Refused(), await PushAsync(connector, reference: null));
        Assert.Empty(connector.Requests);
    }

    private Task<Pushed> PushAsync(Connector connector) => PushAsync(connector, Emulator().Reference);

    private async Task<Pushed> PushAsync(Connector connector, string? reference)
    {
        using var channel = new TeamsChannel(connector, _time, NullLogger<TeamsChannel>.Instance);
        Assert.False(((IChannel)channel).KnowsKeys);
        return await channel.PushAsync(Emulator() with { Reference = reference }, new Reply { Text = "周报" }, "key", CancellationToken.None);
    }

    private static Address Emulator() => ActivityReader.Read(Payload.Activity("emulator-text"), null)!.Address;
}
