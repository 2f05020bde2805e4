using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>What a condition or expression can read.</summary>
/// <param name="Types">The generated types around the body.</param>
/// <param name="Body">The type of the answer's or event's body, by plain name; null when there is none.</param>
public sealed record BodyShape(ModelIndex Types, TypeRef? Body)
{
    /// <summary>Whether <c>$statusCode</c> and response headers are there.</summary>
    public bool HasStatus { get; init; } = true;

    /// <summary>The cases that the body can be here, when it is a union and something else has told already; null for any.</summary>
    public IReadOnlyCollection<string>? Cases { get; init; }

    /// <summary>Resolves expressions that do not read the answer, such as <c>$inputs.x</c>; null where nothing else is there.</summary>
    public Func<RuntimeExpression, ExpressionResult>? Resolve { get; init; }
}

/// <summary>What an expression outside the answer means.</summary>
/// <param name="Operand">An operand of kind <see cref="OperandKind.Expression"/>; null when there is a problem.</param>
/// <param name="Problem">What is wrong, in whole sentences; null when nothing is.</param>
public readonly record struct ExpressionResult(Operand? Operand, string? Problem);
