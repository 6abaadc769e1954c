using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using StationBot.Storage;

namespace StationBot.Records;

/// <summary>A row of the table <c>record</c>.</summary>
internal sealed record RecordRow
{
    public const string Columns =
        "station_id AS StationId, number, key, form, indicator, date, entered, member_id AS MemberId, worker, outcome, mode, name, content, "
        + "minutes, fen, people, session, details, voided, batch, file_id AS FileId, "
        + "(SELECT case_file.name FROM case_file WHERE case_file.id = record.file_id) AS FileName, "
        + "(SELECT COUNT(*) FROM record_history WHERE record_history.station_id = record.station_id AND record_history.number = record.number "
        // A photo or a mark that comes meanwhile makes no edit card old.
        + $"AND record_history.action NOT IN ({HistoryAction.OfEvidence})) AS Step";

    /// <summary>Of the <see cref="Columns"/>.</summary>
    public static RecordRow Of(Row row) => new()
    {
        StationId = row.Number(0),
        Number = row.Number(1),
        Key = row.Text(2),
        Form = row.Text(3),
        Indicator = row.Text(4),
        Date = row.Date(5),
        Entered = row.Text(6),
        MemberId = row.NumberOrNull(7),
        Worker = row.TextOrNull(8),
        Outcome = row.Text(9),
        Mode = row.TextOrNull(10),
        Name = row.TextOrNull(11),
        Content = row.TextOrNull(12),
        Minutes = (int?)row.NumberOrNull(13),
        Fen = row.NumberOrNull(14),
        People = (int?)row.NumberOrNull(15),
        Session = (int?)row.NumberOrNull(16),
        Details = row.TextOrNull(17),
        Voided = row.Number(18) != 0,
        Batch = row.TextOrNull(19),
        FileId = row.NumberOrNull(20),
        FileName = row.TextOrNull(21),
        Step = (int)row.Number(22),
    };

    public required long StationId { get; init; }
    public required long Number { get; init; }
    public string Key { get; init; } = "";
    public required string Form { get; init; }
    public required string Indicator { get; init; }
    public required DateOnly Date { get; init; }
    public string Entered { get; init; } = "";
    public long? MemberId { get; init; }
    public string? Worker { get; init; }
    public required string Outcome { get; init; }
    public string? Mode { get; init; }
    public string? Name { get; init; }
    public string? Content { get; init; }
    public int? Minutes { get; init; }
    public long? Fen { get; init; }
    public int? People { get; init; }
    public int? Session { get; init; }
    public string? Details { get; init; }
    public bool Voided { get; init; }
    public long? FileId { get; init; }
    public string? FileName { get; init; }
    public string? Batch { get; init; }
    public int Step { get; init; }

    public static RecordRow From(long stationId, long number, RecordDraft draft) => new()
    {
        StationId = stationId,
        Number = number,
        Form = draft.Form,
        Indicator = draft.Indicator,
        Date = draft.Date,
        Worker = draft.Worker,
        Outcome = draft.Outcome.ToString(),
        Mode = draft.Mode?.ToString(),
        Name = draft.Name,
        Content = draft.Content,
        Minutes = draft.Minutes,
        Fen = draft.Fen,
        People = draft.People,
        Session = draft.Session,
        FileId = draft.File?.Id,
        Details = draft.Details.Count == 0 ? null : JsonSerializer.Serialize(draft.Details, RecordJson.Default.IReadOnlyDictionaryStringString),
    };

    public StationRecord ToRecord(IReadOnlyList<PersonRef> persons) => new()
    {
        Number = Number,
        Entered = DateTimeOffset.Parse(Entered, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        MemberId = MemberId,
        IsVoided = Voided,
        Step = Step,
        // The key of the card is card:{member}:{card}.
        Batch = Batch?.Split(':', 3)[^1],
        What = new RecordDraft
        {
            Form = Form,
            Indicator = Indicator,
            Date = Date,
            Persons = persons,
            Outcome = Enum.Parse<Outcome>(Outcome),
            Mode = Mode is null ? null : Enum.Parse<ServiceMode>(Mode),
            Name = Name,
            Content = Content,
            Minutes = Minutes,
            Fen = Fen,
            People = People,
            Session = Session,
            File = FileId is null ? null : new FileRef(FileId, FileName!),
            Worker = Worker,
            Details = Details is null
                ? new Dictionary<string, string>()
                : JsonSerializer.Deserialize(Details, RecordJson.Default.IReadOnlyDictionaryStringString)!,
        },
    };
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RecordDraft))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class RecordJson : JsonSerializerContext;
