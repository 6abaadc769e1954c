using System.Globalization;
using System.Text.Json.Nodes;
using StationBot.Cards;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;

namespace StationBot.Answers.People;

/// <summary>新增人员 and 修改资料. Name and community make the person: who is there already is offered to be changed.</summary>
internal sealed class RosterFormAnswer(PersonStore persons, PersonAnswer person, CardTemplates cards)
{
    public async Task<Reply> OpenAsync(Turn turn, Membership who, IReadOnlyDictionary<string, string> preset, CancellationToken cancellation)
    {
        var form = new RosterForm(turn.Catalog);
        KnownPerson? known = null;
        if (preset.GetValueOrDefault(RosterForm.PersonField) is { Length: > 0 } given)
        {
            known = long.TryParse(given, CultureInfo.InvariantCulture, out var id) ? await persons.FindAsync(who.Station.Id, id, cancellation) : null;
            if (known is null || known.Entry.Called.IsErased)
            {
                return Replies.NoSuchPerson;
            }
        }

        var start = known?.Entry ?? RosterForm.Blank(turn.Today);
        var values = form.Fields.ToDictionary(field => field.Id, field => preset.GetValueOrDefault(field.Id) is { Length: > 0 } value ? value : field.Read(start));
        return Show(form, new Filled(turn.CardId, known?.Entry, known?.Step, values), null);
    }

    public async Task<Reply> SaveAsync(Turn turn, Membership who, SaveForm action, CancellationToken cancellation)
    {
        if (action.Card is not { Length: > 0 and <= 64 } card)
        {
            return Replies.UnknownAction;
        }

        var known = action.Number is { } id ? await persons.FindAsync(who.Station.Id, id, cancellation) : null;
        if (action.Number is not null && known is null)
        {
            return Replies.NoSuchPerson;
        }

        var form = new RosterForm(turn.Catalog);
        var inputs = FormValues.Of(action.Values);
        var values = form.Fields.ToDictionary(field => field.Id, field => inputs.GetValueOrDefault(field.Id, ""));
        var filled = new Filled(card, known?.Entry, action.Step, values);
        if (form.Errors(values, known?.Entry, turn.Today) is { Count: > 0 } errors)
        {
            return Show(form, filled, errors) with { ReplacesCard = true };
        }

        var change = known is null
            ? await persons.AddAsync(who, $"card:{who.Member.Id}:{card}", form.Write(RosterForm.Blank(turn.Today), values), cancellation)
            : await persons.EditAsync(new RosterWish(who, turn.Cause, known.Entry.Id!.Value, action.Step), entry => form.Write(entry, values), cancellation);
        return change switch
        {
            RosterChange.Done done => await person.ChangedAsync(turn, who, done, Title(done, known), done.After.Entered, cancellation, Notes(done, known)),
            RosterChange.Stale stale => Replies.Plain($"{stale.Person.Label} 刚被改过，请重新打开“修改资料”再改。"),
            RosterChange.SamePerson same when known is null => Offer(same.Other, form, values),
            RosterChange.SamePerson same => Show(form, filled, new Dictionary<string, string> { [RosterForm.NameField] = $"名单里已有 {same.Other.Label}，姓名和社区相同就是同一人" }) with { ReplacesCard = true },
            _ => Replies.NoSuchPerson,
        };
    }

    private static string Title(RosterChange.Done done, KnownPerson? known) =>
        known is not null ? $"已修改 {done.After.Label}" : done.Before == done.After ? $"{done.After.Label} 这张卡片已经保存过，没有重复添加" : $"已加入名单：{done.After.Label}";

    private static IEnumerable<string> Notes(RosterChange.Done done, KnownPerson? known) =>
        known is null && done.Before is { Areas.Count: 0 } ? ["之前按姓名登记过，那些记录都算在这一位上。"] : [];

    /// <summary>What was typed is not lost: it stands in the card of the person who is there.</summary>
    private Reply Offer(RosterEntry other, RosterForm form, Dictionary<string, string> values)
    {
        var id = other.Id!.Value.ToString(CultureInfo.InvariantCulture);
        var blank = RosterForm.Blank(other.Entered);
        var typed = form.Fields.Where(field => field.Id != "entered" && values[field.Id] != field.Read(blank)).Select(field => (field.Id, values[field.Id]));
        return person.Choose($"名单里已有 {other.Label}，姓名和社区相同就是同一人，没有重复添加。要改这一位的资料吗？",
        [
            ActionModel.OpenForm("修改这一位", RosterForm.Id, [(RosterForm.PersonField, id), .. typed]),
            ActionModel.OnPerson("查看", "person.show", other.Id.Value),
            .. other.Left is null ? Array.Empty<ActionModel>() : [ActionModel.OnPerson("重新入册", "person.return", other.Id.Value)],
        ]);
    }

    private Reply Show(RosterForm form, Filled filled, Dictionary<string, string>? errors)
    {
        var model = new FormModel
        {
            Title = filled.Before is null ? "新增人员" : $"修改 {filled.Before.Label}",
            Intro = null,
            Card = filled.Card,
            Form = RosterForm.Id,
            Number = filled.Before?.Id,
            Step = filled.Step,
            Error = errors is null ? null : $"还没有保存：有 {errors.Count} 处要改。",
            Fields = [.. form.Fields.Select(field => Field(field, filled.Values[field.Id], errors?.GetValueOrDefault(field.Id)))],
            Submit = "保存",
        };
        return new Reply
        {
            Text = errors is null ? $"{model.Title}：请填写卡片后点“保存”。" : $"{model.Error}{string.Join('；', errors.Values)}。",
            Card = cards.Fill("form", model, CardJson.Default.FormModel),
            CardId = filled.Card,
            CardStandsAlone = true,
        };
    }

    private static FieldModel Field(RosterField field, string value, string? error) => new()
    {
        Id = field.Id,
        Label = field.Label,
        Type = field.Input,
        Value = JsonValue.Create(value.Length <= field.MaxLength ? value : value[..field.MaxLength]),
        Required = field.IsRequired,
        Error = error,
        Placeholder = field.Placeholder.Length > 0 ? field.Placeholder : null,
        MaxLength = field.Input == "text" ? field.MaxLength : null,
        Min = null,
        Max = null,
        Choices = [.. field.Choices.Select(choice => new ChoiceModel(choice.Title, choice.Value))],
    };

    private sealed record Filled(string Card, RosterEntry? Before, int? Step, IReadOnlyDictionary<string, string> Values);
}
