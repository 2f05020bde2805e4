using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>Tokens that end a single poll too early. A limit for a whole loop of polls is legal: it ends the loop, not each poll.</summary>
internal static class TokenTimes
{
    private const int Deepest = 3;

    /// <summary>What the token of a poll, or of a wait for it, does too early.</summary>
    public static IEnumerable<ShortTime> Of(IInvocationOperation call, OperationFacts poll, Compilation compilation) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name == "CancellationToken" && !argument.IsImplicit) is { } token
            ? OfToken(token.Value, call, poll, compilation, 0)
            : [];

    private static IEnumerable<ShortTime> OfToken(IOperation token, IOperation use, OperationFacts poll, Compilation compilation, int depth)
    {
        if (depth > Deepest)
            return [];
        return Origin.Of(token, compilation) switch
        {
            IPropertyReferenceOperation { Property: { Name: "Token", ContainingType.Name: "CancellationTokenSource" }, Instance: { } source } => OfSource(source, use, poll, compilation, depth),
            IParameterReferenceOperation { Parameter: var parameter } at when !Position.Loops(use.Syntax).Any() => OfParameter(parameter, at, poll, compilation, depth),
            // ResilienceContext has the token of an execution.
            IPropertyReferenceOperation { Property.Name: "CancellationToken", Instance: IParameterReferenceOperation { Parameter: var context } at } when !Position.Loops(use.Syntax).Any() => PipelineTimes.OfLambda(context, at, poll, compilation),
            _ => [],
        };
    }

    // A helper that polls once, with the token of its caller. One that calls itself polls on and on.
    private static IEnumerable<ShortTime> OfParameter(IParameterSymbol parameter, IOperation at, OperationFacts poll, Compilation compilation, int depth)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method)
            return PipelineTimes.OfLambda(parameter, at, poll, compilation);
        var calls = Arguments.Of(method, compilation).ToList();
        return calls.Any(call => method.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == call.Call.Syntax.SyntaxTree && reference.Span.Contains(call.Call.Syntax.Span)))
            ? []
            : calls.SelectMany(call => call.Given(parameter) is { } given ? OfToken(given, call.Call, poll, compilation, depth + 1) : [])
                .Concat(PipelineTimes.OfMethod(method, poll, compilation));
    }

    private static IEnumerable<ShortTime> OfSource(IOperation source, IOperation use, OperationFacts poll, Compilation compilation, int depth)
    {
        var symbol = Symbol(source);
        var later = symbol is null ? [] : Cancellations(symbol, use, compilation);
        foreach (var cancel in later.Where(cancel => IsPerPoll(cancel, symbol, use) && !IsReplaced(cancel)))
        {
            foreach (var time in ShortTime.All(cancel.Arguments[0].Value, "CancelAfter", poll, compilation))
                yield return time;
        }

        foreach (var made in Made(source, symbol, use, compilation))
        {
            if (made is IObjectCreationOperation { Arguments: [{ Value: var delay, Parameter.Type.Name: "TimeSpan" or "Int32" }, ..] } && IsPerPoll(made, symbol, use) && !IsReplaced(made))
            {
                foreach (var time in ShortTime.All(delay, "The CancellationTokenSource", poll, compilation))
                    yield return time;
            }
            else if (made is IInvocationOperation { TargetMethod.Name: "CreateLinkedTokenSource" } link)
            {
                foreach (var time in link.Arguments.SelectMany(Items).SelectMany(token => OfToken(token, use, poll, compilation, depth + 1)))
                    yield return time;
            }
        }

        // CancelAfter sets the time anew.
        bool IsReplaced(IOperation earlier) => later.Any(cancel => cancel.Syntax.SpanStart > earlier.Syntax.SpanStart && Position.LeadsTo(cancel.Syntax, use.Syntax));
    }

    // Made in the function that polls, and again for each poll.
    private static bool IsPerPoll(IOperation made, ISymbol? symbol, IOperation use) =>
        Position.InOneFunction(made.Syntax, use.Syntax) && !Position.IsRepeatedFor(use.Syntax, made.Syntax) && !(symbol is ILocalSymbol && IsUsedAgain(made.Syntax, symbol.Name));

    // A loop elsewhere in the function goes on with the same source: the limit is one for all of its polls.
    private static bool IsUsedAgain(SyntaxNode made, string name)
    {
        var function = Position.Function(made)!;
        var tokens = function.DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .Where(local => local.Initializer?.Value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Token", Expression: IdentifierNameSyntax owner } && owner.Identifier.ValueText == name)
            .Select(static local => local.Identifier.ValueText).ToList();
        return function.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(each => (each.Identifier.ValueText == name || tokens.Contains(each.Identifier.ValueText)) && Position.IsRepeatedFor(each, made));
    }

    // A field may hold the source of one poll so that somebody else can cancel it: then it is set where the poll is.
    private static IEnumerable<IOperation> Made(IOperation source, ISymbol? symbol, IOperation use, Compilation compilation)
    {
        var origin = Origin.Of(source, compilation);
        if (symbol is not (IFieldSymbol or IPropertySymbol))
            return [origin];
        return SourceIndex.Of(compilation).Assignments(symbol.Name)
            .Where(assignment => SymbolEqualityComparer.Default.Equals(Symbol(assignment.Target), symbol) && Position.InOneFunction(assignment.Syntax, use.Syntax))
            .Select(assignment => Origin.Of(assignment.Value, compilation));
    }

    private static IReadOnlyList<IInvocationOperation> Cancellations(ISymbol symbol, IOperation use, Compilation compilation) =>
        [.. SourceIndex.Of(compilation).Calls("CancelAfter").Where(call => call is { Instance: { } instance, Arguments.Length: 1 }
            && call.Syntax.SyntaxTree == use.Syntax.SyntaxTree && call.Syntax.SpanStart < use.Syntax.SpanStart && Position.InOneFunction(call.Syntax, use.Syntax)
            && SymbolEqualityComparer.Default.Equals(Symbol(instance), symbol))];

    private static ISymbol? Symbol(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Symbol(conversion.Operand),
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Arguments.Length: 0 } property => property.Property,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static IEnumerable<IOperation> Items(IArgumentOperation argument) =>
        argument.Value is IArrayCreationOperation { Initializer: { } items } ? items.ElementValues.ToArray() : new[] { argument.Value };
}
