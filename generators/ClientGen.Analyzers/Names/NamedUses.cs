using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Names;

/// <summary>Where things are called, made and assigned in a whole project, by their names.</summary>
/// <remarks>Only files that mention a name are walked for it, and only what has the right name is bound.</remarks>
internal sealed class NamedUses
{
    private static readonly ConditionalWeakTable<Compilation, NamedUses> Cache = new();

    private readonly Compilation _compilation;
    private readonly List<SyntaxTree> _trees;
    private readonly ConcurrentDictionary<string, IReadOnlyList<IInvocationOperation>> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<IObjectCreationOperation>> _creations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<IAssignmentOperation>> _assignments = new(StringComparer.Ordinal);

    private NamedUses(Compilation compilation)
    {
        _compilation = compilation;
        _trees = [.. compilation.SyntaxTrees.Where(static tree => !tree.IsGenerated())];
    }

    /// <summary>The index of a compilation.</summary>
    public static NamedUses Of(Compilation compilation) => Cache.GetValue(compilation, static found => new(found));

    /// <summary>Whether a name stands anywhere in the project.</summary>
    public bool Mentions(string name) => _trees.Exists(tree => TreeIndex.Of(tree).Has(name));

    /// <summary>Calls of methods with a name.</summary>
    public IEnumerable<IInvocationOperation> Calls(string name) =>
        _calls.GetOrAdd(name, wanted => [.. Nodes<InvocationExpressionSyntax>(wanted).Where(call => NameOf(call.Expression) == wanted).Select(Operation).OfType<IInvocationOperation>()]);

    /// <summary>Calls of a method.</summary>
    public IEnumerable<IInvocationOperation> Calls(IMethodSymbol method) =>
        Calls(method.Name).Where(call => SymbolEqualityComparer.Default.Equals((call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition, method.OriginalDefinition));

    /// <summary>Where objects of a class are made.</summary>
    public IEnumerable<IObjectCreationOperation> Creations(INamedTypeSymbol type) =>
        _creations.GetOrAdd(type.Name, wanted => [.. Nodes<BaseObjectCreationExpressionSyntax>(wanted).Where(creation => MayMake(creation, wanted)).Select(Operation).OfType<IObjectCreationOperation>()])
            .Where(creation => SymbolEqualityComparer.Default.Equals(creation.Type?.OriginalDefinition, type.OriginalDefinition));

    /// <summary>Assignments to members or variables with a name.</summary>
    public IEnumerable<IAssignmentOperation> Assignments(string name) =>
        _assignments.GetOrAdd(name, wanted => [.. Nodes<AssignmentExpressionSyntax>(wanted).Where(assignment => NameOf(assignment.Left) == wanted).Select(Operation).OfType<IAssignmentOperation>()]);

    /// <summary>Generic names with a type of a name among their arguments.</summary>
    public IEnumerable<GenericNameSyntax> Generics(string argument) =>
        Nodes<GenericNameSyntax>(argument).Where(generic => generic.TypeArgumentList.Arguments.Any(type => NameOf(type) == argument));

    private IEnumerable<T> Nodes<T>(string name)
        where T : SyntaxNode => _trees.Where(tree => TreeIndex.Of(tree).Has(name)).SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<T>());

    private IOperation? Operation(SyntaxNode node) => SourceModels.Operation(node, _compilation);

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        _ => expression.LastName(),
    };

    // What "new(…)" makes is often written nearby; where it is not, it may be anything.
    private static bool MayMake(BaseObjectCreationExpressionSyntax creation, string name) => creation switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => NameOf(type) == name,
        ImplicitObjectCreationExpressionSyntax @implicit => (ImplicitType(@implicit) ?? name) == name,
        _ => false,
    };

    private static string? ImplicitType(ImplicitObjectCreationExpressionSyntax creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } => NameOf(declaration.Type),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => NameOf(property.Type),
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => NameOf(property.Type),
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => NameOf(method.ReturnType),
        _ => null,
    };
}
