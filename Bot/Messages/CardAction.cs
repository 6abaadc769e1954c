using System.Text.Json;
using System.Text.Json.Serialization;

namespace StationBot.Messages;

/// <summary>
/// A pressed button with the inputs of its card. Everything in it was in the hands of the client: ids, names and dates are checked again
/// before they are used. The verb stands in the card's <c>data</c>; clients merge the inputs beside it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "verb")]
[JsonDerivedType(typeof(CreateStation), "station.create")]
[JsonDerivedType(typeof(JoinStation), "station.join")]
[JsonDerivedType(typeof(JoinDemo), "station.demo")]
[JsonDerivedType(typeof(OpenForm), "form.open")]
[JsonDerivedType(typeof(SaveForm), "form.save")]
[JsonDerivedType(typeof(AnswerForm), "form.answer")]
[JsonDerivedType(typeof(CancelForm), "form.cancel")]
[JsonDerivedType(typeof(UndoRecord), "record.undo")]
[JsonDerivedType(typeof(UndoRecords), "record.undofew")]
[JsonDerivedType(typeof(RevertRecord), "record.revert")]
[JsonDerivedType(typeof(UndoBatch), "batch.undo")]
[JsonDerivedType(typeof(RestoreBatch), "batch.restore")]
[JsonDerivedType(typeof(RestoreRecord), "record.restore")]
[JsonDerivedType(typeof(EditRecord), "record.edit")]
[JsonDerivedType(typeof(ShowPerson), "person.show")]
[JsonDerivedType(typeof(FlagPerson), "person.flag")]
[JsonDerivedType(typeof(LeavePerson), "person.leave")]
[JsonDerivedType(typeof(ReturnPerson), "person.return")]
[JsonDerivedType(typeof(UndoPerson), "person.undo")]
[JsonDerivedType(typeof(MarkUploaded), "record.mark")]
[JsonDerivedType(typeof(BindFiles), "file.bind")]
[JsonDerivedType(typeof(FreeFiles), "file.free")]
[JsonDerivedType(typeof(DiscardFiles), "file.discard")]
[JsonDerivedType(typeof(ShowLooseFiles), "file.loose")]
[JsonDerivedType(typeof(AskAgain), "ask")]
[JsonDerivedType(typeof(UnknownAction), "unknown")]
public abstract record CardAction
{
    /// <summary>The id that was minted when the card was rendered: finds the card's activity again and keys what it writes.</summary>
    public string? Card { get; init; }

    /// <summary>Reads what a client sent; never throws: what is no known action becomes <see cref="UnknownAction"/>.</summary>
    public static CardAction Read(JsonElement value)
    {
        try
        {
            return value.Deserialize(CardActionJson.Default.CardAction) ?? new UnknownAction();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            // NotSupportedException is how the serializer says that no verb is there.
            return new UnknownAction();
        }
    }
}

/// <summary>
/// The set-up card; field ids as in cards/setup.json. Clients leave out what is empty, and generated readers put null into an init property
/// that is left out: hence the setters.
/// </summary>
public sealed record CreateStation : CardAction
{
    public string Name { get; set; } = "";
    public string Tier { get; set; } = "";
    public string YearStart { get; set; } = "";
}

public sealed record JoinStation : CardAction
{
    public string Code { get; set; } = "";
}

public sealed record JoinDemo : CardAction;

/// <summary>Shows an empty form, some of its fields already filled.</summary>
public sealed record OpenForm : CardAction
{
    public required string Form { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Values { get; set; }
}

/// <summary>A submitted form: the raw inputs by field id, checked on the server against the form's own description.</summary>
public sealed record SaveForm : CardAction
{
    public required string Form { get; init; }

    /// <summary>The record that is changed; none when a new one is made.</summary>
    public long? Number { get; init; }

    /// <summary>How many changes the record had seen when the form was shown: a form that is older than the record saves nothing.</summary>
    public int? Step { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Values { get; set; }
}

/// <summary>The answer to what was asked about a draft that was told.</summary>
public sealed record AnswerForm : CardAction
{
    /// <summary>The id of the field that was asked.</summary>
    public string Field { get; set; } = "";

