using ClientGen.Analyzers.Tests.Kit;
using ClientGen.Specs.Contracts;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Tests.Docs;

/// <summary>A rule as users know it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Category">Its family.</param>
/// <param name="Severity">What it is by default; <see cref="AsFound"/> where each finding decides.</param>
/// <param name="HasFix">Whether a code fix mends it.</param>
internal sealed record KnownRule(string Id, string Title, string Category, string Severity, bool HasFix)
{
    /// <summary>Findings about contracts are as severe as what was lost by them.</summary>
    public const string AsFound = "as found";

    /// <summary>The descriptors of the rules about code, by id: of a rule with several messages the most severe one.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
        [.. Shipped.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).GroupBy(static rule => rule.Id)
            .Select(static group => group.OrderByDescending(static rule => rule.DefaultSeverity).First()).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>All rules, by id: about code, then about contracts.</summary>
    public static IReadOnlyList<KnownRule> All { get; } =
    [
        .. Descriptors.Select(static rule => new KnownRule(rule.Id, rule.Title.ToString(), rule.Category, Text(rule), IsMended(rule.Id))),
        .. ContractRules.All.Select(static rule => new KnownRule(rule.Id, rule.Title, "ClientGen.Contract", AsFound, HasFix: false)),
    ];

    /// <summary>The ids of the rules about code.</summary>
    public static TheoryData<string> CodeIds => [.. Descriptors.Select(static rule => rule.Id)];

    /// <summary>The ids of the rules about contracts.</summary>
    public static TheoryData<string> ContractIds => [.. ContractRules.All.Select(static rule => rule.Id)];

    private static string Text(DiagnosticDescriptor rule) => rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString().ToLowerInvariant() : "none";

    private static bool IsMended(string id) => FixRun.Providers.Any(provider => provider.FixableDiagnosticIds.Contains(id));
}
