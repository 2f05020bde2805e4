using System.Collections.Concurrent;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers.Flow;

/// <summary>All rules that need paths: CG1001 to CG1008, CG2001, CG2002, CG2007, CG3003 to CG3005, CG3007 to CG3009, CG4001 to CG4003, CG5001, CG5002, CG5101.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProtocolIsFollowed() : ClientAnalyzer(FlowRules.All)
{
    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        var judge = new Judge(facts, context.CancellationToken);
        // By file and by name, so that the bodies of a file that has nothing to do with a client are never bound for us.
        context.RegisterSemanticModelAction(judge.Look);
    }

    /// <summary>Looks at methods one by one; entry points are followed once for all of them.</summary>
    private sealed class Judge(ProtocolFacts facts, CancellationToken cancellationToken)
    {
        private readonly Lazy<SourceProgram> _program = new(() => new SourceProgram(facts, cancellationToken));
        private readonly ConcurrentDictionary<IMethodSymbol, Findings> _findings = new(SymbolEqualityComparer.Default);

        public void Look(SemanticModelAnalysisContext context)
        {
            var tree = context.SemanticModel.SyntaxTree;
            var options = RuleOptions.Of(context.Options.AnalyzerConfigOptionsProvider, tree);
            foreach (var member in _program.Value.RelevantIn(tree))
            {
                foreach (var owner in OwnersOf(member, context.SemanticModel, context.CancellationToken))
                    Look(owner, options, context);
            }
        }

        private static IEnumerable<IMethodSymbol> OwnersOf(SyntaxNode member, SemanticModel model, CancellationToken cancellationToken) => model.GetDeclaredSymbol(member, cancellationToken) switch
        {
            IMethodSymbol method => [method],
            IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>(),
            _ => [],
        };

        private void Look(IMethodSymbol owner, RuleOptions options, SemanticModelAnalysisContext context)
        {
            var seen = new HashSet<(string, SyntaxNode)>();
            foreach (var entry in _program.Value.EntriesOf(owner, options.MaxCallDepth))
            {
                foreach (var found in FindingsOf(entry, options).All.OrderBy(static found => found.Rule.Id, StringComparer.Ordinal))
                {
                    var place = PlaceOf(found, options);
                    if ((!ReferenceEquals(found.Rule, FlowRules.CG1001Unknown) || options.ReportUnknown) && IsIn(place, owner, context.CancellationToken) && seen.Add((KindOf(found.Rule), place)))
                        context.ReportDiagnostic(Diagnostic.Create(found.Rule, place.GetLocation(), found.Path.Select(static step => step.Place.GetLocation()), found.Properties, [.. found.Arguments]));
                }
            }
        }

        // Where one path has no answer at all and another half of one, the first is enough to hear about.
        private static string KindOf(DiagnosticDescriptor rule) => rule.Id is "CG1001" or "CG1002" ? "CG1001" : rule.Id;

        private Findings FindingsOf(IMethodSymbol entry, RuleOptions options) =>
            _findings.GetOrAdd(entry, method => Explorer.Run(_program.Value, method, options, cancellationToken));

        /// <summary>Where a finding belongs: where some callers keep the rule and others do not, with those that do not.</summary>
        private SyntaxNode PlaceOf(FlowFinding found, RuleOptions options)
        {
            if (found.Callers.IsEmpty || found.Rule.Id is not ("CG1001" or "CG1002") || OwnerOf(found.Place) is not { DeclaredAccessibility: not Accessibility.Private } owner)
                return found.Place;
            var entries = _program.Value.EntriesOf(owner, options.MaxCallDepth);
            return entries.Count > 1 && entries.Any(entry => FindingsOf(entry, options).All.All(other => other.Place != found.Place || other.Rule.Id is not ("CG1001" or "CG1002"))) ? found.Callers[0] : found.Place;
        }

        private IMethodSymbol? OwnerOf(SyntaxNode place) => TreeIndex.MemberOf(place) is { } member
            ? SourceProgram.Model(facts.Compilation, place.SyntaxTree)?.GetDeclaredSymbol(member, cancellationToken) as IMethodSymbol
            : null;

        private static bool IsIn(SyntaxNode place, IMethodSymbol owner, CancellationToken cancellationToken) => owner.DeclaringSyntaxReferences.Any(reference =>
            reference.SyntaxTree == place.SyntaxTree && reference.GetSyntax(cancellationToken).Span.Contains(place.Span));
    }
}
