using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Lifecycle;

/// <summary>CG5102: a value that only an event can tell is made up.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SessionIdComesFromEvent() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG5102", Rules.Lifecycle,
        title: "An id of an event is made up",
        message: "'{0}' is {1}, but the contract takes it from an event ({2}). Pass on what the event says.",
        description: "The service gives out the id with the event that announces a session. With any other id the command reaches no session, or that of somebody else.");

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts) =>
        GivenValue.Register(context, facts, static value => value.FromEvent is not null, Analyze);

    private static void Analyze(SemanticModelAnalysisContext context, GivenValue given)
    {
        foreach (var found in Alternative.Of(given.Value, context.SemanticModel.Compilation))
        {
            if (Invented(found.Source, context.SemanticModel.Compilation) is { } what)
                context.ReportDiagnostic(Diagnostic.Create(Rule, found.Shown.Syntax.GetLocation(), given.Name, what, given.Facts.FromEvent));
        }
    }

    private static string? Invented(IOperation source, Compilation compilation)
    {
        if (ConstantValue.Of(source, compilation) is { HasValue: true, Value: { } value })
            return value is "" ? "empty" : "a constant";
        return IsGuid(source, compilation) ? "made here" : null;
    }

    // Guid.NewGuid(), Guid.Empty and the like, or their text.
    private static bool IsGuid(IOperation source, Compilation compilation) => source switch
    {
        IInterpolatedStringOperation { Parts: [IInterpolationOperation hole] } => IsGuid(Origin.Of(hole.Expression, compilation), compilation),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } => IsGuid(Origin.Of(instance, compilation), compilation),
        IInvocationOperation { Instance: null, TargetMethod: { Name: "NewGuid" or "CreateVersion7" } method } => IsGuid(method.ContainingType),
        IFieldReferenceOperation { Field: { Name: "Empty", IsStatic: true } field } => IsGuid(field.ContainingType),
        IPropertyReferenceOperation { Property: { Name: "Empty" or "AllBitsSet", IsStatic: true } property } => IsGuid(property.ContainingType),
        IObjectCreationOperation { Arguments.Length: 0, Type: { } type } => IsGuid(type),
        IDefaultValueOperation { Type: { } type } => IsGuid(type),
        _ => false,
    };

    private static bool IsGuid(ITypeSymbol? type) => type is { Name: "Guid", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
