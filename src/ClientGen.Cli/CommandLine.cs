using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using ClientGen.Cli.Diff;
using ClientGen.Cli.Generate;
using ClientGen.Cli.Help;
using ClientGen.Cli.Init;
using ClientGen.Cli.Lint;
using ClientGen.Cli.Rules;
using ClientGen.Cli.Terminal;

namespace ClientGen.Cli;

/// <summary>The verbs of <c>clientgen</c>, and what they share: help, errors, interruption.</summary>
internal static class CommandLine
{
    /// <summary>Every verb, in the order of the help.</summary>
    public static IReadOnlyList<Verb> Verbs { get; } = [new InitVerb(), new LintVerb(), new GenerateVerb(), new DiffVerb(), new RulesVerb()];

    private const string Issues = "https://github.com/clientgen/clientgen/issues";

    /// <summary>Runs a command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, ITerminal terminal, string folder)
    {
        var surroundings = new Surroundings(terminal, folder);
        var parsed = Root(surroundings).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                terminal.Note(error.Message);
            if (parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..] && Meant(word, parsed.CommandResult.Command) is { } meant)
                terminal.Note($"Did you mean `{string.Join(' ', CommandWords(parsed))} {meant}`?");
            terminal.Note($"Run `{string.Join(' ', CommandWords(parsed))} --help` for what can be given.");
            return ExitCodes.WrongInput;
        }

        return await parsed.InvokeAsync(new() { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Root(Surroundings surroundings)
    {
        var root = new RootCommand("Typed C# clients and protocol facts from OpenAPI, AsyncAPI and Arazzo contracts.");
        var option = root.Options.OfType<HelpOption>().Single();
        var help = new HelpWithExamples((HelpAction)option.Action!, Verbs);
        option.Action = help;
        foreach (var verb in Verbs)
            root.Subcommands.Add(Make(verb, help, surroundings));
        // Without a verb there is nothing to do but to say which there are.
        root.SetAction(help.Invoke);
        return root;
    }

    private static Command Make(Verb verb, HelpWithExamples help, Surroundings surroundings)
    {
        var command = new Command(verb.Name, verb.Description);
        verb.Describe(command);
        foreach (var inner in verb.Verbs)
            command.Subcommands.Add(Make(inner, help, surroundings));
        if (verb.Verbs.Count > 0)
            command.SetAction(help.Invoke);
        else
            command.SetAction((parsed, cancellationToken) => GuardAsync(verb, parsed, surroundings, cancellationToken));
        return command;
    }

    private static async Task<int> GuardAsync(Verb verb, ParseResult parsed, Surroundings surroundings, CancellationToken cancellationToken)
    {
        try
        {
            // Reading and binding hold a thread for long; away from this one, Ctrl-C is answered at once.
            return await Task.Run(() => verb.RunAsync(parsed, surroundings, cancellationToken), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            surroundings.Terminal.Note("Interrupted.");
            return ExitCodes.Interrupted;
        }
        catch (Exception problem) when (problem is WrongInputException or IOException or UnauthorizedAccessException)
        {
            surroundings.Terminal.Note(problem.Message);
            return ExitCodes.WrongInput;
        }
        catch (Exception bug)
        {
            surroundings.Terminal.Note($"This is a bug in clientgen {ToolVersion.Text}; please report it with the contract at {Issues}\n{bug}");
            return ExitCodes.Bug;
        }
    }

    /// <summary>The verb that a mistyped word is close to: it has the same letters but one or two, whatever their order.</summary>
    private static string? Meant(string word, Command command)
    {
        const int Slips = 2;
        return command.Subcommands.Select(static verb => verb.Name).Select(name => (Name: name, Slips: Missing(name, word) + Missing(word, name)))
            .Where(static found => found.Slips <= Slips).OrderBy(static found => found.Slips).Select(static found => found.Name).FirstOrDefault();

        static int Missing(string from, string letters)
        {
            var left = letters.ToList();
            return from.Count(letter => !left.Remove(letter));
        }
    }

    private static IEnumerable<string> CommandWords(ParseResult parsed)
    {
        var words = new Stack<string>();
        for (var found = parsed.CommandResult; found is not null; found = found.Parent as CommandResult)
            words.Push(found.Command is RootCommand ? "clientgen" : found.Command.Name);
        return words;
    }
}
