using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>A place where code goes different ways for different events: a switch, or a chain of conditions on one value.</summary>
/// <param name="Family">The events.</param>
/// <param name="Value">The expression that is asked about.</param>
/// <param name="Subject">What it is; null where it has no name.</param>
/// <param name="Parts">The statements or the expression that make up the choice.</param>
/// <param name="Branches">The ways, in their order.</param>
internal sealed record EventChoice(EventFamily Family, IOperation Value, Subject? Subject, IReadOnlyList<SyntaxNode> Parts, IReadOnlyList<EventBranch> Branches)
{
    /// <summary>The events that some way takes for certain.</summary>
    public ulong Handled => Branches.Aggregate(0UL, static (all, branch) => all | branch.Sure);

    /// <summary>The events that are named: a way that takes everything names none.</summary>
    public ulong Named => Naming.Aggregate(0UL, static (all, branch) => all | branch.Possible);

    /// <summary>The ways that are for some events only.</summary>
    public IEnumerable<EventBranch> Naming => Branches.Where(branch => branch.Possible != 0 && branch.Possible != Family.All);

    /// <summary>How many different things it does for events that it names.</summary>
    public int Purposes => Naming.Select(static branch => branch.Does).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Whether a node belongs to the choice.</summary>
    public bool Contains(SyntaxNode node) => Parts.Any(part => part.SyntaxTree == node.SyntaxTree && part.Span.Contains(node.Span));

    /// <summary>Reads a switch statement; null when it is not about events.</summary>
    public static EventChoice? Of(ISwitchOperation operation, Func<ITypeSymbol?, EventFamily?> families, Compilation compilation) =>
        FamilyOf(operation.Value, families) is { } family
            ? new(family, operation.Value, Subject.Of(operation.Value, compilation), [operation.Syntax], [.. operation.Cases.Select(section => Section(section, family))])
            : null;

    /// <summary>Reads a switch expression; null when it is not about events.</summary>
    public static EventChoice? Of(ISwitchExpressionOperation operation, Func<ITypeSymbol?, EventFamily?> families, Compilation compilation) =>
        FamilyOf(operation.Value, families) is { } family
            ? new(family, operation.Value, Subject.Of(operation.Value, compilation), [operation.Syntax], [.. operation.Arms.Select(arm => Arm(arm, family))])
            : null;

    // "switch ((int)e.EventId)" is about events too.
    private static EventFamily? FamilyOf(IOperation value, Func<ITypeSymbol?, EventFamily?> families) =>
        families(value.Type) ?? (value is IConversionOperation { OperatorMethod: null, IsImplicit: false } conversion ? FamilyOf(conversion.Operand, families) : null);

    private static EventBranch Section(ISwitchCaseOperation section, EventFamily family) =>
        EventBranch.Of(family, each => section.Clauses.Max(clause => OfClause(clause, each)), section.Syntax);

    private static Fit OfClause(ICaseClauseOperation clause, KnownEvent @event) => clause switch
    {
        IDefaultCaseClauseOperation => Fit.Yes,
        ISingleValueCaseClauseOperation single => EventPattern.OfConstant(single.Value, @event),
        IPatternCaseClauseOperation pattern => Guarded(EventPattern.Of(pattern.Pattern, @event), pattern.Guard),
        _ => Fit.Maybe,
    };

    private static EventBranch Arm(ISwitchExpressionArmOperation arm, EventFamily family) =>
        EventBranch.Of(family, each => Guarded(EventPattern.Of(arm.Pattern, each), arm.Guard), arm.Value.Syntax);

    private static Fit Guarded(Fit fit, IOperation? guard) => guard is null ? fit : EventPattern.And(fit, Fit.Maybe);
}
