using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    // OperationKind.CollectionExpression; newer than the compiler that we are built against.
    private const OperationKind CollectionExpression = (OperationKind)127;

    /// <summary>What an operation does, on each path that it splits into.</summary>
    private List<Flow> Evaluate(IOperation? operation, State state, Frame frame)
    {
        if (operation is null)
            return One(state, Value.Any);
        Step();
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation.ConstantValue is { HasValue: true, Value: var constant } && operation is not IInvocationOperation)
            return One(state, Constant.Of(constant));
        return operation switch
        {
            IExpressionStatementOperation statement => Evaluate(statement.Operation, state, frame),
            ILocalReferenceOperation local => One(state, Known(state, local.Local, local.Type)),
            IParameterReferenceOperation parameter => One(state, Known(state, parameter.Parameter, parameter.Type)),
            IInstanceReferenceOperation => One(state, new Something(Topics.None)),
            IFieldReferenceOperation field => Field(field, state, frame),
            IPropertyReferenceOperation property => Property(property, state, frame),
            IFlowCaptureOperation capture => Capture(capture, state, frame),
            IFlowCaptureReferenceOperation reference => One(state, CaptureValue(reference, state, frame)),
            IConversionOperation conversion => Conversion(conversion, state, frame),
            IUnaryOperation unary => Unary(unary, state, frame),
            IBinaryOperation binary => Binary(binary, state, frame),
            IIsPatternOperation test => Pattern(test, state, frame),
            IIsTypeOperation test => Type(test, state, frame),
            IIsNullOperation test => Null(test, state, frame),
            ISimpleAssignmentOperation assignment => Assignment(assignment, state, frame),
            ICompoundAssignmentOperation compound => Compound(compound, state, frame),
            IIncrementOrDecrementOperation step => Increment(step, state, frame),
            IDeconstructionAssignmentOperation deconstruction => Deconstruction(deconstruction, state, frame),
            ICoalesceOperation coalesce => Coalesce(coalesce, state, frame),
            IConditionalOperation conditional => Conditional(conditional, state, frame),
            IAwaitOperation awaited => Awaited(awaited, state, frame),
            IInvocationOperation invocation => Invoke(invocation, state, frame),
            IObjectCreationOperation creation => Create(creation, state, frame),
            IAnonymousObjectCreationOperation anonymous => Members(anonymous.Initializers, state, frame),
            ITupleOperation tuple => Parts(tuple.Elements, TupleNames(tuple), state, frame),
            IArrayCreationOperation { Initializer: { } items } => Parts(items.ElementValues, null, state, frame),
            IWithOperation copy => Evaluate(copy.Operand, state, frame),
            IDelegateCreationOperation creation => Evaluate(creation.Target, state, frame),
            IMethodReferenceOperation method => One(state, MethodGroup(method, frame)),
            IFlowAnonymousFunctionOperation lambda => One(state, new Closure(lambda.Symbol, frame.GraphOf(lambda))),
            ICaughtExceptionOperation => One(state, state.Caught ?? new Thrown(null, null)),
            IEventAssignmentOperation subscription => Subscribe(subscription, state, frame),
            IParenthesizedOperation inner => Evaluate(inner.Operand, state, frame),
            IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression, state, frame),
            IDefaultValueOperation => One(state, Value.Null),
            INameOfOperation or ITypeOfOperation or ILiteralOperation => One(state, Value.Any),
            IReturnOperation { ReturnedValue: { } yielded } => Evaluate(yielded, state, frame),
            IInterpolatedStringOperation => Children(operation, state, frame, static _ => new Something(Topics.None)),
            { Kind: CollectionExpression } => Parts(operation.ChildOperations.ToImmutableArray(), null, state, frame),
            _ => Children(operation, state, frame, Value.Of),
        };
    }

    // These have methods of their own, since what a lambda captures would be made anew for each operation above, whatever it is.
    private List<Flow> Pattern(IIsPatternOperation test, State state, Frame frame) =>
        Then(Evaluate(test.Value, state, frame), (known, value) => Matches(test.Value, value, test.Pattern, known, frame));

    private List<Flow> Type(IIsTypeOperation test, State state, Frame frame) =>
        Then(Evaluate(test.ValueOperand, state, frame), (known, value) => Negate(IsType(test.ValueOperand, value, test.TypeOperand, known, frame), test.IsNegated));

    private List<Flow> Null(IIsNullOperation test, State state, Frame frame) =>
        Then(Evaluate(test.Operand, state, frame), (known, value) => IsNull(test.Operand, value, known, frame));

    private List<Flow> Assignment(ISimpleAssignmentOperation assignment, State state, Frame frame) =>
        Then(Evaluate(assignment.Value, state, frame), (known, value) => Assign(assignment.Target, value, known, frame));

    private List<Flow> Deconstruction(IDeconstructionAssignmentOperation deconstruction, State state, Frame frame) =>
        Then(Evaluate(deconstruction.Value, state, frame), (known, value) => Deconstruct(deconstruction.Target, value, known, frame));

    private List<Flow> Awaited(IAwaitOperation awaited, State state, Frame frame) =>
        Then(Evaluate(awaited.Operation, state, frame), (known, value) => Await(awaited, value, known, frame));

    /// <summary>Operands one after the other; the value is made from all of them.</summary>
    private List<Flow> Children(IOperation operation, State state, Frame frame, Func<Topics, Value> value)
    {
        var flows = new List<(State State, Topics Topics)> { (state, Topics.None) };
        var thrown = new List<Flow>();
        foreach (var child in operation.ChildOperations)
        {
            var next = new List<(State, Topics)>();
            foreach (var (known, topics) in flows)
            {
                foreach (var flow in Evaluate(child, known, frame))
                {
                    if (flow.IsThrow)
                        thrown.Add(flow);
                    else
                        next.Add((flow.State, topics | TopicsOf(flow.Value, child.Type)));
                }
            }

            flows = next.Count < 2 ? next : [.. next.Distinct()];
        }

        return Distinct([.. flows.Select(flow => new Flow(flow.State, value(flow.Topics))), .. thrown]);
    }

    /// <summary>Values one after the other, kept as the parts of a whole.</summary>
    private List<Flow> Parts(ImmutableArray<IOperation> operations, IReadOnlyList<string>? names, State state, Frame frame)
    {
        var flows = One(state, Composite.Empty);
        for (var i = 0; i < operations.Length; i++)
        {
            var (part, name) = (operations[i], names?[i] ?? i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            flows = Then(flows, (known, whole) => Then(Evaluate(part, known, frame), (after, value) => One(after, ((Composite)whole).With(name, value))));
        }

        return flows;
    }

    /// <summary>The members that an initializer sets.</summary>
    private List<Flow> Members(ImmutableArray<IOperation> initializers, State state, Frame frame)
    {
        var flows = One(state, Composite.Empty);
        foreach (var initializer in initializers)
        {
            flows = initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
                ? Then(flows, (known, whole) => Then(Evaluate(assignment.Value, known, frame), (after, value) => One(after, ((Composite)whole).With(target.Property.Name, value))))
                : Then(flows, (known, whole) => Then(Evaluate(initializer, known, frame), (after, _) => One(after, whole)));
        }

        return flows;
    }

    private static List<string> TupleNames(ITupleOperation tuple) =>
        [.. (tuple.Type as INamedTypeSymbol)?.TupleElements.Select(static element => element.CorrespondingTupleField?.Name ?? element.Name) ?? [],
         .. Enumerable.Range(1, tuple.Elements.Length).Select(static i => "Item" + i).Skip((tuple.Type as INamedTypeSymbol)?.TupleElements.Length ?? 0)];

    private Value MethodGroup(IMethodReferenceOperation method, Frame frame) => new Closure(method.Method, LocalGraph(method.Method, frame) ?? _program.GraphOf(method.Method));

    /// <summary>The protocol data in a value; for an unknown one, what its type is about.</summary>
    private Topics TopicsOf(Value value, ITypeSymbol? type)
    {
        if (value.Topics != Topics.None || value is Constant or Composite or Closure or Pending || type is null or { SpecialType: not SpecialType.None })
            return value.Topics;
        var facts = _facts.Answer(OfTask(type));
        return (facts.Evidence.Count > 0 ? Topics.Evidence : 0) | (facts.Events is null ? 0 : Topics.Event);
    }

    private static ITypeSymbol OfTask(ITypeSymbol type) => Facts.OperationFacts.Awaited(type) ?? type;
}
