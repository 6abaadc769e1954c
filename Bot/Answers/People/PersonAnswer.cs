using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Naming;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.People;

/// <summary>One person: all that is known, and what can be done. Never in a group.</summary>
internal sealed class PersonAnswer(PersonStore persons, RosterStore roster, PersonRecords records, PlanStore plans, RosterEffect effect, StatusAnswer status, PersonServiceAnswer service, CardTemplates cards)
{
    private const int MostRecords = 10;
    private const int MostChoices = 8;

    public Task<Reply> ShowAsync(Turn turn, Membership who, PersonQuestion question, CancellationToken cancellation) => OnOneAsync(
        turn,
        who,
        question.Name,
        (person, note) => question switch
        {
            { Counted: { } counted } => status.AnswerAsync(turn, who, counted with { Filters = [.. counted.Filters, new PersonFilter(person.Id, person.Name)] }, cancellation),
            { Ask: PersonAsk.Detail, Field: null } => ShowAsync(turn, who, person.Id, note, cancellation),
            _ => service.AnswerAsync(turn, who, question, person, note, cancellation),
        },
        person => Choice(turn, question, person),
        cancellation);

    /// <summary>The same question with the name that means only this one; just looked up, the person.</summary>
    private static ActionModel Choice(Turn turn, PersonQuestion question, PersonName person)
    {
        var asked = turn.Message.Action is AskAgain again ? again.Text : turn.Message.Text ?? "";
        return question is { Counted: null, Ask: PersonAsk.Detail, Field: null } || !asked.Contains(question.Name, StringComparison.Ordinal)
            ? ActionModel.OnPerson(person.Label, "person.show", person.Id)
            : ActionModel.Ask(asked.Replace(question.Name, person.Label, StringComparison.Ordinal)) with { Title = person.Label };
    }

    public async Task<Reply> ShowAsync(Turn turn, Membership who, long id, string? note, CancellationToken cancellation)
    {
        if (await persons.FindAsync(who.Station.Id, id, cancellation) is not { } known)
        {
            return Replies.NoSuchPerson;
        }

        var person = known.Entry;
        var (newest, total) = await records.TimelineAsync(who.Station.Id, id, MostRecords, cancellation);
        var contacts = await records.LastContactsAsync(who.Station.Id, personId: id, cancellation: cancellation);
        var files = await records.OpenFilesAsync(who.Station.Id, id, cancellation);
        var met = newest.Any(record => record.Outcome == nameof(Outcome.Plan))
            ? (await plans.MetOfAsync(who.Station.Id, id, cancellation)).ToDictionary(plan => plan.Number, plan => (long?)plan.Met)
            : [];
        IReadOnlyList<string> list = [.. newest.Select(record => PersonTexts.Line(turn.Catalog, record, turn.Today, met.GetValueOrDefault(record.Number)))];
        var contact = PersonTexts.Contact(contacts.TryGetValue(id, out var last) ? last : null, turn.Today);
        return Reply(turn, new PersonModel
        {
            Title = person.Label,
            Intro = contact,
            Lines = [.. Lines(turn, person, files)],
            List = list,
            Notes = [.. note is null ? Array.Empty<string>() : [note], .. total > newest.Count ? [$"共 {total} 条记录，以上是最近 {newest.Count} 条。"] : Array.Empty<string>()],
            Actions = Actions(known, turn.Today),
        }) with
        { Text = Text($"{person.Label}：{contact}", turn, person, files, list, total, note) };
    }

    public async Task<Reply> FlagAsync(Turn turn, Membership who, FlagPerson action, CancellationToken cancellation) =>
        await persons.FlagAsync(new RosterWish(who, turn.Cause, action.Number, null), action.Revisit, cancellation) is RosterChange.Done done
            ? await ChangedAsync(turn, who, done, $"{done.After.Label} {(done.After.Revisit ? "已标记需回访" : "已取消需回访")}", turn.Today, cancellation)
            : Replies.NoSuchPerson;

