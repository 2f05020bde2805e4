using System.Runtime.CompilerServices;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Wiring;

/// <summary>Where things are called, made and assigned in a whole project, by their names. Made when a rule first asks.</summary>
/// <remarks>One walk over the text; only what has the right name is bound.</remarks>
internal sealed class SourceIndex
{
    private static readonly ConditionalWeakTable<Compilation, SourceIndex> Cache = new();

    private readonly Compilation _compilation;
    private readonly ILookup<string, ExpressionSyntax> _calls;
    private readonly ILookup<string, ExpressionSyntax> _creations;
    private readonly ILookup<string, AssignmentExpressionSyntax> _assignments;

    private SourceIndex(Compilation compilation)
    {
        _compilation = compilation;
        var calls = new List<(string, ExpressionSyntax)>();
        var creations = new List<(string, ExpressionSyntax)>();
        var assignments = new List<(string, AssignmentExpressionSyntax)>();
        foreach (var node in compilation.SyntaxTrees.Where(static tree => !IsGenerated(tree.FilePath)).SelectMany(static tree => tree.GetRoot().DescendantNodes()))
        {
            switch (node)
            {
                case InvocationExpressionSyntax call when NameOf(call.Expression) is { } name:
                    calls.Add((name, call));
                    break;
                case ObjectCreationExpressionSyntax creation when NameOf(creation.Type) is { } name:
                    creations.Add((name, creation));
                    break;
                case ImplicitObjectCreationExpressionSyntax creation:
                    creations.Add((ImplicitType(creation) ?? "", creation));
                    break;
                case AssignmentExpressionSyntax assignment when NameOf(assignment.Left) is { } name:
                    assignments.Add((name, assignment));
                    break;
            }
        }

        _calls = calls.ToLookup(static pair => pair.Item1, static pair => pair.Item2, StringComparer.Ordinal);
        _creations = creations.ToLookup(static pair => pair.Item1, static pair => pair.Item2, StringComparer.Ordinal);
        _assignments = assignments.ToLookup(static pair => pair.Item1, static pair => pair.Item2, StringComparer.Ordinal);
    }

    /// <summary>The index of a compilation.</summary>
    public static SourceIndex Of(Compilation compilation) => Cache.GetValue(compilation, static found => new(found));

    /// <summary>Calls of methods with a name.</summary>
    public IEnumerable<IInvocationOperation> Calls(string name) => _calls[name].Select(Operation).OfType<IInvocationOperation>();

    /// <summary>Calls of a method.</summary>
    public IEnumerable<IInvocationOperation> Calls(IMethodSymbol method) =>
        Calls(method.Name).Where(call => SymbolEqualityComparer.Default.Equals((call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition, method.OriginalDefinition));

    /// <summary>Where objects of a class are made.</summary>
    public IEnumerable<IObjectCreationOperation> Creations(INamedTypeSymbol type) => _creations[type.Name].Concat(_creations[""])
        .Select(Operation).OfType<IObjectCreationOperation>()
        .Where(creation => SymbolEqualityComparer.Default.Equals(creation.Type?.OriginalDefinition, type.OriginalDefinition));

    /// <summary>Assignments to members or variables with a name.</summary>
    public IEnumerable<IAssignmentOperation> Assignments(string name) => _assignments[name].Select(Operation).OfType<IAssignmentOperation>();

    private IOperation? Operation(SyntaxNode node) => SourceModels.Operation(node, _compilation);

    private static bool IsGenerated(string path) => path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        _ => null,
    };

    // What "new(...)" makes is often written nearby; where it is not, it may be anything.
    private static string? ImplicitType(ImplicitObjectCreationExpressionSyntax creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } => NameOf(declaration.Type),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => NameOf(property.Type),
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => NameOf(property.Type),
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => NameOf(method.ReturnType),
        _ => null,
    };
}
