using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ClientGen.Testing;

/// <summary>Compiles generated C# as a strict consumer would: the oldest compiler we support, C# 12, warnings as errors, missing documentation included.</summary>
/// <remarks>References are what the test process itself runs on, so a test project decides by its own references.</remarks>
public sealed class GeneratedCompilation
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> PlatformReferences = new(static () =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ]);

    // Compilations that are made from one share what it knows of its references; reading those again would cost more than most tests compile.
    private static readonly Lazy<CSharpCompilation> Empty = new(static () =>
    {
        var empty = CSharpCompilation.Create(
            "Generated",
            [],
            PlatformReferences.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                warningLevel: 9999));

        // Only a compilation that was asked for its references has anything to share.
        _ = empty.GetSpecialType(SpecialType.System_Object);
        return empty;
    });

    private readonly CSharpCompilation _compilation;

    private GeneratedCompilation(CSharpCompilation compilation) => _compilation = compilation;

    /// <summary>The compilation.</summary>
    public CSharpCompilation Compilation => _compilation;

    /// <summary>Prepares a compilation; nothing is compiled yet.</summary>
    /// <param name="files">Names and texts of generated files.</param>
    /// <param name="companions">C# of the test that uses the generated code; its own missing documentation is forgiven.</param>
    /// <param name="nullable">What the consuming project says of nullable reference types.</param>
    public static GeneratedCompilation Of(
        IEnumerable<(string Name, string Text)> files, string[]? companions = null, NullableContextOptions nullable = NullableContextOptions.Enable)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text), options, file.Name)).ToList();
        foreach (var companion in companions ?? [])
            trees.Add(CSharpSyntaxTree.ParseText("#pragma warning disable CS1591\n" + companion, options, $"Companion{trees.Count}.cs"));
        var empty = Empty.Value;
        return new(empty.WithOptions(empty.Options.WithNullableContextOptions(nullable)).AddSyntaxTrees(trees));
    }

    /// <summary>Everything that the compiler says, as text with file, line and the line itself; empty when all is well.</summary>
    public IReadOnlyList<string> Problems() => [.. Errors(_compilation.GetDiagnostics())];

    /// <summary>Throws with all that the compiler says unless that is nothing.</summary>
    public GeneratedCompilation ShouldCompile()
    {
        ThrowUnlessEmpty(Problems());
        return this;
    }

    /// <summary>Compiles and loads.</summary>
    public Assembly Load()
    {
        // Emitting says all that ShouldCompile says, if it is to write the documentation too.
        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        ThrowUnlessEmpty([.. Errors(_compilation.Emit(image, xmlDocumentationStream: documentation).Diagnostics)]);
        image.Position = 0;
        return new AssemblyLoadContext(null).LoadFromStream(image);
    }

    private static IEnumerable<string> Errors(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => $"{d}\n    {LineOf(d)}");

    private static void ThrowUnlessEmpty(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
            throw new CompilationException($"{problems.Count} problems:\n{string.Join("\n", problems.Take(20))}");
    }

    private static string LineOf(Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
            return "";
        var line = tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line];
        return line.ToString().Trim();
    }
}

/// <summary>Generated code does not compile.</summary>
/// <param name="message">What the compiler says.</param>
public sealed class CompilationException(string message) : Exception(message);
