using System.Globalization;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Flow;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Credentials;

/// <summary>CG4004: a token is kept longer than it lives, and nobody renews it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenIsRenewed() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Info("CG4004", Rules.Credentials,
        title: "A token is kept longer than it lives",
        message: "The token of '{0}' is kept {1}, and {2}. Sign in again before it ends, or when the server calls it stale: RenewingCredentials does both.",
        description: "Tokens end after a time that the contract names, and a server that has called one stale does so again. A program that keeps it longer stops working in the middle of its day.");

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        var renewing = new Lazy<HashSet<string>>(() => [.. LongPolls.Of(facts).Operations.SelectMany(static each => each.Renewal?.Operations ?? [])]);
        var renews = new Lazy<bool>(() => Renews(facts));
        NamedOperations.Register(context, new NameSet(() => LongPolls.Of(facts).Operations.Where(Gives).Select(static each => each.Method.Name)), (operation, file) =>
        {
            if (operation is IInvocationOperation call && facts.Operation(call.TargetMethod) is { } token && Gives(token) && !Substitutes.IsSetup(call))
                Look(call, token, renews, facts, file);
        });

        // Operations that hand out tokens.
        bool Gives(OperationFacts operation) => operation.TokenLifetimeSeconds is not null || renewing.Value.Contains(operation.Id);
    }

    private static void Look(IInvocationOperation call, OperationFacts token, Lazy<bool> renews, ProtocolFacts facts, SemanticModelAnalysisContext file)
    {
        foreach (var kept in KeptToken.Of(call, facts.Compilation))
        {
            var isLonger = kept.Time is not { } time || (token.TokenLifetimeSeconds is { } seconds && time.TotalSeconds > seconds);
            if (!isLonger || renews.Value)
                continue;
            var place = kept.Place.Syntax.SyntaxTree == file.SemanticModel.SyntaxTree ? kept.Place : call;
            file.ReportDiagnostic(Diagnostic.Create(Rule, place.Syntax.GetLocation(), token.Method.Name,
                kept.Time is { } known ? "for " + Shown(known.TotalSeconds) : "without end",
                token.TokenLifetimeSeconds is { } lifetime ? "it lives for " + Shown(lifetime) : "it does not live that long"));
        }
    }

    private static string Shown(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    /// <summary>Whether anything in the project does something about stale credentials: it names their status, or the source that renews them.</summary>
    private static bool Renews(ProtocolFacts facts)
    {
        var names = new NameSet(["Forbidden", "Unauthorized", "RenewingCredentials"]);
        var statuses = new NameSet(LongPolls.Of(facts).Operations.SelectMany(static each => each.Renewal?.Statuses ?? []).Select(static status => status.ToString(CultureInfo.InvariantCulture)));
        return facts.Compilation.SyntaxTrees.Where(static tree => !tree.IsGenerated())
            .Select(TreeIndex.Of).Any(tree => tree.HasAny(names) || tree.HasAnyLiteral(statuses));
    }
}