    public Task<Reply> UndoAsync(Turn turn, Membership who, UndoPerson action, CancellationToken cancellation) =>
        UndoAsync(turn, who, new RosterWish(who, turn.Cause, action.Number, action.Step), null, cancellation);

    public Task<Reply> UndoAsync(Turn turn, Membership who, LastDeed.OfPerson last, CancellationToken cancellation) =>
        UndoAsync(turn, who, new RosterWish(who, turn.Cause, last.Id, last.Step), last.Key, cancellation);

    private async Task<Reply> UndoAsync(Turn turn, Membership who, RosterWish wish, string? deed, CancellationToken cancellation) =>
        await persons.UndoAsync(wish, deed, cancellation) switch
        {
            RosterChange.Done { After.Id: null } done => await ChangedAsync(turn, who, done, $"已撤销：{done.Before!.Label} 不在名单里了", turn.Today, cancellation),
            RosterChange.Done done => await ChangedAsync(turn, who, done, $"已撤销：{done.After.Label} 恢复到改动之前", turn.Today, cancellation),
            var refused => Refused(refused),
        };

    /// <summary>恢复, where a change of a person was taken back.</summary>
    public async Task<Reply> RedoAsync(Turn turn, Membership who, LastDeed.OfPerson last, CancellationToken cancellation) =>
        await persons.RedoAsync(new RosterWish(who, turn.Cause, last.Id, last.Step), last.Key, cancellation) switch
        {
            RosterChange.Done done => await ChangedAsync(turn, who, done, $"已恢复：{done.After.Label} 又和撤销之前一样", turn.Today, cancellation),
            var refused => Refused(refused),
        };

    private static Reply Refused(RosterChange change) => change switch
    {
        RosterChange.Stale stale => Replies.Plain($"{stale.Person.Label} 之后又改过，或已经撤销，没有改动。"),
        RosterChange.SamePerson same => Replies.Plain($"名单里另有一位{same.Other.Label}，没有改动。"),
        _ => Replies.NoSuchPerson,
    };

    /// <summary>What became of a change: its effect on the counts, and the way back.</summary>
    /// <param name="day">From which the change holds.</param>
    public async Task<Reply> ChangedAsync(Turn turn, Membership who, RosterChange.Done done, string title, DateOnly day, CancellationToken cancellation, params IEnumerable<string> notes)
    {
        var person = done.After;
        var isUndo = turn.Message.Action is UndoPerson || person.Id is null;
        return Reply(turn, new PersonModel
        {
            Title = title,
            Lines = person.Id is null ? [] : [.. Lines(turn, person, [])],
            Effects = await effect.OfAsync(turn, who.Station, done.Before, person, day, cancellation),
            Notes = [.. notes],
            Actions = person.Id is not { } id ? [ActionModel.OpenForm("新增人员", RosterForm.Id)]
                :
                [
                    .. isUndo ? Array.Empty<ActionModel>() : [ActionModel.OnPerson("撤销", "person.undo", id, done.Step, ("card", CardOf(turn)))],
                    ActionModel.OnPerson("查看", "person.show", id),
                    Visit(person),
                    Edit(person),
                ],
        });
    }

    /// <summary>The one person whom a name means; of several, each a button; of nobody, the way to add one.</summary>
    public async Task<Reply> OnOneAsync(
        Turn turn, Membership who, string name, Func<PersonName, string?, Task<Reply>> answer, Func<PersonName, ActionModel> choice, CancellationToken cancellation)
    {
        var resolution = await roster.ResolveAsync(who.Station.Id, name, turn.Today, cancellation);
        return resolution.Persons switch
        {
            [] => Choose($"名单里没有“{name}”。", [ActionModel.OpenForm("新增人员", RosterForm.Id, (RosterForm.NameField, name)), ActionModel.OpenForm("记走访", RecordForms.VisitId)]),
            [var only] => await answer(only, resolution.By == MatchedBy.Sound ? QuestionNotes.Of([new Correction(name, only.Name)]).Single() : null),
            var several => Choose($"有 {several.Count} 位“{name}”，是哪一位？", [.. several.Take(MostChoices).Select(choice)]) with { Items = [.. several.Take(MostChoices).Select(person => new ListItem.OfPerson(person.Id, person.Label))] },
        };
    }

