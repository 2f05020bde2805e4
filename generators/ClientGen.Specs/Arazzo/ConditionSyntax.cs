namespace ClientGen.Specs.Arazzo;

/// <summary>A part of a simple condition, as written.</summary>
/// <param name="Start">Zero-based offset in the condition.</param>
/// <param name="Length">Number of characters.</param>
internal abstract record ConditionSyntax(int Start, int Length);

/// <summary>Several parts joined by <c>&amp;&amp;</c> or <c>||</c>.</summary>
internal sealed record LogicalSyntax(bool IsAnd, IReadOnlyList<ConditionSyntax> Parts, int Start, int Length) : ConditionSyntax(Start, Length);

/// <summary>A part behind <c>!</c>.</summary>
internal sealed record NotSyntax(ConditionSyntax Part, int Start, int Length) : ConditionSyntax(Start, Length);

/// <summary>Two values with a comparison between them.</summary>
internal sealed record ComparisonSyntax(string Operator, ConditionSyntax Left, ConditionSyntax Right, int Start, int Length)
    : ConditionSyntax(Start, Length);

/// <summary>A literal, as JSON text.</summary>
internal sealed record LiteralSyntax(string Json, int Start, int Length) : ConditionSyntax(Start, Length);

/// <summary>A runtime expression.</summary>
internal sealed record ExpressionSyntax(RuntimeExpression Expression, int Start, int Length) : ConditionSyntax(Start, Length);
