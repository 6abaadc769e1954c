using StationBot.Cards;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>
/// A change that was said: the record's card with the change filled in and told as before → after. It is saved with one press and not at
/// once, because a sentence may be misread, and what was saved counts.
/// </summary>
internal sealed class EditAnswer(RecordStore records, UndoStore undo, RosterStore roster, PersonRecords personRecords, FormIntake intake, FormAnswer forms, CardTemplates cards)
{
    private const int MostChoices = 4;

    public async Task<Reply> ChangeAsync(Turn turn, Membership who, EditRequest request, CancellationToken cancellation)
    {
        if (request is { Of: { } of, Number: null })
        {
            return await ChangeOfAsync(turn, who, request, of, cancellation);
        }

        if ((request.Number ?? await undo.LastAsync(who.Member, cancellation)) is not { } number)
        {
            return Replies.NothingToEdit;
        }

        var record = await records.FindAsync(who.Station.Id, number, cancellation);
        if (FormAnswer.WhyNotEdit(turn, who, record, number) is { } refused)
        {
            return refused;
        }

        var stored = FormAnswer.Stored(turn, turn.Forms.Find(record!.What.Form)!, record);
        var edit = new SaidEdit(stored.Form, record.What, stored.Values);
        foreach (var change in request.Changes)
        {
            await edit.ApplyAsync(change, name => roster.FindByNameAsync(who.Station.Id, name, record.What.Date, cancellation));
        }

        if (request.Unread.Length > 0)
        {
            edit.Problems.Add($"没看懂“{request.Unread}”");
        }

        var changes = FieldTexts.Changes(stored.Form.Fields, field => stored.Values[field.Id], field => edit.Values[field.Id]);
        if (changes.Count == 0 && request.Changes.Count > 0 && edit.Problems.Count == 0)
        {
            edit.Problems.Add("和原来一样，没有要改的");
        }

        var filled = stored with { Values = edit.Values, Intro = string.Join('；', [.. changes, .. edit.Problems]), IsSubmitted = changes.Count > 0 };
        var checkedNow = changes.Count == 0 ? null : await intake.ReadAsync(who.Station, stored.Form, edit.Values, record.What, turn.Today, cancellation);
        return await forms.ShowAsync(turn, who, filled, checkedNow as Intake.Rejected, cancellation);
    }

    /// <summary>李奶奶那条: the last one that the member entered about her; where there are two of that name, it asks.</summary>
    private async Task<Reply> ChangeOfAsync(Turn turn, Membership who, EditRequest request, RecordOf of, CancellationToken cancellation)
    {
        var persons = await roster.FindByNameAsync(who.Station.Id, of.Person, turn.Today, cancellation);
        var last = persons.Count == 0 ? [] : await personRecords.LastByAsync(who.Member, [.. persons.Select(person => person.Id)], cancellation);
        switch (last)
        {
            case []:
                return Replies.Plain(persons.Count == 0 ? $"名单里没有“{of.Person}”。说编号也行，例如“修改128号”。" : $"没有您登记的{of.Person}的记录。");
            case [(_, var only)]:
                return await ChangeAsync(turn, who, request with { Of = null, Number = only }, cancellation);
            default:
                var said = turn.Message.Action is AskAgain ask ? ask.Text : turn.Message.Text;
                return cards.Choose(
                    $"有 {last.Count} 位“{of.Person}”，改哪一条？",
                    [
                        .. last.Take(MostChoices).Select(one => ActionModel.Ask(said.Contains(of.Phrase, StringComparison.Ordinal) ? said.Replace(of.Phrase, $"{one.Number}号", StringComparison.Ordinal) : $"修改{one.Number}号") with
                        {
                            Title = $"#{one.Number} {persons.First(person => person.Id == one.Person).Label}",
                        }),
                    ]);
        }
    }
}

