using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StationBot.Cards;

/// <param name="Root">What the card was filled with.</param>
/// <param name="Data">What bare names refer to: the root, or what the nearest <c>$data</c> chose.</param>
/// <param name="Index">The position within the nearest repeated array.</param>
internal readonly record struct Scope(JsonNode Root, JsonNode? Data, int? Index);

/// <summary>Why an expression has no value; the binding around it adds file and place.</summary>
internal sealed class ExpressionException(string reason) : Exception(reason);

/// <summary>
/// A parsed expression of the template language. A value is null, bool, double or string, or the <see cref="JsonNode"/> that a path found:
/// nodes stay as they are so that a value on its own keeps its JSON type and its exact number.
/// </summary>
internal abstract class Expression
{
    public abstract object? Evaluate(in Scope scope);

    public bool IsTrue(in Scope scope) =>
        Value.Plain(Evaluate(scope)) as bool? ?? throw new ExpressionException("a condition must be true or false");
}

internal sealed class Literal(object? value) : Expression
{
    public override object? Evaluate(in Scope scope) => value;
}

internal sealed class IndexVariable : Expression
{
    public override object? Evaluate(in Scope scope) =>
        scope.Index is { } index ? (double)index : throw new ExpressionException("$index stands outside of a repeated element");
}

/// <summary>Something in the data. Strict, unlike Microsoft's binder: what isn't there is a mistake unless <c>exists()</c> asks for it.</summary>
internal abstract class DataPath : Expression
{
    public abstract bool TryFind(in Scope scope, out JsonNode? found);

    public override object? Evaluate(in Scope scope) =>
        TryFind(scope, out var found) ? found : throw new ExpressionException($"'{this}' is missing in the data");
}

internal sealed class RootVariable : DataPath
{
    public override bool TryFind(in Scope scope, out JsonNode? found)
    {
        found = scope.Root;
        return true;
    }

    public override string ToString() => "$root";
}

internal sealed class DataVariable : DataPath
{
    public override bool TryFind(in Scope scope, out JsonNode? found)
    {
        found = scope.Data;
        return true;
    }

    public override string ToString() => "$data";
}

internal sealed class Member(DataPath target, string name) : DataPath
{
    public override bool TryFind(in Scope scope, out JsonNode? found)
    {
        found = null;
        return target.TryFind(scope, out var owner) && owner is JsonObject members && members.TryGetPropertyValue(name, out found);
    }

    public override string ToString() => target is DataVariable ? name : $"{target}.{name}";
}

internal sealed class Indexer(DataPath target, Expression key) : DataPath
{
    public override bool TryFind(in Scope scope, out JsonNode? found)
    {
        found = null;
        if (!target.TryFind(scope, out var owner))
        {
            return false;
        }
        switch (owner, Value.Plain(key.Evaluate(scope)))
        {
            case (JsonArray items, double index) when double.IsInteger(index) && index >= 0 && index < items.Count:
                found = items[(int)index];
                return true;
            case (JsonObject members, string name):
                return members.TryGetPropertyValue(name, out found);
            default:
                return false;
        }
    }

    public override string ToString() => $"{target}[…]";
}

/// <summary>There, and not null.</summary>
internal sealed class Exists(DataPath path) : Expression
{
    public override object? Evaluate(in Scope scope) => path.TryFind(scope, out var found) && found is not null;
}

internal sealed class Not(Expression operand) : Expression
{
    public override object? Evaluate(in Scope scope) => !operand.IsTrue(scope);
}

internal sealed class And(Expression left, Expression right) : Expression
{
    public override object? Evaluate(in Scope scope) => left.IsTrue(scope) && right.IsTrue(scope);
}

internal sealed class Or(Expression left, Expression right) : Expression
{
    public override object? Evaluate(in Scope scope) => left.IsTrue(scope) || right.IsTrue(scope);
}

internal sealed class If(Expression condition, Expression then, Expression otherwise) : Expression
{
    public override object? Evaluate(in Scope scope) => condition.IsTrue(scope) ? then.Evaluate(scope) : otherwise.Evaluate(scope);
}

internal sealed class Comparison(string op, Expression left, Expression right) : Expression
{
    public override object? Evaluate(in Scope scope)
    {
        var (a, b) = (Value.Plain(left.Evaluate(scope)), Value.Plain(right.Evaluate(scope)));
        return op switch
        {
            "==" => Value.Same(a, b),
            "!=" => !Value.Same(a, b),
            ">" => Value.Number(a) > Value.Number(b),
            ">=" => Value.Number(a) >= Value.Number(b),
            "<" => Value.Number(a) < Value.Number(b),
            _ => Value.Number(a) <= Value.Number(b),
        };
    }
}

internal sealed class Call(Func<object?[], object?> function, Expression[] arguments) : Expression
{
    public override object? Evaluate(in Scope scope)
    {
        var values = new object?[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(scope);
        }
        return function(values);
    }
}

/// <summary>What a value is to an operator, to a text and to the card.</summary>
internal static class Value
{
    /// <summary>A scalar node as the scalar itself.</summary>
    public static object? Plain(object? value) => value is not JsonValue node ? value : node.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => node.TryGetValue<double>(out var number) ? number : double.Parse(node.ToJsonString()),
        _ => null,
    };

    public static string Text(object? value) => value switch
    {
        JsonValue node when node.GetValueKind() == JsonValueKind.Number => node.ToJsonString(),
        JsonValue node => Text(Plain(node)),
        string text => text,
        double number => number.ToString(),
        bool truth => truth ? "true" : "false",
        null => throw new ExpressionException("null has no text"),
        _ => throw new ExpressionException("an object or array has no text"),
    };

    public static double Number(object? value) =>
        Plain(value) as double? ?? throw new ExpressionException("only numbers can be ordered or counted with");

    public static bool Same(object? a, object? b) => a is JsonNode || b is JsonNode
        ? throw new ExpressionException("an object or array can't be compared")
        : Equals(a, b);

    public static void Write(Utf8JsonWriter card, object value)
    {
        switch (value)
        {
            case JsonNode node:
                node.WriteTo(card);
                break;
            case string text:
                card.WriteStringValue(text);
                break;
            case bool truth:
                card.WriteBooleanValue(truth);
                break;
            case double number when double.IsInteger(number):
                card.WriteNumberValue((long)number);
                break;
            case double number:
                card.WriteNumberValue(number);
                break;
            default:
                throw new UnreachableException();
        }
    }
}
