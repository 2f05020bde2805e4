using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>CG7001: a callback is taken for an event that it is not, or that nobody has asked about.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallbackIsReadAsWhatItIs() : ClientAnalyzer(Rule)
{
    /// <summary>The property with the name of the type that fits; missing where none does.</summary>
    internal const string Fitting = "fitting";

    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG7001", Rules.Streams,
        title: "A callback is handled as the wrong event",
        message: "A callback is taken for {0} here, {1}. Read {2}.",
        description: "A callback brings different events, told apart by a tag. Code that takes all of them for one reads members that are not there, or takes one message for another without noticing.");

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        var names = new NameSet(() => facts.Events.All.Where(static family => family.IsCallback).SelectMany(static family => family.Events.Select(static each => each.Name).Append(family.Type.Name)));
        NamedFiles.Register(context, names, (index, file) =>
        {
            foreach (var type in index.Tree.GetRoot(file.CancellationToken).DescendantNodes().OfType<TypeSyntax>().Where(type => CallbackRead.IsNamed(type, names)))
            {
                if (CallbackRead.Of(type, file.SemanticModel, facts.Events, file.CancellationToken) is { } read)
                    Analyze(read, file);
            }
        });
    }

    private static void Analyze(CallbackRead read, SemanticModelAnalysisContext context)
    {
        var (family, compilation) = (read.Family, context.SemanticModel.Compilation);
        if (read.Cast is { } value)
        {
            if (IsUntested(value, context.SemanticModel, context.CancellationToken))
                Report(context, read, read.Event!.Name, "and nobody has asked whether it is one", null);
        }
        else if (TagQuestion.Around(read.Place, family) is { } asked)
        {
            if (!asked.Any(each => Fits(read, each)))
                Report(context, read, read.Event?.Name ?? family.Type.Name, $"where it is {string.Join(" or ", asked.Select(static each => each.Name))}", read.Event is null && asked.Count == 1 ? asked[0].Name : null);
        }
        else if (read.Event is { IsElsewhere: false } && !TagQuestion.IsAsked(read.Place, family, compilation))
        {
            Report(context, read, read.Event.Name, "although it may be another event", family.Type.Name);
        }
    }

    // What has a callback of its own is not for the others.
    private static bool Fits(CallbackRead read, KnownEvent asked) => read.Event is { } @event ? @event == asked : !asked.IsElsewhere;

    private static void Report(SemanticModelAnalysisContext context, CallbackRead read, string taken, string why, string? fitting) => context.ReportDiagnostic(Diagnostic.Create(
        Rule, read.Place.GetLocation(), fitting is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Fitting, fitting),
        taken, why, fitting is null || fitting == read.Family.Type.Name ? read.Family.Type.Name + " and ask which event it is" : fitting));

    private static bool IsUntested(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetOperation(value, cancellationToken) is not { Type: { IsAbstract: true } type } operation || Generated.Is(type) is false || Subject.Of(operation, model.Compilation) is not { } subject
            || Origin.Of(operation, model.Compilation) is IObjectCreationOperation || TreeIndex.MemberOf(value) is not { } member || IsCalled(subject.Root, model.Compilation))
            return false;
        // Any question about the same value may be the one: which one it is would take following all paths.
        return !member.DescendantNodes().Any(node => Questioned(node) is { } questioned && model.GetOperation(questioned, cancellationToken) is { } other && subject.Is(Subject.Of(other, model.Compilation)));
    }

    // Who calls a helper with it may have asked.
    private static bool IsCalled(ISymbol root, Compilation compilation) => root is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } method }
        && (EventCallers.Of(method, compilation).Any() || compilation.SyntaxTrees.Any(tree => !method.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == tree) && TreeIndex.Of(tree).Has(method.Name)));

    private static ExpressionSyntax? Questioned(SyntaxNode node) => node switch
    {
        IsPatternExpressionSyntax test => test.Expression,
        BinaryExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.IsExpression } test => test.Left,
        SwitchStatementSyntax choice => choice.Expression,
        SwitchExpressionSyntax choice => choice.GoverningExpression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetType", Expression: var asked } } => asked,
        ArgumentSyntax { Expression: not CastExpressionSyntax } argument => argument.Expression,
        _ => null,
    };
}