/// <summary>The values of a record's form while what was said is put into them.</summary>
internal sealed class SaidEdit(Form form, RecordDraft record, IReadOnlyDictionary<string, string> stored)
{
    private static readonly Dictionary<EditField, (string Label, Slot[] Slots)> Places = new()
    {
        [EditField.Date] = ("日期", [Slot.Date]),
        [EditField.Mode] = ("方式", [Slot.Mode]),
        [EditField.Category] = ("类别", [Slot.Category]),
        [EditField.Domain] = ("领域", [Slot.Domain]),
        [EditField.Amount] = ("金额", [Slot.Amount]),
        [EditField.Minutes] = ("时长", [Slot.Minutes]),
        [EditField.People] = ("人数", [Slot.People, Slot.Recipients]),
        [EditField.Name] = ("名称", [Slot.Name]),
        [EditField.Content] = ("内容", [Slot.Content]),
        [EditField.MoreContent] = ("内容", [Slot.Content]),
        [EditField.Outcome] = ("结果", [Slot.Outcome]),
        [EditField.Person] = ("服务对象", [Slot.FirstPerson, Slot.AllPersons, Slot.Recipients]),
    };

    public Dictionary<string, string> Values { get; } = new(stored);

    /// <summary>What could not be filled in, in Chinese.</summary>
    public List<string> Problems { get; } = [];

    public async Task ApplyAsync(FieldChange change, Func<string, Task<IReadOnlyList<Person>>> find)
    {
        var (label, slots) = Places[change.Field];
        if (form.Fields.FirstOrDefault(field => slots.Contains(field.Slot)) is not { } field)
        {
            Problems.Add($"“{form.Title}”没有“{label}”这一项");
        }
        else if (change.Field == EditField.Person)
        {
            await ReplacePersonAsync(change, find);
        }
        else if (change.Field == EditField.MoreContent)
        {
            Values[field.Id] = Joined(Values[field.Id], change.Value);
        }
        else if (field.Kind != FieldKind.Choice)
        {
            Values[field.Id] = change.Value;
        }
        else if (field.Choices.FirstOrDefault(choice => choice.Value == change.Value || choice.Title == change.Value) is { } choice)
        {
            Values[field.Id] = choice.Value;
        }
        else
        {
            Problems.Add($"“{field.Label}”没有“{change.Value}”可选");
        }
    }

    /// <summary>The one who was named, or the only one, makes room. Who isn't on the roster stands in 其他姓名, as on a card filled in by hand.</summary>
    private async Task ReplacePersonAsync(FieldChange change, Func<string, Task<IReadOnlyList<Person>>> find)
    {
        var labels = record.Persons.Select(person => person.Label).ToList();
        var at = change.Was is { } was ? await IndexOfAsync(was, find) : labels.Count == 1 ? 0 : -1;
        if (at < 0)
        {
            Problems.Add(change.Was is null ? $"这条有 {labels.Count} 位服务对象，换哪一位？" : $"这条记录里没有“{change.Was}”");
            return;
        }

        var found = await find(change.Value);
        labels[at] = found is [var only] ? only.Label : change.Value;
        foreach (var field in form.Fields)
        {
            var isListed = at > 0 || found.Count > 0;
            Values[field.Id] =
                field.Slot == Slot.FirstPerson ? (isListed ? labels[0] : "")
                : field.Slot == Slot.OtherPersons ? string.Join('、', isListed ? labels.Skip(1) : labels)
                : field.Slot == Slot.AllPersons || field.Slot == Slot.Recipients ? string.Join('、', labels)
                : Values[field.Id];
        }
    }

    private async Task<int> IndexOfAsync(string name, Func<string, Task<IReadOnlyList<Person>>> find)
    {
        var at = record.Persons.ToList().FindIndex(person => person.Label == name || person.Label.StartsWith(name + "（", StringComparison.Ordinal));
        if (at >= 0)
        {
            return at;
        }

        var meant = (await find(name)).Select(person => (long?)person.Id).ToHashSet();
        return record.Persons.ToList().FindIndex(person => meant.Contains(person.Id));
    }

    private static string Joined(string before, string more) =>
        before.Length == 0 ? more : before[^1] is '。' or '！' or '？' or '；' ? before + more : $"{before}。{more}";
}
