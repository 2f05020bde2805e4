using System.CommandLine;
using ClientGen.Cli.Contracts;
using ClientGen.Cli.Generate;
using ClientGen.Cli.Terminal;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Init;

/// <summary><c>clientgen init</c>: sets a project up, so that its build has the clients of contracts.</summary>
internal sealed class InitVerb : Verb
{
    private readonly Argument<string[]> _inputs = new("contracts")
    {
        Description = "Files, folders or patterns. Every contract below the project's folder when absent.", Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _project = new("--project", "-p") { Description = "The project; the only one in the current folder or below it when absent.", HelpName = "file" };

    private readonly Option<string[]> _namespace = Options.Namespace();

    private readonly Option<bool> _example = new("--example") { Description = $"Writes a small first contract with a protocol into the folder {FirstContract.Folder}." };
    private readonly Option<bool> _dryRun = Options.DryRun();

    /// <inheritdoc/>
    public override string Name => "init";

    /// <inheritdoc/>
    public override string Description => "Sets a project up: the package, and the contracts to compile.";

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("clientgen init", "Adds the package and every contract below the project's folder."),
        new("clientgen init spec/pets.yaml -n Contoso.Pets --project src/Shop/Shop.csproj", "Adds one contract, with its namespace, to one of several projects."),
        new("clientgen init --example", "Begins with a small contract that has a protocol."),
        new("clientgen init --dry-run", "Shows the lines that would be added."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Exits =>
    [
        "0    the project is set up",
        "1    it is, and a contract has errors",
        "2    wrong arguments, no project or no contract, or a file that cannot be read or written",
        "130  interrupted",
    ];

    /// <inheritdoc/>
    public override void Describe(Command command)
    {
        command.Arguments.Add(_inputs);
        foreach (var option in (Option[])[_project, _namespace, _example, _dryRun])
            command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var isDry = arguments.GetValue(_dryRun);
        var (plan, bound) = surroundings.Terminal.Watch("Asking MSBuild", progress =>
        {
            var facts = ProjectFacts.Load(ProjectFacts.Find(surroundings, arguments.GetValue(_project)), cancellationToken);
            var files = arguments.GetValue(_example) ? NewFiles(Path.GetDirectoryName(facts.Path)!) : [];
            var namespaces = new Namespaces(arguments.GetValue(_namespace) ?? [], facts.RootNamespace);
            var inputs = Contracts(arguments, surroundings, facts, files, namespaces, progress, cancellationToken);
            var planned = InitPlan.Of(facts, files, inputs, namespaces);
            if (!isDry)
                planned.Apply();
            return (planned, ContractBinder.Bind(inputs, cancellationToken));
        });

        InitReport.Write(surroundings, plan, bound, isDry);
        return Task.FromResult(bound.Findings.Any(static finding => finding.Severity == FindingSeverity.Error) ? ExitCodes.Found : ExitCodes.Ok);
    }

    /// <summary>The example's files that are not there yet; what people made of theirs stays.</summary>
    private static IReadOnlyList<(string Path, string Text)> NewFiles(string folder) =>
        [.. FirstContract.Files.Select(file => (Path: Path.Combine(folder, FirstContract.Folder, file.Name), file.Text)).Where(static file => !File.Exists(file.Path))];

    private IReadOnlyList<ContractInput> Contracts(
        ParseResult arguments, Surroundings surroundings, ProjectFacts facts, IReadOnlyList<(string Path, string Text)> files, Namespaces namespaces,
        Action<string> progress, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(facts.Path)!;
        var tree = new TreeWithNewFiles(new DiskTree(surroundings), files);
        var inputs = new Inputs(surroundings, cancellationToken, tree);
        var named = arguments.GetValue(_inputs) ?? [];
        if (named.FirstOrDefault(ContractFileName.IsProject) is { } project)
            throw new WrongInputException($"{project} is a project; name it with --project.");
        if (arguments.GetValue(_example))
            named = [.. named, .. FirstContract.Files.Select(file => Path.Combine(folder, FirstContract.Folder, file.Name))];
        foreach (var argument in named)
            inputs.Add(argument, withReferences: false, progress);
        if (named.Length == 0 && inputs.List.AddBelow(folder.Replace('\\', '/'), static _ => true, progress) == 0)
            throw new WrongInputException($"There is no contract below {surroundings.Shown(folder)}. Name one, or begin with --example.");
        // What the project lists already keeps the namespace that it has there.
        var listed = facts.Contracts.Where(static contract => contract.Namespace is not null).ToLookup(static contract => contract.Path);
        return inputs.List.Together(follow: true, (contract, document) => listed[contract.Path].FirstOrDefault()?.Namespace ?? namespaces.Of(contract, document));
    }
}
