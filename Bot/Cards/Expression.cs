using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace StationBot.Cards;

/// <param name="Root">What the card was filled with.</param>
/// <param name="Data">What bare names refer to: the root, or what the nearest <c>$data</c> chose.</param>
/// <param name="Index">The position within the nearest repeated array.</param>
internal readonly record struct Scope(JsonElement Root, JsonElement Data, int? Index);

/// <summary>Why an expression has no value; the binding around it adds file and place.</summary>
internal sealed class ExpressionException(string reason) : Exception(reason);

/// <summary>
/// A parsed expression of the template language. A value is null, bool, double or string, or the <see cref="JsonElement"/> that a path found:
/// elements stay as they are so that a value on its own keeps its JSON type and its exact number.
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
    public abstract bool TryFind(in Scope scope, out JsonElement found);

    public override object? Evaluate(in Scope scope) =>
        TryFind(scope, out var found) ? found.ValueKind == JsonValueKind.Null ? null : found : throw new ExpressionException($"'{this}' is missing in the data");
}

internal sealed class RootVariable : DataPath
{
    public override bool TryFind(in Scope scope, out JsonElement found)
    {
        found = scope.Root;
        return true;
    }

    public override string ToString() => "$root";
}

internal sealed class DataVariable : DataPath
{
    public override bool TryFind(in Scope scope, out JsonElement found)
    {
        found = scope.Data;
        return true;
    }

    public override string ToString() => "$data";
}

internal sealed class Member(DataPath target, string name) : DataPath
{
    private readonly ReadOnlyMemory<byte> _utf8 = Encoding.UTF8.GetBytes(name);

    public override bool TryFind(in Scope scope, out JsonElement found)
    {
        found = default;
        return target.TryFind(scope, out var owner) && owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(_utf8.Span, out found);
    }

    public override string ToString() => target is DataVariable ? name : $"{target}.{name}";
}

internal sealed class Indexer(DataPath target, Expression key) : DataPath
{
    public override bool TryFind(in Scope scope, out JsonElement found)
    {
        found = default;
        if (!target.TryFind(scope, out var owner))
        {
            return false;
        }
        switch (owner.ValueKind, Value.Plain(key.Evaluate(scope)))
        {
            case (JsonValueKind.Array, double index) when double.IsInteger(index) && index >= 0 && index < owner.GetArrayLength():
                found = owner[(int)index];
                return true;
            case (JsonValueKind.Object, string name):
                return owner.TryGetProperty(name, out found);
            default:
                return false;
        }
    }

    public override string ToString() => $"{target}[…]";
}

/// <summary>There, and not null.</summary>
internal sealed class Exists(DataPath path) : Expression
{
    public override object? Evaluate(in Scope scope) => path.TryFind(scope, out var found) && found.ValueKind != JsonValueKind.Null;
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
    /// <summary>A scalar element as the scalar itself.</summary>
    public static object? Plain(object? value) => value is not JsonElement element ? value : element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.Null => null,
        _ => value,
    };

    public static string Text(object? value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        JsonElement { ValueKind: not (JsonValueKind.Object or JsonValueKind.Array) } scalar => Text(Plain(scalar)),
        string text => text,
        double number => number.ToString(),
        bool truth => truth ? "true" : "false",
        null => throw new ExpressionException("null has no text"),
        _ => throw new ExpressionException("an object or array has no text"),
    };

    public static double Number(object? value) =>
        Plain(value) as double? ?? throw new ExpressionException("only numbers can be ordered or counted with");

    public static bool Same(object? a, object? b) => a is JsonElement || b is JsonElement
        ? throw new ExpressionException("an object or array can't be compared")
        : Equals(a, b);

    public static void Write(Utf8JsonWriter card, object value)
    {
        switch (value)
        {
            case JsonElement element:
                element.WriteTo(card);
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
