using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    /// <summary>What has to be known, or to have happened, before a call.</summary>
    private State CheckRequirements(IInvocationOperation site, MethodFacts said, OperationFacts? operation, IMethodSymbol method, State state, Frame frame)
    {
        foreach (var name in said.RequiresEvidence)
        {
            if (!IsProven(state, name))
                Unproven(site, name, method, state, frame);
            else
                CheckSuccess(site, name, method, state, frame);
        }

        foreach (var id in said.RequiresOperation)
        {
            if (said.RequiresEvidence.Contains(id) || (operation is null or { Ends.Count: 0 } && !CheckSuccess(site, id, method, state, frame)) || state.Holds(new DoneKey(id)))
                continue;
            if (state.Holds(new StartedKey(id)))
                _findings.Report(FlowRules.CG1007, site, frame, state, [method.Name, _program.MethodOf(id)?.Name ?? id]);
            else if (operation is null or { Ends.Count: 0 })
                state = Prepared(id, state).With(new EarlyKey(id, site), new Site(site, frame));
        }

        if (operation is null)
            return state;
        foreach (var early in state.Known.Where(pair => pair.Key is EarlyKey key && key.Requires == operation.Id).ToList())
            ReportEarly((Site)early.Value, method.Name, state);
        return state;
    }

    /// <summary>A call that came before one that it builds on.</summary>
    private void ReportEarly(Site place, string missing, State state)
    {
        var call = (IInvocationOperation)place.Operation;
        var isPoll = _facts.Of(call.TargetMethod) is { Operation.Poll: not null } or { Stream: not null };
        _findings.Report(isPoll ? FlowRules.CG1004 : FlowRules.CG1003, call, place.Frame, state, [call.TargetMethod.Name, missing]);
    }

    /// <summary>Remembers whether all is ready for an operation that should have come by now.</summary>
    private State Prepared(string id, State state) =>
        _program.MethodOf(id) is { } missing && _facts.Of(missing) is { RequiresOperation: { Count: > 0 } ready } && ready.All(each => state.Holds(new DoneKey(each)))
            ? state.With(new PreparedKey(id), Value.True)
            : state;

    /// <summary>Whether no answer was taken as it came: HTTP success is not the contract's success.</summary>
    private bool CheckSuccess(IInvocationOperation site, string id, IMethodSymbol method, State state, Frame frame)
    {
        if ((state.Policy & Topics.Success) != 0 || !state.Has(key => key is AskedKey asked && asked.Call.Operation == id)
            || _program.MethodOf(id) is not { } producer || _program.OperationOf(new CallKey(id, null)) is not { Success: [var success, ..] })
            return true;
        _findings.Report(FlowRules.CG1005Step, site, frame, state, [method.Name, producer.Name, success.Member, success.EnumMember ?? success.Value ?? "null"]);
        return false;
    }

    private bool IsProven(State state, string evidence)
    {
        if (state.Holds(new EvidenceKey(evidence)))
            return true;
        var flags = _program.FlagsOf(evidence);
        return flags.Count == 0 ? state.Holds(new DoneKey(evidence)) : flags.All(flag => state.Holds(new FlagKey(evidence, flag.Property.Name)));
    }

    private void Unproven(IInvocationOperation site, string evidence, IMethodSymbol method, State state, Frame frame)
    {
        var producer = _program.MethodOf(evidence)?.Name ?? evidence;
        if (state.Holds(new StartedKey(evidence)))
        {
            _findings.Report(FlowRules.CG1007, site, frame, state, [method.Name, producer]);
            return;
        }

        if ((state.Policy & Topics.Evidence) != 0)
        {
            _findings.Unknown(site, frame, state, method.Name);
            return;
        }

        var flags = _program.FlagsOf(evidence);
        var missing = flags.Where(flag => !state.Holds(new FlagKey(evidence, flag.Property.Name))).ToList();
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add("Producer", producer)
            .Add("Evidence", evidence)
            .Add("Flags", string.Join(";", flags.Select(static flag => $"{flag.Property.Name}={Shown(flag)}")))
            .Add("Missing", string.Join(";", missing.Select(static flag => flag.Property.Name)));
        var isAsked = state.Holds(new DoneKey(evidence)) || flags.Any(flag => state[new FlagKey(evidence, flag.Property.Name)] is not null);
        var wanted = string.Join(" and ", (isAsked ? missing : flags).Select(static flag => $"'{flag.Property.Name}' {Shown(flag)}"));
        if (wanted.Length == 0)
            wanted = "success";
        _findings.Report(isAsked ? FlowRules.CG1002 : FlowRules.CG1001, site, frame, state, [method.Name, producer, wanted], properties);
    }

    private static string Shown(FlagFact flag) => flag.EnumMember ?? (flag.Value is bool truth ? truth ? "true" : "false" : flag.Value?.ToString() ?? "null");

    /// <summary>What must not be repeated, overtaken or forgotten.</summary>
    private State CheckOrder(IInvocationOperation site, OperationFacts operation, CallKey key, State state, Frame frame)
    {
        CheckState(site, operation, key, state, frame);
        // A renewal that fails was tried all the same.
        if (state.Known.Any(static pair => pair.Key is LastFailureKey && pair.Value is Constant { Content: >= 100L }))
            state = state.With(new RenewedKey(operation.Id), Value.True);
        if (operation.Poll is not null)
            state = CheckPoll(site, operation, key, state, frame);
        else if (operation.Ends.Count == 0)
            CheckEnded(site, operation, state, frame);
        foreach (var name in operation.Ends)
        {
            // Whoever polled again after it has understood; that nothing comes time after time is another matter.
            if (state.Holds(new PathKey(PathMark.Timeout)) && (state.Policy & Topics.Failure) == 0 && state.Known.All(static pair => pair.Key is not FailuresKey || pair.Value is Constant { Content: <= 1L }) && state.Known.Select(static pair => pair.Key is SiteKey ? pair.Value : null).OfType<Site>().FirstOrDefault() is { } poll)
                _findings.Report(FlowRules.CG3009, poll.Operation, poll.Frame, state, [((IInvocationOperation)poll.Operation).TargetMethod.Name, operation.Method.Name]);
            foreach (var open in state.Known.Where(pair => pair.Key is ObligationKey each && each.Name == name && (each.Client is null || key.Client is null || SymbolEqualityComparer.Default.Equals(each.Client, key.Client))).ToList())
                state = state.With(open.Key, null).With(new EndedKey(name), open.Value);
        }

        return state;
    }

    private void CheckState(IInvocationOperation site, OperationFacts operation, CallKey key, State state, Frame frame)
    {
        foreach (var move in operation.Moves)
        {
            var isStart = operation.Starts.Contains(move.Machine);
            if (operation.Ends.Contains(move.Machine) || move.From.Count == 0
                || state[new MachineKey(move.Machine)] is not Constant { Content: string known } || move.From.Contains(known))
                continue;
            if (operation.Moves.Any(other => other.Machine == move.Machine && (other.From.Count == 0 || other.From.Contains(known))))
                continue;
            // A second session is another matter, if it may be another client's or the first may be over.
            if (isStart && (IsOver(state) || (state.Policy & Topics.Event) != 0 || !state.Has(each => each is ObligationKey { Client: not null } open && open.Name == move.Machine && SymbolEqualityComparer.Default.Equals(open.Client, key.Client))))
                continue;
            _findings.Report(FlowRules.CG5101, site, frame, state, [operation.Method.Name, move.Machine, known, string.Join(" or ", move.From)]);
        }
    }

    /// <summary>A call about a session that an event has ended.</summary>
    private void CheckEnded(IInvocationOperation site, OperationFacts operation, State state, Frame frame)
    {
        if ((state.Policy & Topics.Event) != 0 || !_facts.Of(operation.Method).RequiresOperation.Any(id => _program.MethodOf(id) is { } starts && _facts.Operation(starts)?.Starts.Count > 0))
            return;
        foreach (var pair in state.Known.Where(static pair => pair.Key is EventsKey))
        {
            var call = ((EventsKey)pair.Key).Call;
            if (_program.EventsOf(call) is { } events && pair.Value is Constant { Content: ulong mask } && mask != 0 && (mask & ~events.Terminal) == 0)
                _findings.Report(FlowRules.CG1008, site, frame, state, [operation.Method.Name, string.Join(" or ", events.Names(mask))]);
        }
    }

    private State CheckPoll(IInvocationOperation site, OperationFacts operation, CallKey key, State state, Frame frame)
    {
        var poll = _findings.Poll(site, operation, frame);
        var last = (state[new SiteKey(key)] as Site)?.Operation;
        if (last is not null && state[new EventsKey(key)] is Constant { Content: ulong mask } && _program.EventsOf(key) is { } events)
            CheckEvents(site, operation, state, frame, _findings.Poll((IInvocationOperation)last, operation, frame), mask, events);
        if (state[new LastFailureKey(key)] is not Constant { Content: long failure })
            return state;
        if (last is not null)
            _findings.Poll((IInvocationOperation)last, operation, frame).FailureContinues |= failure < 100;
        if (failure >= 100)
            CheckRenewal(operation, (int)failure, state, poll);
        else if ((state.Policy & Topics.Failure) == 0)
            CheckRetry(operation, key, failure, state, poll);
        return state;
    }

    private static void CheckEvents(IInvocationOperation site, OperationFacts operation, State state, Frame frame, PollSite last, ulong mask, EventFacts events)
    {
        // Where others decide, the loop may go on for any event.
        last.Continues |= mask;
        last.PollsAgain = true;
        last.Events = events;
        if ((state.Policy & Topics.Event) != 0 || (mask & events.Terminal) == 0)
            return;
        if ((mask & ~events.Terminal) == 0 && !ReferenceEquals(last.Site, site))
            last.After(site, frame, state, mask);
        else
            last.Missed(site, frame, state, mask & events.Terminal);
    }

    private static void CheckRetry(OperationFacts operation, CallKey key, long failure, State state, PollSite poll)
    {
        if (operation.Retry is null)
            return;
        poll.Attempt(state.Number(new FailuresKey(key)), state);
        if (failure == (long)FailureKind.Ordinary && operation.Retry.AfterMilliseconds > 0 && !state.Holds(new PausedKey()))
            poll.AtOnce ??= state;
    }

    private static void CheckRenewal(OperationFacts operation, int status, State state, PollSite poll)
    {
        if (operation.Renewal is not { } renewal || (state.Policy & Topics.Failure) != 0 || state.Holds(new PathKey(PathMark.RenewedOutOfSight)))
            return;
        var missing = renewal.Operations.Where(id => !state.Holds(new RenewedKey(id))).ToList();
        if (missing.Count == renewal.Operations.Count)
            poll.OldCredentials(status, state);
        else if (missing.Count > 0)
            poll.HalfRenewed(status, missing, state);
    }

    /// <summary>A member of an answer that nobody has asked whether it is a success.</summary>
    private List<Flow> UseAnswer(IPropertyReferenceOperation property, Answer answer, State state)
    {
        var isContent = property.Type is { SpecialType: SpecialType.None, IsValueType: false } or { TypeKind: TypeKind.Enum } && property.Property.Name != "AdditionalProperties";
        if (answer.IsRaw && isContent && !IsText(property.Type) && !state.Holds(new SuccessKey(answer.Key)) && (state.Policy & Topics.Success) == 0 && _program.OperationOf(answer.Key) is { Success: [var success, ..] } operation)
        {
            _findings.Report(FlowRules.CG1005, property, null, state, [property.Property.Name, operation.Method.Name, success.Member, success.EnumMember ?? success.Value ?? "null"],
                ImmutableDictionary<string, string?>.Empty.Add("Member", success.Member).Add("Value", success.EnumMember ?? success.Value?.ToString()));
        }

        // Nothing but its flags can stand for evidence.
        var topics = answer.Topics & ~Topics.Evidence;
        var isOfOneKind = answer.Facts.Events is { Code: null } events && events.Cases.Any(each => SymbolEqualityComparer.Default.Equals(each.Type, property.Property.ContainingType));
        return One(Used(state, answer), isOfOneKind ? new EventContent(topics) : Value.Of(topics));
    }

    private static State Used(State state, Answer answer) => answer.Facts.Events is null ? state : state.With(new ContentKey(answer.Key), Value.True);

    private static bool IsText(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } or INamedTypeSymbol { Name: "Optional", TypeArguments: [{ SpecialType: SpecialType.System_String }] };

    /// <summary>The value of something that may be missing.</summary>
    private List<Flow> NullableValue(IOperation access, Value instance, State state)
    {
        if (instance is not EventCode code)
            return instance is Constant { Content: null } ? [new Flow(state, new Thrown(null, null), IsThrow: true)] : One(state, instance);
        var key = new EventsKey(code.Key);
        var none = code.Facts.Mask(static each => each.IsNone);
        var mask = Mask(state, key, code.Facts.All);
        if ((mask & none) != 0 && (state.Policy & Topics.Event) == 0)
            _findings.Report(FlowRules.CG2007, access, null, state, [code.Facts.Code?.Name ?? "the event"]);
        return One(state.With(key, MaskValue(mask & ~none)), instance);
    }
}
