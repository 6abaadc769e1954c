using System.Text;
using System.Text.Json;

namespace StationBot.Cards;

/// <summary>
/// Reads a template into <see cref="TemplateNode"/>s, once, at start: a small and strict subset of the Adaptive Card Template Language,
/// namely <c>${}</c>, <c>$data</c>, <c>$when</c>, <c>$index</c>, <c>$root</c> and <see cref="Functions"/>. What is beyond it stops the start.
/// </summary>
internal static class TemplateParser
{
    /// <summary>The level that Teams states for a bot's cards.</summary>
    private const string CardVersion = "1.5";

    private const string Opening = "${";
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="file">Leads every message.</param>
    public static TemplateNode ParseCard(string file, string json)
    {
        using var document = Open(file, json);
        var root = document.RootElement;
        if (root is not { ValueKind: JsonValueKind.Object } || Property(root, "type") != "AdaptiveCard" || Property(root, "version") != CardVersion)
        {
            throw new CardTemplateException($"{file}: must be an object with type AdaptiveCard and version {CardVersion}");
        }
        if (root.TryGetProperty("$data", out _) || root.TryGetProperty("$when", out _))
        {
            throw new CardTemplateException($"{file}: the card itself can be neither repeated nor left out");
        }
        return Read(root, Root(file));
    }

    /// <summary>Any template, not only a whole card.</summary>
    public static TemplateNode Parse(string file, string json)
    {
        using var document = Open(file, json);
        return Read(document.RootElement, Root(file));
    }

    private static JsonDocument Open(string file, string json)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException e)
        {
            throw new CardTemplateException($"{file}: {e.Message}", e);
        }
    }

    private static string Root(string file) => $"{file}: $";

    private static string? Property(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TemplateNode Read(JsonElement element, string place) => element.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(element, place),
        JsonValueKind.Array => new ArrayNode([.. element.EnumerateArray().Select((item, i) => Read(item, $"{place}[{i}]"))]),
        JsonValueKind.String => ReadText(element.GetString()!, place),
        JsonValueKind.Null => throw new CardTemplateException($"{place}: null has no place in a card"),
        _ => new LiteralNode(element.Clone()),
    };

    private static ObjectNode ReadObject(JsonElement element, string place)
    {
        BindingNode? data = null, when = null;
        var members = new List<(JsonEncodedText, TemplateNode)>();
        foreach (var property in element.EnumerateObject())
        {
            var (name, inner) = (property.Name, $"{place}.{property.Name}");
            switch (name)
            {
                case "$data":
                    data = ReadKeyword(property.Value, inner);
                    break;
                case "$when":
                    when = ReadKeyword(property.Value, inner);
                    break;
                case "$schema":
                    members.Add((JsonEncodedText.Encode(name), Read(property.Value, inner)));
                    break;
                case var _ when name.Contains(Opening, StringComparison.Ordinal):
                    throw new CardTemplateException($"{inner}: a property's name can't be an expression");
                case ['$', ..]:
                    throw new CardTemplateException($"{inner}: unknown keyword '{name}'");
                default:
                    members.Add((JsonEncodedText.Encode(name), Read(property.Value, inner)));
                    break;
            }
        }
        return new ObjectNode(data, when, [.. members]);
    }

    private static BindingNode ReadKeyword(JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.String && ReadText(value.GetString()!, place) is BindingNode binding
            ? binding
            : throw new CardTemplateException($"{place}: must be one ${{…}}");

    private static TemplateNode ReadText(string text, string place)
    {
        var pieces = new List<object>();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith(@"\${"))
            {
                literal.Append(Opening);
                at += 3;
            }
            else if (rest.StartsWith(Opening))
            {
                Flush();
                (var binding, at) = ReadBinding(text, at, place);
                pieces.Add(binding);
            }
            else
            {
                literal.Append(text[at++]);
            }
        }
        Flush();
        return pieces switch
        {
            [] => new FixedText(""),
            [string only] => new FixedText(only),
            [BindingNode only] => only,
            _ => new TextNode([.. pieces]),
        };

        void Flush()
        {
            if (literal.Length > 0)
            {
                pieces.Add(literal.ToString());
                literal.Clear();
            }
        }
    }

    private static (BindingNode Binding, int End) ReadBinding(string text, int at, string place)
    {
        try
        {
            var (expression, end) = ExpressionParser.Read(text, at + Opening.Length);
            return (new BindingNode(expression, $"{place} {text[at..end]}"), end);
        }
        catch (ExpressionException e)
        {
            throw new CardTemplateException($"{place} {text[at..]}: {e.Message}", e);
        }
    }
}
