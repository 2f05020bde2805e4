using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ClientGen.Analyzers.Tests.Kit;

/// <summary>A program in a workspace, where fixes can be asked for and applied as in an editor.</summary>
internal sealed class FixRun
{
    /// <summary>The file with a copy of the program.</summary>
    public const string TwinName = "Program1.cs";

    /// <summary>Every fix that ships.</summary>
    public static readonly ImmutableArray<CodeFixProvider> Providers =
    [
        .. typeof(CodeFixes.ClientCodeFix).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(CodeFixProvider)))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private readonly Solution _solution;

    private FixRun(Solution solution) => _solution = solution;

    /// <summary>Whether the program could be copied into a second file of its project.</summary>
    public bool HasTwin => Project.Documents.Any(static document => document.Name == TwinName);

    private Project Project => _solution.Projects.First(static project => project.Name == "Program0");

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>A program.</summary>
    /// <param name="text">Its C#.</param>
    /// <param name="twins">Whether a second file and a second project have the same program.</param>
    public static FixRun Of(string text, bool twins = false)
    {
        var solution = new AdhocWorkspace().CurrentSolution;
        var root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
        solution = Add(solution, 0, root, twins && CanBeTwin(root) ? [text, Twin(text)] : [text]);
        return new(twins ? Add(solution, 1, root, [text]) : solution);
    }

    /// <summary>The program in a namespace of its own, so that both can stand in one project.</summary>
    public static string Twin(string text) => "namespace Twin;\n\n" + text;

    /// <summary>The text of a file.</summary>
    public async Task<string> TextAsync(string name = "Program0.cs", int project = 0) =>
        (await _solution.Projects.Single(found => found.Name == $"Program{project}").Documents.Single(document => document.Name == name).GetTextAsync(CancellationToken)).ToString();

    /// <summary>What the rules say; errors of the compiler are errors of the test.</summary>
    public Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync() => DiagnosticsAsync(Project);

    /// <summary>The first action of this kind for a rule; null when none is offered.</summary>
    public async Task<CodeAction?> OfferAsync(string id, string key) =>
        (await OffersAsync(id)).SelectMany(static offer => offer.Actions).FirstOrDefault(action => action.EquivalenceKey == key);

    /// <summary>The diagnostics of a rule in the program's own file, in the order of the text, with the actions that mend them.</summary>
    public async Task<IReadOnlyList<Offer>> OffersAsync(string id)
    {
        var offers = new List<Offer>();
        foreach (var diagnostic in (await DiagnosticsAsync()).Where(found => found.Id == id && found.Location.SourceTree?.FilePath == "Program0.cs"))
            offers.Add(new(diagnostic, await ActionsAsync(diagnostic)));
        return offers;
    }

    /// <summary>The program after an action.</summary>
    public async Task<FixRun> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken);
        return new(Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution);
    }

    /// <summary>The program after "fix all".</summary>
    public async Task<FixRun> ApplyAllAsync(string id, string? key, FixAllScope scope)
    {
        var document = Project.Documents.Single(static found => found.Name == "Program0.cs");
        var provider = Providers.Single(found => found.FixableDiagnosticIds.Contains(id));
        var fixAll = provider.GetFixAllProvider();
        Assert.NotNull(fixAll);
        Assert.Contains(scope, fixAll.GetSupportedFixAllScopes());
        var action = await fixAll.GetFixAsync(new(document, provider, scope, key, [id], new Found(), CancellationToken));
        Assert.NotNull(action);
        return await ApplyAsync(action);
    }

    private async Task<IReadOnlyList<CodeAction>> ActionsAsync(Diagnostic diagnostic)
    {
        var document = _solution.GetDocument(diagnostic.Location.SourceTree)!;
        var actions = new List<CodeAction>();
        foreach (var provider in Providers.Where(found => found.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await provider.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), CancellationToken));
        return actions;
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Project project)
    {
        var compilation = (CSharpCompilation)(await project.GetCompilationAsync(CancellationToken))!;
        var errors = compilation.GetDiagnostics(CancellationToken).Where(static found => found.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, "The program does not compile:\n" + string.Join("\n", errors) + "\n" + string.Join("\n", compilation.SyntaxTrees));
        return await RuleRun.DiagnosticsAsync(compilation);
    }

    private static Solution Add(Solution solution, int number, CompilationUnitSyntax root, IReadOnlyList<string> texts)
    {
        var id = ProjectId.CreateNewId();
        var kind = root.Members.OfType<GlobalStatementSyntax>().Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        solution = solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, $"Program{number}", $"Program{number}", LanguageNames.CSharp, metadataReferences: Shipped.References,
            parseOptions: CSharpParseOptions.Default, compilationOptions: new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable)));
        foreach (var (name, text) in texts.Select(static (text, i) => ($"Program{i}.cs", text)).Append(("Usings.cs", Shipped.Usings)))
            solution = solution.AddDocument(DocumentId.CreateNewId(id), name, SourceText.From(text), filePath: name);
        return solution;
    }

    // A namespace for the whole file is possible where none is there yet and nothing is run outside of types.
    private static bool CanBeTwin(CompilationUnitSyntax root) =>
        !root.Members.Any(static member => member is GlobalStatementSyntax or BaseNamespaceDeclarationSyntax) && root.AttributeLists.Count == 0
        && !root.Usings.Any(static directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));

    /// <summary>A diagnostic and the actions that mend it.</summary>
    internal sealed record Offer(Diagnostic Diagnostic, IReadOnlyList<CodeAction> Actions);

    private sealed class Found : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await DiagnosticsAsync(document.Project)).Where(found => found.Location.SourceTree?.FilePath == document.FilePath);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await DiagnosticsAsync(project);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
