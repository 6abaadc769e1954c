using System.Text.Encodings.Web;
using System.Text.Json;

namespace StationBot.Cards;

/// <summary>A piece of a parsed template; immutable, so that turns on all threads share it.</summary>
internal abstract class TemplateNode
{
    /// <param name="name">Of the property whose value this is; null within an array.</param>
    /// <returns>False where nothing is to be shown, and nothing was written: a card has no nulls.</returns>
    public abstract bool Write(Utf8JsonWriter card, JsonEncodedText? name, in Scope scope);

    protected static void WriteName(Utf8JsonWriter card, JsonEncodedText? name)
    {
        if (name is { } given)
        {
            card.WritePropertyName(given);
        }
    }
}

internal sealed class FixedText(string text) : TemplateNode
{
    private readonly JsonEncodedText _text = JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    public override bool Write(Utf8JsonWriter card, JsonEncodedText? name, in Scope scope)
    {
        WriteName(card, name);
        card.WriteStringValue(_text);
        return true;
    }
}

/// <summary>A number, true or false.</summary>
internal sealed class LiteralNode(JsonElement value) : TemplateNode
{
    public override bool Write(Utf8JsonWriter card, JsonEncodedText? name, in Scope scope)
    {
        WriteName(card, name);
        value.WriteTo(card);
        return true;
    }
}

/// <summary>A string that is one <c>${…}</c>: takes the place of the string with its JSON type.</summary>
internal sealed class BindingNode(Expression expression, string place) : TemplateNode
{
    public override bool Write(Utf8JsonWriter card, JsonEncodedText? name, in Scope scope)
    {
        if (Evaluate(scope) is not { } value)
        {
            return false;
        }

        WriteName(card, name);
        Value.Write(card, value);
        return true;
    }

    public object? Evaluate(in Scope scope)
    {
        try
        {
            return expression.Evaluate(scope);
        }
        catch (ExpressionException e)
        {
            throw Failure(e.Message, e);
        }
    }

    public string Text(in Scope scope)
    {
        try
        {
            return Value.Text(expression.Evaluate(scope));
        }
        catch (ExpressionException e)
        {
            throw Failure(e.Message, e);
        }
    }

    public bool IsTrue(in Scope scope)
    {
        try
        {
            return expression.IsTrue(scope);
        }
        catch (ExpressionException e)
        {
            throw Failure(e.Message, e);
        }
    }

    public CardTemplateException Failure(string reason, Exception? inner = null) => new($"{place}: {reason}", inner);
}

/// <summary>Text with several pieces: strings and <see cref="BindingNode"/>s.</summary>
internal sealed class TextNode(object[] pieces) : TemplateNode
{
    public override bool Write(Utf8JsonWriter card, JsonEncodedText? name, in Scope scope)
    {
        var texts = new string[pieces.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = pieces[i] as string ?? ((BindingNode)pieces[i]).Text(scope);
        }

        WriteName(card, name);
        card.WriteStringValue(string.Concat(texts));
        return true;
    }
}

internal sealed class ArrayNode(TemplateNode[] items) : TemplateNode
{
    public override bool Write(Utf8JsonWriter card, JsonEncodedText? name, in Scope scope)
    {
        WriteName(card, name);
        card.WriteStartArray();
        foreach (var item in items)
        {
            if (item is ObjectNode element)
            {
                element.WriteEach(card, scope);
            }
            else
            {
                item.Write(card, name: null, scope);
            }
        }

        card.WriteEndArray();
        return true;
    }
}

internal sealed class ObjectNode(BindingNode? data, BindingNode? when, (JsonEncodedText Name, TemplateNode Value)[] members) : TemplateNode
{
    public override bool Write(Utf8JsonWriter card, JsonEncodedText? name, in Scope scope)
    {
        if (data is null)
        {
            return WriteOne(card, name, scope);
        }

        return data.Evaluate(scope) switch
        {
            JsonElement { ValueKind: JsonValueKind.Object } chosen => WriteOne(card, name, scope with { Data = chosen }),
            JsonElement { ValueKind: JsonValueKind.Array } => throw data.Failure("an element outside of an array can't be repeated"),
            // A part of the data that is null shows nothing, as an empty array does.
            null => false,
            _ => throw data.Failure("$data must be an object, an array or null"),
        };
    }

    /// <summary>Writes this element of an array once, or once for each item that <c>$data</c> names.</summary>
    public void WriteEach(Utf8JsonWriter card, in Scope scope)
    {
        if (data?.Evaluate(scope) is not JsonElement { ValueKind: JsonValueKind.Array } items)
        {
            Write(card, name: null, scope);
            return;
        }

        foreach (var (i, item) in items.EnumerateArray().Index())
        {
            WriteOne(card, name: null, scope with { Data = item, Index = i });
        }
    }

    private bool WriteOne(Utf8JsonWriter card, JsonEncodedText? name, in Scope scope)
    {
        if (when?.IsTrue(scope) == false)
        {
            return false;
        }

        WriteName(card, name);
        card.WriteStartObject();
        foreach (var (member, value) in members)
        {
            value.Write(card, member, scope);
        }

        card.WriteEndObject();
        return true;
    }
}
