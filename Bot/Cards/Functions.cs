using System.Text.Json;

namespace StationBot.Cards;

/// <summary>
/// The functions that the templates use, named and behaving as in Microsoft's adaptive expressions, so that a template works in its designer too.
/// <c>if</c>, <c>and</c>, <c>or</c>, <c>not</c> and <c>exists</c> don't evaluate all their arguments: they are expressions of their own.
/// </summary>
internal static class Functions
{
    public static Expression? Create(string name, Expression[] arguments) => (name, arguments) switch
    {
        ("if", [var condition, var then, var otherwise]) => new If(condition, then, otherwise),
        ("and", [var left, var right]) => new And(left, right),
        ("or", [var left, var right]) => new Or(left, right),
        ("not", [var operand]) => new Not(operand),
        ("exists", [DataPath path]) => new Exists(path),
        ("string", [_]) => new Call(values => Value.Text(values[0]), arguments),
        ("count", [_]) => new Call(values => Count(values[0]), arguments),
        ("join", [_, _]) => new Call(values => Join(values[0], Value.Text(values[1])), arguments),
        ("substring", [_, _]) => new Call(values => Substring(Value.Text(values[0]), Value.Number(values[1]), length: null), arguments),
        ("substring", [_, _, _]) =>
            new Call(values => Substring(Value.Text(values[0]), Value.Number(values[1]), Value.Number(values[2])), arguments),
        _ => null,
    };

    private static double Count(object? value) => Value.Plain(value) switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } items => items.GetArrayLength(),
        string text => text.Length,
        _ => throw new ExpressionException("count() needs an array or a text"),
    };

    private static string Join(object? value, string separator) => value is JsonElement { ValueKind: JsonValueKind.Array } items
        ? string.Join(separator, items.EnumerateArray().Select(item => Value.Text(item)))
        : throw new ExpressionException("join() needs an array");

    private static string Substring(string text, double start, double? length)
    {
        var count = length ?? text.Length - start;
        return double.IsInteger(start) && double.IsInteger(count) && start >= 0 && count >= 0 && start + count <= text.Length
            ? text.Substring((int)start, (int)count)
            : throw new ExpressionException("substring() reaches beyond its text");
    }
}
