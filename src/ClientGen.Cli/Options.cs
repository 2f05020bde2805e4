using System.CommandLine;
using ClientGen.Cli.Findings;

namespace ClientGen.Cli;

/// <summary>Options that several verbs have alike.</summary>
internal static class Options
{
    /// <summary><c>--format</c>.</summary>
    /// <param name="forms">What the verb can write; the first is the default.</param>
    public static Option<string> Form(params ReportForm[] forms)
    {
        var names = forms.Select(static form => form.ToString().ToLowerInvariant()).ToArray();
        var option = OneOf("--format", "How the answer is written.", names[0], names);
        option.Aliases.Add("-f");
        return option;
    }

    /// <summary>The form that was chosen.</summary>
    public static ReportForm FormOf(ParseResult arguments, Option<string> option) => Enum.Parse<ReportForm>(arguments.GetValue(option)!, ignoreCase: true);

    /// <summary><c>--namespace</c>; <see cref="Generate.Namespaces"/> reads it.</summary>
    public static Option<string[]> Namespace() => new("--namespace", "-n")
    {
        Description = "The C# namespace of every contract, or of one: file=namespace. May be repeated.", HelpName = "[file=]namespace", Arity = ArgumentArity.OneOrMore,
    };

    /// <summary><c>--dry-run</c>.</summary>
    public static Option<bool> DryRun() => new("--dry-run") { Description = "Shows what would be written, and writes nothing." };

    /// <summary>An option with a few possible words.</summary>
    public static Option<string> OneOf(string name, string description, string usual, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', words), DefaultValueFactory = _ => usual };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
