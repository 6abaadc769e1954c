using System.Globalization;
using StationBot.Answers.Files;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using RecordKind = StationBot.Understanding.Binding.Telling.RecordKind;

namespace StationBot.Answers.Drafts;

/// <summary>
/// From what was told to a card that one press saves: what is missing is asked, one question at a time. Between the messages all of it stands
/// in the draft store, so that a question in between, or a restart, loses nothing.
/// </summary>
internal sealed class TellAnswer(
    DraftStore drafts,
    ToldReader reader,
    ToldQuestions questions,
    FormIntake intake,
    FormAnswer forms,
    FileAnswer files,
    ChecklistAnswer checklist,
    AttachmentAnswer attachments,
    CardTemplates cards)
{
    private static readonly Reply Over = Replies.Plain("这张卡片已经登记过，或者不在填了。");

    public Task<Reply> TellAsync(Turn turn, Membership who, LogDraft draft, CancellationToken cancellation) => draft switch
    {
        { Type: RecordKind.Attach } => attachments.AttachAsync(turn, who, draft, cancellation),
        { Type: RecordKind.CaseDocument, Kind: DraftKind.Deed } => DocumentAsync(turn, who, draft, cancellation),
        { Form: RecordKinds.Platform, Kind: DraftKind.Deed } => checklist.ShowToldAsync(turn, who, draft, cancellation),
        { Form: RecordKinds.Platform } => Task.FromResult(Replies.Plain("做完了再告诉我，我来打勾。现在没有登记。")),
        { Kind: DraftKind.Cancelled, Next: null } => Task.FromResult(Replies.Plain("没开成的不计入次数，没有登记。改到哪天，说一声就记下计划。")),
        _ => StepAsync(turn, who, new Telling(draft) { Card = turn.CardId }, null, cancellation),
    };

    /// <summary>An answer that was typed.</summary>
    public async Task<Reply> ReplyAsync(Turn turn, Membership who, DraftReply reply, CancellationToken cancellation)
    {
        if (await drafts.ToldAsync(who.Member, cancellation) is not var (kept, _) || Telling.Of(kept) is not { } telling)
        {
            return Over;
        }

        return reply switch
        {
            { Yes: { } yes } => await ConfirmAsync(turn, who, telling, yes, cancellation),
            { Form: { } form } => await StepAsync(turn, who, telling with { Draft = telling.Draft with { Form = form } }, null, cancellation),
            _ => await ChangeAsync(turn, who, kept, telling, reply.Changes, cancellation),
        };
    }

    /// <summary>An answer that was pressed.</summary>
    public async Task<Reply> PressAsync(Turn turn, Membership who, AnswerForm action, CancellationToken cancellation)
    {
        if (action.Card is not { Length: > 0 and <= 64 } card || await drafts.FindAsync(who.Member, card, cancellation) is not { } kept || Telling.Of(kept) is not { } telling)
        {
            return Over;
        }

        var field = ToldForm.Of(telling.Draft, turn.Forms)?.Find(action.Field);
        return (action.Field, field) switch
        {
            (Asked.Card, _) => await StepAsync(turn, who, telling with { IsByCard = true }, null, cancellation),
            (Asked.Heard or Asked.Plan, _) => await ConfirmAsync(turn, who, telling, action.Value == Asked.Yes, cancellation),
            (Asked.Form, _) when action.Value is Forms.Distribution or Forms.Fundraising =>
                await StepAsync(turn, who, telling with { Draft = telling.Draft with { Form = action.Value } }, null, cancellation),
            (_, { Kind: FieldKind.File }) when long.TryParse(action.Value, CultureInfo.InvariantCulture, out var file) =>
                await StepAsync(turn, who, telling with { File = file }, null, cancellation),
            _ when ToldQuestions.FieldOf(field) is { } known => await ChangeAsync(turn, who, kept, telling, [new FieldChange(known, action.Value)], cancellation),
            _ => Replies.UnknownAction,
        };
    }

    /// <summary>不是李桂兰，是李桂芝, while the card is open.</summary>
    /// <returns>Null where nothing told is open: then the last record is meant.</returns>
    public async Task<Reply?> EditAsync(Turn turn, Membership who, EditRequest edit, CancellationToken cancellation)
    {
        if (await drafts.ToldAsync(who.Member, cancellation) is not var (kept, _) || Telling.Of(kept) is not { } telling)
        {
            return null;
        }

        // 赵小丽那条: the open card, where it is about her.
        if (edit.Of is { } of && !(await reader.ReadAsync(turn, who.Station, telling, cancellation)).Persons.Any(person => person.IsCalled(of.Person)))
        {
            return null;
        }

        return edit.Changes.Count > 0
            ? await ChangeAsync(turn, who, kept, telling, edit.Changes, cancellation)
            : await StepAsync(turn, who, telling, new Said([], kept.Values, edit.Unread.Length > 0 ? [$"没看懂“{edit.Unread}”"] : []), cancellation);
    }

    public async Task<Reply> ResumeAsync(Turn turn, Membership who, FormDraft kept, CancellationToken cancellation)
    {
        var reply = await StepAsync(turn, who, Telling.Of(kept)!, new Said([], kept.Values, []), cancellation);
        return reply with { Text = $"接着刚才的填。\n{reply.Text}" };
    }

    private async Task<Reply> ChangeAsync(Turn turn, Membership who, FormDraft kept, Telling telling, IReadOnlyList<FieldChange> changes, CancellationToken cancellation)
    {
        var before = await reader.ReadAsync(turn, who.Station, telling, cancellation);
        var (draft, file) = (telling.Draft, telling.File);
        var problems = new List<string>();
        foreach (var change in changes)
        {
            // The person or the group that a case is looked up by.
            file = change.Field is EditField.Name or EditField.Person ? null : file;
            (draft, var problem) = ToldChange.Apply(draft, change, before.Persons);
            problems.AddRange(problem is null ? [] : [problem]);
        }

        var isOpen = telling.Asking is null && before.Form?.Id == kept.Form;
        return await StepAsync(turn, who, telling with { Draft = draft, File = file }, isOpen ? new Said(before.Values, kept.Values, problems) : new Said([], [], problems), cancellation);
    }

    /// <summary>Asks what is missing, or shows the card that saves.</summary>
    private async Task<Reply> StepAsync(Turn turn, Membership who, Telling telling, Said? said, CancellationToken cancellation)
    {
        var told = await reader.ReadAsync(turn, who.Station, telling, cancellation);
        if (told.Draft.Kind == DraftKind.Hearsay && !telling.IsMeant)
        {
            return await AskAsync(turn, who, told, new ToldQuestion(Asked.Heard, "听起来不是您做的。是站里做的吗？", [("登记", Asked.Yes), ("不是", Asked.No)]), cancellation);
        }

        if (told.Draft is { Kind: DraftKind.Cancelled, Next: { } next } && !telling.IsMeant)
        {
            return await AskAsync(turn, who, told, new ToldQuestion(Asked.Plan, $"没开成的不计入次数。要记下 {PeriodName.Of(Period.Day(next))} 的计划吗？", [("记计划", Asked.Yes), ("不用", Asked.No)]), cancellation);
        }

        if (told.Form is null)
        {
            return told.Draft.Form is null
                ? await AskAsync(turn, who, told, new ToldQuestion(Asked.Form, "是募集进来的，还是发放出去的？", [("募集", Forms.Fundraising), ("发放", Forms.Distribution)]), cancellation)
                : Replies.Plain("这类记录现在还不能用一句话登记。");
        }

        var question = telling.IsByCard ? null : await questions.NextAsync(turn, who.Station, told, cancellation);
        return question is not null
            ? await AskAsync(turn, who, told, question with { Text = string.Join('\n', [.. said?.Problems ?? [], question.Text]) }, cancellation)
            : await ShowAsync(turn, who, told, said, cancellation);
    }

    private async Task<Reply> AskAsync(Turn turn, Membership who, ToldState told, ToldQuestion question, CancellationToken cancellation)
    {
        var telling = told.Telling with { Asking = question.Field };
        var text = told.Form is null ? question.Text : $"{ToldText.Head(turn, told)}\n{question.Text}";
        await drafts.KeepAsync(
            who,
            new DraftPlace(turn.Message.Address.ChannelId, turn.Message.Address.Conversation, turn.Cause),
            new FormDraft { Card = telling.Card, Form = told.Form?.Id ?? Forms.Distribution, Values = told.Values, IsSubmitted = true, Telling = telling.ToJson() },
            cancellation);
        List<ActionModel> choices = [.. question.Choices.Select(choice => ToldQuestion.Button(telling.Card, question.Field, choice.Title, choice.Value))];
        if (told.Form?.Find(question.Field) is { Kind: FieldKind.File } file)
        {
            choices.Add(Opening(told, file));
        }
        else if (told.Form?.Find(question.Field) is not null)
        {
            choices.Add(ToldQuestion.Button(telling.Card, Asked.Card, "在卡片里填", Asked.Yes));
        }

        return cards.Choose(text, choices) with { CardId = telling.Card, ReplacesCard = telling.Card != turn.CardId };
    }

    private static ActionModel Opening(ToldState told, Field file) => file.Topics[0] == "case"
        ? ActionModel.OpenForm("开个案", RecordForms.CaseOpenId, (RecordForms.PersonField, told.Persons is [{ IsListed: true } one, ..] ? one.Name : ""), (RecordForms.OthersField, told.Persons is [{ IsListed: false } other, ..] ? other.Said : ""), (RecordForms.DomainField, ToldForm.AreaOf(told.Draft, told.Persons)))
        : ActionModel.OpenForm("开小组", RecordForms.GroupOpenId, ("name", told.Draft.Name ?? ""), (RecordForms.DomainField, told.Draft.Area ?? ""));

    private async Task<Reply> ShowAsync(Turn turn, Membership who, ToldState told, Said? said, CancellationToken cancellation)
    {
        var form = told.Form!;
        var values = said is null ? told.Values : said.Merge(told.Values);
        var notes = ToldText.Notes(told, ToldReader.SessionNote(told)).Concat(said?.Problems ?? []);
        var filled = new Filled(form, null, told.Telling.Card, values)
        {
            Ask = ToldText.Ask(turn, told),
            Intro = string.Join('；', notes) is { Length: > 0 } intro ? intro + "。" : null,
            IsSubmitted = true,
            Telling = (told.Telling with { Asking = null }).ToJson(),
        };
        // What is wrong with it is said now, and not only after the press; what is to be filled in by hand isn't wrong.
        var read = told.Telling.IsByCard || form.Find(FieldKind.Days) is not null ? null : await intake.ReadAsync(who.Station, form, values, form.Blank(turn.Today), turn.Today, cancellation);
        return await forms.ShowAsync(turn, who, filled, read as Intake.Rejected, cancellation) with { ReplacesCard = told.Telling.Card != turn.CardId };
    }

    private async Task<Reply> ConfirmAsync(Turn turn, Membership who, Telling telling, bool yes, CancellationToken cancellation)
    {
        if (!yes)
        {
            await drafts.DropAsync(who.Member, telling.Card, turn.Cause, cancellation);
            return Replies.Plain("好的，没有登记。") with { ReplacesCard = turn.Message.Action is not null };
        }

        var kind = telling.Draft.Kind == DraftKind.Cancelled ? DraftKind.Plan : DraftKind.Deed;
        return await StepAsync(turn, who, telling with { IsMeant = true, Draft = telling.Draft with { Kind = kind, Session = kind == DraftKind.Plan ? null : telling.Draft.Session } }, null, cancellation);
    }

    private async Task<Reply> DocumentAsync(Turn turn, Membership who, LogDraft draft, CancellationToken cancellation)
    {
        const string Word = "文书不算一节，没有登记。照片或文件发给我，就归到个案。";
        var name = draft.Name ?? (draft.Persons is [var first, ..] ? first : null);
        if (name is null)
        {
            return Replies.Plain(Word);
        }

        var shown = await files.AnswerAsync(turn, who, new FileRequest(FileAsk.Show, "case", name, null), cancellation);
        return shown with { Text = $"{Word}\n{shown.Text}" };
    }

    /// <summary>What stood in the card before a change, and what is wrong with the change.</summary>
    /// <param name="Told">As it followed from what was told.</param>
    /// <param name="Kept">As it stands in the card: what somebody filled in by hand stays, unless the change is about it.</param>
    private sealed record Said(IReadOnlyDictionary<string, string> Told, IReadOnlyDictionary<string, string> Kept, IReadOnlyList<string> Problems)
    {
        public Said(IEnumerable<KeyValuePair<string, string>> told, IEnumerable<KeyValuePair<string, string>> kept, IReadOnlyList<string> problems)
            : this(new Dictionary<string, string>(told), new Dictionary<string, string>(kept), problems)
        {
        }

        public IReadOnlyDictionary<string, string> Merge(IReadOnlyDictionary<string, string> now) => now.ToDictionary(
            value => value.Key,
            value => Kept.GetValueOrDefault(value.Key) is { } kept && (!Told.TryGetValue(value.Key, out var was) || was == value.Value) && (Told.Count > 0 || kept.Length > 0) ? kept : value.Value);
    }
}
