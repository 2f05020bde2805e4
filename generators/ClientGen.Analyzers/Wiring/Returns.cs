using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Wiring;

/// <summary>What helpers and lambdas return.</summary>
internal static class Returns
{
    /// <summary>The values that a method of this project may return; none for others, and for what a subclass may replace.</summary>
    public static IEnumerable<IOperation> Of(IMethodSymbol method, Compilation compilation)
    {
        if (method.IsAbstract || method.IsVirtual || method.DeclaringSyntaxReferences is not [var reference])
            return [];
        var (arrow, body) = reference.GetSyntax() switch
        {
            MethodDeclarationSyntax declaration => (declaration.ExpressionBody, declaration.Body),
            LocalFunctionStatementSyntax function => (function.ExpressionBody, function.Body),
            _ => (null, null),
        };
        var values = arrow is not null ? [arrow.Expression] : body is not null ? Returned(body) : [];
        return values.Select(value => SourceModels.Operation(value, compilation)).OfType<IOperation>();
    }

    /// <summary>The values that a lambda may return.</summary>
    public static IEnumerable<IOperation> OfDelegate(IOperation maker) => Lambda(maker) is { Body: var body }
        ? body.Descendants().OfType<IReturnOperation>().Where(found => Owner(found) == body).Select(static found => found.ReturnedValue).OfType<IOperation>()
        : [];

    /// <summary>The lambda behind a delegate; null when it is none.</summary>
    public static IAnonymousFunctionOperation? Lambda(IOperation? maker) => maker switch
    {
        IConversionOperation conversion => Lambda(conversion.Operand),
        IDelegateCreationOperation creation => Lambda(creation.Target),
        IAnonymousFunctionOperation lambda => lambda,
        _ => null,
    };

    /// <summary>The method behind a delegate; null when it is no method by its name.</summary>
    public static IMethodSymbol? Method(IOperation? maker) => maker switch
    {
        IConversionOperation conversion => Method(conversion.Operand),
        IDelegateCreationOperation creation => Method(creation.Target),
        IMethodReferenceOperation method => method.Method,
        _ => null,
    };

    private static IEnumerable<ExpressionSyntax> Returned(BlockSyntax body) => body
        .DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
        .OfType<ReturnStatementSyntax>().Select(static statement => statement.Expression).OfType<ExpressionSyntax>();

    private static IOperation? Owner(IOperation operation)
    {
        var at = operation.Parent;
        while (at is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            at = at.Parent;
        return (at as IAnonymousFunctionOperation)?.Body;
    }
}
