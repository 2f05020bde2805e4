using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace ClientGen.CodeFixes.Events;

/// <summary>Adds arms to switch expressions, in the way that the others are laid out.</summary>
internal static class SwitchArms
{
    /// <summary>The expression with one more arm at its end; with a comma after it when the others have one.</summary>
    public static SwitchExpressionSyntax With(SwitchExpressionSyntax expression, SwitchExpressionArmSyntax added)
    {
        var arms = expression.Arms.GetWithSeparators();
        if (arms.Count == 0)
            return expression.AddArms(added);
        // What stands after the last arm, most often a new line, stands after each.
        var end = arms.Last().GetTrailingTrivia();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(end);
        var arm = added.WithoutTrivia().WithAdditionalAnnotations(Formatter.Annotation);
        arms = expression.Arms.SeparatorCount == expression.Arms.Count
            ? arms.Add(arm).Add(comma)
            : arms.Replace(arms.Last(), arms.Last().WithTrailingTrivia()).Add(comma).Add(arm.WithTrailingTrivia(end));
        return expression.WithArms(SyntaxFactory.SeparatedList<SwitchExpressionArmSyntax>(arms));
    }
}
