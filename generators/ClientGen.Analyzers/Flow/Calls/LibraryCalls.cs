using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    // A list that grows in a loop would make every round different from the last.
    private const int MostItems = 8;

    /// <summary>Calls of the framework whose meaning matters; null for all others.</summary>
    private List<Flow>? LibraryCall(IInvocationOperation invocation, Value receiver, ImmutableArray<Value> arguments, State state, Frame frame)
    {
        var method = invocation.TargetMethod;
        // An extension that is called as one has its receiver among the arguments.
        var subject = invocation.Instance is null && method.IsExtensionMethod && arguments.Length > 0 ? arguments[0] : receiver;
        var operand = invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value;
        if (Events(method, subject, state) is { } split)
            return split;
        if (IsSystem(method.ContainingType))
        {
            switch (method.Name)
            {
                case "ConfigureAwait" or "AsTask" or "WaitAsync" or "Unwrap" or "WithCancellation" or "GetAwaiter" or "GetAsyncEnumerator" or "Preserve" or "AsAsyncEnumerable":
                    return One(state, subject);
                case "GetResult" or "Wait" when IsAwaiter(method.ContainingType):
                    return Await(invocation, subject, state, frame);
                case "FromResult" when method.ContainingType.IsTask():
                    return One(state, arguments[0]);
                case "WhenAll" when arguments is [Composite whole]:
                    return One(state, whole);
                case "Delay" or "Sleep" when method.ContainingType.Name is "Task" or "Thread":
                    var waited = One(Equals(arguments.FirstOrDefault(), new Constant(0L)) ? state : state.With(new PausedKey(), HasFailed(state) ? Value.True : null), Value.Any);
                    return MayBeCancelled(method, arguments, state, frame) ? [.. waited, Cancelled(state)] : waited;
                case "Run" or "StartNew" when arguments.OfType<Closure>().FirstOrDefault() is { } work:
                    return RunBeside(invocation, work, state, frame);
                case "Contains" or "Any" or "All" when subject is Composite set:
                    return Quantified(invocation, set, arguments, state, frame);
                case "Equals" or "ReferenceEquals":
                    return EqualsCall(invocation, receiver, arguments, state, frame);
                case "GetValueOrDefault" when IsNullable(method.ContainingType):
                    return Then(IsNull(invocation.Instance, receiver, state, frame), (known, isNull) =>
                        One(known, Equals(isNull, Value.True) ? arguments.FirstOrDefault() ?? new Constant(DefaultOf(method.ReturnType)) : receiver));
                case "Cancel" or "CancelAsync" when receiver is Cancellation cancellation:
                    return One(state.With(new CancelledKey(cancellation.Kept), Value.True), Value.Any);
                case "ThrowIfCancellationRequested" when receiver is Cancellation cancellation && state.Holds(new CancelledKey(cancellation.Kept)):
                    return [new Flow(state, new Thrown(null, _failures.Cancelled), IsThrow: true)];
                case "ThrowIfCancellationRequested":
                    return One(state, Value.Any);
                case "Increment" or "Decrement" when method.ContainingType.Name == "Interlocked" && invocation.Arguments is [{ Value: var counter }]:
                    return Then(Evaluate(counter, state, frame), (known, before) => Assign(counter, before is Constant { Content: long number } ? Count(number, method.Name == "Increment" ? number + 1 : number - 1) : Value.Of(before.Topics), known, frame));
                case "Read" when method.ContainingType.Name is "Volatile" or "Interlocked":
                    return One(state, arguments.FirstOrDefault() ?? Value.Any);
                case "Write" when method.ContainingType.Name == "Volatile" && invocation.Arguments.Length == 2:
                    return Assign(invocation.Arguments[0].Value, arguments[1], state, frame);
                case "Add" when receiver is Composite { Parts.Length: < MostItems } items && KeyOf(invocation.Instance, frame) is { } place && arguments.Length == 1:
                    return One(state.With(place, items.With(items.Parts.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), arguments[0])), Value.Any);
                case "ToArray" or "ToList" or "ToHashSet" or "AsReadOnly" or "ToImmutableArray" or "ToImmutableHashSet" or "ToFrozenSet" or "AsSpan" or "Create" or "CreateRange" when (subject as Composite ?? arguments.OfType<Composite>().FirstOrDefault()) is { } same:
                    return One(state, same);
            }
        }

        return MoveNext(invocation, receiver, state, frame);
    }

    private static object? DefaultOf(ITypeSymbol type) => type.SpecialType == SpecialType.System_Boolean ? false : 0L;

    private static bool IsAwaiter(ITypeSymbol? type) => type is not null && (type.IsTask() || type.Name.EndsWith("Awaiter", StringComparison.Ordinal));

    /// <summary>What the generator makes beside its enums and hierarchies.</summary>
    private static List<Flow>? Events(IMethodSymbol method, Value subject, State state) => (method.Name, subject) switch
    {
        ("IsTerminal", EventCode code) => SplitEvents(code.Key, code.Facts, code.Facts.Terminal, state),
        ("IsTerminal", Answer { Facts.Events: { } events } answer) => SplitEvents(answer.Key, events, events.Terminal, state),
        ("IsKnown", EventCode code) => SplitEvents(code.Key, code.Facts, code.Facts.Mask(static each => each.Field is not null), state),
        _ => null,
    };

    private static bool IsSystem(INamedTypeSymbol? type)
    {
        for (var scope = type?.ContainingNamespace; scope is { IsGlobalNamespace: false }; scope = scope.ContainingNamespace)
        {
            if (scope is { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
                return true;
        }

        return false;
    }

    /// <summary>Work on another thread begins with what is known now; what it proves counts when it is awaited.</summary>
    private List<Flow> RunBeside(IInvocationOperation invocation, Closure work, State state, Frame frame)
    {
        if (IsAwaitedHere(invocation))
            return CallClosure(work, ImmutableArray<Value>.Empty, state, frame, invocation);
        return One(Beside(state, CallClosure(work, ImmutableArray<Value>.Empty, state, frame, invocation)), Value.Any);
    }

    private List<Flow> EqualsCall(IInvocationOperation invocation, Value receiver, ImmutableArray<Value> arguments, State state, Frame frame)
    {
        if (invocation.Instance is { } instance && arguments.Length > 0)
            return AreEqual(instance, receiver, invocation.Arguments[0].Value, arguments[0], state, frame);
        return arguments.Length > 1
            ? AreEqual(invocation.Arguments[0].Value, arguments[0], invocation.Arguments[1].Value, arguments[1], state, frame)
            : One(state, Value.Any);
    }

    /// <summary>Whether a known set contains a value, or a predicate holds for some or all of its items.</summary>
    private List<Flow> Quantified(IInvocationOperation invocation, Composite set, ImmutableArray<Value> arguments, State state, Frame frame)
    {
        var last = arguments.LastOrDefault();
        var isAll = invocation.TargetMethod.Name == "All";
        if (invocation.TargetMethod.Name == "Contains")
        {
            var (item, value) = (invocation.Arguments.Last().Value, last ?? Value.Any);
            return set.Parts.Aggregate(One(state, Value.False), (flows, part) => Then(flows, (known, found) =>
                Equals(found, Value.True) ? One(known, found) : Then(AreEqual(item, value, null, part.Value, known, frame), (after, isEqual) => isEqual is Constant ? One(after, isEqual) : Truth(invocation, isEqual, after, frame))));
        }

        if (last is not Closure predicate)
            return One(state, arguments.Length <= 1 && !isAll ? Value.Of(!set.Parts.IsEmpty) : Value.Of(set.Topics));
        return set.Parts.Aggregate(One(state, Value.Of(isAll)), (flows, part) => Then(flows, (known, sofar) =>
            Equals(sofar, Value.Of(!isAll)) ? One(known, sofar) : Then(CallClosure(predicate, ImmutableArray.Create(part.Value), known, frame, invocation), (after, holds) => Truth(invocation, holds, after, frame))));
    }
}
