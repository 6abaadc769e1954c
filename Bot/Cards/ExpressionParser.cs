using System.Text;

namespace StationBot.Cards;

/// <summary>
/// Reads one expression out of <c>${…}</c>; from loose to tight: <c>||</c>, <c>&amp;&amp;</c>, comparison, <c>!</c>, then literals, paths and calls.
/// </summary>
internal sealed class ExpressionParser
{
    private static readonly string[] Comparisons = ["==", "!=", ">=", "<=", ">", "<"];

    private readonly string _text;
    private int _at;

    private ExpressionParser(string text, int at) => (_text, _at) = (text, at);

    /// <param name="text">The whole string of the template.</param>
    /// <param name="start">Where the expression begins, behind <c>${</c>.</param>
    /// <returns>The expression, and the position behind its closing brace.</returns>
    public static (Expression Expression, int End) Read(string text, int start)
    {
        var parser = new ExpressionParser(text, start);
        var expression = parser.ReadOr();
        parser.Expect("}");
        return (expression, parser._at);
    }

    private Expression ReadOr()
    {
        var left = ReadAnd();
        while (Take("||"))
        {
            left = new Or(left, ReadAnd());
        }
        return left;
    }

    private Expression ReadAnd()
    {
        var left = ReadComparison();
        while (Take("&&"))
        {
            left = new And(left, ReadComparison());
        }
        return left;
    }

    private Expression ReadComparison()
    {
        var left = ReadUnary();
        return Array.Find(Comparisons, Take) is { } op ? new Comparison(op, left, ReadUnary()) : left;
    }

    private Expression ReadUnary() => Take("!") ? new Not(ReadUnary()) : ReadPrimary();

    private Expression ReadPrimary()
    {
        if (Take("("))
        {
            var inner = ReadOr();
            Expect(")");
            return inner;
        }
        return Peek() switch
        {
            '\'' or '"' => new Literal(ReadText()),
            >= '0' and <= '9' => new Literal(ReadNumber()),
            '$' or '_' => ReadName(),
            var c when char.IsAsciiLetter(c) => ReadName(),
            _ => throw Unexpected(),
        };
    }

    private Expression ReadName()
    {
        var start = _at;
        var name = ReadWhile(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$');
        if (Take("("))
        {
            return Functions.Create(name, ReadArguments())
                ?? throw new ExpressionException($"'{name}' with these arguments is no function of the binder");
        }
        return name switch
        {
            "true" => new Literal(true),
            "false" => new Literal(false),
            "null" => new Literal(null),
            "$index" => new IndexVariable(),
            "$root" => ReadPath(new RootVariable()),
            "$data" => ReadPath(new DataVariable()),
            _ when name.Contains('$') => throw new ExpressionException($"'{name}' at {start + 1} is no variable of the binder"),
            _ => ReadPath(new Member(new DataVariable(), name)),
        };
    }

    private DataPath ReadPath(DataPath path)
    {
        while (true)
        {
            if (Take("."))
            {
                var name = ReadWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_');
                path = name.Length > 0 ? new Member(path, name) : throw Unexpected();
            }
            else if (Take("["))
            {
                path = new Indexer(path, ReadOr());
                Expect("]");
            }
            else
            {
                return path;
            }
        }
    }

    private Expression[] ReadArguments()
    {
        var arguments = new List<Expression>();
        if (Take(")"))
        {
            return [];
        }
        do
        {
            arguments.Add(ReadOr());
        }
        while (Take(","));
        Expect(")");
        return [.. arguments];
    }

    private double ReadNumber()
    {
        var digits = ReadWhile(c => char.IsAsciiDigit(c) || c == '.');
        return double.TryParse(digits, out var number) ? number : throw new ExpressionException($"'{digits}' is no number");
    }

    private string ReadText()
    {
        var quote = _text[_at++];
        var text = new StringBuilder();
        while (_at < _text.Length && _text[_at] != quote)
        {
            if (_text[_at] == '\\')
            {
                _at++;
            }
            text.Append(_at < _text.Length ? _text[_at++] : throw Unexpected());
        }
        return _at++ < _text.Length ? text.ToString() : throw new ExpressionException("a text has no closing quote");
    }

    private string ReadWhile(Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < _text.Length && belongs(_text[_at]))
        {
            _at++;
        }
        return _text[start.._at];
    }

    /// <summary>The next character that is no blank, or NUL at the end.</summary>
    private char Peek()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private bool Take(string token)
    {
        Peek();
        if (string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0)
        {
            return false;
        }
        _at += token.Length;
        return true;
    }

    private void Expect(string token)
    {
        if (!Take(token))
        {
            throw Unexpected(token);
        }
    }

    private ExpressionException Unexpected(string? wanted = null)
    {
        var found = _at < _text.Length ? $"'{_text[_at]}' at {_at + 1}" : "the end";
        return new ExpressionException(wanted is null ? $"{found} is not understood" : $"'{wanted}' is expected, not {found}");
    }
}
