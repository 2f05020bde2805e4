using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Events;

/// <summary>One way of a choice.</summary>
/// <param name="Sure">The events that it takes for certain, unless an earlier way has.</param>
/// <param name="Possible">The events that it may take.</param>
/// <param name="Unknown">Whether it takes what the contract does not name.</param>
/// <param name="Body">The section, the statement or the expression that it is.</param>
internal sealed record EventBranch(ulong Sure, ulong Possible, Fit Unknown, SyntaxNode Body)
{
    /// <summary>What it does, as it is written.</summary>
    public string Does => Body is SwitchSectionSyntax section ? section.Statements.ToString() : Body.ToString();

    /// <summary>The statement that it ends with; null for an expression or an empty way.</summary>
    public StatementSyntax? Last => Body switch
    {
        SwitchSectionSyntax section => Inner(section.Statements.LastOrDefault()),
        StatementSyntax statement => Inner(statement),
        _ => null,
    };

    /// <summary>A way by what it takes.</summary>
    public static EventBranch Of(EventFamily family, Func<KnownEvent, Fit> fit, SyntaxNode body) =>
        new(family.Mask(each => fit(each) == Fit.Yes), family.Mask(each => fit(each) > Fit.No), family.Unknown is { } unknown ? fit(unknown) : Fit.No, body);

    private static StatementSyntax? Inner(StatementSyntax? statement) => statement is BlockSyntax block ? Inner(block.Statements.LastOrDefault()) : statement;
}
