using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    /// <summary>Starts a call of the protocol. What it proves, it proves when it is awaited.</summary>
    private List<Flow> Start(Call call, OperationFacts operation, MethodFacts said, State state)
    {
        var key = KeyOf(call, operation);
        _program.Remember(operation);
        if (!IsTransparent(operation, call.Frame))
        {
            state = CheckRequirements(call.Invocation, said, operation, operation.Method, state, call.Frame);
            state = CheckOrder(call.Invocation, operation, key, state, call.Frame);
            state = CheckRepeat(call, operation, state);
        }

        if (!call.Invocation.Type.IsTask())
            return Complete(call, operation, state);
        return One(IsAwaitedHere(call.Invocation) ? state : state.With(new StartedKey(operation.Id), Value.True), new Pending(call));
    }

    private static CallKey KeyOf(Call call, OperationFacts operation) => new(operation.Id, (call.Receiver as ClientReference)?.Kept);

    // A decorator passes the call on; who calls it has to keep the order.
    private bool IsTransparent(OperationFacts operation, Frame frame) => frame.Caller is null
        && MethodFacts.Implemented(frame.Method).Any(member => _facts.Operation(member)?.Id == operation.Id);

    /// <summary>Waits for a task: a call ends in one of its answers, or in one of its failures.</summary>
    private List<Flow> Await(IOperation awaited, Value value, State state, Frame frame)
    {
        switch (value)
        {
            case Pending { Call: var call } when _facts.Operation(call.Invocation.TargetMethod) is { } operation:
                return Complete(call, operation, state, frame.InTry);
            case Pending { Call: var call }:
                return Resume(call, state, frame);
            case Composite whole when whole.Parts.Any(static part => part.Value is Pending):
                return whole.Parts.Aggregate(One(state, Composite.Empty), (flows, part) => Then(flows, (known, done) =>
                    Then(Await(awaited, part.Value, known, frame), (after, result) => One(after, ((Composite)done).With(part.Name, result)))));
            case Unknown { Made: Topics.None }:
                // Whatever it was, time has passed and others had their turn.
                state = state.Without(static key => key is MachineKey);
                if (!IsPause(awaited))
                    state = Interrupted(state);
                return One(HasFailed(state) && !IsYield(awaited) ? state.With(new PausedKey(), Value.True) : state, value);
            default:
                return One(state, value);
        }
    }

    private static bool IsPause(IOperation awaited) => awaited is IAwaitOperation { Operation: IInvocationOperation { TargetMethod.Name: "Yield" or "Delay" or "WaitForNextTickAsync" or "ConfigureAwait" } };

    private static bool IsYield(IOperation awaited) => awaited is IAwaitOperation { Operation: IInvocationOperation { TargetMethod.Name: "Yield" } };

    /// <summary>Awaits a helper that was started earlier: now its facts count.</summary>
    private List<Flow> Resume(Call call, State state, Frame frame)
    {
        var method = call.Invocation.TargetMethod;
        var said = _facts.Of(method);
        var target = method.MethodKind == MethodKind.LocalFunction ? method : _program.Target(method, call.Invocation.Instance?.Unconverted().Type);
        var graph = target is null ? null : LocalGraph(target, call.Frame) ?? _program.GraphOf(target);
        var flows = target is null || graph is null || !CanFollow(target, frame) ? One(state, Value.Any) : Call(target, graph, call.Arguments, state, frame, call.Invocation);
        return Then(flows, (known, value) => said.IsEmpty ? One(known, value) : Vouched(said, known, value));
    }

    private List<Flow> Complete(Call call, OperationFacts operation, State state, bool? inTry = null)
    {
        var key = KeyOf(call, operation);
        var site = new Site(call.Invocation, call.Frame);
        var before = state.With(new StartedKey(operation.Id), null);
        var flows = new List<Flow>();
        if (operation.Poll is not null && TokenOf(call) is { } token && state.Holds(new CancelledKey(token.Kept)))
            return [new Flow(before, new Thrown(new Failure(FailureKind.Cancelled, key, 0), _failures.TaskCancelled), IsThrow: true)];
        if (operation.IsOutcome)
            flows.Add(new Flow(Asked(before, operation, key, site).With(new AskedKey(key), site).After(call.Invocation.Syntax, operation.Method.Name), new OutcomeValue(key, operation, site)));
        else
            flows.Add(new Flow(Succeeded(before, operation, key, site).After(call.Invocation.Syntax, operation.Method.Name), AnswerOf(operation, key)));
        var isGuarded = inTry ?? call.Frame.InTry;
        if (!isGuarded && operation.Poll is null && !state.Has(static each => each is ObligationKey))
            return flows;
        var isGenerated = _program.IsGenerated(operation.Method);
        foreach (var thrown in _failures.Of(operation, key, isGuarded, _program.RenewalIsOff || !isGenerated, isGenerated || _program.Mentions("ApiException")))
        {
            var failed = Failed(before.With(new SiteKey(key), operation.Poll is null ? before[new SiteKey(key)] : site), operation, key, thrown.Failure!);
            failed = Doubtful(failed, operation, thrown.Failure!, site);
            if (thrown.Failure!.Kind == FailureKind.Cancelled && TokenOf(call) is { } cancelled)
                failed = failed.With(new CancelledKey(cancelled.Kept), Value.True);
            flows.Add(new Flow(failed.After(call.Invocation.Syntax, $"{operation.Method.Name} fails"), thrown, IsThrow: true));
        }

        return flows;
    }

    private static Cancellation? TokenOf(Call call) => call.Arguments.OfType<Cancellation>().FirstOrDefault();

    private Value AnswerOf(OperationFacts operation, CallKey key) =>
        operation.AnswerType is { } type ? new Answer(key, _facts.Answer(type)) : new Something(Topics.None);

    /// <summary>What holds after an answer of any kind.</summary>
    private State Asked(State state, OperationFacts operation, CallKey key, Site? site)
    {
        state = state.With(new SuccessKey(key), null).With(new CasesKey(key), null).With(new ContentKey(key), null).With(new AskedKey(key), null).With(new SiteKey(key), operation.Poll is null ? null : site).Undecided(Topics.Success);
        if (operation.AnswerType is not { } type)
            return state;
        var answer = _facts.Answer(type);
        foreach (var evidence in answer.Evidence)
        {
            state = state.With(new EvidenceKey(evidence.Name), null).Undecided(Topics.Evidence);
            state = evidence.Flags.Aggregate(state, (known, flag) => known.With(new FlagKey(evidence.Name, flag.Property.Name), null));
        }

        // A new answer says nothing about values that were made from the last one.
        if (answer.Events is { } events)
            state = Outdated(state, key).With(new EventsKey(key), MaskValue(events.All)).Undecided(Topics.Event);
        return state;
    }

    private static State Outdated(State state, CallKey key)
    {
        foreach (var pair in state.Known.Where(pair => pair.Value is Answer answer && answer.Key == key || pair.Value is EventCode code && code.Key == key).ToList())
            state = state.With(pair.Key, new Something(Topics.Event));
        return state;
    }

    /// <summary>What holds after a success.</summary>
    private State Succeeded(State state, OperationFacts operation, CallKey key, Site? site = null)
    {
        if (site is not null)
        {
            // Until somebody looks, an answer may be one more failure in a row.
            var failures = operation.Success.Count > 0 ? state[new FailuresKey(key)] : null;
            state = Asked(state, operation, key, site).With(new UnjudgedKey(key), failures).With(new AskedKey(key), operation.Success.Count > 0 ? site : null);
        }

        var made = site ?? state[new AskedKey(key)] ?? Value.True;
        if (_program.IsGenerated(operation.Method) && !operation.IsOutcome)
            state = state.With(new SuccessKey(key), Value.True);
        if (site is null || state.Holds(new SuccessKey(key)))
            state = state.With(new UnjudgedKey(key), null).With(new AskedKey(key), null);
        state = state.With(new DoneKey(operation.Id), Value.True).With(new FailuresKey(key), null).With(new LastFailureKey(key), null)
            .With(new PausedKey(), null).With(new PathKey(PathMark.Timeout), null).With(new PathKey(PathMark.RenewedBefore), operation.Poll is null ? state[new PathKey(PathMark.RenewedBefore)] : null);
        if (operation.Poll is not null)
            state = state.Undecided(Topics.Failure);
        state = Certain(state, operation);
        foreach (var name in operation.Starts)
        {
            // A new session: what the last one said is over.
            state = state.Without(static each => each is EventsKey or SiteKey or FailuresKey or UnjudgedKey or LastFailureKey or PathKey or EndedKey or PreparedKey);
            state = state.With(new ObligationKey(name, key.Client), made);
        }

        return Moved(state, operation);
    }

    private static State Moved(State state, OperationFacts operation) =>
        operation.Moves.Aggregate(state, static (known, move) => known.With(new MachineKey(move.Machine), move.To is null ? null : new Constant(move.To)));

    private State Failed(State state, OperationFacts operation, CallKey key, FailureKind kind) => Failed(state, operation, key, new Failure(kind, key, 0));

    /// <summary>What holds after a failure.</summary>
    private static State Failed(State state, OperationFacts operation, CallKey key, Failure failure)
    {
        foreach (var name in operation.Starts)
            state = state.With(new ObligationKey(name, key.Client), null).With(new DoneKey(operation.Id), null);
        if (operation.Poll is null)
            return state;
        var failures = Math.Max(state.Number(new FailuresKey(key)), state.Number(new UnjudgedKey(key)));
        state = state.With(new UnjudgedKey(key), null).With(new LastFailureKey(key), FailureValue(failure)).With(new PausedKey(), null).With(new EventsKey(key), null);
        if (failure.Kind == FailureKind.Stale)
        {
            // Whoever has renewed and is refused again may well give up.
            if (state.Has(static each => each is RenewedKey or PathKey { Mark: PathMark.RenewedOutOfSight }))
                state = state.With(new PathKey(PathMark.RenewedBefore), Value.True);
            return state.Without(static each => each is RenewedKey or PathKey { Mark: PathMark.RenewedOutOfSight });
        }

        if (failure.Kind == FailureKind.Cancelled)
            return state;
        // Where others decide how often, counting on is of no use.
        var most = (state.Policy & Topics.Failure) != 0 ? Math.Max(failures, 2) : MostCounted;
        return state.With(new FailuresKey(key), new Constant(Math.Min(failures + 1, most)));
    }

    private static Value FailureValue(Failure failure) => FailureValue(failure.Kind, failure.Status);

    private static Value FailureValue(FailureKind kind, int status = 0) => new Constant(kind == FailureKind.Stale ? Math.Max(status, 100L) : (long)kind);

    /// <summary>Opens a stream. It polls, waits and retries by itself.</summary>
    private List<Flow> Open(IInvocationOperation invocation, Value receiver, StreamFacts stream, MethodFacts said, State state, Frame frame)
    {
        state = CheckRequirements(invocation, said, null, invocation.TargetMethod, state, frame);
        var key = new CallKey(stream.Polls ?? invocation.TargetMethod.Name, (receiver as ClientReference)?.Kept);
        return One(state.With(new EventsKey(key), null), new Stream(key, stream, _facts.Answer(stream.EventType).Events));
    }

    /// <summary>The next event of a stream: one of all, or the end after one that nothing follows.</summary>
    private List<Flow>? MoveNext(IInvocationOperation invocation, Value receiver, State state, Frame frame)
    {
        if (receiver is not Stream stream || invocation.TargetMethod.Name != "MoveNextAsync")
            return null;
        var key = new EventsKey(stream.Key);
        var events = stream.Events;
        var last = Mask(state, key, 0);
        var flows = new List<Flow>();
        if (events is null || last == 0 || (last & ~events.Terminal) != 0)
        {
            var next = events is null ? state : Outdated(state, stream.Key).With(key, MaskValue(events.All)).Undecided(Topics.Event);
            flows.Add(new Flow(next.Without(static each => each is MachineKey), Value.True));
        }

        if (events is null || stream.Facts.Polls is null || (last & events.Terminal) != 0)
            flows.Add(new Flow(events is null || last == 0 ? state : state.With(key, MaskValue(last & events.Terminal)), Value.False));
        if (frame.InTry || state.Has(static each => each is ObligationKey))
            flows.Add(new Flow(state, new Thrown(null, _failures.GaveUp), IsThrow: true));
        if (frame.InTry)
            flows.Add(Cancelled(state));
        return flows;
    }
}
