using System.CommandLine;
using ClientGen.Cli.Findings;
using ClientGen.Cli.Rules.Config;

namespace ClientGen.Cli.Rules;

/// <summary><c>clientgen rules list</c>: every rule, and how severe it is in a folder.</summary>
internal sealed class RulesListVerb : Verb
{
    private readonly Argument<string> _place = new("place")
    {
        Description = "The folder or C# file to ask for.", DefaultValueFactory = static _ => ".",
    };

    private readonly Option<string> _form = Options.Form(ReportForm.Text, ReportForm.Json);

    /// <inheritdoc/>
    public override string Name => "list";

    /// <inheritdoc/>
    public override string Description => "Lists every rule and option with what holds in a folder, and the line that says so.";

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("clientgen rules list", "Lists the rules with the severities that hold in the current folder."),
        new("clientgen rules list src/Shop/Calls.cs --format json", "Says the same of one file, for programs."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Exits =>
    [
        "0    the rules are listed",
        "2    wrong arguments, or a file that cannot be read",
        "130  interrupted",
    ];

    /// <inheritdoc/>
    public override void Describe(Command command)
    {
        command.Arguments.Add(_place);
        command.Options.Add(_form);
    }

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var named = arguments.GetValue(_place)!;
        var place = surroundings.Full(named);
        if (!Directory.Exists(place) && !File.Exists(place))
            throw new WrongInputException($"{named} does not exist.");
        RulesReport.Write(surroundings, new EffectiveSettings(ConfigSet.Of(place)), Options.FormOf(arguments, _form));
        return Task.FromResult(ExitCodes.Ok);
    }
}
