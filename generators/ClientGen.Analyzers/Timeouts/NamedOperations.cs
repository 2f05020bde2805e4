using ClientGen.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>Looks at calls, creations and assignments with certain names only, so that files without them are never bound for a rule.</summary>
internal static class NamedOperations
{
    /// <summary>Registers a look at every call, creation and assignment of these names.</summary>
    /// <param name="context">The compilation that starts.</param>
    /// <param name="names">Names of methods, types and members.</param>
    /// <param name="look">Looks at one of them.</param>
    /// <param name="within">Only what has one of these names inside is bound; null for everything.</param>
    public static void Register(
        CompilationStartAnalysisContext context, IReadOnlyCollection<string> names, Action<IOperation, SemanticModelAnalysisContext> look, IReadOnlyCollection<string>? within = null) =>
        RegisterFiles(context, names, (operations, file) =>
        {
            foreach (var operation in operations)
                look(operation, file);
        }, within);

    /// <summary>Registers a look at all of them in a file together, for rules that say one thing about several only once.</summary>
    public static void RegisterFiles(
        CompilationStartAnalysisContext context, IReadOnlyCollection<string> names, Action<IEnumerable<IOperation>, SemanticModelAnalysisContext> look, IReadOnlyCollection<string>? within = null) =>
        context.RegisterSemanticModelAction(file =>
        {
            var tree = file.SemanticModel.SyntaxTree;
            if (!TreeIndex.Of(tree).Names.Overlaps(names) || (within is not null && !TreeIndex.Of(tree).Names.Overlaps(within)))
                return;
            var wanted = new HashSet<string>(names, StringComparer.Ordinal);
            look(
                tree.GetRoot(file.CancellationToken).DescendantNodes().Where(node => NameOf(node) is { } name && wanted.Contains(name) && (within is null || Mentions(node, within)))
                    .Select(node => file.SemanticModel.GetOperation(node, file.CancellationToken)).OfType<IOperation>(),
                file);
        });

    private static bool Mentions(SyntaxNode node, IReadOnlyCollection<string> names) =>
        node.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText));

    private static string? NameOf(SyntaxNode node) => node switch
    {
        // Everybody adds something; what matters is to what.
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd", Expression: var table } } => Last(table),
        InvocationExpressionSyntax call => Last(call.Expression),
        ObjectCreationExpressionSyntax creation => Last(creation.Type),
        ImplicitObjectCreationExpressionSyntax => "new",
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } => Last(element.Expression),
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax, Parent.Parent: AssignmentExpressionSyntax outer } => Last(outer.Left),
        AssignmentExpressionSyntax assignment => Last(assignment.Left),
        _ => null,
    };

    private static string? Last(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        _ => null,
    };
}
