namespace StationBot.Records.Forms;

/// <summary>The ids of fields that have a place of their own in a <see cref="RecordDraft"/>; all others are its details.</summary>
public static class FieldIds
{
    public const string Domain = "domain";
    public const string Category = "category";
    public const string Date = "date";
    public const string Person = "person";
    public const string Others = "others";
    public const string Mode = "mode";
    public const string Name = "name";
    public const string Content = "content";
    public const string Minutes = "minutes";
    public const string Amount = "amount";
    public const string Recipients = "recipients";
    public const string File = "file";
    public const string Outcome = "outcome";

    internal static readonly IReadOnlySet<string> Own = new HashSet<string>
    {
        Domain, Category, Date, Person, Others, Mode, Name, Content, Minutes, Amount, Recipients, File, Outcome,
    };
}
