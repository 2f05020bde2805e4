using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Retries;

/// <summary><c>catch</c> clauses that catch less than before.</summary>
internal static class Clauses
{
    /// <summary>The clause with a condition, after the one that it has; comments behind it stay at the end of the line.</summary>
    public static CatchClauseSyntax When(CatchClauseSyntax clause, string condition)
    {
        if (clause.Filter is { } filter)
        {
            var both = SyntaxFactory.ParseExpression($"({filter.FilterExpression}) && {condition}").WithTriviaFrom(filter.FilterExpression);
            return clause.WithFilter(filter.WithFilterExpression(both));
        }

        var end = clause.Declaration is { } declaration ? declaration.GetTrailingTrivia() : clause.CatchKeyword.TrailingTrivia;
        var when = SyntaxFactory.CatchFilterClause(SyntaxFactory.ParseExpression(condition))
            .WithWhenKeyword(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(end);
        return clause.Declaration is { } type
            ? clause.WithDeclaration(type.WithTrailingTrivia(SyntaxFactory.Space)).WithFilter(when)
            : clause.WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space)).WithFilter(when);
    }
}
