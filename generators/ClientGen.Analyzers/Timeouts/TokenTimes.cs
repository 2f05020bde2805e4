using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
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
            ? OfToken(token.Value, call, new(poll, compilation, null, 0))
            : [];

    private static IEnumerable<ShortTime> OfToken(IOperation token, IOperation use, Search search)
    {
        if (search.Depth > Deepest)
            return [];
        return Origin.Of(token, search.Compilation) switch
        {
            IPropertyReferenceOperation { Property: { Name: "Token", ContainingType.Name: "CancellationTokenSource" }, Instance: { } source } => OfSource(source, use, search),
            IParameterReferenceOperation { Parameter: var parameter } at when !Position.Loops(use.Syntax).Any() => OfParameter(parameter, at, search),
            // ResilienceContext has the token of an execution.
            IPropertyReferenceOperation { Property.Name: "CancellationToken", Instance: IParameterReferenceOperation { Parameter: var context } at } when !Position.Loops(use.Syntax).Any() => PipelineTimes.OfLambda(context, at, search.Poll, search.Compilation),
            _ => [],
        };
    }

    // A helper that polls once, with the token of its caller. One that calls itself polls on and on.
    private static IEnumerable<ShortTime> OfParameter(IParameterSymbol parameter, IOperation at, Search search)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method)
            return PipelineTimes.OfLambda(parameter, at, search.Poll, search.Compilation).Concat(OfRunner(parameter, at, search));
        var calls = Arguments.Of(method, search.Compilation).Where(search.Matters).ToList();
        return calls.Any(call => method.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == call.Call.Syntax.SyntaxTree && reference.Span.Contains(call.Call.Syntax.Span)))
            ? []
            : calls.SelectMany(call => call.Given(parameter) is { } given ? OfToken(given, call.Call, search.Deeper with { Only = null }) : [])
                .Concat(PipelineTimes.OfMethod(method, search.Poll, search.Compilation));
    }

    // A helper that runs a lambda with a token of its own: WithinAsync(t => client.NextAsync(t), limit).
    private static IEnumerable<ShortTime> OfRunner(IParameterSymbol parameter, IOperation at, Search search)
    {
        if (Registration.LambdaCall(parameter, at) is not { TargetMethod.OriginalDefinition: { IsVirtual: false, IsAbstract: false, DeclaringSyntaxReferences: [var reference] } } call
            || call.Arguments.FirstOrDefault(argument => argument.Value.Syntax.Span.Contains(at.Syntax.Span))?.Parameter is not { } work
            || SourceModels.Operation(reference.GetSyntax(), search.Compilation) is not { } body)
            return [];
        return body.Descendants().OfType<IInvocationOperation>()
            .Where(run => run.TargetMethod.MethodKind == MethodKind.DelegateInvoke && run.Instance is IParameterReferenceOperation { Parameter.Ordinal: var ordinal } && ordinal == work.Ordinal)
            .SelectMany(run => run.Arguments.Where(argument => argument.Parameter?.Ordinal == parameter.Ordinal)
                .SelectMany(argument => OfToken(argument.Value, run, search.Deeper with { Only = call })));
    }

    private static IEnumerable<ShortTime> OfSource(IOperation source, IOperation use, Search search)
    {
        var symbol = Symbol(source);
        var later = symbol is null ? [] : Cancellations(symbol, use, search.Compilation);
        foreach (var cancel in later.Where(cancel => IsPerPoll(cancel, symbol, use) && !IsReplaced(cancel)))
        {
            foreach (var time in ShortTime.All(cancel.Arguments[0].Value, "CancelAfter", search.Poll, search.Compilation, search.Matters))
                yield return time;
        }

        foreach (var made in Made(source, symbol, use, search.Compilation))
        {
            if (made is IObjectCreationOperation { Arguments: [{ Value: var delay, Parameter.Type.Name: "TimeSpan" or "Int32" }, ..] } && IsPerPoll(made, symbol, use) && !IsReplaced(made))
            {
                foreach (var time in ShortTime.All(delay, "The CancellationTokenSource", search.Poll, search.Compilation, search.Matters))
                    yield return time;
            }
            else if (made is IInvocationOperation { TargetMethod.Name: "CreateLinkedTokenSource" } link)
            {
                foreach (var time in link.Arguments.SelectMany(Operations.Items).SelectMany(token => OfToken(token, use, search.Deeper)))
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
        return NamedUses.Of(compilation).Assignments(symbol.Name)
            .Where(assignment => SymbolEqualityComparer.Default.Equals(Symbol(assignment.Target), symbol) && Position.InOneFunction(assignment.Syntax, use.Syntax))
            .Select(assignment => Origin.Of(assignment.Value, compilation));
    }

    private static IReadOnlyList<IInvocationOperation> Cancellations(ISymbol symbol, IOperation use, Compilation compilation) =>
        [.. NamedUses.Of(compilation).Calls("CancelAfter").Where(call => call is { Instance: { } instance, Arguments.Length: 1 }
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

    /// <summary>What is looked for, and how far it has got.</summary>
    /// <param name="Poll">The poll.</param>
    /// <param name="Compilation">Where callers are looked for.</param>
    /// <param name="Only">The only call of a helper that is about the poll; null for all.</param>
    /// <param name="Depth">How many steps there were.</param>
    private sealed record Search(OperationFacts Poll, Compilation Compilation, IOperation? Only, int Depth)
    {
        public Search Deeper => new(Poll, Compilation, Only, Depth + 1);

        public bool Matters(Arguments call) => Only is null || (call.Call.Syntax.Span == Only.Syntax.Span && call.Call.Syntax.SyntaxTree == Only.Syntax.SyntaxTree);
    }
}
