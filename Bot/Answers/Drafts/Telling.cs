using System.Text.Json;
using System.Text.Json.Serialization;
using StationBot.Records;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Drafts;

/// <summary>What was told and isn't saved yet, with the question that is open. Kept with the form that it fills (<see cref="FormDraft.Telling"/>).</summary>
internal sealed record Telling(LogDraft Draft)
{
    /// <summary>The id of the card, from the first question to the receipt.</summary>
    [JsonIgnore]
    public string Card { get; init; } = "";

    /// <summary>The id of the field that was asked last, or one of <see cref="Asked"/>; null where the card is open.</summary>
    public string? Asking { get; init; }

    /// <summary>The case or group, where it was chosen.</summary>
    public long? File { get; init; }

    /// <summary>What is still missing is filled in by hand.</summary>
    public bool IsByCard { get; init; }

    /// <summary>No longer what somebody else is said to have done, or what was called off.</summary>
    public bool IsMeant { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, TellingJson.Default.Telling);

    /// <returns>Null where nothing was told, or where another version of the program has written it.</returns>
    public static Telling? Of(FormDraft? draft)
    {
        try
        {
            return draft?.Telling is { } json ? JsonSerializer.Deserialize(json, TellingJson.Default.Telling)! with { Card = draft.Card } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What was told that no field of the form holds: the colleague who did it, the part of the day.</summary>
    public static RecordDraft Lay(RecordDraft blank, FormDraft? draft) => Of(draft) is not { Draft: var told } ? blank : blank with
    {
        Worker = told.Worker,
        Details = told.PartOfDay is { } part ? new Dictionary<string, string>(blank.Details) { [RecordDetails.PartOfDay] = part } : blank.Details,
    };
}

/// <summary>What is asked that is no field of a form.</summary>
internal static class Asked
{
    /// <summary>Raised or given away.</summary>
    public const string Form = "form";

    /// <summary>Whether the station did it.</summary>
    public const string Heard = "heard";

    /// <summary>Whether the new day of what was called off becomes a plan.</summary>
    public const string Plan = "plan";

    /// <summary>The rest is filled in by hand.</summary>
    public const string Card = "card";

    public const string Yes = "yes";
    public const string No = "no";
}

[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Telling))]
internal sealed partial class TellingJson : JsonSerializerContext;
