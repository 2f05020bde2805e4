using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    /// <summary>Splits the path by whether a value matches a pattern. The graph leaves patterns whole, so they are taken apart here.</summary>
    private List<Flow> Matches(IOperation? subject, Value value, IPatternOperation pattern, State state, Frame frame)
    {
        Step();
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return One(state, Value.True);
            case IConstantPatternOperation constant:
                return Then(Evaluate(constant.Value, state, frame), (known, other) => AreEqual(subject, value, constant.Value, other, known, frame));
            case INegatedPatternOperation negated:
                return Negate(Matches(subject, value, negated.Pattern, state, frame), true);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return Then(Matches(subject, value, both.LeftPattern, state, frame), (known, left) =>
                    Equals(left, Value.True) ? Matches(subject, value, both.RightPattern, known, frame) : One(known, left));
            case IBinaryPatternOperation either:
                return Then(Matches(subject, value, either.LeftPattern, state, frame), (known, left) =>
                    Equals(left, Value.True) ? One(known, left) : Matches(subject, value, either.RightPattern, known, frame));
            case IRelationalPatternOperation relational:
                return Then(Evaluate(relational.Value, state, frame), (known, bound) => One(known, Relation(relational.OperatorKind, value, bound)));
            case IDeclarationPatternOperation declaration:
                return Then(declaration.MatchesNull ? One(state, Value.True) : Is(subject, value, declaration.MatchedType, state, frame), (known, isMatch) =>
                    One(Equals(isMatch, Value.True) && declaration.DeclaredSymbol is { } symbol ? Store(known, symbol, value) : known, isMatch));
            case ITypePatternOperation type:
                return IsType(subject, value, type.MatchedType, state, frame);
            case IRecursivePatternOperation recursive:
                return Recursive(subject, value, recursive, state, frame);
            default:
                return One(state, Value.Of(TopicsOf(value, subject?.Type)));
        }
    }

    private List<Flow> Is(IOperation? subject, Value value, ITypeSymbol? type, State state, Frame frame) =>
        type is null ? Negate(IsNull(subject, value, state, frame), true) : IsType(subject, value, type, state, frame);

    private static Value Relation(BinaryOperatorKind kind, Value value, Value bound) => (value, bound) is (Constant { Content: long a }, Constant { Content: long b })
        ? Value.Of(kind switch
        {
            BinaryOperatorKind.LessThan => a < b,
            BinaryOperatorKind.LessThanOrEqual => a <= b,
            BinaryOperatorKind.GreaterThan => a > b,
            _ => a >= b,
        })
        : Value.Of(value.Topics | bound.Topics);

    private List<Flow> Recursive(IOperation? subject, Value value, IRecursivePatternOperation pattern, State state, Frame frame)
    {
        var isUnknownType = subject?.Type is null || !SymbolEqualityComparer.Default.Equals(subject.Type, pattern.MatchedType);
        var flows = isUnknownType && pattern.MatchedType is not null && subject is not null && !IsNullableOf(subject.Type, pattern.MatchedType)
            ? IsType(subject, value, pattern.MatchedType, state, frame)
            : Negate(IsNull(subject, value, state, frame), true);
        foreach (var member in pattern.PropertySubpatterns)
        {
            flows = Then(flows, (known, isMatch) => !Equals(isMatch, Value.True) ? One(known, isMatch)
                : Then(Member(value, member.Member, known, frame), (after, part) => Then(Matches(member.Member, part, member.Pattern, after, frame), (end, matched) => DecideMatch(member.Member, matched, end, frame))));
        }

        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            var (inner, index) = (pattern.DeconstructionSubpatterns[i], i);
            flows = Then(flows, (known, isMatch) => !Equals(isMatch, Value.True) ? One(known, isMatch)
                : Then(Matches(null, PartAt(value, index), inner, known, frame), (end, matched) => DecideMatch(inner, matched, end, frame)));
        }

        return Then(flows, (known, isMatch) =>
            One(Equals(isMatch, Value.True) && pattern.DeclaredSymbol is { } symbol ? Store(known, symbol, value) : known, isMatch));
    }

    private List<Flow> DecideMatch(IOperation condition, Value matched, State state, Frame frame) =>
        matched is Constant ? One(state, matched) : Truth(condition, matched, state, frame);

    private static bool IsNullableOf(ITypeSymbol? nullable, ITypeSymbol type) =>
        nullable is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } && SymbolEqualityComparer.Default.Equals(inner, type);

    /// <summary>A member of a matched value. Its receiver is implicit, so the value takes the receiver's place.</summary>
    private List<Flow> Member(Value value, IOperation member, State state, Frame frame)
    {
        switch (member)
        {
            case IPropertyReferenceOperation property:
                return Protocol(property, value, state) ?? Library(property, value, state, frame) ?? Own(property, value, state, frame);
            case IFieldReferenceOperation field:
                return One(state, value is Composite whole ? whole.Find(field.Field.CorrespondingTupleField?.Name ?? field.Field.Name) ?? Value.Of(whole.Topics) : Known(state, field.Field, field.Type));
            default:
                return One(state, Value.Of(value.Topics));
        }
    }

    /// <summary>Whether a value is of a type.</summary>
    private List<Flow> IsType(IOperation? subject, Value value, ITypeSymbol type, State state, Frame frame)
    {
        switch (value)
        {
            case Constant { Content: null }:
                return One(state, Value.False);
            case Answer { Facts.Events: { Code: null } events } answer when events.Mask(each => SymbolEqualityComparer.Default.Equals(each.Type, type)) is var mask and not 0:
                return SplitEvents(answer.Key, events, mask, state);
            case OutcomeValue outcome when type is INamedTypeSymbol @case && Outcomes.IsCase(@case):
                return SplitCases(outcome, @case, state);
            case Thrown { Type: null }:
                return One(state, Value.Of(ExceptionTypes.Match(null, type) == Fit.Yes));
            case Thrown { Type: { } thrown }:
                return ExceptionTypes.Match(thrown, type) switch
                {
                    Fit.Yes => One(state, Value.True),
                    Fit.No => One(state, Value.False),
                    _ => Either(state, value.Topics),
                };
            case Something or Answer or OutcomeValue or Composite when subject?.Type is { } declared && SymbolEqualityComparer.Default.Equals(declared, type):
                return One(state, Value.True);
        }

        if (subject?.Type is { } from && (SymbolEqualityComparer.Default.Equals(from, type) || IsNullableOf(from, type)))
            return Negate(IsNull(subject, value, state, frame), true);
        var topics = TopicsOf(value, subject?.Type);
        return topics == Topics.None ? One(state, Value.Any) : Either(state, topics);
    }

    private static List<Flow> Either(State state, Topics topics)
    {
        var judged = state.Decided(topics);
        return [new Flow(judged, Value.True), new Flow(judged, Value.False)];
    }

    /// <summary>Whether a value is null.</summary>
    private List<Flow> IsNull(IOperation? subject, Value value, State state, Frame frame)
    {
        switch (value)
        {
            case Constant constant:
                return One(state, Value.Of(constant.Content is null));
            case EventCode code when IsNullable(subject?.Type) || subject is null:
                return SplitEvents(code.Key, code.Facts, code.Facts.Mask(static each => each.IsNone), state);
            case Unknown { Made: Topics.None } when subject is { Type.IsValueType: true } && !IsNullable(subject.Type):
                return One(state, Value.False);
            case EventContent when subject?.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } or { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }:
                return One(state, Value.False);
            case EventContent content:
                return IsNull(subject, Value.Of(content.Made), state, frame);
            case Unknown unknown:
                // That a member of an answer is there or not is no decision about the answer.
                return KeyOf(subject, frame) is { } place && place is not IPropertySymbol
                    ? [new Flow(state.With(place, Value.Null), Value.True), new Flow(state.With(place, new Something(unknown.Made)), Value.False)]
                    : Undecided(subject, unknown, state, frame);
            default:
                return One(state, Value.False);
        }
    }

    private List<Flow> Undecided(IOperation? subject, Unknown value, State state, Frame frame)
    {
        if (subject is null || value.Made != Topics.None)
            return value.Made == Topics.None ? [new Flow(state, Value.True), new Flow(state, Value.False)] : Either(state, value.Made);
        if (!IsStable(subject))
            return [new Flow(state, Value.True), new Flow(state, Value.False)];
        var key = new DecisionKey(frame.Depth + " null? " + TextOf(subject));
        return state[key] is { } decided ? One(state, decided) : [new Flow(state.With(key, Value.True), Value.True), new Flow(state.With(key, Value.False), Value.False)];
    }

    /// <summary>Whether two values are equal.</summary>
    private List<Flow> AreEqual(IOperation? left, Value a, IOperation? right, Value b, State state, Frame frame)
    {
        if (b is not Constant && a is Constant)
            (left, a, right, b) = (right, b, left, a);
        if (b is Constant { Content: null })
            return IsNull(left, a, state, frame);
        switch (a, b)
        {
            case (EventContent, Constant { Content: string or long }):
                return Either(state, Topics.None);
            case (Constant one, Constant other):
                return One(state, Value.Of(Equals(one.Content, other.Content)));
            case (EventCode code, Constant { Content: long number }):
                return SplitEvents(code.Key, code.Facts, code.Facts.Mask(each => each.Field is { } field ? Equals(Constant.Of(field.ConstantValue), b) : false), state, isOpen: code.Facts.Mask(each => Equals(Constant.Of(each.Field?.ConstantValue), b)) == 0 ? number : null);
            case (FlagValue flag, Constant):
                return CompareFlag(flag.Flag, b, state);
            case (SuccessCode code, Constant):
                return CompareSuccess(code, b, state);
            case (MachineState machine, Constant { Content: long number }):
                return CompareMachine(machine.Machine, number, state);
            case (Constant { Content: bool truth }, _) when IsBoolean(right!):
                return Negate(Truth(right!, b, state, frame), !truth);
            case (_, Constant { Content: bool truth }) when left is not null && IsBoolean(left):
                return Negate(Truth(left, a, state, frame), !truth);
            case (Constant { Content: long }, Unknown) or (Unknown, Constant { Content: long }):
                return One(state, Value.Of(a.Topics | b.Topics | CounterTopicsOf(left, a, b, state) | CounterTopicsOf(right, b, a, state)));
        }

        return One(state, Value.Of(TopicsOf(a, left?.Type) | TopicsOf(b, right?.Type)));
    }

    private static Topics CounterTopicsOf(IOperation? operand, Value value, Value other, State state) => operand is null ? Topics.None : CounterTopics(operand, value, other, state);
}
