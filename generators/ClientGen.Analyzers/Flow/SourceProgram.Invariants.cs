using System.Collections.Concurrent;
using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class SourceProgram
{
    [ThreadStatic]
    private static HashSet<ISymbol>? underway;

    private readonly ConcurrentDictionary<ISymbol, Invariant?> _invariants = new(SymbolEqualityComparer.Default);

    /// <summary>What follows from a private member being true, or not null; null when nothing does or others may write it.</summary>
    public Invariant? InvariantOf(ISymbol member)
    {
        if (EvidenceNames.Count == 0 || !IsPrivatelyWritten(member))
            return null;
        if (_invariants.TryGetValue(member, out var known))
            return known;
        underway ??= new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        if (!underway.Add(member))
            return null;
        try
        {
            var writers = WritersOf(member).SelectMany(writer => EntriesOf(writer, RuleOptions.Usual.MaxCallDepth)).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToList();
            var invariant = writers.Count == 0 ? null : Explorer.InvariantOf(this, member, writers, _cancellationToken);
            return _invariants.GetOrAdd(member, invariant);
        }
        finally
        {
            underway.Remove(member);
        }
    }

    private static bool IsPrivatelyWritten(ISymbol member) => member switch
    {
        IFieldSymbol { DeclaredAccessibility: Accessibility.Private, IsConst: false, DeclaringSyntaxReferences.Length: > 0 } => true,
        IPropertySymbol { DeclaringSyntaxReferences.Length: > 0 } property => IsAuto(property) && property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private },
        _ => false,
    };

    private IEnumerable<IMethodSymbol> WritersOf(ISymbol member)
    {
        foreach (var type in member.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(_cancellationToken)))
        {
            foreach (var assignment in type.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(assignment => Names(assignment.Left, member.Name)))
            {
                if (TreeIndex.MemberOf(assignment) is { } writer and not BasePropertyDeclarationSyntax && ModelOf(writer.SyntaxTree)?.GetDeclaredSymbol(writer, _cancellationToken) is IMethodSymbol method)
                    yield return method;
            }
        }
    }

    private static bool Names(ExpressionSyntax target, string name) => target switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText == name,
        TupleExpressionSyntax tuple => tuple.Arguments.Any(argument => Names(argument.Expression, name)),
        _ => false,
    };
}
