using System.CommandLine;

namespace StationBot.CommandLine;

/// <summary>The parser's own texts stay English: what is wrong with a command line is told here.</summary>
internal static class Usage
{
    /// <returns>Null when the line can be run.</returns>
    public static string? Problem(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Errors.Count == 0)
        {
            return null;
        }

        return command.Subcommands.Count > 0
            ? $"{NoSuchCommand(parsed)}。可用的命令：{string.Join("、", Names(parsed.RootCommandResult.Command))}；不带命令就启动服务"
            : $"{string.Join("；", Reasons(parsed, command).DefaultIfEmpty("参数写错了"))}。用法：{command.Description}";
    }

    public static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };

    public static Option<string> Optional(string name, string description) => new(name) { Description = description };

    private static string NoSuchCommand(ParseResult parsed)
    {
        var typed = string.Join(' ', parsed.Tokens.Select(token => token.Value).Take(2));
        return typed.Length == 0 ? "缺少命令" : $"不认识的命令“{typed}”";
    }

    private static IEnumerable<string> Names(Command command) => command.Subcommands.SelectMany(
        sub => sub.Subcommands.Count == 0 ? [sub.Name] : Names(sub).Select(name => $"{sub.Name} {name}"));

    private static IEnumerable<string> Reasons(ParseResult parsed, Command command)
    {
        foreach (var option in command.Options)
        {
            var result = parsed.GetResult(option);
            if (option.Required && result is null or { Implicit: true })
            {
                yield return $"缺少 {option.Name}";
            }
            else if (result is { Implicit: false, Tokens.Count: 0 } && option.Arity.MinimumNumberOfValues > 0)
            {
                yield return $"{option.Name} 后面缺少值";
            }
            else if (result?.IdentifierTokenCount > 1)
            {
                yield return $"{option.Name} 写了两次";
            }
        }

        foreach (var argument in command.Arguments.Where(argument => parsed.GetResult(argument) is null or { Tokens.Count: 0 }))
        {
            yield return $"缺少 {argument.Name}";
        }

        foreach (var token in parsed.UnmatchedTokens)
        {
            yield return $"不认识“{token}”";
        }
    }
}
