using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace ClientGen.Cli.Help;

/// <summary>The usual help, and below it examples and exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction usual, IReadOnlyList<Verb> verbs) : SynchronousCommandLineAction
{
    /// <summary>Who asks for help may leave out what the verb cannot do without.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (VerbOf(parseResult.CommandResult) is { } verb)
            Write(output, verb);
        else
            WriteStart(output);
        return code;
    }

    private Verb? VerbOf(CommandResult result)
    {
        if (result.Parent is not CommandResult around)
            return null;
        return (VerbOf(around)?.Verbs ?? verbs).FirstOrDefault(verb => verb.Name == result.Command.Name);
    }

    private static void Write(TextWriter output, Verb verb)
    {
        output.WriteLine("Examples:");
        foreach (var example in verb.Examples)
        {
            output.WriteLine($"  {example.Line}");
            output.WriteLine($"      {example.Meaning}");
        }

        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach (var exit in verb.Exits)
            output.WriteLine($"  {exit}");
        output.WriteLine();
    }

    private void WriteStart(TextWriter output)
    {
        output.WriteLine("Examples:");
        foreach (var verb in verbs)
            output.WriteLine($"  {verb.Examples[0].Line}");
        output.WriteLine();
        output.WriteLine("`clientgen VERB --help` tells more of a verb.");
        output.WriteLine();
    }
}
