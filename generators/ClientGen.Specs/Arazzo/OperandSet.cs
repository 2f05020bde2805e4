using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>One way to read a value.</summary>
/// <param name="Operand">Where it is read.</param>
/// <param name="Allowed">The JSON texts that can be found there; empty when it varies.</param>
internal sealed record OperandWay(Operand Operand, EquatableArray<string> Allowed)
{
    /// <summary>Its type; null when unknown.</summary>
    public TypeRef? Type => Operand.Type;
}

/// <summary>A value of a condition with all ways to read it.</summary>
internal sealed class OperandSet
{
    public OperandSet(IReadOnlyList<Operand> operands) => Ways = [.. operands.Select(static operand => new OperandWay(operand, default))];

    public OperandSet(BoundPaths paths)
    {
        Ways = [.. paths.Ways.Select(static way => new OperandWay(new Operand(OperandKind.Body, null, way.Members, way.Type), way.Allowed))];
        UnknownCases = paths.UnknownCases;
    }

    /// <summary>The ways; at least one.</summary>
    public IReadOnlyList<OperandWay> Ways { get; }

    /// <summary>Unknown cases that may hold the value too.</summary>
    public IReadOnlyList<EquatableArray<MemberStep>> UnknownCases { get; } = [];

    /// <summary>Whether it is a fixed value.</summary>
    public bool IsLiteral => Ways[0].Operand.Kind == OperandKind.Literal;

    /// <summary>Whether it is <c>null</c>.</summary>
    public bool IsNull => IsLiteral && Ways[0].Operand.Text == "null";
}
