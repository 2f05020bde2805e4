using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Timeouts;

/// <summary>Mends CG3002: options that give an attempt the poll's time, and the rest in proportion; or a longer time-out in a pipeline of one's own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LongPollKeepsItsPipelineFix)), Shared]
public sealed class LongPollKeepsItsPipelineFix() : ClientCodeFix("CG3002")
{
    private const string Title = "Give the long poll the time that the contract asks for";

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } }
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return [];
        var changed = EnoughTime.Wanted(diagnostic) is { } wanted ? WithTime(root, call, wanted, model) : WithOptions(root, call, diagnostic, model);
        return await IfItCompilesAsync(document, Title, changed, cancellationToken).ConfigureAwait(false);
    }

    // The only time-out of the pipeline or policy that the call is given.
    private static SyntaxNode? WithTime(SyntaxNode root, InvocationExpressionSyntax call, EnoughTime wanted, SemanticModel model)
    {
        var limits = call.ArgumentList.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static each => each.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddTimeout" or "Timeout" or "TimeoutAsync" }).ToList();
        if (limits is not [{ ArgumentList.Arguments: [{ Expression: var given }, ..] }])
            return null;
        var value = given is BaseObjectCreationExpressionSyntax { Initializer: { } set }
            ? set.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(static each => each.Left is IdentifierNameSyntax { Identifier.ValueText: "Timeout" })?.Right
            : given;
        return value is not null && wanted.InPlaceOf(value, model) is { } enough ? root.ReplaceNode(value, enough) : null;
    }

    private static SyntaxNode? WithOptions(SyntaxNode root, InvocationExpressionSyntax call, Diagnostic diagnostic, SemanticModel model)
    {
        var type = Code.Name(model, call.SpanStart, "System.TimeSpan");
        var settings = diagnostic.Properties.Where(static each => each.Value is not null).OrderBy(static each => each.Key, StringComparer.Ordinal)
            .Select(each => (Path: each.Key, Value: new EnoughTime(double.Parse(each.Value!, CultureInfo.InvariantCulture), 1).Span(type))).ToList();
        var lambda = new OptionsLambda(call, settings);
        // The lambda of a hedging handler is about routes; its options come behind it.
        var isHedging = ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText == "AddStandardHedgingHandler";
        var configure = call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Configure", Parent: InvocationExpressionSyntax behind } ? behind : null;
        // What is kept in a variable may be configured later.
        if (settings.Count == 0 || (configure ?? call).Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or ReturnStatementSyntax or MemberAccessExpressionSyntax))
            return null;
        return (configure?.ArgumentList.Arguments ?? (isHedging ? default : call.ArgumentList.Arguments)) switch
        {
            [{ Expression: LambdaExpressionSyntax given }] => lambda.Extended(given) is { } extended ? root.ReplaceNode(given, extended) : null,
            [] when configure is null && isHedging => root.ReplaceNode(call, lambda.Behind()),
            [] when configure is null => root.ReplaceNode(call, lambda.Inside()),
            _ => null,
        };
    }
}
