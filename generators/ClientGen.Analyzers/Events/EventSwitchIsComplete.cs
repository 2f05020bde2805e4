using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>CG2004: code that tells events apart forgets some that the contract names.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventSwitchIsComplete() : ClientAnalyzer(Rule)
{
    /// <summary>The property with the names of what is missing.</summary>
    internal const string Missing = "missing";

    // One is a question about that event; who asks about one or two with "if" does not go through all of them.
    private const int FewestInSwitch = 2;
    private const int FewestInChain = 3;

    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG2004", Rules.Polling,
        title: "Events are told apart, and some are forgotten",
        message: "Nothing here handles {0}{1}. Add what is missing, or a default that takes the rest.",
        description: "Code that goes different ways for different events of a contract and has no way for some of them does nothing when these arrive, so a call ends or fails and nobody is told.");

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts) =>
        EventSources.Register(context, facts, type => facts.Events.Of(type), (choice, file) => Analyze(choice, facts, file));

    private static void Analyze(EventChoice choice, ProtocolFacts facts, SemanticModelAnalysisContext context)
    {
        var family = choice.Family;
        var isChain = choice.Parts[0] is IfStatementSyntax;
        if (choice.Purposes < 2 || Count(choice.Named) < (isChain ? FewestInChain : FewestInSwitch) || GoesOnWithTheRest(choice))
            return;
        var missing = family.Expected & ~choice.Handled;
        if (missing == 0 || (missing &= ~HandledElsewhere.Of(choice, facts.Events, context.SemanticModel.Compilation)) == 0)
            return;
        if ((choice.Named & family.Terminal) == 0 && EndsByItself(choice, facts))
            missing &= ~family.Terminal;
        if (SeverityOf(choice, missing) is not { } severity)
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, choice.Value.Syntax.GetLocation(), severity, null, ImmutableDictionary<string, string?>.Empty.Add(Missing, string.Join(",", Names(family, missing))),
            Listed(Names(family, missing)),
            (missing & family.Terminal) is not 0 and var ends ? ", although nothing follows " + Listed(Names(family, ends)) : ""));
    }

    /// <summary>How bad it is that events are missing; null when leaving them out looks like a decision.</summary>
    private static DiagnosticSeverity? SeverityOf(EventChoice choice, ulong missing)
    {
        var family = choice.Family;
        var (named, weighty) = (choice.Named, family.Weighty);
        var forgotten = missing & weighty & ~named;
        // Who sees to one end of a session has to see to all of them, and who takes part in it needs what it brings.
        if ((forgotten & family.Terminal) != 0 && (named & family.Terminal) != 0 || (forgotten & ~family.Terminal) != 0 && (named & weighty) != 0)
            return DiagnosticSeverity.Warning;
        if ((forgotten != 0 && (named & weighty) != 0) || (missing & named) != 0)
            return DiagnosticSeverity.Info;
        // Events that only tell of progress may be left out; who names half of them or more has forgotten the others.
        var progress = family.Expected & ~weighty;
        return (missing & progress) != 0 && 2 * Count(named & progress) >= Count(progress) ? DiagnosticSeverity.Info : null;
    }

    // Every way leaves, so the code after the choice is for the rest.
    private static bool GoesOnWithTheRest(EventChoice choice) =>
        choice.Parts[choice.Parts.Count - 1] is StatementSyntax last && EventChain.Following(last) is not null && choice.Branches.All(branch => Leaves(branch.Last, choice.Parts[0] is IfStatementSyntax));

    private static bool Leaves(StatementSyntax? statement, bool breakLeaves) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => true,
        YieldStatementSyntax { Expression: null } => true,
        BreakStatementSyntax => breakLeaves,
        _ => false,
    };

    // A stream over a long poll ends with the session: what comes after the loop sees to it.
    private static bool EndsByItself(EventChoice choice, ProtocolFacts facts) =>
        HandledElsewhere.LoopOf(choice) is { } loop
        && loop.Collection.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => facts.Of(call.TargetMethod).Stream is { Polls: not null });

    private static IReadOnlyList<string> Names(EventFamily family, ulong mask) => [.. family.In(mask).Select(static each => each.Name)];

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1];

    private static int Count(ulong mask)
    {
        var count = 0;
        for (; mask != 0; mask &= mask - 1)
            count++;
        return count;
    }
}
