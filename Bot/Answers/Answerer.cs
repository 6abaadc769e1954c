using System.Diagnostics;
using StationBot.Answers.Files;
using StationBot.Answers.Office;
using StationBot.Answers.OverTime;
using StationBot.Answers.People;
using StationBot.Cards;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

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
    private readonly RecordsAnswer _records;
    private readonly FileAnswer _file;
    private readonly RosterAnswers _roster;
    private readonly FlowAnswers _flows;
    private readonly ProofAnswers _proof;
    private readonly OverTimeAnswers _overTime;
    private readonly OfficeAnswers _office;
    private readonly CardTemplates _cards;

    internal Answerer(
        StationAnswer station,
        HelpAnswer help,
        StatusAnswer status,
        FormAnswer form,
        RecordAnswer record,
        RecordsAnswer records,
        FileAnswer file,
        RosterAnswers roster,
        FlowAnswers flows,
        ProofAnswers proof,
        OverTimeAnswers overTime,
        OfficeAnswers office,
        CardTemplates cards) =>
        (_station, _help, _status, _form, _record, _records, _file, _roster, _flows, _proof, _overTime, _office, _cards) = (station, help, status, form, record, records, file, roster, flows, proof, overTime, office, cards);

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
            Question { Pick: not 0 } one => PickAsync(turn, who, one, cancellation),
            PersonQuestion or LeaveRequest when turn.Message.IsGroup => Task.FromResult(Replies.NoPersonsInGroups),
            FileRequest or FormRequest or UndoRequest or RestoreRequest or EditRequest or HistoryRequest or ResumeRequest or DropRequest or JoinCodeRequest or JoinWithCode or UploadMark or ExportRequest or DraftRequest or LogDraft or DraftReply or LooseFilesRequest when turn.Message.IsGroup => Task.FromResult(Replies.NotInGroups),
            ForecastQuestion or CompareQuestion or RankQuestion or DueQuestion when ((Question)reading).Filters.Where(filter => filter is TagFilter or VillageFilter).ToList() is { Count: > 0 } some => Task.FromResult(NotYet(
                $"现在还不能只看“{string.Join('、', some.Select(filter => filter.Label))}”的部分。")),
            ForecastQuestion question => _overTime.Forecast.AnswerAsync(turn, who, question, cancellation),
            CompareQuestion question => _overTime.Compare.AnswerAsync(turn, who, question, cancellation),
            RankQuestion question => _overTime.Rank.AnswerAsync(turn, who, question, cancellation),
            DueQuestion question => _overTime.Due.AnswerAsync(turn, who, question, cancellation),
            StatusQuestion question => _status.AnswerAsync(turn, who, question, cancellation),
            PersonQuestion question => _roster.Person.ShowAsync(turn, who, question, cancellation),
            PeopleQuestion question => _roster.List.AnswerAsync(turn, who, question, cancellation),
            RecordsQuestion question => _records.AnswerAsync(turn, who, question, cancellation),
            LeaveRequest leave => _roster.Leave.AskAsync(turn, who, leave, cancellation),
            FormRequest { Form: RosterForm.Id } => _roster.Form.OpenAsync(turn, who, NoValues, cancellation),
            FileRequest file => _file.AnswerAsync(turn, who, file, cancellation),
            FileList list => _file.ListAsync(turn, who, list, cancellation),
            FormRequest form => OpenAsync(turn, who, form, cancellation),
            UndoRequest { LastChange: true, Number: null } => _flows.Back.UndoAsync(turn, who, cancellation),
            UndoRequest { Count: { } count } => _flows.Back.OfferFewAsync(turn, who, count, cancellation),
            UndoRequest { Sought: { } sought } => _flows.Back.OfferSoughtAsync(turn, who, sought, cancellation),
            UndoRequest undo => _record.UndoAsync(turn, who, undo, cancellation),
            RestoreRequest { Number: { } number } => _record.RestoreAsync(turn, who, number, cancellation),
            RestoreRequest => _flows.Back.RestoreAsync(turn, who, cancellation),
            EditRequest { Number: null, IsSaved: false } edit => EditAsync(turn, who, edit, cancellation),
            EditRequest edit => _flows.Edit.ChangeAsync(turn, who, edit, cancellation),
            HistoryRequest history => _record.TellAsync(turn, who, history, cancellation),
            ResumeRequest resume => _flows.Draft.ResumeAsync(turn, who, resume.Form, cancellation),
            DropRequest => _flows.Draft.DropAsync(turn, who, card: null, cancellation),
            UploadMark mark => _proof.Mark.AnswerAsync(turn, who, mark, cancellation),
            ExportRequest { IsPack: true } => Task.FromResult(_office.Later.Pack()),
            ExportRequest export => _proof.Ledger.AnswerAsync(turn, who, export, cancellation),
            EvidenceQuestion question => _proof.Evidence.AnswerAsync(turn, who, question, cancellation),
            JoinCodeRequest => _station.IssueCodeAsync(turn, who, cancellation),
            JoinWithCode join => _station.JoinAsync(turn, join.Code, cancellation),
            RuleQuestion rule => Task.FromResult(_office.Rule.Answer(turn, who, rule)),
            ExplainQuestion explain => _office.Explain.AnswerAsync(turn, who, explain, cancellation),
            QualityQuestion quality => _office.Quality.AnswerAsync(turn, who, quality, cancellation),
            AttendanceQuestion attendance => _office.Attendance.AnswerAsync(turn, who, attendance, cancellation),
            ShowcaseQuestion showcase => _office.Showcase.AnswerAsync(turn, who, showcase, cancellation),
            ReportQuestion report => _office.Report.AnswerAsync(turn, who, report, cancellation),
            PictureQuestion picture => _office.Picture.AnswerAsync(turn, who, picture, cancellation),
            DraftRequest draft => _office.Draft.AnswerAsync(turn, who, draft, cancellation),
            StationsQuestion stations => Task.FromResult(_office.Later.Stations(turn, stations)),
            SettingsRequest settings => _office.Settings.AnswerAsync(turn, who, settings, cancellation),
            Greeting { IsThanks: true } => Task.FromResult(Replies.Plain("好的，有事随时找我。")),
            HelpRequest or Greeting => turn.Message.IsGroup ? Task.FromResult(_help.Show()) : _flows.Draft.HelpAsync(turn, who, cancellation),
            LooseFilesRequest => _proof.Attachment.ShowLooseAsync(turn, who, cancellation),
            LogDraft told => _flows.Tell.TellAsync(turn, who, told, cancellation),
            DraftReply reply => _flows.Tell.ReplyAsync(turn, who, reply, cancellation),
            OtherRequest { Family: RequestFamily.Edit } => Task.FromResult(NotYet("要改哪一条？请说编号，例如“128号改成电话”或“修改128号”。")),
            OtherRequest => Task.FromResult(NotYet("这类问题现在还不会答。")),
            Refusal refusal => Task.FromResult(NotYet(Refused(refusal.Kind))),
            ContextQuestion { Fallback: var back } => Task.FromResult(Ask("接着哪个问题？我不记得刚才问的是什么了，请说全一点。", back.Choices)),
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
        { Who: { } who } => await _proof.Attachment.ReceiveAsync(turn, who, note, reading is null ? null : await AnswerAsync(turn, reading, cancellation), cancellation),
    };

    public Task<Reply> AnswerAsync(Turn turn, CardAction action, CancellationToken cancellation) => (action, turn.Who) switch
    {
        ({ }, _) when turn.Message.IsGroup => Task.FromResult(Replies.NotInGroups),
        (CreateStation create, _) => _station.CreateAsync(turn, create, cancellation),
        (JoinStation join, _) => _station.JoinAsync(turn, join.Code, cancellation),
        (JoinDemo, _) => _station.JoinDemoAsync(turn, cancellation),
        (UnknownAction, _) => Task.FromResult(Replies.UnknownAction),
        (_, null) => Task.FromResult(_station.ShowSetup(turn)),
        (ShowPerson show, { } who) => _roster.Person.ShowAsync(turn, who, show.Number, null, cancellation),
        (FlagPerson flag, { } who) => _roster.Person.FlagAsync(turn, who, flag, cancellation),
        (LeavePerson leave, { } who) => _roster.Leave.AnswerAsync(turn, who, leave, cancellation),
        (ReturnPerson back, { } who) => _roster.Leave.AnswerAsync(turn, who, back, cancellation),
        (UndoPerson undo, { } who) => _roster.Person.UndoAsync(turn, who, undo, cancellation),
        (OpenForm { Form: RosterForm.Id } open, { } who) => _roster.Form.OpenAsync(turn, who, FormValues.Of(open.Values), cancellation),
        (SaveForm { Form: RosterForm.Id } save, { } who) => _roster.Form.SaveAsync(turn, who, save, cancellation),
        (OpenForm { Form: RecordKinds.Platform }, { } who) => _proof.Checklist.ShowAsync(turn, who, cancellation),
        (SaveForm { Form: RecordKinds.Platform } save, { } who) => _proof.Checklist.SaveAsync(turn, who, save, cancellation),
        (MarkUploaded mark, { } who) => _proof.Mark.MarkAsync(turn, who, mark, cancellation),
        (OpenForm open, { } who) => _form.OpenAsync(turn, who, open.Form, FormValues.Of(open.Values), cancellation),
        (SaveForm { Card: { Length: > 0 and <= 64 } } save, { } who) when turn.Forms.Find(save.Form) is { OfOne: not null } each => _flows.Batch.SaveAsync(turn, who, each, save, cancellation),
        (SaveForm save, { } who) => _form.SaveAsync(turn, who, save, cancellation),
        (AnswerForm answer, { } who) => _flows.Tell.PressAsync(turn, who, answer, cancellation),
        (EditRecord edit, { } who) => _form.EditAsync(turn, who, edit, cancellation),
        (CancelForm { Card: var card }, { } who) => _flows.Draft.DropAsync(turn, who, card ?? "", cancellation),
        (UndoRecord undo, { } who) => _record.UndoAsync(turn, who, new UndoRequest(undo.Number), cancellation),
        (UndoRecords few, { } who) => _flows.Back.UndoFewAsync(turn, who, few, cancellation),
        (RevertRecord revert, { } who) => _record.RevertAsync(turn, who, revert, cancellation),
        (RestoreRecord restore, { } who) => _record.RestoreAsync(turn, who, restore.Number, cancellation),
        (UndoBatch batch, { } who) => _record.SetBatchVoidedAsync(turn, who, batch.Batch, voided: true, cancellation),
        (RestoreBatch batch, { } who) => _record.SetBatchVoidedAsync(turn, who, batch.Batch, voided: false, cancellation),
        (BindFiles bind, { } who) => _proof.Attachment.BindAsync(turn, who, bind, cancellation),
        (FreeFiles free, { } who) => _proof.Attachment.FreeAsync(turn, who, free.Batch, cancellation),
        (DiscardFiles discard, { } who) => _proof.Attachment.DiscardAsync(turn, who, discard, cancellation),
        (ShowLooseFiles, { } who) => _proof.Attachment.ShowLooseAsync(turn, who, cancellation),
        _ => throw new UnreachableException(),
    };

    private static readonly Dictionary<string, string> NoValues = [];

    /// <summary>第二个: what the line of the list is about, opened.</summary>
    private async Task<Reply> PickAsync(Turn turn, Membership who, Question asked, CancellationToken cancellation)
    {
        if (turn.Message.IsGroup)
        {
            return Replies.NoPersonsInGroups;
        }

        var list = await AnswerAsync(turn, asked with { Pick = 0 }, cancellation);
        var item = list.Items.ElementAtOrDefault(asked.Pick < 0 ? list.Items.Count + asked.Pick : asked.Pick - 1);
        return item switch
        {
            ListItem.OfPerson person when asked is PersonQuestion question => await AnswerAsync(turn, question with { Pick = 0, Name = person.Label }, cancellation),
            ListItem.OfPerson person => await _roster.Person.ShowAsync(turn, who, person.Id, null, cancellation),
            ListItem.OfRecord record => await _record.TellAsync(turn, who, new HistoryRequest(record.Number) { IsContents = true }, cancellation),
            ListItem.OfFile file => await _file.AnswerAsync(turn, who, new FileRequest(FileAsk.Show, file.Topic, null, file.Number), cancellation),
            ListItem.OfRow row => await _status.AnswerAsync(turn, who, new StatusQuestion(StatusAsk.Remaining, asked.Rows.Only(turn.Catalog.Rows.Where(one => one.Id == row.Indicator)), null), cancellation),
            null when list.Items.Count > 0 => NotYet($"上面只列了 {list.Items.Count} 个，没有{(asked.Pick < 0 ? "倒数" : "")}第 {Math.Abs(asked.Pick)} 个。"),
            _ => NotYet("上面的回答没有可以点开的清单。"),
        };
    }

    /// <summary>A card that is open and not saved is meant before the last record.</summary>
    private async Task<Reply> EditAsync(Turn turn, Membership who, EditRequest edit, CancellationToken cancellation) =>
        await _flows.Tell.EditAsync(turn, who, edit, cancellation) ?? await _flows.Edit.ChangeAsync(turn, who, edit, cancellation);

    private Task<Reply> OpenAsync(Turn turn, Membership who, FormRequest form, CancellationToken cancellation) =>
        form.Form == RecordKinds.Platform ? _proof.Checklist.ShowAsync(turn, who, cancellation) : turn.Forms.Find(form.Form) is null
            ? Task.FromResult(NotYet("这类记录现在还不能用卡片登记。"))
            : form.Persons.Count > 0 ? _flows.Batch.OpenAsync(turn, who, form, Said(form), cancellation)
            : _form.OpenAsync(turn, who, form.Form, Said(form), cancellation);

    private static Dictionary<string, string> Said(FormRequest form) => new()
    {
        [RecordForms.DomainField] = form.Area ?? "",
        [RecordForms.CategoryField] = form.Topic ?? "",
        [RecordForms.DateField] = form.Day is { } day ? FormCheck.Text(day) : "",
        [RecordForms.ModeField] = RecordForms.ModeValue(form.Mode),
        [RecordForms.ContentField] = form.Content,
        [RecordForms.MainNeedsField] = form.Content,
    };

    private Reply NotYet(string text) => Ask(text, ["帮助", "本月还差啥", "记走访"]);

    private Reply Ask(string text, IReadOnlyList<string> choices) => _cards.Choose(text, [.. choices.Select(ActionModel.Ask)]);

    private static string Sentence(Unclear unclear) => unclear.Understood.Length == 0 ? unclear.Missing : $"听到的是“{unclear.Understood}”。{unclear.Missing}";

    private static string Refused(RefusalKind kind) => kind switch
    {
        RefusalKind.Fabricate => "记录要如实登记，我不能编。真做过的服务可以补录，我来帮你记。",
        RefusalKind.Privacy => "居民的个人信息我不能发到群里，也不能给外人。要看谁的情况，请在和我单独的对话里问，例如“李奶奶的情况”。",
        RefusalKind.Unsupported => "这件事我不能替你做。做完告诉我，我来登记；也可以先查要联系的人的情况。",
        RefusalKind.OutOfScope => "这个我答不上来。我能帮你记服务、查还差几次、看谁该回访、查缺哪些材料，例如“本月还差啥”。",
        _ => throw new UnreachableException(),
    };
}
