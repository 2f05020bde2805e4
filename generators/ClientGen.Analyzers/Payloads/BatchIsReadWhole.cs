using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Payloads;

/// <summary>CG6004: of a list that may carry many records only one is looked at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BatchIsReadWhole() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG6004", Rules.Values,
        title: "A batch is handled as a single record",
        message: "'{0}' carries up to {1} records in one message, and only one of them is looked at here. Go through all of them.",
        description: "The service collects records that fall due together. Code that takes the first one works in every test and loses the others on a busy day.");

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        var names = new NameSet(() => facts.Names.Values(static value => value.Batch > 1));
        NamedFiles.Register(context, names, (index, file) =>
        {
            foreach (var body in index.Members.Where(member => names.Meets(member.Names)).SelectMany(static member => member.Bodies))
            {
                if (file.SemanticModel.GetOperation(body, file.CancellationToken) is { } operation)
                    Analyze(operation, facts, file);
            }
        });
    }

    private static void Analyze(IOperation body, ProtocolFacts facts, SemanticModelAnalysisContext context)
    {
        var reads = body.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Where(read => facts.Value(read.Property)?.Batch > 1 && HasRecords(read.Type));
        foreach (var same in reads.GroupBy(static read => read.Property, SymbolEqualityComparer.Default))
        {
            var uses = same.SelectMany(read => BatchUse.Of(read, [body])).ToList();
            if (uses.Any(static use => use.Kind == BatchUseKind.Whole)
                || uses.Where(static use => use.Kind == BatchUseKind.One).OrderBy(static use => use.Expression.Syntax.SpanStart).FirstOrDefault() is not { } one)
                continue;
            var property = (IPropertySymbol)same.Key!;
            context.ReportDiagnostic(Diagnostic.Create(Rule, one.Expression.Syntax.GetLocation(), property.Name, facts.Value(property)!.Batch));
        }
    }

    // Texts and numbers in lists are suggestions and parameters; of records each one counts.
    private static bool HasRecords(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.None, TypeKind: TypeKind.Class }] };
}
