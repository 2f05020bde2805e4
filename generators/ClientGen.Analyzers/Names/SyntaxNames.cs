using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Names;

/// <summary>Names as they are written, for rules that look before anything is bound.</summary>
internal static class SyntaxNames
{
    /// <summary>Whether a generator has written a file.</summary>
    public static bool IsGenerated(this SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>The last name of an expression or type: <c>Poll</c> of <c>this.client?.Poll</c>; null where there is none.</summary>
    public static string? LastName(this ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        _ => null,
    };
}
