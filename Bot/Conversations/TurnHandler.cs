using System.Security.Cryptography;
using System.Text;
using StationBot.Answers;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Pushes;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Conversations;

/// <summary>One turn: who speaks → understand → answer → send → remember.</summary>
internal sealed class TurnHandler(
    ConversationStore conversations,
    StationStore stations,
    Meetings meetings,
    StationClock clock,
    Catalogs catalogs,
    ConversationReader reader,
    Answerer answerer,
    TurnTelemetry telemetry,
    ILogger<TurnHandler> log)
{
    /// <summary>Product.md §9.</summary>
    private const int MostCharacters = 2000;

    /// <summary>Half of what a turn may take: the rest is for sending, or for the apology.</summary>
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan TypingAfter = TimeSpan.FromSeconds(1);

    public async Task RunAsync(IncomingMessage message, IChannel via, CancellationToken cancellation)
    {
        using var measured = telemetry.Begin(message.Address.Channel);
        using var answering = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        answering.CancelAfter(AnswerTimeout);
        var shown = Task.CompletedTask;
        await using var typing = clock.After(TypingAfter, () => shown = ShowTypingAsync(message, via, answering.Token));
        Reply? reply;
        var outcome = TurnOutcome.Answered;
        try
        {
            await conversations.MeetAsync(message.Address, message.IsGroup, answering.Token);
            reply = await AnswerAsync(message, measured, answering.Token);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            var id = IdOf(message);
            log.AnswerFailed(id, message.Address.Channel, message.Id, e);
            reply = Replies.Failed(id);
            outcome = TurnOutcome.Failed;
        }

        await typing.DisposeAsync();
        if (!shown.IsCompleted)
        {
            await answering.CancelAsync();
            await shown;
        }

        if (reply is not null)
        {
            await SendAsync(message, reply, via, cancellation);
        }

        measured.Outcome = reply is null ? TurnOutcome.Silent : outcome;
    }

    private async Task<Reply?> AnswerAsync(IncomingMessage message, TurnTelemetry.Measured measured, CancellationToken cancellation)
    {
        measured.Kind = message.Action?.GetType().Name ?? message.Kind.ToString();
        if (message.Kind == MessageKind.Left)
        {
            await conversations.LeaveAsync(message.Address, cancellation);
            return null;
        }

        var turn = await TurnOfAsync(message, cancellation);
        Meet(message, turn.Who);
        var reply = await AnswerAsync(turn, measured, cancellation);
        if (turn.Who is null)
        {
            // Who has just joined is reached from now on, without another word.
            Meet(message, await stations.FindMemberAsync(message.Address.ChannelId, message.From.Id, cancellation));
        }

        return reply;
    }

    private async Task<Reply?> AnswerAsync(Turn turn, TurnTelemetry.Measured measured, CancellationToken cancellation)
    {
        var message = turn.Message;
        return message switch
        {
            { Kind: MessageKind.Arrived } => await conversations.MayGreetAsync(message.Address, cancellation) ? answerer.Greet(turn) : null,
            { Action: AskAgain { Text.Length: > MostCharacters } } => Replies.TooLong(MostCharacters),
            { Action: AskAgain ask } => await ReadAndAnswerAsync(turn, ask.Text, measured, cancellation),
            { Action: { } action } => await answerer.AnswerAsync(turn, action, cancellation),
            { Text.Length: > MostCharacters } => Replies.TooLong(MostCharacters),
            { Files.Count: > 0 } => await TakeFilesAsync(turn, measured, cancellation),
            _ => await ReadAndAnswerAsync(turn, message.Text, measured, cancellation),
        };
    }

    /// <summary>What is sent unasked goes to the personal conversation used last.</summary>
    private void Meet(IncomingMessage message, Membership? who)
    {
        if (who is not null && !message.IsGroup)
        {
            meetings.Meet(who.Member, message.Address.Channel, message.Address.Conversation);
        }
    }

    private async Task<Reply> ReadAndAnswerAsync(Turn turn, string text, TurnTelemetry.Measured measured, CancellationToken cancellation)
    {
        var reading = await reader.ReadAsync(turn, text, cancellation);
        measured.Kind = reading.GetType().Name;
        log.Understood(turn.Message.Address.Channel, turn.Message.Id, measured.Kind);
        return await answerer.AnswerAsync(turn, reading, cancellation);
    }

    /// <summary>Words that mean nothing to the reader are taken as a label of the files.</summary>
    private async Task<Reply> TakeFilesAsync(Turn turn, TurnTelemetry.Measured measured, CancellationToken cancellation)
    {
        var message = turn.Message;
        foreach (var file in message.Files.Where(file => file.Problem is not null))
        {
            log.FileRefused(message.Address.Channel, message.Id, file.Problem!.Value);
        }

        measured.Kind = nameof(message.Files);
        var note = FileNote.Read(message.Text, turn.Now, turn.Who?.Station.Years ?? []);
        if (message.IsGroup && !note.IsAboutFiles)
        {
            return await ReadAndAnswerAsync(turn, message.Text, measured, cancellation);
        }

        var reading = note.IsAboutFiles ? null : await reader.ReadAsync(turn, message.Text, cancellation);
        return await answerer.AnswerFilesAsync(turn, note, reading is Unclear or Greeting or OtherRequest ? null : reading, cancellation);
    }

    private async Task<Turn> TurnOfAsync(IncomingMessage message, CancellationToken cancellation)
    {
        var who = await stations.FindMemberAsync(message.Address.ChannelId, message.From.Id, cancellation);
        var now = clock.LocalOf(message.Received);
        var today = DateOnly.FromDateTime(now);
        var year = who?.Station.YearOf(today) ?? who?.Station.Years[^1];
        return new Turn { Message = message, Who = who, Now = now, Catalog = catalogs.For(year?.Period ?? Period.CalendarYear(today.Year)) };
    }

    private async Task SendAsync(IncomingMessage message, Reply reply, IChannel via, CancellationToken cancellation)
    {
        var to = message.Address;
        if (reply.ReplacesCard && await PressedAsync(message, reply, cancellation) is { } pressed && await via.UpdateAsync(to, pressed, reply, cancellation))
        {
            return;
        }

        var id = await via.SendAsync(to, reply, message.Id, cancellation);
        if (id is not null && reply.CardId is { } card)
        {
            await conversations.RememberCardAsync(to, card, id, cancellation);
        }
    }

    /// <summary>
    /// The activity of the pressed card: as the channel says, else as it was remembered when it was sent. What was only said can change a
    /// card too, which then has the same id.
    /// </summary>
    private async Task<string?> PressedAsync(IncomingMessage message, Reply reply, CancellationToken cancellation) =>
        message.CardActivityId ?? ((message.Action is null ? reply.CardId : message.Action.Card) is { } card ? await conversations.FindCardAsync(message.Address, card, cancellation) : null);

    /// <summary>What the apology and the log have in common; the same at every try of the same message.</summary>
    private static string IdOf(IncomingMessage message) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Id)).AsSpan(0, 4));

    private async Task ShowTypingAsync(IncomingMessage message, IChannel via, CancellationToken cancellation)
    {
        try
        {
            await via.ShowTypingAsync(message.Address, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Answered in time after all.
        }
        catch (Exception e)
        {
            log.TypingFailed(message.Address.Channel, message.Id, e);
        }
    }
}
