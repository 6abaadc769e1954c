using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StationBot.Answers.Drafts;
using StationBot.Indicators;
using StationBot.Records.Forms;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.CommandLine;

/// <summary>A sentence as it was read, for people and for programs (product.md §8, <c>read</c>).</summary>
internal static class ReadingReport
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(string text, ReadingContext context) =>
        $"""
        {text}
          {string.Join(" | ", SentenceReader.Spans(text, context))}
          {string.Join(", ", SentenceReader.Intents(text, context).Select(intent => $"{intent.Intent} {intent.Share:P0}"))}
          {SentenceReader.Read(text, context)}
        """;

    public static string Json(string text, ReadingContext context)
    {
        var reading = SentenceReader.Read(text, context);
        var line = new JsonObject { ["text"] = text, ["kind"] = KindOf(reading), ["intent"] = reading.Intent };
        switch (reading)
        {
            case LogDraft draft:
                Add(line, draft, context);
                break;
            case PersonQuestion person:
                if (person.Counted is { } counted)
                    Add(line, counted, context);
                else if (person.Ask != PersonAsk.Detail)
                    Add(line, person, context);
                AddPersons(line, [person.Name], context);
                break;
            case FormRequest form:
                AddMissing(line, form, context);
                break;
            case Question question:
                Add(line, question, context);
                AddPersons(line, question is AttendanceQuestion { Person: { } who } ? [who] : [], context);
                break;
            case ContextQuestion { Rows: var rows, Period: var days, Filters: var filters }:
                AddRows(line, rows);
                AddPeriod(line, days);
                if (filters.Count > 0)
                    line["filters"] = new JsonArray([.. filters.Select(filter => (JsonNode)filter.ToString()!)]);
                break;
            case LeaveRequest leave:
                AddPersons(line, [leave.Name], context);
                AddPeriod(line, leave.Day is { } day ? Period.Day(day) : null);
                break;
            case ExportRequest export:
                AddRows(line, export.Rows);
                AddPeriod(line, export.Period);
                break;
            case UndoRequest { Sought: { } sought }:
                AddRows(line, sought.Rows);
                AddPersons(line, sought.Person is { } named ? [named] : [], context);
                AddPeriod(line, sought.Days);
                break;
            case UploadMark mark:
                AddRows(line, mark.Rows);
                AddPersons(line, mark.Person is { } of ? [of] : [], context);
                AddPeriod(line, mark.Days);
                break;
            case OtherRequest other:
                AddRows(line, other.Rows);
                AddPeriod(line, other.Period);
                break;
            case FileRequest file:
                AddRows(line, file.Area is { } area ? context.Vocabulary.Catalog.OfTopic(file.Topic).Where(row => row.Area.Id == area) : Theirs(context.Vocabulary.Catalog.OfTopic(file.Topic), file.Name, context));
                AddPersons(line, file.Name is { } name ? [name] : [], context);
                // Evidence is asked for at the end of the year.
                AddPeriod(line, file.Ask == FileAsk.Evidence ? context.ProjectYears.Select(year => (Period?)year.Period).FirstOrDefault(year => year!.Value.Contains(DateOnly.FromDateTime(context.Now))) : null);
                break;
            case DraftRequest draft:
                AddRows(line, draft.Rows is null ? null : Theirs(draft.Rows, draft.Name, context));
                AddPeriod(line, draft.Period);
                AddPersons(line, draft.Name is { } whose ? [whose] : [], context);
                break;
            case SettingsRequest settings:
                AddRows(line, settings.Rows);
                AddPeriod(line, settings.Period);
                break;
            case ExplainQuestion { Of: { } number }:
                Add(line, number, context);
                break;
        }

        return line.ToJsonString(Plain);
    }

    /// <summary>Of the person's own lists, where one is named and known.</summary>
    private static IEnumerable<Indicator> Theirs(IEnumerable<Indicator> rows, string? name, ReadingContext context)
    {
        var found = name is null ? null : context.Names?.Find(name, DateOnly.FromDateTime(context.Now));
        return rows.Where(row => found is not [{ Areas.Count: > 0 } only] || only.Areas.Contains(row.Area.Id));
    }

    private static string KindOf(Reading reading) => reading switch
    {
        FileRequest { IsBare: true } or PersonQuestion { IsOfSeveral: true } or Greeting { IsThanks: true } => "unclear",
        LogDraft or FormRequest => "draft",
        FileRequest { Ask: FileAsk.Session or FileAsk.Close } => "draft",
        Refusal or OtherRequest => "refuse",
        Unclear => "unclear",
        _ when reading.Intent.Split('.')[0] is "action" or "settings" or "export" or "draft" => "command",
        _ => "question",
    };

    private static void Add(JsonObject line, Question question, ReadingContext context)
    {
        AddRows(line, question.Rows);
        AddPeriod(line, question.Period ?? question.Implied(DateOnly.FromDateTime(context.Now), context.ProjectYears));
        if (question.Filters.Count > 0)
        {
            line["filters"] = new JsonArray([.. question.Filters.Select(filter => (JsonNode)filter.ToString()!)]);
            AddValue(line, "mode", question.Mode);
            AddPersons(line, [.. question.Filters.OfType<PersonFilter>().Select(person => person.Name)], context);
        }
    }

    private static void Add(JsonObject line, LogDraft draft, ReadingContext context)
    {
        AddRows(line, draft.RowsIn(context.Vocabulary.Catalog, context.Names));
        if (draft.Days.Count > 0)
            AddPeriod(line, new Period(draft.Days.Min(), draft.Days.Max()));
        AddPersons(line, draft.Persons, context);
        AddValue(line, "mode", draft.Mode);
        AddValue(line, "amount", draft.Fen / 100m);
        AddValue(line, "people", draft.People);
        AddValue(line, "session", draft.Session);
        AddValue(line, "name", draft.Name);
        AddMissing(line, draft, context);
    }

    /// <summary>The must fields that the card would ask. Which case or group a name means, only the station's records tell: a name is enough.</summary>
    private static void AddMissing(JsonObject line, LogDraft draft, ReadingContext context)
    {
        if (ToldForm.Of(draft, RecordForms.Of(context.Vocabulary.Catalog)) is not { } form)
            return;
        var day = draft.Days.Count > 0 ? draft.Days[0] : DateOnly.FromDateTime(context.Now);
        var persons = draft.Persons.Distinct().Select(name => ToldPerson.Of(name, context.Names?.Find(name, day) ?? [])).ToList();
        var values = ToldForm.Values(draft, form, persons, draft.Name is not null || draft.Persons.Count > 0 ? 1 : null);
        AddMissing(line, FormCheck.Missing(form, values));
    }

    private static void AddMissing(JsonObject line, FormRequest asked, ReadingContext context)
    {
        var forms = RecordForms.Of(context.Vocabulary.Catalog);
        if (forms.Find(asked.Form) is not { } form)
            return;
        AddRows(line, context.Vocabulary.Catalog.Rows.Where(row => row.Area.Id == asked.Area && row.Topic == asked.Topic) is var rows && rows.Any() ? rows : null);
        AddPeriod(line, asked.Day is { } day ? Period.Day(day) : null);
        AddPersons(line, asked.Persons, context);
        AddValue(line, "mode", asked.Mode);
        var told = new LogDraft(DraftKind.Deed, asked.Form)
        {
            Type = asked.Intent,
            Area = asked.Area,
            Topic = asked.Topic,
            Days = asked.Day is { } said ? [said] : [],
            Persons = asked.Persons,
            Content = asked.Content,
        };
        var persons = told.Persons.Select(name => ToldPerson.Of(name, context.Names?.Find(name, DateOnly.FromDateTime(context.Now)) ?? [])).ToList();
        AddMissing(line, FormCheck.Missing(form, ToldForm.Values(told, form, persons, null)));
    }

    private static void AddMissing(JsonObject line, IReadOnlyList<Field> missing)
    {
        if (missing.Count > 0)
            line["missing"] = new JsonArray([.. missing.Select(field => (JsonNode)field.Label)]);
    }

    private static void AddRows(JsonObject line, IEnumerable<Indicator>? rows)
    {
        if (rows is not null)
            line["indicators"] = new JsonArray([.. rows.Select(row => row.Id).Order(StringComparer.Ordinal).Select(id => (JsonNode)id)]);
    }

    private static void AddPeriod(JsonObject line, Period? period)
    {
        if (period is not { } days)
            return;
        line["from"] = days.First.ToString("yyyy-MM-dd");
        line["to"] = days.Last.ToString("yyyy-MM-dd");
    }

    /// <summary>Full names; a name that fits nobody, or several, stays out.</summary>
    private static void AddPersons(JsonObject line, IReadOnlyList<string> said, ReadingContext context)
    {
        var today = DateOnly.FromDateTime(context.Now);
        var meant = said.Select(name => context.Names?.Find(name, today)).Where(found => found is [_]).Select(found => found![0].Name).Distinct().ToList();
        if (meant.Count > 0)
            line["persons"] = new JsonArray([.. meant.Select(name => (JsonNode)name)]);
    }

    private static void AddValue<T>(JsonObject line, string name, T? value)
    {
        if (value is not null)
            line[name] = JsonValue.Create(value);
    }
}
