using System.Globalization;
using System.Text.Json.Nodes;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Drafts;

/// <summary>The one question that is asked about a field, with what can be pressed or typed in answer.</summary>
/// <param name="Choices">A title and a value each.</param>
internal sealed record ToldQuestion(string Field, string Text, IReadOnlyList<(string Title, string Value)> Choices)
{
    public static ActionModel Button(string card, string field, string title, string value) =>
        new(title, new JsonObject { ["verb"] = "form.answer", ["card"] = card, ["field"] = field, ["value"] = value });
}

/// <summary>What is asked where a must field is missing: one at a time, the likeliest answers as buttons.</summary>
internal sealed class ToldQuestions(RosterStore roster, ToldReader reader)
{
    private const int MostChoices = 4;

    /// <summary>How many persons are looked at for those of a domain.</summary>
    private const int MostLikely = 40;

    /// <summary>Whom and what first: much follows from it.</summary>
    private static readonly FieldKind[] Order = [FieldKind.File, FieldKind.Person, FieldKind.Persons, FieldKind.Choice, FieldKind.Date, FieldKind.Days];

    /// <returns>Null where nothing is missing.</returns>
    public async Task<ToldQuestion?> NextAsync(Turn turn, Station station, ToldState told, CancellationToken cancellation)
    {
        if (told.Ambiguous is { } name)
        {
            return new ToldQuestion(RecordForms.PersonField, $"有 {name.Labels.Count} 位“{name.Said}”，是哪一位？", [.. name.Labels.Take(MostChoices).Select(label => (label, label))]);
        }

        return FormCheck.Missing(told.Form!, told.Values).OrderBy(Rank).FirstOrDefault() is { } field ? await OfAsync(turn, station, told, field, cancellation) : null;
    }

    /// <summary>As which kind of value a typed answer is read.</summary>
    public static DraftQuestion? Asking(Turn turn, Telling telling) => telling.Asking switch
    {
        null => null,
        Asked.Heard or Asked.Plan => new DraftQuestion(null) { IsYesNo = true },
        Asked.Form => new DraftQuestion(null) { IsForm = true },
        var id => new DraftQuestion(FieldOf(ToldForm.Of(telling.Draft, turn.Forms)?.Find(id))),
    };

    /// <summary>What a value of the field changes.</summary>
    public static EditField? FieldOf(Field? field) => field switch
    {
        null => null,
        { Kind: FieldKind.Person or FieldKind.Persons or FieldKind.Names } => EditField.Person,
        { Kind: FieldKind.Date or FieldKind.Days } => EditField.Date,
        { Kind: FieldKind.Money } => EditField.Amount,
        { Kind: FieldKind.Recipients } => EditField.People,
        { Kind: FieldKind.File } => EditField.Name,
        _ when field.Slot == Slot.Domain => EditField.Domain,
        _ when field.Slot == Slot.Category => EditField.Category,
        _ when field.Slot == Slot.Name => EditField.Name,
        _ when field.Slot == Slot.Content || field.Id == RecordForms.ProblemField => EditField.Content,
        _ => null,
    };

    private static int Rank(Field field) => Array.IndexOf(Order, field.Kind) is >= 0 and var rank ? rank : Order.Length;

    private async Task<ToldQuestion> OfAsync(Turn turn, Station station, ToldState told, Field field, CancellationToken cancellation) => field.Kind switch
    {
        FieldKind.File => await FileAsync(turn, station, told, field, cancellation),
        FieldKind.Person or FieldKind.Persons => new(field.Id, Whom(told, field), await LikelyAsync(station.Id, told, cancellation)),
        FieldKind.Choice when field.Slot == Slot.Domain => new(field.Id, "算哪个领域？", Domains(told, field)),
        FieldKind.Choice when field.Slot == Slot.Category => new(field.Id, "是哪一类？", [.. field.Choices.Select(choice => (choice.Title, choice.Value))]),
        FieldKind.Date or FieldKind.Days => new(field.Id, "是哪天？", Days(turn.Today, told.Draft.Kind == DraftKind.Plan)),
        FieldKind.Money => new(field.Id, $"{field.Label}是多少元？", []),
        FieldKind.Recipients => new(field.Id, $"{field.Label}？例如“20户”，或者写姓名。", []),
        _ when field.Slot == Slot.Name => new(field.Id, $"{field.Label}是什么？", told.Draft.Goods is { } goods ? [($"{goods}发放", $"{goods}发放")] : []),
        _ => new(field.Id, $"{field.Label}是什么？直接回一句就行。", []),
    };

    private static string Whom(ToldState told, Field field) =>
        told.Draft.People is > 1 and var people ? $"说的是 {people} 位，是哪几位？姓名用顿号隔开。" : $"{field.Label}是谁？";

    private static List<(string, string)> Domains(ToldState told, Field field)
    {
        var theirs = ToldPerson.Common(told.Persons.Where(person => person.Labels.Count > 0).Select(person => person.Areas));
        return [.. field.Choices.Where(choice => theirs.Count < 2 || theirs.Contains(choice.Value)).Select(choice => (choice.Title, choice.Value))];
    }

    private static List<(string, string)> Days(DateOnly today, bool isPlan)
    {
        (string Name, int Days)[] days = isPlan ? [("明天", 1), ("后天", 2), ("大后天", 3)] : [("今天", 0), ("昨天", -1), ("前天", -2)];
        return [.. days.Select(day => ($"{day.Name} {PeriodName.Of(today.AddDays(day.Days), today)}", FormCheck.Text(today.AddDays(day.Days))))];
    }

    /// <summary>Of the domain that was said, where there is anybody.</summary>
    private async Task<List<(string, string)>> LikelyAsync(long stationId, ToldState told, CancellationToken cancellation)
    {
        var likely = await roster.LikelyAsync(stationId, MostLikely, cancellation);
        var listed = await roster.ListedAreasAsync([.. likely.Select(person => person.Id)], cancellation);
        return [.. likely.Where(person => told.Draft.Area is not { } area || area == "charity" || listed[person.Id].Contains(area)).Take(MostChoices).Select(person => (person.Label, person.Label))];
    }

    private async Task<ToldQuestion> FileAsync(Turn turn, Station station, ToldState told, Field field, CancellationToken cancellation)
    {
        var name = told.Draft.Name ?? (told.Draft.Persons is [var first, ..] ? first : null);
        var offered = told.Files.Count > 1 ? told.Files : await reader.OpenAsync(turn, station, field, cancellation);
        var text = (name, offered.Count, told.Files.Count) switch
        {
            (_, _, > 1) => $"有 {told.Files.Count} 个都像“{name}”，是哪一个？",
            (null, 0, _) => $"还没有进行中的{field.Label}，先开一个，再说“继续”。",
            (null, _, _) => $"是哪个{field.Label}？",
            (_, 0, _) => $"没有找到“{name}”没结束的{field.Label}，先开一个，再说“继续”。",
            _ => $"没有找到“{name}”没结束的{field.Label}。是下面的哪一个？没有开的话先开一个，再说“继续”。",
        };
        return new(field.Id, text, [.. offered.Take(MostChoices).Select(file =>
            ($"{turn.Catalog.Find(file.Indicator)!.Area.Name} {file.Name} 已做 {file.Life.Sessions.Count} 节", file.Id.ToString(CultureInfo.InvariantCulture)))]);
    }
}
