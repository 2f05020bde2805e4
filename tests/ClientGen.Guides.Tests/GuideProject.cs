using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Xml.Linq;
using ClientGen.Analyzers.Tests.Docs;
using ClientGen.Analyzers.Tests.Kit;
using ClientGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Guides.Tests;

/// <summary>The project that a reader has made when he has come to a place in a guide: the contracts shown so far, and what the project file says.</summary>
internal sealed class GuideProject
{
    private const string RootNamespace = "Contoso";

    private static readonly string[] Usings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly string[] WebUsings =
        ["Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging"];

    // Compilations that are made from one share what it knows of its references.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        RootNamespace, [], Shipped.References, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<XElement> _items = [];
    private bool _isWeb;

    // Only a compilation that was asked for its references has anything to share.
    static GuideProject() => Empty.GetSpecialType(SpecialType.System_Object);

    /// <summary>Adds a contract; one that was there is replaced.</summary>
    public GuideProject AddContract(string path, string text)
    {
        _files[path] = text;
        return this;
    }

    /// <summary>Adds what a project file, or a part of one, says.</summary>
    public GuideProject AddProjectFile(string text)
    {
        var xml = XElement.Parse($"<Page>{text}</Page>");
        _isWeb |= xml.Descendants("Project").Any(static project => (string?)project.Attribute("Sdk") == "Microsoft.NET.Sdk.Web");
        _items.AddRange(xml.Descendants("ClientGenSpec"));
        return this;
    }

    /// <summary>Whether some contract has these lines one after the other, whatever their indentation.</summary>
    public bool Quotes(string fragment) => _files.Values.Concat(Directory.EnumerateFiles(Repository.PathOf("spec"), "*.yaml").Select(File.ReadAllText))
        .Any(contract => Trimmed(contract).Contains("\n" + Trimmed(fragment).Trim('\n') + "\n", StringComparison.Ordinal));

    /// <summary>Contracts that the guide shows and no project file lists.</summary>
    public IEnumerable<string> Unlisted() => _files.Keys.Except(Contracts().Select(static contract => contract.Path));

    /// <summary>Builds a program in this project, and compares what is said of it and of the contracts with what their comments announce.</summary>
    /// <param name="files">The C# files.</param>
    public async Task<IReadOnlyList<string>> ProblemsAsync(IReadOnlyList<string> files)
    {
        var contracts = Contracts().ToList();
        var announced = files.Concat(contracts.Select(static contract => contract.GetText().ToString())).SelectMany(Remark.AnnouncedIn).ToHashSet();
        var said = (await BuildAsync(files, contracts)).ToLookup(found => Remark.About(found.Id, LineOf(found, contracts)), static found => found.GetMessage());
        return
        [
            .. said.Where(one => !announced.Contains(one.Key)).Select(static one => $"{one.Key}\n    {one.First()}"),
            .. announced.Where(one => !said.Contains(one)).Select(static one => $"nothing is said as {one}"),
        ];
    }

    private async Task<IReadOnlyList<Diagnostic>> BuildAsync(IReadOnlyList<string> files, IReadOnlyList<GuideContract> contracts)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp14);
        var trees = files.Select(text => CSharpSyntaxTree.ParseText(text, parsing, cancellationToken: cancellationToken)).ToList();
        var isApplication = trees.Any(static tree => tree.GetCompilationUnitRoot().Members.Any(static member => member is GlobalStatementSyntax));
        var usings = string.Concat(Usings.Concat(_isWeb ? WebUsings : []).Select(static name => $"global using {name};\n"));
        var program = Empty.WithOptions(Empty.Options.WithOutputKind(isApplication ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary))
            .AddSyntaxTrees(trees).AddSyntaxTrees(CSharpSyntaxTree.ParseText(usings, parsing, cancellationToken: cancellationToken));
        var options = new GuideOptions(RootNamespace);
        CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], contracts, parsing, options)
            .RunGeneratorsAndUpdateCompilation(program, out var complete, out var findings, cancellationToken);
        if (files.Count == 0)
            return findings;
        var analysis = complete.WithAnalyzers(Shipped.Analyzers, new AnalyzerOptions([.. contracts], options));
        var said = await analysis.GetAllDiagnosticsAsync(cancellationToken);
        return [.. findings.Concat(said).Where(static found => found.Severity > DiagnosticSeverity.Hidden && !found.IsSuppressed)];
    }

    private static string LineOf(Diagnostic found, IEnumerable<GuideContract> contracts)
    {
        var place = found.Location.GetLineSpan();
        var text = found.Location.SourceTree?.GetText() ?? contracts.FirstOrDefault(contract => contract.Path == place.Path)?.GetText();
        return text?.Lines[place.StartLinePosition.Line].ToString() ?? "no line";
    }

    private IEnumerable<GuideContract> Contracts() => _items.SelectMany(item => Files((string)item.Attribute("Include")!).Select(file => new GuideContract(file.Path, file.Text, new Dictionary<string, string>
    {
        ["build_metadata.AdditionalFiles.ClientGenSpec"] = "true",
        ["build_metadata.AdditionalFiles.ClientGenNamespace"] = (string?)item.Attribute("Namespace") ?? "",
        ["build_metadata.AdditionalFiles.ClientGenGenerate"] = (string?)item.Attribute("Generate") ?? "true",
    })));

    // A contract that came with a package is one of ours.
    private IEnumerable<(string Path, string Text)> Files(string include) => include.StartsWith("$(Pkg", StringComparison.Ordinal)
        ? [(include, Repository.Read("spec", Path.GetFileName(include)) ?? throw new InvalidOperationException($"No package has {include}."))]
        : _files.Where(file => FileSystemName.MatchesSimpleExpression(include, file.Key)).Select(static file => (file.Key, file.Value));

    private static string Trimmed(string text) => "\n" + string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0)) + "\n";
}
