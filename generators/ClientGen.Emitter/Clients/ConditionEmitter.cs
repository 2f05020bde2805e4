using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Emitter.Clients;

/// <summary>Prints conditions of a contract as C# Boolean expressions over typed answers.</summary>
/// <remarks>
/// The JSON types of both sides are compared exactly: the string "0" is not the number 0. JSON's <c>null</c> equals an absent member and nothing else;
/// every other comparison with something absent is false, its opposite <c>!=</c> true. Strings, Booleans and <c>null</c> have no order.
/// Nothing that is printed throws, whatever the answer holds.
/// </remarks>
public static class ConditionEmitter
{
    /// <summary>One condition as an expression that needs no parentheses inside <c>&amp;&amp;</c>.</summary>
    public static string Emit(Condition condition, ConditionScope scope) => All(EquatableArray.Of(condition), scope);

    /// <summary>All conditions together; <c>true</c> when there are none.</summary>
    public static string All(EquatableArray<Condition> conditions, ConditionScope scope) => Join(conditions, ConditionKind.And, scope);

    /// <summary>Any of the conditions; <c>false</c> when there are none.</summary>
    public static string Any(EquatableArray<Condition> conditions, ConditionScope scope) => Join(conditions, ConditionKind.Or, scope);

    private static string Join(EquatableArray<Condition> conditions, ConditionKind kind, ConditionScope scope)
    {
        var locals = 0;
        return Node(new ConditionNode(kind, Children: conditions.Select(static c => c.Expression).ToEquatableArray()), scope, ref locals).InAnd();
    }

    private static Printed Node(ConditionNode node, ConditionScope scope, ref int locals)
    {
        switch (node.Kind)
        {
            case ConditionKind.Constant:
                return new(CSharp.Literal(node.Truth), Strength.Unary);
            case ConditionKind.Not:
                return node.Children.Count == 1 ? Node(node.Children[0], scope, ref locals).Negated() : new("false", Strength.Unary);
            case ConditionKind.And or ConditionKind.Or:
                var isAnd = node.Kind == ConditionKind.And;
                if (node.Children.IsEmpty)
                    return new(CSharp.Literal(isAnd), Strength.Unary);
                var parts = new List<Printed>();
                foreach (var child in node.Children)
                    parts.Add(Node(child, scope, ref locals));
                if (parts.Count == 1)
                    return parts[0];
                return isAnd
                    ? new(string.Join(" && ", parts.Select(static p => p.InAnd())), Strength.And)
                    : new(string.Join(" || ", parts.Select(static p => p.Text)), Strength.Or);
            default:
                return Compare(node, scope, ref locals);
        }
    }

    private static Printed Compare(ConditionNode node, ConditionScope scope, ref int locals)
    {
        if (node is not { Left: { } left, Right: { } right, Operator: "==" or "!=" or "<" or "<=" or ">" or ">=" })
            return new("false", Strength.Unary);

        var @operator = node.Operator!;
        if (left.Kind == OperandKind.Literal && right.Kind != OperandKind.Literal)
        {
            (left, right) = (right, left);
            @operator = Mirrored(@operator);
        }

        var positive = @operator == "!=" ? "==" : @operator;
        var printed = right.Kind == OperandKind.Literal
            ? WithLiteral(left, positive, JsonText.Scalar(right.Text ?? "null"), scope, ref locals)
            : ValueComparison.Print(left, positive, right, scope, ref locals);
        return @operator == "!=" ? printed.Negated() : printed;
    }

    private static string Mirrored(string @operator) => @operator switch
    {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        _ => @operator,
    };

    private static Printed WithLiteral(Operand left, string @operator, SpecScalar? literal, ConditionScope scope, ref int locals)
    {
        // Objects and arrays are no literals of a condition; nothing equals them.
        if (literal is null)
            return Printed.False;
        switch (left.Kind)
        {
            case OperandKind.Literal:
                return new(CSharp.Literal(LiteralComparison.Holds(JsonText.Scalar(left.Text ?? "null"), @operator, literal)), Strength.Unary);
            case OperandKind.Status:
                // Arazzo examples write the status as a number and as a string of digits.
                return scope.Status is { } status && literal.Text.Length < 10 && long.TryParse(literal.Text, out var code)
                    ? new($"{status} {@operator} {CSharp.Literal(code)}", Strength.Relational)
                    : Printed.False;
            case OperandKind.Header:
                // A header is text without a JSON type.
                if (scope.Header is not { } header || left.Text is null || @operator != "==")
                    return Printed.False;
                return new($"{header(left.Text)} == {(literal.IsNull ? "null" : CSharp.Literal(literal.Text))}", Strength.Relational);
            case OperandKind.Expression:
                return scope.Expression?.Invoke(left) is { } value
                    ? Tested(value.Text, default, value.Type, value.Type, @operator, literal, scope, ref locals)
                    : Printed.False;
            default:
                return Tested(scope.Body, left.Members, left.Type ?? scope.BodyType, scope.BodyType, @operator, literal, scope, ref locals);
        }
    }

    private static Printed Tested(
        string subject, EquatableArray<MemberStep> members, TypeRef? type, TypeRef? subjectType, string @operator, SpecScalar literal, ConditionScope scope, ref int locals)
    {
        if (literal.IsNull && @operator != "==")
            return Printed.False;
        var leaf = literal.IsNull ? LeafTest.Present(type) : LeafTest.Of(type, @operator, literal, scope);
        if (leaf.Pattern is null)
            return Printed.False;
        // A value type that cannot be null always matches { }, which the compiler would point out.
        if (leaf is { Pattern: "{ }", Guard: null } && members.IsEmpty && subjectType is { IsValueType: true, Nullable: false })
            return new(CSharp.Literal(!literal.IsNull), Strength.Unary);

        var conditions = MemberPath.Test(members, leaf, scope, ref locals);
        var printed = conditions.Count == 1
            ? new Printed($"{subject} is {conditions[0]}", Strength.Relational, $"{subject} is not {conditions[0]}")
            : new Printed($"{subject} is {string.Join(" && ", conditions)}", Strength.And);
        return literal.IsNull ? printed.Negated() : printed;
    }
}
