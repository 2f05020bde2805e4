using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>Inputs and locals of a workflow as operands of conditions.</summary>
public static class WorkflowOperand
{
    /// <summary>The operand for an input or local with at most one way.</summary>
    public static Operand Of(ValueSource value) =>
        new(OperandKind.Expression, value.Text, value.Ways.Count > 0 ? value.Ways[0] : default, value.Type);

    /// <summary>The value that an operand made by <see cref="Of"/> stands for: <c>inputs</c> or a local in its text, a path in its members.</summary>
    public static ValueSource ValueOf(Operand operand) =>
        new(operand.Text == "inputs" ? ValueKind.Input : ValueKind.Local, operand.Type ?? TypeRef.Json, operand.Text, EquatableArray.Of(operand.Members));
}
