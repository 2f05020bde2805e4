using System.CommandLine;
using ClientGen.Cli.Contracts;
using ClientGen.Cli.Findings;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Lint;

/// <summary><c>clientgen lint</c>: what the compiler would say about contracts.</summary>
internal sealed class LintVerb : Verb
{
    private readonly Argument<string[]> _inputs = new("contracts")
    {
        Description = "Files, folders, patterns such as 'spec/**/*.yaml', or a project whose ClientGenSpec items are meant. The current folder when absent.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _form = Options.Form(ReportForm.Text, ReportForm.Json, ReportForm.Sarif);
    private readonly Option<string> _failOn = Options.OneOf("--fail-on", "The least severity that makes the exit code 1.", "error", "error", "warning", "info", "never");

    /// <inheritdoc/>
    public override string Name => "lint";

    /// <inheritdoc/>
    public override string Description => "Checks contracts as the compiler does, and lists what is wrong with its place.";

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("clientgen lint spec", "Checks every contract below the folder spec."),
        new("clientgen lint src/Shop/Shop.csproj", "Checks the contracts that a project lists, with its namespaces."),
        new("clientgen lint 'spec/**/*.openapi.yaml' --fail-on warning", "Fails on warnings too."),
        new("clientgen lint spec --format sarif > lint.sarif", "Writes a log for code scanning."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Exits =>
    [
        "0    nothing as severe as --fail-on was found",
        "1    something was",
        "2    wrong arguments, or a file that cannot be read",
        "130  interrupted",
    ];

    /// <inheritdoc/>
    public override void Describe(Command command)
    {
        command.Arguments.Add(_inputs);
        command.Options.Add(_form);
        command.Options.Add(_failOn);
    }

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var result = surroundings.Terminal.Watch("Reading contracts", progress => Lint(arguments, surroundings, progress, cancellationToken));
        LintReport.Write(surroundings.Terminal, result, Options.FormOf(arguments, _form));
        return Task.FromResult(Fails(result, arguments.GetValue(_failOn)) ? ExitCodes.Found : ExitCodes.Ok);
    }

    private LintResult Lint(ParseResult arguments, Surroundings surroundings, Action<string> progress, CancellationToken cancellationToken)
    {
        var inputs = new Inputs(surroundings, cancellationToken);
        foreach (var argument in arguments.GetValue(_inputs) is { Length: > 0 } named ? named : ["."])
            inputs.Add(argument, withReferences: false, progress);

        var root = inputs.Project?.RootNamespace;
        var groups = inputs.Project is null
            ? inputs.List.Groups(static (_, document) => OwnNamespace(document))
            : inputs.List.Groups((contract, document) => contract.Namespace ?? ContractList.DefaultNamespace(root, document));
        return LintResult.Of(groups, surroundings.Shown, progress, cancellationToken);
    }

    // Outside a project nobody has said which contracts share a namespace, so none of them can clash with another.
    private static string OwnNamespace(SpecDocument document) =>
        string.Join('.', document.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(static part => ClientGen.Specs.Names.Naming.Pascal(part, "Part")));

    private static bool Fails(LintResult result, string? failOn) => failOn switch
    {
        "never" => false,
        "info" => result.Findings.Count > 0,
        "warning" => result.Count(FindingSeverity.Error) + result.Count(FindingSeverity.Warning) > 0,
        _ => result.Count(FindingSeverity.Error) > 0,
    };
}
