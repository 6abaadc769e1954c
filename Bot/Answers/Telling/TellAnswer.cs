using StationBot.Answers.Files;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Telling;

/// <summary>
/// What was told becomes the filled card of its form, to be confirmed by one press. What a card can't settle as well is asked first, one thing at a
/// time, each choice a button that holds all that was told.
/// </summary>
internal sealed class TellAnswer(FormAnswer forms, BatchAnswer batch, ChecklistAnswer checklist, AttachmentAnswer attachments, FileFinder finder, RosterStore roster, CardTemplates cards)
{
    private const int MostChoices = 6;

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, LogDraft draft, CancellationToken cancellation) => (draft, turn.Forms.Find(FormOf(draft))) switch
    {
        ({ Form: null, Type: "attach" }, _) => await attachments.ShowLooseAsync(turn, who, cancellation),
        ({ Form: null, Kind: DraftKind.Deed }, _) => WhichWay(turn, draft),
        ({ Form: Forms.Platform }, _) => await checklist.ShowAsync(turn, who, cancellation),
        ({ Kind: DraftKind.Cancelled }, var form) => await NotHeldAsync(turn, who, draft, form, cancellation),
        (_, null) => Ask("这类记录还不能这样登记，请用卡片。", [ActionModel.Ask("记走访"), ActionModel.Ask("帮助")]),
        ({ Kind: DraftKind.Deed, Form: Forms.Visit or Forms.Survey, Persons.Count: > 1 }, { } form) => await BatchAsync(turn, who, draft, form, cancellation),
        ({ Kind: DraftKind.Hearsay }, { } form) => await HeardAsync(turn, who, draft, form, cancellation),
        (_, { } form) => await ConfirmAsync(turn, who, draft, form, cancellation),
    };

    private async Task<Reply> ConfirmAsync(Turn turn, Membership who, LogDraft draft, Form form, CancellationToken cancellation)
    {
        var told = await KnowAsync(turn, who, draft, form, cancellation);
        // A button can't hold that the day is missing, and its card would say today.
        if (!LacksDay(draft, form) && FirstQuestion(turn, form, told) is { } question)
        {
            return question;
        }

        var values = FormAnswer.Preset(turn, form, told.Values);
        if (LacksDay(draft, form))
        {
            values[RecordForms.DateField] = "";
        }

        var missing = FormCheck.Missing(form, values);
        return await forms.ShowAsync(
            turn,
            who,
            new Filled(form, null, turn.CardId, values)
            {
                Ask = missing.Count > 0 ? $"{Headline(turn, draft, form, told)}，还差{string.Join('、', missing)}，请在卡片里补上。" : $"{Headline(turn, draft, form, told)}，对吗？",
                Intro = Notes(draft, told) is { Length: > 0 } notes ? notes : null,
                IsSubmitted = true,
                Area = told.Area,
            },
            null,
            cancellation);
    }

    /// <summary>No such day, or one to come: the card asks for it, today would be a guess.</summary>
    private static bool LacksDay(LogDraft draft, Form form) => draft.Days.Count == 0 && form.Find(RecordForms.DateField) is not null;

    /// <summary>Who, which domain, which category; null where nothing is open.</summary>
    private Reply? FirstQuestion(Turn turn, Form form, Told told)
    {
        if (told.WhichOne is not null)
        {
            return told.WhichOne;
        }

        if (form.Find(RecordForms.DomainField) is not null && told.Area is null && told.Areas.Count > 1)
        {
            return Ask("是哪个领域的？", [.. told.Areas.Take(MostChoices).Select(area => Open(turn.Catalog.Areas.First(task => task.Id == area).Name, form, told.Values, (RecordForms.DomainField, area)))]);
        }

        if (form.Find(RecordForms.CategoryField) is { } category && told.Values[category.Id].Length == 0)
        {
            return Ask("算哪一类？", [.. category.Choices.Select(choice => Open(choice.Title, form, told.Values, (category.Id, choice.Value)))]);
        }

        return null;
    }

    /// <summary>要登记 养老服务·跟踪回访 2024年9月17日 李桂兰（红旗村）.</summary>
    private static string Headline(Turn turn, LogDraft draft, Form form, Told told)
    {
        var topic = told.Values.GetValueOrDefault(RecordForms.CategoryField) is { Length: > 0 } category ? category : form.Row.TrimStart('.');
        var row = turn.Catalog.Find(form.Row) ?? turn.Catalog.Find($"{told.Area}.{topic}");
        string?[] parts =
        [
            draft.Kind == DraftKind.Plan ? "要记下计划" : "要登记",
            row is null ? form.Title.TrimStart('记') : RowName.Of(row),
            draft.Days is [var day, ..] ? PeriodName.Of(Period.Day(day)) + draft.PartOfDay : null,
            told.FileName ?? (told.Values.GetValueOrDefault("name") is { Length: > 0 } name ? name : string.Join('、', told.Persons)),
            draft.Fen is { } fen ? Amount.Of(fen, Amount.Yuan) : null,
        ];
        return string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string Notes(LogDraft draft, Told told)
    {
        List<string> notes =
        [
            .. draft is { Days: [var assumed, ..], IsDayAssumed: true } ? [$"没说哪天，按{PeriodName.Of(Period.Day(assumed))}记，可以改。"] : Array.Empty<string>(),
            .. draft.Days.Count > 1 ? [$"说了 {draft.Days.Count} 天，先记这一天；保存后再记 {string.Join('、', draft.Days.Skip(1).Select(day => PeriodName.Of(Period.Day(day))))}。"] : Array.Empty<string>(),
            .. draft.Kind == DraftKind.Attempt ? ["没见到人也可以记下，不计入次数。"] : Array.Empty<string>(),
            .. draft.Kind == DraftKind.Plan ? ["计划记下后不计入次数，去过了再登记。"] : Array.Empty<string>(),
            .. told.Note is { } note ? [note] : Array.Empty<string>(),
            .. draft.Worker is { } worker ? [$"说的是{worker}做的，现在记在您名下。"] : Array.Empty<string>(),
            .. draft.Evidence.Count > 0 ? [$"{string.Join('、', draft.Evidence.Select(EvidenceName.Of))}保存后直接发过来就行。"] : Array.Empty<string>(),
        ];
        return string.Join('\n', notes);
    }

    /// <summary>Whom and what the words mean here.</summary>
    private async Task<Told> KnowAsync(Turn turn, Membership who, LogDraft draft, Form form, CancellationToken cancellation)
    {
        var day = draft.Days is [var said, ..] && said <= turn.Today ? said : turn.Today;
        var persons = new List<string>();
        var ids = new List<long>();
        IReadOnlyList<Person>? several = null;
        foreach (var name in draft.Persons)
        {
            var found = await roster.FindByNameAsync(who.Station.Id, name, day, cancellation);
            persons.Add(found is [var only] ? only.Label : name);
            ids.AddRange(found.Select(person => person.Id));
            several ??= found.Count > 1 && form.Find(FieldKind.Person) is not null ? found : null;
        }

        var listed = await roster.ListedAreasAsync(ids, cancellation);
        var areas = ids.Select(id => listed[id]).Aggregate((IEnumerable<string>?)null, (all, one) => all?.Intersect(one) ?? one)?.Distinct().ToList() ?? [];
        var area = draft.Area ?? (areas is [var single] ? single : null);
        var (file, fileName, note) = await FileAsync(turn, who, draft, form, cancellation);
        var values = DraftValues.Of(draft, form, area, file, persons);
        return new Told(values, area, areas, persons, fileName, note)
        {
            WhichOne = several is null ? null : Ask(
                $"哪一位{draft.Persons[persons.FindIndex(name => several.All(person => person.Label != name))]}？",
                [.. several.Take(MostChoices).Select(person => Open(person.Label, form, values, (RecordForms.PersonField, person.Label)))]),
        };
    }

    /// <summary>张强个案, 手工小组: the open one of that name.</summary>
    private async Task<(long? Id, string? Name, string? Note)> FileAsync(Turn turn, Membership who, LogDraft draft, Form form, CancellationToken cancellation)
    {
        if (form.Find(FieldKind.File) is not { } field || (draft.Name ?? (draft.Persons is [var first, ..] ? first : null)) is not { } name)
        {
            return default;
        }

        var rows = field.Topics.SelectMany(turn.Catalog.OfTopic).ToList();
        var kind = rows[0].ShortName;
        var found = await finder.FindAsync(who.Station, new FileRequest(FileAsk.Session, field.Topics[0], name.EndsWith(kind, StringComparison.Ordinal) ? name[..^kind.Length] : name, null), rows, turn.Today, cancellation);
        if (found is not [var file])
        {
            return (null, null, found.Count == 0 ? $"没有找到“{name}”的{kind}，请在列表里选，或先说“开{kind}”。" : $"有 {found.Count} 个“{name}”，请在列表里选。");
        }

        var next = file.Life.Sessions.Count + 1;
        return (file.Id, file.Name, draft.Session is { } session && session != next ? $"说的是第 {session} 节，这里接着是第 {next} 节。" : null);
    }

    private async Task<Reply> BatchAsync(Turn turn, Membership who, LogDraft draft, Form form, CancellationToken cancellation)
    {
        var request = new FormRequest(form.Id, draft.Area, Forms.CategoryOf(draft.Topic), draft.Days is [var day, ..] ? day : null)
        {
            Mode = draft.Mode,
            Persons = draft.Persons,
            Households = draft.People is { } said && said != draft.Persons.Count ? said : null,
            Content = draft.Content,
        };
        return await batch.OpenAsync(turn, who, request, DraftValues.Of(draft, form, (await KnowAsync(turn, who, draft, form, cancellation)).Area, null, []), cancellation);
    }

    /// <summary>十床被子折合两千: raised, or given away.</summary>
    private Reply WhichWay(Turn turn, LogDraft draft)
    {
        return Ask("这笔是募集来的，还是发给居民的？", [Way("募集来的", Forms.Fundraising), Way("发给居民的", Forms.Distribution)]);

        ActionModel Way(string title, string id)
        {
            var form = turn.Forms.Find(id)!;
            return Open(title, form, DraftValues.Of(draft, form, null, null, draft.Persons));
        }
    }

    private async Task<Reply> HeardAsync(Turn turn, Membership who, LogDraft draft, Form form, CancellationToken cancellation)
    {
        var told = await KnowAsync(turn, who, draft, form, cancellation);
        return Ask("听起来是别人做的，没有登记。是站里做的吗？", [Open("是，登记", form, told.Values), ActionModel.Ask("帮助")]);
    }

    /// <summary>下雨没开成，改到周五: nothing was done.</summary>
    private async Task<Reply> NotHeldAsync(Turn turn, Membership who, LogDraft draft, Form? form, CancellationToken cancellation)
    {
        var text = $"没有登记：没办成的不计入次数。{(draft.Next is { } next ? $"改到{PeriodName.Of(Period.Day(next))}，到时做了再说一声。" : "")}";
        return form is null ? Ask(text, [ActionModel.Ask("帮助")]) : Ask(text, [Open($"其实办了，{form.Title}", form, (await KnowAsync(turn, who, draft, form, cancellation)).Values)]);
    }

    private static string FormOf(LogDraft draft) => draft is { Kind: DraftKind.Plan, Form: Forms.Visit } ? Forms.Visit + RecordForms.PlanSuffix : draft.Form ?? "";

    private static ActionModel Open(string title, Form form, IReadOnlyDictionary<string, string> values, params IEnumerable<(string Field, string Value)> said) =>
        ActionModel.OpenForm(title, form.Id, values.Where(value => said.All(one => one.Field != value.Key)).Select(value => (value.Key, value.Value)).Concat(said));

    private Reply Ask(string text, IReadOnlyList<ActionModel> choices) => cards.Choose(text, choices);

    /// <param name="Area">The task's id; null where it must be asked.</param>
    /// <param name="Areas">On whose lists all the persons stand.</param>
    private sealed record Told(Dictionary<string, string> Values, string? Area, IReadOnlyList<string> Areas, IReadOnlyList<string> Persons, string? FileName, string? Note)
    {
        /// <summary>A name fits several, and that is asked before all else.</summary>
        public Reply? WhichOne { get; init; }
    }
}
