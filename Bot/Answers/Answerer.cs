using System.Diagnostics;
using StationBot.Cards;
using StationBot.Messages;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding;

namespace StationBot.Answers;

/// <summary>
/// Every case of <see cref="Reading"/> and of <see cref="CardAction"/> has its answer here, and only here are they told apart. In a group
/// only questions are answered; <see cref="AskAgain"/> is one, and was read before it comes here.
/// </summary>
public sealed class Answerer
{
    private readonly StationAnswer _station;
    private readonly HelpAnswer _help;
    private readonly StatusAnswer _status;
    private readonly FormAnswer _form;
    private readonly RecordAnswer _record;
    private readonly AttachmentAnswer _file;
    private readonly CardTemplates _cards;

    internal Answerer(StationAnswer station, HelpAnswer help, StatusAnswer status, FormAnswer form, RecordAnswer record, AttachmentAnswer file, CardTemplates cards) =>
        (_station, _help, _status, _form, _record, _file, _cards) = (station, help, status, form, record, file, cards);

    /// <summary>The first words in a conversation.</summary>
    public Reply Greet(Turn turn) => turn switch
    {
        { Message.IsGroup: true } => Replies.Plain("大家好，我是社工站助手。在群里@我可以问进度；登记服务请私聊我。"),
        { Who: null } => _station.ShowSetup(turn),
        _ => _help.Show(),
    };

    public Task<Reply> AnswerAsync(Turn turn, Reading reading, CancellationToken cancellation)
    {
        if (turn.Who is not { } who)
        {
            return reading is JoinWithCode join && !turn.Message.IsGroup
                ? _station.JoinAsync(turn, join.Code, cancellation)
                : Task.FromResult(turn.Message.IsGroup ? Replies.PersonalOnly : _station.ShowSetup(turn));
        }

        return reading switch
        {
            FormRequest or UndoRequest or RestoreRequest or JoinCodeRequest or JoinWithCode when turn.Message.IsGroup => Task.FromResult(Replies.NotInGroups),
            StatusQuestion question when question.Filters.OfType<TagFilter>().Any() => Task.FromResult(NotYet(
                $"现在还不能只看“{string.Join('、', question.Filters.OfType<TagFilter>().Select(tag => tag.Label))}”的部分。")),
            StatusQuestion question => _status.AnswerAsync(turn, who, question, cancellation),
            FormRequest form => OpenAsync(turn, who, form, cancellation),
            UndoRequest undo => _record.SetVoidedAsync(turn, who, undo.Number, voided: true, cancellation),
            RestoreRequest restore => _record.SetVoidedAsync(turn, who, restore.Number, voided: false, cancellation),
            JoinCodeRequest => _station.IssueCodeAsync(turn, who, cancellation),
            JoinWithCode join => _station.JoinAsync(turn, join.Code, cancellation),
            HelpRequest or Greeting => Task.FromResult(_help.Show()),
            Told => Task.FromResult(NotYet("要登记这条服务，请点“记走访”填写卡片。")),
            OtherRequest => Task.FromResult(NotYet("这类问题现在还不会答。")),
            Refusal refusal => Task.FromResult(NotYet(Refused(refusal.Kind))),
            Unclear { Choices: [] } unclear => Task.FromResult(NotYet(Sentence(unclear))),
            Unclear unclear => Task.FromResult(Ask(Sentence(unclear), unclear.Choices)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A message with files.</summary>
    /// <param name="reading">Of its words; null where they are about the files, or where there are none.</param>
    public async Task<Reply> AnswerFilesAsync(Turn turn, FileNote note, Reading? reading, CancellationToken cancellation) => turn switch
    {
        { Message.IsGroup: true } => Replies.NoFilesInGroups,
        { Who: null } => _station.ShowSetup(turn),
        { Who: { } who } => await _file.ReceiveAsync(turn, who, note, reading is null ? null : await AnswerAsync(turn, reading, cancellation), cancellation),
    };

    public Task<Reply> AnswerAsync(Turn turn, CardAction action, CancellationToken cancellation) => (action, turn.Who) switch
    {
        ({ }, _) when turn.Message.IsGroup => Task.FromResult(Replies.NotInGroups),
        (CreateStation create, _) => _station.CreateAsync(turn, create, cancellation),
        (JoinStation join, _) => _station.JoinAsync(turn, join.Code, cancellation),
        (JoinDemo, _) => _station.JoinDemoAsync(turn, cancellation),
        (UnknownAction, _) => Task.FromResult(Replies.UnknownAction),
        (_, null) => Task.FromResult(_station.ShowSetup(turn)),
        (OpenForm open, { } who) => _form.OpenAsync(turn, who, open.Form, FormValues.Of(open.Values), cancellation),
        (SaveForm save, { } who) => _form.SaveAsync(turn, who, save, cancellation),
        (EditRecord edit, { } who) => _form.EditAsync(turn, who, edit, cancellation),
        (UndoRecord undo, { } who) => _record.SetVoidedAsync(turn, who, undo.Number, voided: true, cancellation),
        (BindFiles bind, { } who) => _file.BindAsync(turn, who, bind, cancellation),
        (FreeFiles free, { } who) => _file.FreeAsync(turn, who, free, cancellation),
        (DiscardFiles discard, { } who) => _file.DiscardAsync(turn, who, discard, cancellation),
        (ShowLooseFiles, { } who) => _file.ShowLooseAsync(turn, who, cancellation),
        (RestoreRecord restore, { } who) => _record.SetVoidedAsync(turn, who, restore.Number, voided: false, cancellation),
        _ => throw new UnreachableException(),
    };

    private Task<Reply> OpenAsync(Turn turn, Membership who, FormRequest form, CancellationToken cancellation) =>
        turn.Forms.Find(form.Form) is null
            ? Task.FromResult(NotYet("这类记录现在还不能用卡片登记。"))
            : _form.OpenAsync(
                turn,
                who,
                form.Form,
                new Dictionary<string, string>
                {
                    [RecordForms.DomainField] = form.Area ?? "",
                    [RecordForms.CategoryField] = form.Topic ?? "",
                    [RecordForms.DateField] = form.Day is { } day ? FormCheck.Text(day) : "",
                    [RecordForms.ModeField] = RecordForms.Modes.FirstOrDefault(mode => mode.Title == form.Mode)?.Value ?? "",
                },
                cancellation);

    private Reply NotYet(string text) => Ask(text, ["帮助", "本月还差啥", "记走访"]);

    private Reply Ask(string text, IReadOnlyList<string> choices) => new()
    {
        Text = text,
        Card = _cards.Fill("choices", new ChoicesModel(text, [.. choices.Select(ActionModel.Ask)]), CardJson.Default.ChoicesModel),
        CardStandsAlone = true,
    };

    private static string Sentence(Unclear unclear) => unclear.Understood.Length == 0 ? unclear.Missing : $"听到的是“{unclear.Understood}”。{unclear.Missing}";

    private static string Refused(RefusalKind kind) => kind switch
    {
        RefusalKind.Fabricate => "记录要如实登记，我不能编。真做过的服务可以补录，我来帮你记。",
        RefusalKind.Privacy => "居民的个人信息我不能发出来。",
        RefusalKind.OutOfScope => "这个我帮不上忙。我能记服务、问进度。",
        _ => throw new UnreachableException(),
    };
}
