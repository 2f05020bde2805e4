using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    // Counters are followed one by one up to here, far above any sensible bound; beyond, a loop has no end that matters.
    private const long MostCounted = 40;

    private List<Flow> Capture(IFlowCaptureOperation capture, State state, Frame frame)
    {
        // A target may be captured before the value is known: the assignment goes through the capture.
        if (IsTarget(capture.Value))
            _targets[(frame.Graph, capture.Id)] = capture.Value;
        return Then(Evaluate(capture.Value, state, frame), (known, value) => One(known.With(new CaptureKey(frame.Depth, capture.Id), value), value));
    }

    private Value CaptureValue(IFlowCaptureReferenceOperation reference, State state, Frame frame)
    {
        if (state[new CaptureKey(frame.Depth, reference.Id)] is { } value)
            return value;
        return Target(reference, frame) is { } target && Place(target) is { } place ? Known(state, place, target.Type) : Value.Any;
    }

    private readonly Dictionary<(Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowGraph, Microsoft.CodeAnalysis.FlowAnalysis.CaptureId), IOperation> _targets = [];

    private IOperation? Target(IFlowCaptureReferenceOperation reference, Frame frame) => _targets.TryGetValue((frame.Graph, reference.Id), out var target) ? target : null;

    private static bool IsTarget(IOperation operation) => operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation;

    private List<Flow> Assign(IOperation target, Value value, State state, Frame frame)
    {
        switch (target)
        {
            case IFlowCaptureReferenceOperation reference when Target(reference, frame) is { } captured && captured is not IFlowCaptureReferenceOperation:
                // The capture stands for the target from here on, not for what it held before.
                return Assign(captured, value, state.With(new CaptureKey(frame.Depth, reference.Id), value), frame);
            case IFlowCaptureReferenceOperation reference:
                return One(state.With(new CaptureKey(frame.Depth, reference.Id), value), value);
            case ILocalReferenceOperation local:
                return One(Store(state, local.Local, value), value);
            case IDeclarationExpressionOperation declaration:
                return Assign(declaration.Expression, value, state, frame);
            case IParameterReferenceOperation parameter:
                return One(Store(state, parameter.Parameter, value), value);
            case IFieldReferenceOperation field:
                return One(StoreMember(state, field.Field, field.Instance, value, frame), value);
            case IPropertyReferenceOperation { Arguments.Length: 0 } property:
                return AssignProperty(property, value, state, frame);
            case IConversionOperation conversion:
                return Assign(conversion.Operand, value, state, frame);
            default:
                return Then(Evaluate(target, state, frame), (known, _) => One(known, value));
        }
    }

    private List<Flow> AssignProperty(IPropertyReferenceOperation property, Value value, State state, Frame frame)
    {
        if (SourceProgram.IsAuto(property.Property))
            return One(StoreMember(state, property.Property, property.Instance, value, frame), value);
        if (property.Property.SetMethod is { } setter && _program.Target(setter, property.Instance?.Type) is { } target && CanFollow(target, frame))
            return Then(Call(target, _program.GraphOf(target)!, ImmutableArray.Create(value), state, frame, property), (known, _) => One(known, value));
        return Then(Evaluate(property.Instance, state, frame), (known, _) => One(known, value));
    }

    private State StoreMember(State state, ISymbol member, IOperation? instance, Value value, Frame frame)
    {
        // A carrier keeps its parts together; anything else is known by the member alone.
        if (KeyOf(instance, frame) is { } place && state[place] is Composite whole)
            return state.With(place, whole.With(member.Name, value));
        _findings.Stored(member, value, state);
        return Store(state, member, value);
    }

    /// <summary>Under which key the value of an operation is kept: a place or a temporary; null for others.</summary>
    private static object? KeyOf(IOperation? operation, Frame frame) => operation switch
    {
        IFlowCaptureReferenceOperation reference => new CaptureKey(frame.Depth, reference.Id),
        IConversionOperation conversion => KeyOf(conversion.Operand, frame),
        _ => Place(operation),
    };

    private static State Store(State state, ISymbol place, Value value)
    {
        var name = place.Name;
        if (state.Has(static key => key is DecisionKey))
            state = state.Without(key => key is DecisionKey decision && decision.Text.Contains(name));
        state = state.With(new SeenKey(place), null);
        // Nothing known is not worth a key, and a client or token is then known by its place.
        return state.With(place, value is Unknown { Made: Topics.None } ? null : value);
    }

    private List<Flow> Compound(ICompoundAssignmentOperation compound, State state, Frame frame) =>
        Then(Evaluate(compound.Target, state, frame), (known, before) => Then(Evaluate(compound.Value, known, frame), (after, with) =>
        {
            var value = (compound.OperatorKind, before, with) switch
            {
                (BinaryOperatorKind.Add, Constant { Content: long a }, Constant { Content: long b }) => Count(a, a + b),
                (BinaryOperatorKind.Subtract, Constant { Content: long a }, Constant { Content: long b }) => Count(a, a - b),
                (BinaryOperatorKind.And, Constant { Content: bool a }, Constant { Content: bool b }) => Value.Of(a && b),
                (BinaryOperatorKind.Or, Constant { Content: bool a }, Constant { Content: bool b }) => Value.Of(a || b),
                (BinaryOperatorKind.And, Constant { Content: false }, _) or (BinaryOperatorKind.And, _, Constant { Content: false }) => Value.False,
                (BinaryOperatorKind.Or, Constant { Content: true }, _) or (BinaryOperatorKind.Or, _, Constant { Content: true }) => Value.True,
                // How often something failed before is not known here, so what follows from it is somebody's policy.
                _ => Value.Of(TopicsOf(before, compound.Target.Type) | TopicsOf(with, compound.Value.Type) | (HasFailed(after) && !IsBoolean(compound.Target) ? Topics.Failure : Topics.None)),
            };
            return Assign(compound.Target, value, after, frame);
        }));

    private List<Flow> Increment(IIncrementOrDecrementOperation step, State state, Frame frame) => Then(Evaluate(step.Target, state, frame), (known, before) =>
    {
        var after = before is Constant { Content: long number }
            ? Count(number, step.Kind == OperationKind.Increment ? number + 1 : number - 1)
            : Value.Of(before.Topics | (HasFailed(known) ? Topics.Failure : Topics.None));
        return Then(Assign(step.Target, after, known, frame), (done, value) => One(done, step.IsPostfix ? before : value));
    });

    // Whoever counts down from a bound starts above.
    private static Value Count(long before, long after) =>
        Math.Abs(after) <= MostCounted || (Math.Abs(after) < Math.Abs(before) && Math.Abs(before) <= 3 * MostCounted) ? new Constant(after) : new Unknown(Topics.None);

    private List<Flow> Deconstruct(IOperation target, Value value, State state, Frame frame)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        if (target is not ITupleOperation tuple)
            return Assign(target, value, state, frame);
        var flows = One(state, value);
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var (element, index) = (tuple.Elements[i], i);
            flows = Then(flows, (known, _) => Deconstruct(element, PartAt(value, index), known, frame));
        }

        return flows;
    }

    private static Value PartAt(Value value, int index) => value is Composite whole && index < whole.Parts.Length
        ? whole.Find("Item" + (index + 1)) ?? whole.Parts[index].Value
        : Value.Of(value.Topics);

    private List<Flow> Create(IObjectCreationOperation creation, State state, Frame frame)
    {
        var type = creation.Type;
        var arguments = creation.Arguments.Select(static argument => argument.Value).ToImmutableArray();
        return Then(Parts(arguments, null, state, frame), (known, value) =>
        {
            var values = ((Composite)value).Parts;
            if (type is not null && ExceptionTypes.IsException(type))
                return One(known, new Thrown(null, type));
            if (type is { Name: "CancellationTokenSource" })
                return One(known, Kept(creation) is { } kept ? new Cancellation(kept) : Value.Any);
            if (_program.IsCarrier(type))
                return Initialize(creation, Carried(creation, values), known, frame);
            if (creation.Constructor is { } constructor && _program.HasBody(constructor) && CanFollow(constructor, frame) && _program.IsWorthFollowing(constructor, values.Select(static part => part.Value).ToImmutableArray()))
                return Then(Call(constructor, _program.GraphOf(constructor)!, values.Select(static part => part.Value).ToImmutableArray(), known, frame, creation), (after, _) => One(after, new Something(Topics.None)));
            var topics = values.Aggregate(Topics.None, static (all, part) => all | part.Value.Topics);
            return Initialize(creation, new Something(topics), known, frame);
        });
    }

    private static ISymbol? Kept(IOperation creation)
    {
        for (var parent = creation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case ISimpleAssignmentOperation assignment:
                    return Place(assignment.Target);
                case IVariableDeclaratorOperation declarator:
                    return declarator.Symbol;
                case not (IConversionOperation or IVariableInitializerOperation):
                    return null;
            }
        }

        return null;
    }

    private static Composite Carried(IObjectCreationOperation creation, ImmutableArray<Part> values)
    {
        var whole = Composite.Empty;
        for (var i = 0; i < values.Length && i < creation.Arguments.Length; i++)
        {
            if (creation.Arguments[i].Parameter is { } parameter)
                whole = whole.With(char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1), values[i].Value);
        }

        return whole;
    }

    private List<Flow> Initialize(IObjectCreationOperation creation, Value made, State state, Frame frame)
    {
        if (creation.Initializer is not { } initializer)
            return One(state, made);
        if (made is not Composite carried)
            return Then(Children(initializer, state, frame, Value.Of), (known, value) => One(known, CollectionOf(initializer, known) ?? new Something(value.Topics)));
        return Then(Members(initializer.Initializers, state, frame), (known, value) =>
            One(known, ((Composite)value).Parts.Aggregate(carried, static (whole, part) => whole.With(part.Name, part.Value))));
    }

    /// <summary>A list or set that is filled with constants where it is made.</summary>
    private static Value? CollectionOf(IObjectOrCollectionInitializerOperation initializer, State state)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        foreach (var add in initializer.Initializers)
        {
            if (add is not IInvocationOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: var constant } }] })
                return null;
            parts.Add(new Part(parts.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), Constant.Of(constant)));
        }

        return new Composite(parts.ToImmutable());
    }
}
