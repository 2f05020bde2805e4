using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    /// <summary>What the end of a path from the entry point says.</summary>
    private void Leave(Frame frame, Exit exit)
    {
        var state = exit.State;
        // A task that is handed out is awaited by whoever gets it.
        if (exit is { IsThrow: false, Value: Pending { Call: var call } } && _facts.Operation(call.Invocation.TargetMethod) is { } last)
            state = Complete(call, last, state).First(static flow => !flow.IsThrow).State;
        // What is over on this path, nobody goes on with.
        var isHandedOver = !exit.IsThrow && IsHandedOver(exit.Value) && !IsEnded(state);
        LeaveObligations(exit, isHandedOver, state);
        foreach (var pair in state.Known)
        {
            if (pair.Key is EarlyKey early && pair.Value is Site place)
                LeaveEarly(early, place, state);
            if (pair.Key is SiteKey site && pair.Value is Site poll && _program.OperationOf(site.Call) is { Poll: not null } operation)
                LeavePoll(_findings.Poll((IInvocationOperation)poll.Operation, operation, poll.Frame), site.Call, operation, exit.IsThrow, isHandedOver ? state.Decided(Topics.Event) : state);
        }
    }

    /// <summary>A call that came before one that never comes: proven where the path has prepared that one, and nothing in the program calls it.</summary>
    private void LeaveEarly(EarlyKey early, Site place, State state)
    {
        if (_program.MethodOf(early.Requires) is not { } missing || _program.MentionsOperation(early.Requires) || !state.Holds(new PreparedKey(early.Requires)))
            return;
        ReportEarly(place, missing.Name, state);
    }

    private static bool IsEnded(State state) => state.Has(static key => key is EndedKey);

    // Whoever gets an answer, or word that it worked, goes on from there.
    private static bool IsHandedOver(Value value) => value is Constant { Content: true } or Composite or Something or Answer or OutcomeValue || (value.Topics & (Topics.Event | Topics.Success)) != 0;

    private void LeaveObligations(Exit exit, bool isHandedOver, State state)
    {
        // A throw that somebody wrote is a way out like any other.
        var isWritten = exit.Value is Thrown { Failure: null, Type: { } type } && !SymbolEqualityComparer.Default.Equals(type, _failures.GaveUp) && !SymbolEqualityComparer.Default.Equals(type, _failures.Cancelled);
        foreach (var pair in state.Known)
        {
            switch (pair.Key)
            {
                case EndedKey over when !isHandedOver && pair.Value is Site ended:
                    var known = _findings.Open(over.Obligation, ended);
                    if (state.Holds(new PathKey(PathMark.Caught)))
                        known.IsEndedInHandler = true;
                    else if (!exit.IsThrow)
                        known.IsEnded = true;
                    break;
                case ObligationKey obligation when pair.Value is Site site && (state.Policy & Topics.Event) == 0 && !IsOver(state):
                    var opened = _findings.Open(obligation.Name, site);
                    if (isHandedOver || (exit.IsThrow && isWritten))
                        opened.HandedOver ??= state;
                    if (exit.Value is Thrown { Type: not null })
                        opened.PastHandler ??= state;
                    if (exit.IsThrow)
                        opened.OnException ??= state;
                    else if (!isHandedOver)
                        opened.AtEnd ??= state;
                    break;
            }
        }
    }

    /// <summary>Whether an event has ended the session.</summary>
    private bool IsOver(State state) => state.Known.Any(pair => pair.Key is EventsKey key && pair.Value is Constant { Content: ulong mask } && mask != 0
        && _program.EventsOf(key.Call) is { } events && (mask & ~events.Terminal) == 0);

    private void LeavePoll(PollSite poll, CallKey key, OperationFacts operation, bool isThrow, State state)
    {
        if (state[new LastFailureKey(key)] is Constant { Content: long failure })
        {
            if ((state.Policy & Topics.Failure) != 0)
                return;
            if (failure >= 100)
            {
                if (!operation.Renewal!.Operations.Any(id => state.Holds(new RenewedKey(id))) && !state.Holds(new PathKey(PathMark.RenewedOutOfSight)) && !state.Holds(new PathKey(PathMark.RenewedBefore)))
                    poll.Stopped((int)failure, state);
            }
            else if (failure == (long)FailureKind.Ordinary && state.Number(new FailuresKey(key)) == 1)
            {
                poll.FailureStops ??= state;
            }

            return;
        }

        if (isThrow || state[new EventsKey(key)] is not Constant { Content: ulong mask } || _program.EventsOf(key) is not { } events)
            return;
        poll.Events = events;
        // Content that somebody has got is a reason to leave the loop.
        if ((state.Policy & Topics.Event) != 0)
        {
            poll.Continues |= mask;
            return;
        }

        poll.Leaves |= mask & Judged(events, state, state.Holds(new ContentKey(key)));
        if ((mask & ~events.Terminal) == 0)
            return;
        poll.Left ??= state;
        poll.IsOwnSession |= IsEnded(state) || state.Has(static each => each is ObligationKey);
    }

    /// <summary>Events after which leaving the loop is a mistake.</summary>
    private static ulong Judged(EventFacts events, State state, bool isUsed)
    {
        // Whoever has got what an event carries may have got what it waited for.
        var empty = events.Mask(each => each.IsNone || !isUsed || (each.Type is { } type && !HasContent(type)));
        if (state.Has(static key => key is ObligationKey) || IsEnded(state))
            return empty;
        return events.Mask(each => each.IsNone || IsNothing(each, events));
    }

    private static bool HasContent(INamedTypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>().Any(static property =>
        property is { DeclaredAccessibility: Accessibility.Public, IsReadOnly: false, Name: not "AdditionalProperties" } && !property.IsOverride && EventFacts.EnumOf(property.Type) is null);

    // The case without a code, next to others that have one, stands for an answer without an event.
    private static bool IsNothing(EventCase each, EventFacts events) => events.Enum is { } codes && each.Type is { } type && !HasContent(type)
        && !type.GetMembers().OfType<IPropertySymbol>().Any(property => SymbolEqualityComparer.Default.Equals(EventFacts.EnumOf(property.Type), codes));
}
