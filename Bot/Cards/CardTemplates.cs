using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace StationBot.Cards;

/// <summary>
/// The cards of cards/*.json, read and checked once. A card is filled node by node, so a person's text can't become template or JSON; and since a
/// TextBlock reads markdown (and not every renderer the same), bound text stands in a RichTextBlock, which shows it as typed, without escapes that
/// would be visible elsewhere. A house rule keeps bindings out of TextBlocks.
/// </summary>
public sealed class CardTemplates
{
    /// <summary>Most cards are smaller.</summary>
    private const int InitialBytes = 4096;

    /// <summary>As every channel sends it; what was written was checked by the parser of templates.</summary>
    private static readonly JsonWriterOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Dictionary<string, TemplateNode> _cards = [];

    /// <param name="folder">Every *.json in it is a card, named as its file.</param>
    /// <exception cref="CardTemplateException">A file is no card or uses more of the template language than the binder knows.</exception>
    public CardTemplates(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            _cards.Add(Path.GetFileNameWithoutExtension(file), TemplateParser.ParseCard(Path.GetFileName(file), File.ReadAllText(file)));
        }
    }

    public IReadOnlyCollection<string> Names => _cards.Keys;

    /// <summary>Fills the card with a typed model. The model must write its nulls: a property that is not there counts as a mistake.</summary>
    /// <returns>UTF-8, as <see cref="Fill(string, JsonElement)"/>.</returns>
    public ReadOnlyMemory<byte> Fill<TModel>(string name, TModel model, JsonTypeInfo<TModel> type) where TModel : notnull
    {
        var scratch = Scratch.OfModel;
        JsonSerializer.Serialize(scratch.Writer, model, type);
        using var data = JsonDocument.Parse(scratch.Written);
        return Fill(name, data.RootElement);
    }

    /// <returns>A JSON object in UTF-8: channels send it on as it is, so nobody parses what was just written.</returns>
    /// <exception cref="CardTemplateException">There is no such card, or the data lacks what it shows.</exception>
    public ReadOnlyMemory<byte> Fill(string name, JsonElement data)
    {
        if (!_cards.TryGetValue(name, out var card))
        {
            throw new CardTemplateException($"there is no card '{name}', only {string.Join(", ", Names)}");
        }

        return Fill(card, data) ?? throw new CardTemplateException($"the card '{name}' shows nothing of the data");
    }

    /// <returns>Null where the template shows nothing of the data.</returns>
    internal static ReadOnlyMemory<byte>? Fill(TemplateNode template, JsonElement data)
    {
        var scratch = Scratch.OfCard;
        return template.Write(scratch.Writer, name: null, new Scope(data, data, Index: null)) ? scratch.Written.ToArray() : null;
    }

    /// <summary>Where a thread writes what it reads or copies at once: a card is filled without waiting, so the thread's next can use the same.</summary>
    private sealed class Scratch
    {
        [ThreadStatic]
        private static Scratch? _ofModel;

        [ThreadStatic]
        private static Scratch? _ofCard;

        private readonly ArrayBufferWriter<byte> _bytes = new(InitialBytes);

        private Scratch() => Writer = new Utf8JsonWriter(_bytes, AsSent);

        public static Scratch OfModel => (_ofModel ??= new Scratch()).Emptied();

        public static Scratch OfCard => (_ofCard ??= new Scratch()).Emptied();

        public Utf8JsonWriter Writer { get; }

        public ReadOnlyMemory<byte> Written
        {
            get
            {
                Writer.Flush();
                return _bytes.WrittenMemory;
            }
        }

        /// <summary>Whatever a filling that failed has left.</summary>
        private Scratch Emptied()
        {
            _bytes.ResetWrittenCount();
            Writer.Reset();
            return this;
        }
    }
}
