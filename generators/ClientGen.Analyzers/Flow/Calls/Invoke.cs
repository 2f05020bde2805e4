using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    private const int MostRecursion = 6;
    private const int MostDepth = 9;

    private List<Flow> Invoke(IInvocationOperation invocation, State state, Frame frame) => Then(Evaluate(invocation.Instance, state, frame), (known, receiver) =>
        Then(Parts(invocation.Arguments.Select(static argument => argument.Value).ToImmutableArray(), null, known, frame), (after, values) =>
        {
            // Arguments may be written in any order; parameters are what counts.
            var arguments = ByParameter(invocation, (Composite)values);
            var method = invocation.TargetMethod;
            var said = _facts.Of(method);
            if (!said.IsEmpty && Substitutes.IsSetup(invocation))
                return One(after, Value.Any);
            if (said.Operation is { } operation)
                return Start(new Call(invocation, receiver, arguments, frame), operation, said, after);
            if (said.Stream is { } stream)
                return Open(invocation, receiver, stream, said, after, frame);
            return LibraryCall(invocation, receiver, arguments, after, frame)
                ?? Marked(invocation, said, receiver, arguments, after, frame);
        }));

    private static ImmutableArray<Value> ByParameter(IInvocationOperation invocation, Composite values)
    {
        var arguments = new Value[invocation.TargetMethod.Parameters.Length];
        for (var i = 0; i < invocation.Arguments.Length; i++)
        {
            if (invocation.Arguments[i].Parameter is { } parameter && parameter.Ordinal < arguments.Length)
                arguments[parameter.Ordinal] = values.Parts[i].Value;
        }

        return arguments.Select(static value => value ?? Value.Any).ToImmutableArray();
    }

    /// <summary>A call of people's own code, and what its attributes vouch for.</summary>
    private List<Flow> Marked(IInvocationOperation invocation, MethodFacts said, Value receiver, ImmutableArray<Value> arguments, State state, Frame frame)
    {
        if (said.IsEmpty)
            return Plain(invocation, receiver, arguments, state, frame);
        // What its callers owe it, its body may rely on.
        state = said.RequiresEvidence.Aggregate(
            CheckRequirements(invocation, said, null, invocation.TargetMethod, state, frame), static (known, name) => known.With(new EvidenceKey(name), Value.True));
        foreach (var name in said.TakesObligation)
            state = state.Without(key => key is ObligationKey obligation && obligation.Name == name);
        return Then(Plain(invocation, receiver, arguments, state, frame), (known, value) =>
        {
            if (value is Pending pending)
                return One(known, pending);
            return Vouched(said, known, value);
        });
    }

    private static List<Flow> Vouched(MethodFacts said, State state, Value value)
    {
        state = state.Without(key => key is AskedKey asked && (said.EnsuresEvidence.Contains(asked.Call.Operation) || said.EvidenceGuard.Contains(asked.Call.Operation)));
        foreach (var name in said.EnsuresEvidence)
            state = state.With(new EvidenceKey(name), Value.True);
        if (said.EvidenceGuard.Count > 0 && !Equals(value, Value.False))
        {
            var proven = said.EvidenceGuard.Aggregate(state, static (known, name) => known.With(new EvidenceKey(name), Value.True));
            return Equals(value, Value.True) ? One(proven, value) : [new Flow(proven, Value.True), new Flow(state, Value.False)];
        }

        if (said.KeepsPolling && value is not Constant)
        {
            // Its author vouches that it says no to every event that nothing follows.
            var goesOn = state;
            foreach (var key in state.Keys.OfType<EventsKey>().ToList())
                goesOn = goesOn.With(key, null);
            return [new Flow(goesOn, Value.True), new Flow(state.Decided(Topics.Event), Value.False)];
        }

        return One(state, value);
    }

    private List<Flow> Plain(IInvocationOperation invocation, Value receiver, ImmutableArray<Value> arguments, State state, Frame frame)
    {
        var method = invocation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return receiver is Closure closure ? CallClosure(closure, arguments, state, frame, invocation) : Unseen(invocation, receiver, arguments, state, frame);
        if (method.MethodKind == MethodKind.LocalFunction)
            return LocalGraph(method, frame) is { } local && CanFollow(method, frame) ? StartOwn(invocation, method, local, receiver, arguments, state, frame) : Unseen(invocation, receiver, arguments, state.Decided(Everything), frame);
        if (_program.Target(method, invocation.Instance?.Unconverted().Type) is { } target && CanFollow(target, frame) && _program.IsWorthFollowing(target, arguments) && _program.GraphOf(target) is { } graph)
            return StartOwn(invocation, target, graph, receiver, arguments, Unfolded(state, receiver, target.ContainingType), frame);
        var isTooDeep = _program.Target(method, invocation.Instance?.Unconverted().Type) is { } deep && !CanFollow(deep, frame) && _program.HasBody(deep);
        return Unseen(invocation, receiver, arguments, isTooDeep ? state.Decided(Everything) : state, frame);
    }

    // Helpers of helpers of helpers that are not followed any more may have decided anything.
    private const Topics Everything = Topics.Evidence | Topics.Event | Topics.Failure | Topics.State | Topics.Success;

    /// <summary>Inside a carrier, its parts are its members.</summary>
    private static State Unfolded(State state, Value instance, INamedTypeSymbol type) => instance is not Composite whole ? state
        : whole.Parts.Aggregate(state, (known, part) => type.GetMembers(part.Name).FirstOrDefault(static member => member is IPropertySymbol or IFieldSymbol) is { } member ? known.With(member, part.Value) : known);

    private bool CanFollow(IMethodSymbol method, Frame frame)
    {
        var (depth, same) = (0, 0);
        for (var each = frame; each.Caller is not null || SymbolEqualityComparer.Default.Equals(each.Method, method); each = each.Caller!)
        {
            depth++;
            if (SymbolEqualityComparer.Default.Equals(each.Method, method))
                same++;
            if (each.Caller is null)
                break;
        }

        // Recursion is a loop in other words, so it is followed a few times more than other calls.
        return same > 0 ? same < MostRecursion && depth < MostDepth : depth < _options.MaxCallDepth;
    }

    private ControlFlowGraph? LocalGraph(IMethodSymbol method, Frame frame)
    {
        if (method.MethodKind != MethodKind.LocalFunction)
            return null;
        for (var each = frame; each is not null; each = each.Caller)
        {
            for (var graph = each.Graph; graph is not null; graph = graph.Parent)
            {
                if (graph.LocalFunctions.Contains(method))
                    return graph.GetLocalFunctionControlFlowGraph(method);
            }
        }

        return null;
    }

    /// <summary>A helper that returns a task has done its work when the task is awaited, so facts wait until then.</summary>
    private List<Flow> StartOwn(IInvocationOperation invocation, IMethodSymbol target, ControlFlowGraph graph, Value receiver, ImmutableArray<Value> arguments, State state, Frame frame)
    {
        if (!target.ReturnType.IsTask() || IsAwaitedHere(invocation))
            return Call(target, graph, arguments, state, frame, invocation);
        // It runs from now on, beside what follows: what it does wrong is wrong, what it proves is not proven yet.
        state = Beside(state, Call(target, graph, arguments, state, frame, invocation));
        return One(state, new Pending(new Call(invocation, receiver, arguments, frame)));
    }

    /// <summary>What work that nobody waits for leaves behind: calls that may turn out to have come too early.</summary>
    private static State Beside(State state, List<Flow> ends) => ends.SelectMany(static end => end.State.Known).Where(static pair => pair.Key is EarlyKey)
        .Aggregate(state, static (known, pair) => known.With(pair.Key, pair.Value));

    /// <summary>Whether the task of a call is awaited, or handed to the caller, where it is made.</summary>
    private static bool IsAwaitedHere(IOperation call) => call.Parent switch
    {
        IAwaitOperation => true,
        IConversionOperation conversion => IsAwaitedHere(conversion),
        IPropertyReferenceOperation { Property.Name: "Result" } => true,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync" or "Unwrap" or "Wait" or "ConfigureAwaitOptions" } wrapper => wrapper.TargetMethod.Name is "GetAwaiter" or "GetResult" or "Wait" || IsAwaitedHere(wrapper),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true, Name: "ConfigureAwait" or "AsTask" or "Unwrap" } } wrapper } => IsAwaitedHere(wrapper),
        IReturnOperation => true,
        // What a lambda or method returns is the branch value of its last block.
        null => true,
        _ => false,
    };

    private List<Flow> CallClosure(Closure closure, ImmutableArray<Value> arguments, State state, Frame frame, IOperation site) =>
        closure.Graph is { } graph && CanFollow(closure.Method, frame)
            ? Call(closure.Method, graph, arguments, state, frame, site)
            : One(closure.Graph is null ? state : state.Decided(Everything), Value.Any);

    /// <summary>Goes through a body with these arguments.</summary>
    private List<Flow> Call(IMethodSymbol target, ControlFlowGraph graph, ImmutableArray<Value> arguments, State state, Frame frame, IOperation site)
    {
        var outer = frame.Contains(target) ? state.Known.Where(pair => IsOf(pair.Key, target)).ToList() : [];
        var entry = state;
        for (var i = 0; i < target.Parameters.Length; i++)
            entry = entry.With(target.Parameters[i], i < arguments.Length && target.Parameters[i].RefKind != RefKind.Out ? Bound(arguments[i], target.Parameters[i]) : null);
        var flows = new List<Flow>();
        foreach (var exit in Follow(new Frame(target, graph, frame, site) { InTry = frame.InTry }, entry.WithPending(null).WithCaught(null)))
        {
            var after = CopyBack(site, target, exit.State, frame).WithPending(state.Pending).WithCaught(state.Caught);
            after = outer.Aggregate(after, static (known, pair) => known.With(pair.Key, pair.Value));
            // A helper that was followed tells itself whether it waits.
            var value = exit.Value is Unknown { Made: Topics.None } && target is { IsAsync: true, ReturnType: INamedTypeSymbol { TypeArguments.IsEmpty: true } } ? new Something(Topics.None) : exit.Value;
            flows.Add(new Flow(after, value, exit.IsThrow));
        }

        return Distinct(flows);
    }

    // An unknown argument of a client type is known by its parameter; one that nothing is known of is not worth a key.
    private static Value? Bound(Value value, IParameterSymbol parameter) => value is Unknown { Made: Topics.None } ? null : value;

    private static State CopyBack(IOperation site, IMethodSymbol target, State state, Frame frame)
    {
        if (site is not IInvocationOperation invocation)
            return state;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.Out or RefKind.Ref } parameter || parameter.Ordinal >= target.Parameters.Length)
                continue;
            var inner = target.Parameters[parameter.Ordinal];
            var value = argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value;
            if (KeyOf(value, frame) is { } place)
                state = state.With(place, state[inner] ?? Value.Any);
            state = state.With(inner, null);
        }

        return state;
    }

    /// <summary>What is known outside of a body that was left: its locals are gone.</summary>
    private State Outside(State state, Value left, Frame frame)
    {
        var prefix = frame.Depth + " ";
        state = state.Without(key => key switch
        {
            IParameterSymbol { RefKind: not RefKind.None } => false,
            CaptureKey capture => capture.Depth >= frame.Depth,
            DecisionKey decision => frame.Depth > 0 && decision.Text.StartsWith(prefix, StringComparison.Ordinal),
            _ => IsOf(key, frame.Method),
        });
        return EvidenceIn(left).Any() ? state : WithoutOldNews(state);
    }

    /// <summary>What an answer denied is of no use once nobody has the answer any more; paths that differ in nothing else become one.</summary>
    private static State WithoutOldNews(State state)
    {
        if (!state.Has(static key => key is FlagKey))
            return state;
        var alive = state.Known.SelectMany(static pair => EvidenceIn(pair.Value)).ToList();
        return state.Without(key => key is FlagKey flag && !state.Holds(flag) && !alive.Contains(flag.Evidence));
    }

    private static IEnumerable<string> EvidenceIn(Value value) => value switch
    {
        Answer answer => answer.Facts.Evidence.Select(static evidence => evidence.Name),
        OutcomeValue outcome => [outcome.Key.Operation],
        Composite whole => whole.Parts.SelectMany(static part => EvidenceIn(part.Value)),
        _ => [],
    };

    private static bool IsOf(object key, IMethodSymbol method) => key is ILocalSymbol or IParameterSymbol && SymbolEqualityComparer.Default.Equals(((ISymbol)key).ContainingSymbol, method);
}
