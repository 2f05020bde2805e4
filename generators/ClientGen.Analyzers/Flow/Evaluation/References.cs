using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    /// <summary>What is known about a place; a client is known by the place it is kept in.</summary>
    private Value Known(State state, ISymbol symbol, ITypeSymbol? type) =>
        state[symbol] ?? (type is not null && _program.IsClient(type) ? new ClientReference(symbol)
            : IsCancellation(type) ? new Cancellation(symbol)
            : Value.Of(state[new SeenKey(symbol)]?.Topics ?? Topics.None));

    private static bool IsCancellation(ITypeSymbol? type) => type is { Name: "CancellationTokenSource" or "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    private List<Flow> Field(IFieldReferenceOperation field, State state, Frame frame) => Then(Evaluate(field.Instance, state, frame), (known, instance) =>
    {
        if (instance is Composite whole)
            return One(known, whole.Find(field.Field.CorrespondingTupleField?.Name ?? field.Field.Name) ?? Value.Of(whole.Topics));
        if (known[field.Field] is { } value)
            return One(known, value);
        if (field.Field is { IsReadOnly: true, IsStatic: true } && _program.InitializerOf(field.Field) is { } initializer)
            return Evaluate(initializer, known, frame);
        return Guarded(field.Field, field.Type, known, Known(known, field.Field, field.Type), frame);
    });

    private List<Flow> Property(IPropertyReferenceOperation property, State state, Frame frame) => Then(Evaluate(property.Instance, state, frame), (known, instance) =>
    {
        if (property.Arguments.Length > 0)
            return Then(Children(property, known, frame, Value.Of), (after, value) => One(after, Indexed(property, instance) ?? value));
        return Protocol(property, instance, known)
            ?? Library(property, instance, known, frame)
            ?? Own(property, instance, known, frame);
    });

    private static Value? Indexed(IPropertyReferenceOperation property, Value instance) =>
        instance is Composite whole && property.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: int index } }]
            ? whole.Find(index.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;

    /// <summary>Members of answers, outcomes and state machines.</summary>
    private List<Flow>? Protocol(IPropertyReferenceOperation property, Value instance, State state)
    {
        var member = property.Property;
        if (Flag(member) is { } flag)
            return ReadFlag(flag.Evidence, flag.Fact, state);
        switch (instance)
        {
            case Answer { Facts.Events: { } events } answer when member.Name == "IsTerminal" && member.Type.SpecialType == SpecialType.System_Boolean:
                return SplitEvents(answer.Key, events, events.Terminal, state);
            case Answer { Facts.Events: { } events } answer when SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, events.Code):
                return One(state, new EventCode(answer.Key, events));
            case Answer { Facts.Events: { Code: null, Enum: { } codes } events } answer when SymbolEqualityComparer.Default.Equals(EventFacts.EnumOf(member.Type), codes):
                return CodeOfCase(answer, events, member, state);
            case Answer answer when _program.OperationOf(answer.Key) is { } operation && operation.Success.FirstOrDefault(fact => fact.Member == member.Name) is { } success:
                return One(state, new SuccessCode(answer.Key, success, member.Type));
            case Answer answer:
                return UseAnswer(property, answer, state);
            case OutcomeValue outcome when member.Name == "Body":
                return One(state, new Answer(outcome.Key, _facts.Answer(member.Type), IsRaw: outcome.Operation.Success.Count > 0));
            case OutcomeValue outcome when member.Name is "IsSuccess" && Outcomes.Success(outcome.Operation.Method.ReturnType is INamedTypeSymbol { TypeArguments: [var type] } ? type : member.ContainingType) is { } ok:
                return SplitCases(outcome, ok, state);
            case OutcomeValue:
                return One(state, Value.Of(instance.Topics));
            case Thrown { Failure: { } failure } when member.Name is "Status" or "StatusCode":
                return One(state, failure.Status == 0 ? Value.Of(Topics.Failure) : new Constant((long)failure.Status));
            case Thrown { Failure: not null }:
                return One(state, Value.Of(Topics.Failure));
            case Stream stream when member.Name == "Current":
                return One(state, new Answer(stream.Key, _facts.Answer(stream.Facts.EventType)));
        }

        if (member.Name == "Current" && _facts.Machines.Of(property.Instance?.Type) is { } machine)
            return One(state, new MachineState(machine));
        return null;
    }

    /// <summary>Members of the framework's own types.</summary>
    private List<Flow>? Library(IPropertyReferenceOperation property, Value instance, State state, Frame frame)
    {
        var member = property.Property;
        switch (member.Name)
        {
            case "Value" when IsNullable(member.ContainingType):
                return NullableValue(property, instance, state);
            case "HasValue" when IsNullable(member.ContainingType):
                return Negate(IsNull(property.Instance, instance, state, frame), true);
            case "Result" when member.ContainingType.IsTask():
                return Await(property, instance, state, frame);
            case "Token" when instance is Cancellation:
                return One(state, instance);
            case "IsCancellationRequested" when instance is Cancellation cancellation:
                return state[new CancelledKey(cancellation.Kept)] is { } cancelled ? One(state, cancelled) : IsCancelled(state);
            case "IsCancellationRequested":
                return IsCancelled(state);
            case "Length" or "Count" when instance is Composite { Topics: Topics.None } whole:
                return One(state, new Constant((long)whole.Parts.Length));
            default:
                return null;
        }
    }

    // Whoever was cancelled by the caller has not just run out of time.
    private static List<Flow> IsCancelled(State state) => [new Flow(state.With(new PathKey(PathMark.Timeout), null), Value.True), new Flow(state, Value.False)];

    /// <summary>Members of people's own types: what was stored, what the getter computes, or something unknown.</summary>
    private List<Flow> Own(IPropertyReferenceOperation property, Value instance, State state, Frame frame)
    {
        var member = property.Property;
        if (instance is Composite whole)
        {
            if (whole.Find(member.Name) is { } part)
                return One(state, part);
        }

        if (SourceProgram.IsAuto(member))
            return state[member] is { } stored ? One(state, stored) : Guarded(member, member.Type, state, FromInstance(property, instance, state), frame);
        if (member.GetMethod is { } getter && _program.Target(getter, property.Instance?.Type) is { } target && CanFollow(target, frame))
            return Call(target, _program.GraphOf(target)!, ImmutableArray<Value>.Empty, Unfolded(state, instance, target.ContainingType), frame, property);
        return Guarded(member, member.Type, state, FromInstance(property, instance, state), frame);
    }

    private Value FromInstance(IPropertyReferenceOperation property, Value instance, State state)
    {
        var known = Known(state, property.Property, property.Type);
        if (known is not Unknown)
            return known;
        return Value.Of(known.Topics | instance.Topics | SeenBy(property.Instance, state));
    }

    private static Topics SeenBy(IOperation? instance, State state) => Place(instance) is { } place && state[new SeenKey(place)] is { } seen ? seen.Topics : Topics.None;

    /// <summary>A member of evidence; null for other members.</summary>
    private (string Evidence, FlagFact Fact)? Flag(IPropertySymbol property)
    {
        foreach (var evidence in _facts.Answer(property.ContainingType).Evidence)
        {
            foreach (var flag in evidence.Flags)
            {
                if (SymbolEqualityComparer.Default.Equals(flag.Property, property.OriginalDefinition))
                    return (evidence.Name, flag);
            }
        }

        return null;
    }

    /// <summary>A truth value splits the path when it is read for the first time; others split when they are compared.</summary>
    private static List<Flow> ReadFlag(string evidence, FlagFact flag, State state)
    {
        if (flag.Value is not bool wanted)
            return One(state, new FlagValue(flag));
        var key = new FlagKey(evidence, flag.Property.Name);
        if (state[key] is { } seen)
            return One(state, Equals(seen, Value.Null) ? seen : Value.Of(Equals(seen, Value.True) == wanted));
        var flows = new List<Flow> { new(state.With(key, Value.True), Value.Of(wanted)), new(state.With(key, Value.False), Value.Of(!wanted)) };
        // An answer that is missing is no good answer.
        if (IsNullable(flag.Property.Type))
            flows.Add(new Flow(state.With(key, Value.Null), Value.Null));
        return flows;
    }

    /// <summary>The place that an operation names: a local, a parameter, a field or a property; null for others.</summary>
    private static ISymbol? Place(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Arguments.Length: 0 } property => property.Property,
        IConversionOperation conversion => Place(conversion.Operand),
        IParenthesizedOperation inner => Place(inner.Operand),
        _ => null,
    };

    private static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
