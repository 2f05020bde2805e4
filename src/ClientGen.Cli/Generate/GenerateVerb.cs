using System.CommandLine;
using ClientGen.Cli.Contracts;
using ClientGen.Cli.Findings;
using ClientGen.Emitter;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Generate;

/// <summary><c>clientgen generate</c>: the C# that the compiler sees, as files.</summary>
internal sealed class GenerateVerb : Verb
{
    private readonly Argument<string[]> _inputs = new("contracts")
    {
        Description = "Files, folders, patterns, or a project whose ClientGenSpec items are meant. The current folder when absent.", Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _output = new("--output", "-o") { Description = "The folder to write to.", HelpName = "folder", DefaultValueFactory = static _ => "Generated" };

    private readonly Option<string[]> _namespace = Options.Namespace();

    private readonly Option<string?> _root = new("--root-namespace")
    {
        Description = "What the namespaces that nobody names begin with; a project's own when absent.", HelpName = "namespace",
    };

    private readonly Option<string[]> _features = new("--features")
    {
        Description = "Parts that need more than the runtime. auto looks at the project's references.",
        HelpName = string.Join('|', Features.All), DefaultValueFactory = static _ => [Features.Auto], Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _check = new("--check") { Description = "Writes nothing, and fails when the folder is out of date." };
    private readonly Option<string> _form = Options.Form(ReportForm.Text, ReportForm.Json);

    /// <summary>Makes the verb.</summary>
    public GenerateVerb() => _features.AcceptOnlyFromAmong(Features.All);

    /// <inheritdoc/>
    public override string Name => "generate";

    /// <inheritdoc/>
    public override string Description => "Writes the generated C# to disk, byte for byte as the compiler sees it.";

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("clientgen generate src/Shop/Shop.csproj -o generated", "Writes what the project's contracts compile into, for reading, review or another build."),
        new("clientgen generate spec --root-namespace Contoso -o src/Clients", "Compiles every contract below spec; pets.openapi.yaml goes to Contoso.Pets."),
        new("clientgen generate pets.yaml shop.yaml -n Contoso -n shop.yaml=Contoso.Shop", "Names the namespaces."),
        new("clientgen generate spec -o src/Clients --check", "In CI: fails when somebody changed a contract and forgot the files."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Exits =>
    [
        "0    the folder holds what the contracts compile into",
        "1    with --check: it does not; otherwise: a contract has errors, and what could be understood was written",
        "2    wrong arguments, or a file that cannot be read or written",
        "130  interrupted",
    ];

    /// <inheritdoc/>
    public override void Describe(Command command)
    {
        command.Arguments.Add(_inputs);
        foreach (var option in (Option[])[_output, _namespace, _root, _features, _check, _form])
            command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var isCheck = arguments.GetValue(_check);
        var path = surroundings.Full(arguments.GetValue(_output)!);
        var (files, findings) = surroundings.Terminal.Watch("Reading contracts", progress =>
        {
            var (generated, found) = Generate(arguments, surroundings, progress, cancellationToken);
            var folder = new OutputFolder(path);
            var planned = folder.Compare(generated);
            if (!isCheck)
                folder.Apply(planned, cancellationToken);
            return (planned, found);
        });

        foreach (var finding in findings)
            surroundings.Terminal.Note((finding with { Path = surroundings.Shown(finding.Path) }).ToString());
        GenerateReport.Write(surroundings, path, files, isCheck, Options.FormOf(arguments, _form));
        var isStale = isCheck && files.Any(static file => file.Change != FileChange.Unchanged);
        return Task.FromResult(isStale || findings.Any(static finding => finding.Severity == FindingSeverity.Error) ? ExitCodes.Found : ExitCodes.Ok);
    }

    private (ClientGen.Specs.Model.EquatableArray<GeneratedFile> Files, IReadOnlyList<Finding> Findings) Generate(
        ParseResult arguments, Surroundings surroundings, Action<string> progress, CancellationToken cancellationToken)
    {
        var features = arguments.GetValue(_features)!;
        var inputs = new Inputs(surroundings, cancellationToken);
        foreach (var argument in arguments.GetValue(_inputs) is { Length: > 0 } named ? named : ["."])
            inputs.Add(argument, withReferences: features.Contains(Features.Auto), progress);

        var namespaces = new Namespaces(arguments.GetValue(_namespace) ?? [], arguments.GetValue(_root) ?? inputs.Project?.RootNamespace);
        // A build sees what it lists and nothing else, so a project's contracts are taken as they are.
        var contracts = inputs.List.Together(follow: inputs.Project is null, namespaces.Of);
        progress($"Binding {contracts.Count} contracts");
        var bound = ContractBinder.Bind(contracts, cancellationToken);
        progress("Printing C#");
        return (ContractEmitter.EmitAll(bound, Features.Choose(features, inputs.Project), cancellationToken), bound.Findings);
    }
}
