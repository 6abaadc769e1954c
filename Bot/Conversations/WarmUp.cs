using StationBot.Answers;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Conversations;

/// <summary>
/// Asks a question of a station that doesn't exist while the host still starts: what it takes is compiled and read by then, so the first who asks
/// after a start doesn't wait for it. Only reads, and says nothing to anybody.
/// </summary>
internal sealed class WarmUp(StationStore stations, ConversationReader reader, Answerer answerer, Catalogs catalogs, StationClock clock, ILogger<WarmUp> log) : BackgroundService
{
    private const string Question = "本月还差几次关爱帮扶";

    private readonly Lock _gate = new();
    private Task<(Turn Turn, Reading Reading)>? _reading;

    /// <summary>Begins with what needs no database, which isn't brought to this version yet.</summary>
    public Task<(Turn Turn, Reading Reading)> Read()
    {
        lock (_gate)
        {
            return _reading ??= Task.Run(ReadAsync);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await stations.FindMemberAsync("", "", stoppingToken);
            var (turn, reading) = await Read();
            await answerer.AnswerAsync(turn, reading, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            log.NotWarm(e);
        }
        catch (Exception)
        {
            // The host stops already.
        }
    }

    private async Task<(Turn Turn, Reading Reading)> ReadAsync()
    {
        var year = new ProjectYear(new DateOnly(clock.Today.Year, 1, 1));
        var nobody = new Member { Id = 0, StationId = 0, Name = "", Role = Role.Worker };
        var nowhere = new Station { Id = 0, Name = "", IsDemo = false, Years = [year], Tiers = new TierHistory(Tier.T10) };
        var turn = new Turn
        {
            Message = new IncomingMessage { Address = new Address("", "", ""), Id = "", From = new Sender(""), Kind = MessageKind.Text, Text = Question },
            Who = new Membership(nowhere, nobody),
            Now = clock.Now,
            Catalog = catalogs.For(year.Period),
        };
        return (turn, await reader.ReadAsync(turn, Question, CancellationToken.None));
    }
}