    public string Value { get; set; } = "";
}

/// <summary>Gives up the form of the card.</summary>
public sealed record CancelForm : CardAction;

/// <summary>Takes back the last change of a record's contents.</summary>
public sealed record RevertRecord : CardAction
{
    public required long Number { get; init; }

    /// <summary>How many changes the record had seen when the button was shown.</summary>
    public int? Step { get; set; }
}

/// <summary>Undoes all records that one card made.</summary>
public sealed record UndoBatch : CardAction
{
    /// <summary>The id of that card.</summary>
    public string Batch { get; set; } = "";
}

public sealed record RestoreBatch : CardAction
{
    /// <summary>The id of the card that made the records.</summary>
    public string Batch { get; set; } = "";
}

public sealed record UndoRecord : CardAction
{
    public required long Number { get; init; }
}

/// <summary>Undoes the records that the card lists.</summary>
public sealed record UndoRecords : CardAction
{
    public List<long> Numbers { get; set; } = [];
}

public sealed record RestoreRecord : CardAction
{
    public required long Number { get; init; }
}

public sealed record EditRecord : CardAction
{
    public required long Number { get; init; }
}

/// <summary>A button about one person of the roster.</summary>
public abstract record PersonAction : CardAction
{
    /// <summary>The person's id.</summary>
    public required long Number { get; init; }

    /// <summary>How many changes the person had seen when the card was shown.</summary>
    public int? Step { get; set; }
}

public sealed record ShowPerson : PersonAction;

public sealed record FlagPerson : PersonAction
{
    /// <summary>需回访 from now on, or no longer.</summary>
    public bool Revisit { get; set; }
}

/// <summary>去世, 迁出, 退出: shown with what it does to the counts, then confirmed.</summary>
public sealed record LeavePerson : PersonAction
{
    public string Reason { get; set; } = "";
    public string Date { get; set; } = "";

    /// <summary>Reason and date whose effect the card shows; only these are confirmed by pressing again.</summary>
    public string Shown { get; set; } = "";
}

/// <summary>Somebody who left is listed again.</summary>
public sealed record ReturnPerson : PersonAction
{
    public string Date { get; set; } = "";

    /// <inheritdoc cref="LeavePerson.Shown"/>
    public string Shown { get; set; } = "";
}

/// <summary>Takes the person's last change back.</summary>
public sealed record UndoPerson : PersonAction;

/// <summary>已传网站, or not after all.</summary>
public sealed record MarkUploaded : CardAction
{
    public List<long> Numbers { get; set; } = [];

    /// <summary>The one record whose receipt has the button.</summary>
    public long? Number { get; set; }

    /// <summary>True takes the marks back.</summary>
    public bool? TakenBack { get; set; }
}

/// <summary>Makes files evidence of a record.</summary>
public sealed record BindFiles : CardAction
{
    public required long Number { get; init; }

    /// <summary>Of the message that they came with; without, all of the member's that belong to no record.</summary>
    public string? Batch { get; set; }

    /// <summary>As which evidence, in people's words; without, what the record lacks.</summary>
    public string? Kind { get; set; }
}

/// <summary>Takes files from the record that they are evidence of.</summary>
public sealed record FreeFiles : CardAction
{
    public string Batch { get; set; } = "";
}

/// <summary>Files that belong to no record are not wanted.</summary>
public sealed record DiscardFiles : CardAction
{
    /// <summary>Without, all of the member's.</summary>
    public string? Batch { get; set; }
}

public sealed record ShowLooseFiles : CardAction;

/// <summary>A button that asks a question as if it had been typed.</summary>
public sealed record AskAgain : CardAction
{
    public required string Text { get; init; }
}

/// <summary>A verb that this version doesn't know, or a value that is no card's.</summary>
public sealed record UnknownAction : CardAction;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CardAction))]
internal sealed partial class CardActionJson : JsonSerializerContext;
