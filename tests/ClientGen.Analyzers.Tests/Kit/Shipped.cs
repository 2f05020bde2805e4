using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers.Tests.Kit;

/// <summary>The rules as they ship, and how programs are compiled for them. Linked into every project that runs them.</summary>
internal static class Shipped
{
    /// <summary>Every analyzer.</summary>
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(ClientAnalyzer).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>A file of its own in every program.</summary>
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using ClientGen;
        global using ClientGen.Protocol;
        """;

    // Test frameworks stay out: where one is referenced, the rules are silent. So do the rules themselves and what they are made of.
    private static readonly string[] Hidden = ["xunit", "Microsoft.CodeAnalysis", "Microsoft.TestPlatform", "Microsoft.VisualStudio", "ClientGen.Analyzers", "ClientGen.Specs", "ClientGen.CodeFixes"];

    /// <summary>What programs reference.</summary>
    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && !Hidden.Any(name => Path.GetFileName(path).StartsWith(name, StringComparison.OrdinalIgnoreCase)))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpCompilation Library = Empty(OutputKind.DynamicallyLinkedLibrary);
    private static readonly CSharpCompilation Application = Empty(OutputKind.ConsoleApplication);

    // The engine says nothing where it fails; tests want to hear of it.
    static Shipped() => AppContext.SetSwitch("ClientGen.Analyzers.Strict", true);

    /// <summary>Compiles the files of one program.</summary>
    public static CSharpCompilation Compile(IReadOnlyCollection<SyntaxTree> files)
    {
        var isApplication = files.Any(static file => file.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any());
        return (isApplication ? Application : Library).AddSyntaxTrees(files);
    }

    private static CSharpCompilation Empty(OutputKind kind)
    {
        var compilation = CSharpCompilation.Create(
            "Program", [CSharpSyntaxTree.ParseText(Usings, path: "Usings.cs")], References, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        // Binds the references, which compilations made from this one then share.
        compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    }
}
