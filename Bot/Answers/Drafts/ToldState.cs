using StationBot.Records.Files;
using StationBot.Records.Forms;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Drafts;

/// <summary>What was told against what the station knows: whom and which file it means, and the form that it fills.</summary>
/// <param name="Form">Null where it must be asked.</param>
internal sealed record ToldState(Telling Telling, Form? Form, IReadOnlyList<ToldPerson> Persons, IReadOnlyList<Dossier> Files, IReadOnlyDictionary<string, string> Values)
{
    public LogDraft Draft => Telling.Draft;

    /// <summary>The one case or group that is meant.</summary>
    public Dossier? File => Files is [var only] ? only : null;

    /// <summary>A name that fits several, where the form takes one person.</summary>
    public ToldPerson? Ambiguous => Form?.Find(FieldKind.Person) is null ? null : Persons.FirstOrDefault(person => person.Labels.Count > 1);
}
