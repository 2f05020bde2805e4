using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    /// <summary>Splits by whether the last event is one of a set; a way that no event leaves open is not gone.</summary>
    private static List<Flow> SplitEvents(CallKey call, EventFacts events, ulong set, State state, long? isOpen = null)
    {
        var key = new EventsKey(call);
        var possible = Mask(state, key, events.All);
        // A number that the contract does not name is an unknown event.
        if (isOpen is not null)
            return [new Flow(state.With(key, MaskValue(possible & OpenMask(events))), Value.True), new Flow(state, Value.False)];
        var flows = new List<Flow>(2);
        if ((possible & set) != 0)
            flows.Add(new Flow(Narrowed(state, key, events, possible & set), Value.True));
        if ((possible & ~set) != 0)
            flows.Add(new Flow(Narrowed(state, key, events, possible & ~set), Value.False));
        return flows;
    }

    private static ulong OpenMask(EventFacts events) => events.Mask(static each => each is { Type: null, Field: null, IsNone: false });

    /// <summary>An event that is known moves the state machines that follow it.</summary>
    private static State Narrowed(State state, EventsKey key, EventFacts events, ulong mask)
    {
        state = state.With(key, MaskValue(mask));
        if ((mask & (mask - 1)) != 0 || events.Cases.Where((_, i) => mask == 1UL << i).Select(static each => each.Type).FirstOrDefault() is not { } type)
            return state;
        foreach (var move in ProtocolAttributes.All(type, "LifecycleMove").Select(MoveFact.Read).Where(static move => move.To is not null))
            state = state.With(new MachineKey(move.Machine), new Constant(move.To));
        return state;
    }

    private static ulong Mask(State state, object key, ulong unknown) => state[key] is Constant { Content: ulong mask } ? mask : unknown;

    private static Value MaskValue(ulong mask) => new Constant(mask);

    private List<Flow> CodeOfCase(Answer answer, EventFacts events, IPropertySymbol member, State state)
    {
        // The case is known by its type, and its code stands for it.
        var mask = Mask(state, new EventsKey(answer.Key), events.All);
        var mine = events.Mask(each => SymbolEqualityComparer.Default.Equals(each.Type, member.ContainingType));
        var name = events.Cases.Where((_, i) => (mask & mine & (1UL << i)) != 0).Select(static each => each.Name).FirstOrDefault();
        return One(state, events.Enum?.GetMembers(name ?? "").OfType<IFieldSymbol>().FirstOrDefault() is { } field ? Constant.Of(field.ConstantValue) : Value.Of(Topics.Event));
    }

    /// <summary>Splits an outcome by its case. Cases without success are failures of the call.</summary>
    private List<Flow> SplitCases(OutcomeValue outcome, INamedTypeSymbol @case, State state)
    {
        var cases = Outcomes.Cases(@case.BaseType!).ToList();
        var key = new CasesKey(outcome.Key);
        var all = (1UL << cases.Count) - 1;
        var possible = Mask(state, key, all);
        var set = 1UL << cases.FindIndex(each => SymbolEqualityComparer.Default.Equals(each, @case));
        var flows = new List<Flow>(2);
        if ((possible & set) != 0)
            flows.Add(new Flow(Settled(state.With(key, MaskValue(set)), outcome, cases), Value.True));
        if ((possible & ~set) != 0)
            flows.Add(new Flow(Settled(state.With(key, MaskValue(possible & ~set)), outcome, cases), Value.False));
        return flows;
    }

    /// <summary>Whether the call counts as done is known as soon as its case is.</summary>
    private State Settled(State state, OutcomeValue outcome, List<INamedTypeSymbol> cases)
    {
        var mask = Mask(state, new CasesKey(outcome.Key), ulong.MaxValue);
        var success = Outcomes.Success(cases[0].BaseType!) is { } type ? 1UL << cases.FindIndex(each => SymbolEqualityComparer.Default.Equals(each, type)) : 0;
        if ((mask & success) == 0)
            return Doubtful(Failed(state, outcome.Operation, outcome.Key, FailureKind.Ordinary), outcome.Operation, cases.Where((_, i) => (mask & (1UL << i)) != 0).Any(IsDoubtful), outcome.Site);
        if (mask == success)
            state = Doubtful(state, outcome.Operation, isDoubtful: false, outcome.Site);
        return mask == success && outcome.Operation.Success.Count == 0 ? Succeeded(state, outcome.Operation, outcome.Key) : state;
    }

    private static List<Flow> CompareFlag(FlagFact flag, Value other, State state)
    {
        var evidence = ProtocolAttributes.Text(ProtocolAttributes.Find(flag.Property, "EvidenceFlag")!, 0);
        var key = new FlagKey(evidence, flag.Property.Name);
        var isWanted = Equals(Wanted(flag.Value, flag.EnumMember, flag.Property.Type), other);
        switch (state[key])
        {
            case { } seen when Equals(seen, Value.True):
                return One(state, Value.Of(isWanted));
            case { } when isWanted:
                return One(state, Value.False);
            case { }:
                return [new Flow(state, Value.True), new Flow(state, Value.False)];
            default:
                return isWanted
                    ? [new Flow(state.With(key, Value.True), Value.True), new Flow(state.With(key, Value.False), Value.False)]
                    : [new Flow(state.With(key, Value.False), Value.True), new Flow(state, Value.False)];
        }
    }

    private List<Flow> CompareSuccess(SuccessCode code, Value other, State state)
    {
        if (_program.OperationOf(code.Key) is not { } operation)
            return Either(state, Topics.Success);
        var isWanted = Equals(Wanted(code.Fact.Value, code.Fact.EnumMember, code.Type), other);
        var key = new SuccessKey(code.Key);
        if (state[key] is { } seen)
            return Equals(seen, Value.True) ? One(state, Value.Of(isWanted)) : isWanted ? One(state, Value.False) : Either(state, Topics.None);
        var failed = Failed(state.With(key, Value.False), operation, code.Key, FailureKind.Ordinary);
        var succeeded = Succeeded(state.With(key, Value.True), operation, code.Key);
        return isWanted
            ? [new Flow(succeeded, Value.True), new Flow(failed, Value.False)]
            : [new Flow(failed, Value.True), new Flow(state, Value.False)];
    }

    private static List<Flow> CompareMachine(StateMachineFacts machine, long number, State state)
    {
        var key = new MachineKey(machine.Id);
        var name = machine.States.Where(each => Equals(Constant.Of(each.Value.ConstantValue), new Constant(number))).Select(static each => each.Key).FirstOrDefault();
        if (name is null)
            return [new Flow(state, Value.True), new Flow(state, Value.False)];
        if (state[key] is Constant { Content: string known })
            return One(state, Value.Of(known == name));
        return [new Flow(state.With(key, new Constant(name)), Value.True), new Flow(state, Value.False)];
    }

    /// <summary>The constant that a contract's value is in C#.</summary>
    private static Value Wanted(object? value, string? member, ITypeSymbol type) =>
        member is not null && EventFacts.EnumOf(type)?.GetMembers(member).OfType<IFieldSymbol>().FirstOrDefault() is { } field ? Constant.Of(field.ConstantValue) : Constant.Of(value);
}
