using StationBot.Indicators;
using StationBot.Records.Forms;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Drafts;

/// <summary>What is to be saved, in one sentence, and what else was told. Pure.</summary>
internal static class ToldText
{
    /// <summary><c>要登记 养老服务·跟踪回访 2024年9月17日 李桂兰（红旗村），对吗？</c></summary>
    public static string Ask(Turn turn, ToldState told) => $"{Head(turn, told)}，对吗？{(told.Draft.Kind is DraftKind.Plan ? "计划不计入次数。" : told.Draft.Kind is DraftKind.Attempt ? "没见到人，不计入次数。" : "")}";

    /// <summary>As far as it is known.</summary>
    public static string Head(Turn turn, ToldState told) => string.Join(' ', new[]
    {
        told.Draft.Kind == DraftKind.Plan ? "要记下计划" : "要登记",
        RowOf(turn, told),
        DayOf(turn, told),
        WhomOf(told),
        AmountOf(told.Draft),
    }.Where(part => part.Length > 0));

    /// <summary>What the fields don't show.</summary>
    public static IEnumerable<string> Notes(ToldState told, string? next)
    {
        var draft = told.Draft;
        if (told.Form?.Find(FieldKind.Persons) is not null)
        {
            yield return "勾选的每人登记一条，其余各项相同";
        }

        if (told.Form?.Find(FieldKind.Days) is not null)
        {
            yield return "勾选的每天登记一条，其余各项相同";
        }

        if (told.Form?.Find(FieldKind.Days) is null && draft is { Kind: not DraftKind.Plan, Days.Count: > 1 })
        {
            yield return $"说的有 {draft.Days.Count} 天，这张卡片只记一天，其余的请再说一次";
        }

        if (told.Persons.Where(person => person.Labels.Count == 0).Select(person => person.Said).ToList() is { Count: > 0 } unknown && told.Form?.Fields.Any(field => field.Kind is FieldKind.Person or FieldKind.Persons) == true)
        {
            yield return $"名单里没有{string.Join('、', unknown)}，保存后按名单外人员登记";
        }

        foreach (var several in told.Persons.Where(person => person.Labels.Count > 1))
        {
            yield return $"有 {several.Labels.Count} 位“{several.Said}”，请勾选去过的那位";
        }

        if (draft.People is { } people && people != draft.Persons.Count && told.Form?.Find(FieldKind.Persons) is not null)
        {
            yield return $"说的是 {people} 位，写了 {draft.Persons.Count} 个名字，少的请补在“其他姓名”里";
        }

        if (next is not null)
        {
            yield return next;
        }

        if (draft.Worker is { } worker)
        {
            yield return $"记在{worker}名下";
        }

        if (draft.Evidence.Count > 0)
        {
            yield return $"说到的材料：{string.Join('、', draft.Evidence.Select(EvidenceName.Of))}，保存后发给我";
        }
    }

    private static string RowOf(Turn turn, ToldState told)
    {
        if (told.Form is not { } form)
        {
            return "";
        }

        var area = told.Values.GetValueOrDefault(RecordForms.DomainField) is { Length: > 0 } said ? said : told.File?.Indicator.Split('.')[0] ?? "";
        var topic = form.Find(RecordForms.CategoryField) is not null ? told.Values.GetValueOrDefault(RecordForms.CategoryField, "") : form.Row.Split('.')[^1];
        var known = told.File is { } file ? file.Indicator : form.Row.Contains('.', StringComparison.Ordinal) && form.Row[0] != '.' && form.Row.Length > 1 ? form.Row : $"{area}.{topic}";
        var row = turn.Catalog.Find(known) is { } found ? RowName.Of(found)
            : turn.Catalog.OfTopic(topic).FirstOrDefault()?.ShortName ?? turn.Catalog.Areas.FirstOrDefault(one => one.Id == area)?.Name ?? (told.Draft.Kind == DraftKind.Plan ? "" : (form.OfOne ?? form).Title.TrimStart(FormVerb));
        return form switch
        {
            { OpensFile: true } => $"{form.Title} {row}",
            { ClosesFile: true } => $"{form.Title} {row}",
            _ => row,
        };
    }

    /// <summary>记走访 is an order; what it is about comes behind.</summary>
    private const char FormVerb = '记';

    private static string DayOf(Turn turn, ToldState told)
    {
        if (told.Form is { } form && form.Find(FieldKind.Date) is null && form.Find(FieldKind.Days) is null)
        {
            return "";
        }

        var days = told.Form?.Find(FieldKind.Days) is not null ? told.Draft.Days : ToldForm.DayOf(told.Draft) is { } one ? [one] : Array.Empty<DateOnly>();
        if (days.Count == 0)
        {
            return "";
        }

        var said = string.Join('、', days.Select(day => PeriodName.Of(Period.Day(day)))) + (told.Draft.PartOfDay is { } part ? $" {part}" : "");
        return !told.Draft.IsDayAssumed ? said : days is [var only] && only == turn.Today ? $"{said}（按今天记，可改）" : $"{said}（按这天记，可改）";
    }

    private static string WhomOf(ToldState told) =>
        told.File is { } file ? file.Name
        : told.Persons.Count > 0 ? string.Join('、', told.Persons.Select(person => person.Name))
        : told.Values.GetValueOrDefault("name") ?? told.Draft.Name ?? "";

    private static string AmountOf(LogDraft draft) => draft.Fen is { } fen ? $"{Amount.Number(fen, Amount.Yuan)} 元" : "";
}
