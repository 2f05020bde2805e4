using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Values;

/// <summary>Where a name is written. By the text alone: another variable of the same name only makes the answer more careful.</summary>
internal static class Writes
{
    /// <summary>The writes of a name: assignments, counting, <c>ref</c> and <c>out</c>, deconstruction.</summary>
    public static IReadOnlyList<SyntaxNode> Of(string name, SyntaxNode scope) =>
        [.. scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(node => node.Identifier.ValueText == name).Select(Write).OfType<SyntaxNode>()];

    /// <summary>The writes of a member: those of its name, and those of objects that have it.</summary>
    public static IReadOnlyList<SyntaxNode> OfMember(string name, SyntaxNode scope) =>
        [.. scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(node => node.Identifier.ValueText == name).Select(WriteOfMember).OfType<SyntaxNode>()];

    private static SyntaxNode? WriteOfMember(IdentifierNameSyntax name) => Write(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name);

    private static SyntaxNode? Write(IdentifierNameSyntax name) =>
        Write(name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } self && self.Name == name ? self : (SyntaxNode)name);

    private static SyntaxNode? Write(SyntaxNode target)
    {
        while (target.Parent is ParenthesizedExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax } or TupleExpressionSyntax)
            target = target.Parent;
        return target.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == target && assignment.Parent is not InitializerExpressionSyntax => assignment,
            PrefixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression) => unary,
            PostfixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.PostIncrementExpression) || unary.IsKind(SyntaxKind.PostDecrementExpression) => unary,
            ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => argument,
            ForEachVariableStatementSyntax each when each.Variable == target => each,
            RefExpressionSyntax reference => reference,
            _ => null,
        };
    }
}
