using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    /// <summary>A call of code that cannot be seen.</summary>
    private List<Flow> Unseen(IInvocationOperation invocation, Value receiver, ImmutableArray<Value> arguments, State state, Frame frame)
    {
        var method = invocation.TargetMethod;
        if (EndsPath(method))
            return [new Flow(state, new Thrown(null, null), IsThrow: true)];
        if (Asserted(invocation, arguments, state, frame) is { } asserted)
            return asserted;

        var topics = receiver.Topics | SeenBy(invocation.Instance, state);
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < arguments.Length)
                topics |= TopicsOf(arguments[parameter.Ordinal], argument.Value.Type);
        }

        var isOrdinary = IsSystem(method.ContainingType) || IsLogging(method.ContainingType);
        state = Overwritten(invocation, state, topics, frame);
        // People who are asked decide themselves whether to do it again.
        if (method is { ContainingType.Name: "Console", Name: "Read" or "ReadLine" or "ReadKey" })
            state = Interrupted(state);
        if (!isOrdinary)
            state = Judging(invocation, arguments, topics, state);
        var result = topics | (isOrdinary || !HasFailed(state) ? Topics.None : Topics.Failure);
        var flows = One(state, method.ReturnsVoid ? Value.Any : Value.Of(result));
        foreach (var closure in arguments.OfType<Closure>().Where(closure => closure.Graph is not null && !Substitutes.IsLibrary(method)))
        {
            var ran = Then(flows, (known, _) => CallClosure(closure, ClosureArguments(closure, topics), known, frame, invocation));
            // What nobody waits for runs some time, such as the handler of a route; what it proves is proven for itself alone.
            if (!closure.Method.ReturnType.IsTask() || IsAwaitedHere(invocation))
            {
                state = HandedOver(state, ran);
                flows = Runs(method) ? ran : [.. flows.Select(flow => flow with { State = HandedOver(flow.State, ran) }), .. ran];
            }
            else
            {
                ran.ForEach(end => Leave(frame, new Exit(end.State, end.Value, end.IsThrow)));
            }
        }

        if (isOrdinary && MayBeCancelled(method, arguments, state, frame))
            flows.Add(Cancelled(state));
        if (!isOrdinary && !Runs(method) && state.Has(static key => key is ObligationKey))
            flows.Add(new Flow(state.Without(static key => key is EventsKey), new Thrown(null, null), IsThrow: true));
        return Distinct(flows);
    }

    // Whoever is given the work that ends something has it in hand, and when and how often that work is done cannot be seen.
    private static State HandedOver(State state, List<Flow> ran) => state.Without(key => key is ObligationKey && ran.Exists(end => end.State[key] is null));

    // A pipeline runs what it is given, once at least.
    private static bool Runs(IMethodSymbol method) => method.Name is "Execute" or "ExecuteAsync" && Retries.Resilience.IsOfLibrary(method.ContainingType);

    // A cancelled wait matters where somebody handles exceptions and something is open.
    private static bool MayBeCancelled(IMethodSymbol method, ImmutableArray<Value> arguments, State state, Frame frame) =>
        frame.InTry && method.ReturnType.IsTask() && arguments.Any(static argument => argument is Cancellation) && state.Has(static key => key is ObligationKey);

    // Who cancels ends the session whatever happened before.
    private Flow Cancelled(State state) => new(state.With(new PathKey(PathMark.Timeout), null), new Thrown(null, _failures.Cancelled), IsThrow: true);

    private static ImmutableArray<Value> ClosureArguments(Closure closure, Topics topics) => closure.Method.Parameters.Select(_ => Value.Of(topics)).ToImmutableArray();

    /// <summary>What code that cannot be seen may have decided: to throw where evidence is missing, to end an obligation, to renew credentials.</summary>
    private State Judging(IInvocationOperation invocation, ImmutableArray<Value> arguments, Topics topics, State state)
    {
        if ((topics & Topics.Evidence) != 0)
            state = state.Decided(Topics.Evidence);
        if (state.Known.Any(static pair => pair.Key is LastFailureKey && Equals(pair.Value, FailureValue(FailureKind.Stale))))
            state = state.With(new PathKey(PathMark.RenewedOutOfSight), Value.True);
        foreach (var judged in arguments.Select(static argument => argument switch { Answer answer => answer.Key, OutcomeValue outcome => outcome.Key, SuccessCode code => code.Key, _ => null }).OfType<CallKey>())
            state = state.With(new AskedKey(judged), null);
        if (topics != Topics.None && Place(invocation.Instance) is { } place)
            state = state.With(new SeenKey(place), Value.Of(topics | SeenBy(invocation.Instance, state)));
        return arguments.Any(static argument => argument is ClientReference) || invocation.Arguments.Any(static argument => argument.Value is IInstanceReferenceOperation)
            ? state.Without(static key => key is ObligationKey)
            : state;
    }

    private static State Overwritten(IInvocationOperation invocation, State state, Topics topics, Frame frame)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.Out or RefKind.Ref })
                continue;
            var value = argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value;
            if (KeyOf(value, frame) is { } place)
                state = state.With(place, Value.Of(topics));
        }

        return state;
    }

    private static bool EndsPath(IMethodSymbol method) => method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute")
        || method is { Name: "Exit" or "FailFast", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } };

    /// <summary>A condition that the call does not return without; null for other calls.</summary>
    private List<Flow>? Asserted(IInvocationOperation invocation, ImmutableArray<Value> arguments, State state, Frame frame)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is not { } parameter || parameter.Ordinal >= arguments.Length
                || parameter.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "DoesNotReturnIfAttribute") is not { ConstructorArguments: [{ Value: bool ends }] })
                continue;
            return [.. Truth(argument.Value, arguments[parameter.Ordinal], state, frame).Where(flow => !Equals(flow.Value, Value.Of(ends))).Select(static flow => flow with { Value = Value.Any })];
        }

        return null;
    }

    private static bool IsLogging(INamedTypeSymbol? type) =>
        type is { ContainingNamespace: { } scope } && (scope.ToDisplayString() is var name) && (name.StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal) || name.StartsWith("Serilog", StringComparison.Ordinal) || name.StartsWith("NLog", StringComparison.Ordinal) || name.StartsWith("Spectre.Console", StringComparison.Ordinal));

    /// <summary>Handlers of events run later, with at least what was known when they were attached.</summary>
    private List<Flow> Subscribe(IEventAssignmentOperation subscription, State state, Frame frame) => Then(Evaluate(subscription.HandlerValue, state, frame), (known, handler) =>
    {
        if (handler is Closure closure && subscription.Adds)
            CallClosure(closure, ImmutableArray<Value>.Empty, known.Without(static key => key is ObligationKey), frame, subscription);
        return One(known, Value.Any);
    });

    private List<Flow> Conversion(IConversionOperation conversion, State state, Frame frame) => Then(Evaluate(conversion.Operand, state, frame), (known, value) =>
    {
        if (conversion.Type is { } tree && Substitutes.IsExpressionTree(tree))
            return One(known, Value.Any);
        if (conversion.IsTryCast && conversion.Type is { } type)
            return Then(IsType(conversion.Operand, value, type, known, frame), (after, isMatch) => One(after, Equals(isMatch, Value.False) ? Value.Null : value));
        if (value is EventCode code && IsNullable(conversion.Operand.Type) && !IsNullable(conversion.Type) && conversion.Type?.IsValueType == true)
            return NullableValue(conversion, code, known);
        return One(known, value);
    });
}
