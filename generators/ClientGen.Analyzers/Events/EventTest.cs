using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>Which events a condition lets through.</summary>
/// <param name="Subject">The value that it must ask about.</param>
/// <param name="Compilation">Where members are looked up.</param>
internal sealed record EventTest(Subject Subject, Compilation Compilation)
{
    /// <summary>Whether a condition lets an event through; null when it does not ask about the value.</summary>
    public Fit? Of(IOperation condition, KnownEvent @event) => condition switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand, @event),
        IParenthesizedOperation parentheses => Of(parentheses.Operand, @event),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Of(not.Operand, @event) is { } fit ? EventPattern.Not(fit) : null,
        IIsPatternOperation test when Asks(test.Value) => EventPattern.Of(test.Pattern, @event),
        IIsTypeOperation test when Asks(test.ValueOperand) => test.IsNegated ? EventPattern.Not(EventPattern.OfType(test.TypeOperand, @event)) : EventPattern.OfType(test.TypeOperand, @event),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either => Joined(either, @event, EventPattern.Or),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both => Joined(both, @event, EventPattern.And),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand: var right } answer when IsTruth(right, out var expected) => Expected(Of(answer.LeftOperand, @event), expected),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, RightOperand: var right } answer when IsTruth(right, out var expected) => Expected(Of(answer.LeftOperand, @event), !expected),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var truth } } answer when IsTruth(truth, out var expected) => Expected(Of(answer.Value, @event), expected),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal => Compared(equal.LeftOperand, equal.RightOperand, @event),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } unequal => Compared(unequal.LeftOperand, unequal.RightOperand, @event) is { } fit ? EventPattern.Not(fit) : null,
        IInvocationOperation { TargetMethod.Name: "Equals" } call => Equality(call, @event),
        IInvocationOperation { TargetMethod.Name: "IsTerminal", Arguments: [var argument] } when Asks(argument.Value) => OfTerminal(@event),
        IPropertyReferenceOperation { Property.Name: "IsTerminal", Instance: { } instance } when Asks(instance) => OfTerminal(@event),
        IConditionalAccessOperation access => Of(access.WhenNotNull, @event),
        ICoalesceOperation { Value: var value } => Of(value, @event),
        _ => null,
    };

    /// <summary>The events of a family that a condition lets through, for certain or at all; null when it does not ask about the value.</summary>
    public (ulong Sure, ulong Possible)? Of(IOperation condition, EventFamily family)
    {
        if (Of(condition, family.Events[0]) is null)
            return null;
        return (family.Mask(each => Of(condition, each) == Fit.Yes), family.Mask(each => Of(condition, each) > Fit.No));
    }

    private bool Asks(IOperation value) => Subject.Is(Subject.Of(value, Compilation));

    // A condition on something else may or may not hold.
    private Fit? Joined(IBinaryOperation operation, KnownEvent @event, Func<Fit, Fit, Fit> join) =>
        (Of(operation.LeftOperand, @event), Of(operation.RightOperand, @event)) switch
        {
            (null, null) => null,
            var (left, right) => join(left ?? Fit.Maybe, right ?? Fit.Maybe),
        };

    private Fit? Compared(IOperation left, IOperation right, KnownEvent @event)
    {
        if ((OfType(left, right, @event) ?? OfType(right, left, @event)) is { } byType)
            return byType;
        if (Asks(left))
            return EventPattern.OfConstant(Unwrapped(right), @event);
        return Asks(right) ? EventPattern.OfConstant(Unwrapped(left), @event) : null;
    }

    // e.GetType() == typeof(CallReleased)
    private Fit? OfType(IOperation type, IOperation other, KnownEvent @event) =>
        type is IInvocationOperation { TargetMethod.Name: "GetType", Instance: { } instance } && other is ITypeOfOperation named && Asks(instance)
            ? EventPattern.OfType(named.TypeOperand, @event)
            : null;

    private Fit? Equality(IInvocationOperation call, KnownEvent @event) => (call.Instance, call.Arguments.Length) switch
    {
        ({ } instance, 1) => Compared(instance, call.Arguments[0].Value, @event),
        (null, 2) => Compared(call.Arguments[0].Value, call.Arguments[1].Value, @event),
        _ => null,
    };

    // "e?.IsTerminal == true"
    private static bool IsTruth(IOperation operation, out bool truth)
    {
        var value = Unwrapped(operation).ConstantValue.Value;
        truth = value is true;
        return value is bool;
    }

    private static Fit? Expected(Fit? fit, bool expected) => expected || fit is not { } known ? fit : EventPattern.Not(known);

    private static Fit OfTerminal(KnownEvent @event) => @event.IsTerminal ? Fit.Yes : Fit.No;

    private static IOperation Unwrapped(IOperation operation) => operation is IConversionOperation { ConstantValue.HasValue: false, OperatorMethod: null } conversion ? Unwrapped(conversion.Operand) : operation;
}
