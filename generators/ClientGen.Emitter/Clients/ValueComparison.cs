using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>Compares two values that are both known only at run time.</summary>
internal static class ValueComparison
{
    public static Printed Print(Operand left, string @operator, Operand right, ConditionScope scope, ref int locals)
    {
        if (Value(left, scope, ref locals) is not { } a || Value(right, scope, ref locals) is not { } b || !Comparable(a.Type, @operator, b.Type))
            return Printed.False;
        return new($"{a.Text} {@operator} {b.Text}", Strength.Relational);
    }

    private static ConditionValue? Value(Operand operand, ConditionScope scope, ref int locals) => operand.Kind switch
    {
        OperandKind.Body when operand.Type is { } type => new(MemberPath.Value(scope.Body, true, operand, scope, ref locals), type),
        OperandKind.Status when scope.Status is { } status => new(status, new TypeRef(TypeKind.Int32)),
        OperandKind.Header when scope.Header is { } header && operand.Text is { } name => new(header(name), TypeRef.String),
        OperandKind.Expression => scope.Expression?.Invoke(operand),
        _ => null,
    };

    // Only what C# compares as JSON does: the same kind of value on both sides. Lists, objects and arbitrary JSON are never equal.
    private static bool Comparable(TypeRef a, string @operator, TypeRef b)
    {
        if (IsInteger(a.Kind) && IsInteger(b.Kind) || IsFraction(a.Kind) && (IsFraction(b.Kind) || IsInteger(b.Kind)) || IsInteger(a.Kind) && IsFraction(b.Kind))
            return true;
        if (a.Kind != b.Kind)
            return false;
        return a.Kind switch
        {
            TypeKind.Decimal or TypeKind.DateTime or TypeKind.Date => true,
            TypeKind.String or TypeKind.Boolean or TypeKind.Guid or TypeKind.Uri => @operator == "==",
            TypeKind.Enum => @operator == "==" && a.Name == b.Name,
            _ => false,
        };
    }

    private static bool IsInteger(TypeKind kind) => kind is TypeKind.Int32 or TypeKind.Int64;

    private static bool IsFraction(TypeKind kind) => kind is TypeKind.Single or TypeKind.Double;
}
