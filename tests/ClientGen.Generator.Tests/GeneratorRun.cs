using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClientGen.Generator.Tests;

/// <summary>A compiler session: one project that lists contracts, edited and compiled again and again.</summary>
internal sealed class GeneratorRun
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;
    private readonly Dictionary<string, ContractFile> _contracts = [];

    /// <summary>Compiles a project with the given contracts once.</summary>
    public GeneratorRun(params (string Path, string Text)[] contracts)
        : this(Project.Ordinary, contracts)
    {
    }

    /// <summary>Compiles a project with metadata of the test's own.</summary>
    public GeneratorRun(Func<string, Dictionary<string, string>> metadata, params (string Path, string Text)[] contracts)
        : this(Project.Ordinary, metadata, contracts)
    {
    }

    /// <summary>Compiles a project that says more than which contracts it has.</summary>
    public GeneratorRun(Project project, params (string Path, string Text)[] contracts)
        : this(project, ContractsOf, contracts)
    {
    }

    private static Dictionary<string, string> ContractsOf(string path) => new()
    {
        ["build_metadata.AdditionalFiles.ClientGenSpec"] = "true",
        ["build_metadata.AdditionalFiles.ClientGenNamespace"] = "Consumer." + Path.GetFileName(path).Split('.')[0],
    };

    private GeneratorRun(Project project, Func<string, Dictionary<string, string>> metadata, params (string Path, string Text)[] contracts)
    {
        _compilation = CSharpCompilation.Create(
            "Consumer", [CSharpSyntaxTree.ParseText("internal static class Program { }", project.Parsing)], project.References ?? References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        foreach (var (path, text) in contracts)
            _contracts.Add(path, new ContractFile(path, text));
        _driver = CSharpGeneratorDriver.Create(
            [new ContractGenerator().AsSourceGenerator()], _contracts.Values, project.Parsing, new ContractOptions(metadata, project.Properties),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Compile();
    }

    /// <summary>What the last compilation produced.</summary>
    public GeneratorRunResult Result => _driver.GetRunResult().Results[0];

    /// <summary>Generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString());

    /// <summary>Adds a C# file, as typing does.</summary>
    public GeneratorRun AddSource(string text)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)_compilation.SyntaxTrees[0].Options));
        return Compile();
    }

    /// <summary>Saves a contract with another text.</summary>
    public GeneratorRun Save(string path, Func<string, string> edit)
    {
        var before = _contracts[path];
        var after = new ContractFile(path, edit(before.GetText().ToString()));
        _contracts[path] = after;
        _driver = _driver.ReplaceAdditionalText(before, after);
        return Compile();
    }

    private GeneratorRun Compile()
    {
        _driver = _driver.RunGenerators(_compilation);
        if (Result.Exception is { } exception)
            throw new InvalidOperationException("The generator threw.", exception);
        return this;
    }

    /// <summary>Why the outputs of a stage are what they are, each different reason once, in alphabetical order.</summary>
    public string Reasons(string stage)
    {
        var steps = stage == "Output"
            ? Result.TrackedOutputSteps.SelectMany(static step => step.Value)
            : Result.TrackedSteps.TryGetValue(stage, out var tracked) ? tracked : [];
        return string.Join("+", steps.SelectMany(static step => step.Outputs).Select(static output => output.Reason.ToString()).Distinct().Order());
    }

    /// <summary>The generated code compiled together with the project.</summary>
    public Compilation Compilation
    {
        get
        {
            _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var compilation, out _);
            return compilation;
        }
    }
}