    public Reply Choose(string text, IReadOnlyList<ActionModel> choices) => cards.Choose(text, choices);

    private Reply Reply(Turn turn, PersonModel model) => new()
    {
        Text = string.Join('\n', [model.Title, .. model.Effects, .. model.List, .. model.Notes]),
        Card = cards.Fill("person", model, CardJson.Default.PersonModel),
        CardId = CardOf(turn),
        CardStandsAlone = true,
        ReplacesCard = turn.Message.Action is LeavePerson or ReturnPerson or SaveForm or UndoPerson,
    };

    /// <summary>What takes a card's place keeps its id.</summary>
    private static string CardOf(Turn turn) => turn.Message.Action is LeavePerson or ReturnPerson or SaveForm or UndoPerson ? turn.Message.Action.Card ?? turn.CardId : turn.CardId;

    private static string Text(string first, Turn turn, RosterEntry person, IReadOnlyList<FileState> files, IReadOnlyList<string> newest, int total, string? note) => string.Join('\n',
    [
        first,
        .. Lines(turn, person, files).Select(line => $"{line.Label}：{line.Value}"),
        .. newest,
        .. total > newest.Count ? [$"共 {total} 条记录，以上是最近 {newest.Count} 条。"] : Array.Empty<string>(),
        .. note is null ? Array.Empty<string>() : [note],
    ]);

    private static IEnumerable<LineModel> Lines(Turn turn, RosterEntry person, IReadOnlyList<FileState> files)
    {
        (string Label, string? Value)[] lines =
        [
            ("名单", PersonTexts.State(person, turn.Today)),
            ("领域", string.Join('、', turn.Catalog.Domains.Where(area => person.Areas.Contains(area.Id)).Select(area => area.Name))),
            ("标签", string.Join('、', person.Tags)),
            ("性别", person.Gender),
            ("出生日期", person.Born is { } born ? PeriodName.Of(Period.Day(born)) : null),
            ("住址", person.Home),
            ("电话", person.Phone),
            ("监护人", person.Guardian),
            ("别名", string.Join('、', person.Aliases)),
            ("需回访", person.Revisit ? "是" : "否"),
            ("进行中", string.Join('、', files.Select(file => $"{turn.Catalog.Find(file.Indicator)?.ShortName} {file.Name} {file.Sessions}/{Indicators.Counting.CreditRules.SessionsToComplete} 节"))),
        ];
        return lines.Where(line => !string.IsNullOrEmpty(line.Value)).Select(line => new LineModel(line.Label, line.Value!));
    }

    private static List<ActionModel> Actions(KnownPerson known, DateOnly today)
    {
        var person = known.Entry;
        var id = person.Id!.Value;
        return person.Called.IsErased ? [] :
        [
            Visit(person),
            Edit(person),
            ActionModel.OnPerson(person.Revisit ? "取消需回访" : "标记需回访", "person.flag", id, known.Step, ("revisit", !person.Revisit)),
            .. person.Left is null ? [ActionModel.OnPerson("迁出/去世", "person.leave", id, known.Step)] : new[] { ActionModel.OnPerson("重新入册", "person.return", id, known.Step) },
        ];
    }

    private static ActionModel Visit(RosterEntry person) => ActionModel.OpenForm(
        "记走访", RecordForms.VisitId, (RecordForms.PersonField, person.Label), (RecordForms.DomainField, person.Areas is [var only] ? only : ""));

    private static ActionModel Edit(RosterEntry person) =>
        ActionModel.OpenForm("修改资料", RosterForm.Id, (RosterForm.PersonField, person.Id!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
