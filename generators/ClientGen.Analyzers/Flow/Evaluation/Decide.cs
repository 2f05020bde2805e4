using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    // What may change from one look to the next although nobody assigns it.
    private static readonly HashSet<string> Changing = new(StringComparer.Ordinal)
    {
        "IsCancellationRequested", "IsCompleted", "IsFaulted", "IsCanceled", "IsCompletedSuccessfully", "Elapsed", "ElapsedMilliseconds", "Now", "UtcNow", "Count", "Length", "IsEmpty", "IsSet", "Status",
    };

    /// <summary>Splits the path by a condition; every value that comes out is <c>true</c> or <c>false</c>.</summary>
    private List<Flow> Decide(IOperation condition, State state, Frame frame) =>
        Then(Evaluate(condition, state, frame), (known, value) => Truth(condition, value, known, frame));

    private List<Flow> Truth(IOperation condition, Value value, State state, Frame frame)
    {
        switch (value)
        {
            case Constant { Content: bool }:
                return One(state, value);
            case Constant { Content: null }:
                return One(state, Value.False);
        }

        var topics = TopicsOf(value, condition.Type);
        if (topics != Topics.None)
        {
            // Somebody's own judgement of protocol data: either way may be right.
            var judged = state.Decided(topics);
            return [new Flow(judged, Value.True), new Flow(judged, Value.False)];
        }

        if (KeyOf(condition, frame) is { } place && place is not IPropertySymbol)
            return [new Flow(state.With(place, Value.True), Value.True), new Flow(state.With(place, Value.False), Value.False)];
        if (!IsStable(condition))
            return [new Flow(state, Value.True), new Flow(state, Value.False)];
        var key = new DecisionKey(frame.Depth + " " + TextOf(condition));
        if (state[key] is { } decided)
            return One(state, decided);
        return [new Flow(state.With(key, Value.True), Value.True), new Flow(state.With(key, Value.False), Value.False)];
    }

    private readonly Dictionary<IOperation, string> _texts = [];

    private string TextOf(IOperation condition)
    {
        if (!_texts.TryGetValue(condition, out var text))
            _texts.Add(condition, text = condition.Syntax.WithoutTrivia().ToString());
        return text;
    }

    /// <summary>Whether a condition gives the same answer until something in it is assigned.</summary>
    private static bool IsStable(IOperation condition) => condition.DescendantsAndSelf().All(static operation => operation switch
    {
        IInvocationOperation or IAwaitOperation or IObjectCreationOperation or IIncrementOrDecrementOperation or IAssignmentOperation or IDynamicInvocationOperation => false,
        IFlowCaptureReferenceOperation => false,
        IPropertyReferenceOperation property => !Changing.Contains(property.Property.Name) && property.Arguments.IsEmpty,
        _ => true,
    });

    private static List<Flow> Negate(List<Flow> flows, bool isNegated) => !isNegated ? flows
        : [.. flows.Select(static flow => flow is { IsThrow: false, Value: Constant { Content: bool truth } } ? flow with { Value = Value.Of(!truth) } : flow)];

    private List<Flow> Unary(IUnaryOperation unary, State state, Frame frame) => Then(Evaluate(unary.Operand, state, frame), (known, value) => unary.OperatorKind switch
    {
        // What nothing decides is decided here, so that the two ways stay apart.
        UnaryOperatorKind.Not when value is Constant => Negate(One(known, value), true),
        UnaryOperatorKind.Not => Negate(Truth(unary.Operand, value, known, frame), true),
        UnaryOperatorKind.Minus when value is Constant { Content: long number } => One(known, new Constant(-number)),
        UnaryOperatorKind.True => Truth(unary.Operand, value, known, frame),
        UnaryOperatorKind.False => Negate(Truth(unary.Operand, value, known, frame), true),
        _ => One(known, Value.Of(value.Topics)),
    });

    private List<Flow> Coalesce(ICoalesceOperation coalesce, State state, Frame frame) => Then(Evaluate(coalesce.Value, state, frame), (known, value) =>
        Then(IsNull(coalesce.Value, value, known, frame), (after, isNull) =>
            Equals(isNull, Value.True) ? Evaluate(coalesce.WhenNull, after, frame) : One(after, value)));

    private List<Flow> Conditional(IConditionalOperation conditional, State state, Frame frame) => Then(Decide(conditional.Condition, state, frame), (known, value) =>
        Equals(value, Value.True) ? Evaluate(conditional.WhenTrue, known, frame) : Evaluate(conditional.WhenFalse, known, frame));

    private List<Flow> Binary(IBinaryOperation binary, State state, Frame frame)
    {
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            var stops = binary.OperatorKind == BinaryOperatorKind.ConditionalOr;
            return Then(Decide(binary.LeftOperand, state, frame), (known, left) =>
                Equals(left, Value.Of(stops)) ? One(known, left) : Decide(binary.RightOperand, known, frame));
        }

        return Then(Evaluate(binary.LeftOperand, state, frame), (known, left) => Then(Evaluate(binary.RightOperand, known, frame), (after, right) =>
        {
            switch (binary.OperatorKind)
            {
                case BinaryOperatorKind.And when IsBoolean(binary.LeftOperand) && IsBoolean(binary.RightOperand):
                case BinaryOperatorKind.Or when IsBoolean(binary.LeftOperand) && IsBoolean(binary.RightOperand):
                    var isAnd = binary.OperatorKind == BinaryOperatorKind.And;
                    return Then(Truth(binary.LeftOperand, left, after, frame), (one, a) => Then(Truth(binary.RightOperand, right, one, frame), (two, b) =>
                        One(two, Value.Of(isAnd ? Equals(a, Value.True) && Equals(b, Value.True) : Equals(a, Value.True) || Equals(b, Value.True)))));
                case BinaryOperatorKind.Equals:
                    return AreEqual(binary.LeftOperand, left, binary.RightOperand, right, after, frame);
                case BinaryOperatorKind.NotEquals:
                    return Negate(AreEqual(binary.LeftOperand, left, binary.RightOperand, right, after, frame), true);
                case BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                    return Compare(binary, left, right, after);
                case BinaryOperatorKind.Add when (left, right) is (Constant { Content: long a }, Constant { Content: long b }):
                    return One(after, Count(a, a + b));
                case BinaryOperatorKind.Subtract when (left, right) is (Constant { Content: long a }, Constant { Content: long b }):
                    return One(after, Count(a, a - b));
                default:
                    return One(after, Value.Of(TopicsOf(left, binary.LeftOperand.Type) | TopicsOf(right, binary.RightOperand.Type)));
            }
        }));
    }

    private List<Flow> Compare(IBinaryOperation binary, Value left, Value right, State state)
    {
        if ((left, right) is (Constant { Content: long a }, Constant { Content: long b }))
        {
            return One(state, Value.Of(binary.OperatorKind switch
            {
                BinaryOperatorKind.LessThan => a < b,
                BinaryOperatorKind.LessThanOrEqual => a <= b,
                BinaryOperatorKind.GreaterThan => a > b,
                _ => a >= b,
            }));
        }

        if (left is SuccessCode or EventCode or MachineState || right is SuccessCode or EventCode or MachineState)
            return One(state, Value.Of(left.Topics | right.Topics));
        return One(state, Value.Of(left.Topics | right.Topics | CounterTopics(binary.LeftOperand, left, right, state) | CounterTopics(binary.RightOperand, right, left, state)));
    }

    // A counter against a bound that nobody can see here: how often is somebody's policy.
    private static Topics CounterTopics(IOperation operand, Value value, Value other, State state) =>
        value is Constant { Content: long } && other is Unknown && !operand.ConstantValue.HasValue && HasFailed(state) ? Topics.Failure : Topics.None;

    private static bool HasFailed(State state) => state.Has(static key => key is LastFailureKey);

    private static bool IsBoolean(IOperation operand) => operand.Type is { SpecialType: SpecialType.System_Boolean }
        or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };
}
