using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    /// <summary>Whether an operation that may do its work twice is sent again on this path.</summary>
    private State CheckRepeat(Call call, OperationFacts operation, State state)
    {
        if (operation.IsHarmlessAgain)
            return IsLookingAfter(operation, state) ? state.Without(static key => key is RepeatKey) : state;
        switch (state[new RepeatKey(operation.Id)])
        {
            // A loop that goes on after a success too does new work each time.
            case Constant { Content: true }:
                _findings.Repeat(call.Invocation, operation, call.Frame).FollowsSuccess = true;
                break;
            case Site failed when (state.Policy & Topics.Failure) == 0 && IsSame((IInvocationOperation)failed.Operation, call.Invocation):
                _findings.Repeat(call.Invocation, operation, call.Frame).Again ??= state;
                break;
        }

        return state;
    }

    // What leads up to a call, or renews credentials, does not tell whether the call has had its effect; all else may.
    private bool IsLookingAfter(OperationFacts operation, State state) => state.Keys.OfType<RepeatKey>().Any(key =>
        _program.OperationOf(new CallKey(key.Operation, null)) is { } repeated
        && _facts.Of(repeated.Method) is var said
        && !said.RequiresOperation.Contains(operation.Id) && !said.RequiresEvidence.Contains(operation.Id)
        && repeated.Renewal?.Operations.Contains(operation.Id) != true);

    /// <summary>Remembers a failure after which nobody knows what the server has done.</summary>
    private static State Doubtful(State state, OperationFacts operation, Failure failure, Site site)
    {
        // An answer of the service's own, as a result code is, or one about credentials, says that nothing was done.
        return Doubtful(state, operation, failure is { Kind: FailureKind.Timeout } or { Kind: FailureKind.Ordinary, Status: 0 or >= 500 }, site);
    }

    private static State Doubtful(State state, OperationFacts operation, bool isDoubtful, Site site) =>
        operation.IsHarmlessAgain ? state : state.With(new RepeatKey(operation.Id), isDoubtful ? site : null);

    // Cases are named after their statuses; those of the caller's own faults were refused before anything was done.
    private static bool IsDoubtful(INamedTypeSymbol @case) => @case.Name is not ("BadRequest" or "Unauthorized" or "PaymentRequired" or "Forbidden" or "NotFound"
        or "MethodNotAllowed" or "NotAcceptable" or "Conflict" or "Gone" or "UnprocessableContent" or "UnprocessableEntity" or "TooManyRequests");

    private static State Certain(State state, OperationFacts operation) =>
        operation.IsHarmlessAgain ? state : state.With(new RepeatKey(operation.Id), Value.True);

    /// <summary>Time that passes for other reasons than a pause: somebody may have looked after the call, or asked for another one.</summary>
    private static State Interrupted(State state) => state.Without(static key => key is RepeatKey);

    // Another request is another piece of work, as is each item of a list that is tried until one succeeds.
    private static bool IsSame(IInvocationOperation failed, IInvocationOperation again) => ReferenceEquals(failed.Syntax, again.Syntax)
        ? !again.Arguments.Any(argument => IsItem(argument.Value, again))
        : failed.Arguments.Zip(again.Arguments, static (one, other) => SyntaxFactory.AreEquivalent(one.Syntax, other.Syntax)).All(static isEqual => isEqual);

    private static bool IsItem(IOperation value, IInvocationOperation call)
    {
        var items = call.Syntax.Ancestors().OfType<CommonForEachStatementSyntax>().Select(static each => each switch
        {
            ForEachStatementSyntax one => one.Identifier.ValueText,
            _ => null,
        }).OfType<string>().ToList();
        return items.Count > 0 && NamesOf(value.Syntax, call.Syntax).Overlaps(items);
    }

    // What the text of a value names, and what the locals in it are made of.
    private static HashSet<string> NamesOf(SyntaxNode value, SyntaxNode call)
    {
        var names = new HashSet<string>(Identifiers(value), StringComparer.Ordinal);
        foreach (var declarator in call.Ancestors().OfType<BlockSyntax>().SelectMany(static block => block.Statements)
            .OfType<LocalDeclarationStatementSyntax>().SelectMany(static statement => statement.Declaration.Variables)
            .Where(variable => names.Contains(variable.Identifier.ValueText)).ToList())
        {
            if (declarator.Initializer is { } initializer)
                names.UnionWith(Identifiers(initializer.Value));
        }

        return names;
    }

    private static IEnumerable<string> Identifiers(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText);
}
