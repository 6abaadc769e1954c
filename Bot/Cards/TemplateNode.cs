using System.Text.Json.Nodes;

namespace StationBot.Cards;

/// <summary>A piece of a parsed template; immutable, so that turns on all threads share it.</summary>
internal abstract class TemplateNode
{
    /// <summary>A fresh node; null where nothing is to be shown: its owner leaves it out, for a card has no nulls.</summary>
    public abstract JsonNode? Fill(in Scope scope);
}

internal sealed class LiteralNode(JsonValue value) : TemplateNode
{
    public override JsonNode? Fill(in Scope scope) => value.DeepClone();
}

/// <summary>A string that is one <c>${…}</c>: takes the place of the string with its JSON type.</summary>
internal sealed class BindingNode(Expression expression, string place) : TemplateNode
{
    public override JsonNode? Fill(in Scope scope) => Value.ToNode(Evaluate(scope));

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
    public override JsonNode? Fill(in Scope scope)
    {
        var texts = new string[pieces.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = pieces[i] as string ?? ((BindingNode)pieces[i]).Text(scope);
        }
        return JsonValue.Create(string.Concat(texts));
    }
}

internal sealed class ArrayNode(TemplateNode[] items) : TemplateNode
{
    public override JsonNode? Fill(in Scope scope)
    {
        var array = new JsonArray();
        foreach (var item in items)
        {
            if (item is ObjectNode element)
            {
                element.FillInto(array, scope);
            }
            else if (item.Fill(scope) is { } node)
            {
                array.Add(node);
            }
        }
        return array;
    }
}

internal sealed class ObjectNode(BindingNode? data, BindingNode? when, (string Name, TemplateNode Value)[] members) : TemplateNode
{
    public override JsonNode? Fill(in Scope scope)
    {
        if (data is null)
        {
            return FillOne(scope);
        }
        return data.Evaluate(scope) switch
        {
            JsonObject chosen => FillOne(scope with { Data = chosen }),
            JsonArray => throw data.Failure("an element outside of an array can't be repeated"),
            var other => Nothing(other),
        };
    }

    /// <summary>Adds this element once, or once for each item that <c>$data</c> names.</summary>
    public void FillInto(JsonArray target, in Scope scope)
    {
        if (data?.Evaluate(scope) is not JsonArray items)
        {
            Add(target, Fill(scope));
            return;
        }
        for (var i = 0; i < items.Count; i++)
        {
            Add(target, FillOne(scope with { Data = items[i], Index = i }));
        }
    }

    private JsonObject? FillOne(in Scope scope)
    {
        if (when?.IsTrue(scope) == false)
        {
            return null;
        }
        var result = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value.Fill(scope) is { } node)
            {
                result.Add(name, node);
            }
        }
        return result;
    }

    /// <summary>A part of the data that is null shows nothing, as an empty array does.</summary>
    private JsonObject? Nothing(object? chosen) =>
        chosen is null ? null : throw data!.Failure("$data must be an object, an array or null");

    private static void Add(JsonArray target, JsonNode? node)
    {
        if (node is not null)
        {
            target.Add(node);
        }
    }
}
