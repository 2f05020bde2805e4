using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace ClientGen.CodeFixes.Events;

/// <summary>Mends CG2004 by adding an arm for what is missing: one that does nothing yet, or throws where a value is needed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EventSwitchIsCompleteFix)), Shared]
public sealed class EventSwitchIsCompleteFix() : ClientCodeFix("CG2004")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue("missing", out var missing) || missing is null
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return [];
        var choice = node.AncestorsAndSelf().FirstOrDefault(each => each is SwitchStatementSyntax or SwitchExpressionSyntax or IfStatementSyntax);
        if (choice is null || PatternOf(missing.Split(','), node, choice, model) is not { } pattern || Extended(choice, node, pattern, NewLine(root)) is not { } extended)
            return [];
        return [Replace(document, "Add the missing events", _ => Task.FromResult(root.ReplaceNode(choice, extended)))];
    }

    private static string NewLine(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } trivia ? trivia.ToString() : "\n";

    // Types by their names; codes by the name of their enum, as far as the file's usings call for it.
    private static string? PatternOf(IReadOnlyList<string> missing, SyntaxNode subject, SyntaxNode choice, SemanticModel model)
    {
        if (subject is not ExpressionSyntax expression || TypeOf(expression, model) is not { } type)
            return null;
        var names = missing.Select(name => type.TypeKind == TypeKind.Enum
            ? $"{type.ToMinimalDisplayString(model, choice.SpanStart)}.{name}"
            : type.ContainingNamespace.GetTypeMembers(name).FirstOrDefault()?.ToMinimalDisplayString(model, choice.SpanStart) ?? name);
        return string.Join(" or ", names);
    }

    private static INamedTypeSymbol? TypeOf(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        ParenthesizedExpressionSyntax parentheses => TypeOf(parentheses.Expression, model),
        _ => model.GetTypeInfo(expression).Type switch
        {
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [INamedTypeSymbol inner] } => inner,
            INamedTypeSymbol { TypeKind: TypeKind.Enum or TypeKind.Class } type => type,
            _ => null,
        },
    };

    private static SyntaxNode? Extended(SyntaxNode choice, SyntaxNode subject, string pattern, string newLine) => choice switch
    {
        SwitchStatementSyntax statement => statement.AddSections(SectionOf(pattern, newLine)),
        SwitchExpressionSyntax expression => WithArm(expression, pattern),
        IfStatementSyntax first => WithBranch(first, $"{subject.WithoutTrivia()} is {pattern}", newLine),
        _ => null,
    };

    private static SwitchSectionSyntax SectionOf(string pattern, string newLine) =>
        ((SwitchStatementSyntax)SyntaxFactory.ParseStatement($"switch (0){newLine}{{{newLine}case {pattern}:{newLine}break;{newLine}}}")).Sections[0].WithAdditionalAnnotations(Formatter.Annotation);

    // What the value would be nobody can guess, so the program says where somebody has to think.
    private static SwitchExpressionSyntax WithArm(SwitchExpressionSyntax expression, string pattern) => SwitchArms.With(
        expression, ((SwitchExpressionSyntax)SyntaxFactory.ParseExpression($"0 switch {{ {pattern} => throw new System.NotImplementedException() }}")).Arms[0]);

    private static IfStatementSyntax? WithBranch(IfStatementSyntax first, string condition, string newLine)
    {
        if (first.Else is { } otherwise)
        {
            return otherwise.Statement is IfStatementSyntax next && WithBranch(next, condition, newLine) is { } extended
                ? first.WithElse(otherwise.WithStatement(extended))
                : null;
        }

        // Of conditions that follow each other nobody can tell whether they exclude each other.
        if (first.Parent is BlockSyntax block && block.Statements.IndexOf(first) is var at && at + 1 < block.Statements.Count && block.Statements[at + 1] is IfStatementSyntax)
            return null;
        var branch = SyntaxFactory.ElseClause(SyntaxFactory.ParseStatement($"if ({condition}){newLine}{{{newLine}}}{newLine}"));
        return first.WithElse(branch.WithAdditionalAnnotations(Formatter.Annotation));
    }
}
