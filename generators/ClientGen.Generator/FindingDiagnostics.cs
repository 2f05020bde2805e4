using System.Collections.Concurrent;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClientGen.Generator;

/// <summary>Shows findings about contracts as compiler diagnostics at their place in the YAML or JSON.</summary>
internal static class FindingDiagnostics
{
    private const string Category = "ClientGen.Contract";

    private static readonly ConcurrentDictionary<(string Id, FindingSeverity Severity), DiagnosticDescriptor> Descriptors = new();

    /// <summary>Reports one finding.</summary>
    public static void Report(SourceProductionContext context, Finding finding) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptor(finding.Id, finding.Severity), Place(finding), finding.Message));

    /// <summary>Reports an error that is about the project and not about a place in a contract.</summary>
    public static void ReportError(SourceProductionContext context, ReadingRule rule, string message) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptor(rule.Id, FindingSeverity.Error), Location.None, message));

    private static DiagnosticDescriptor Descriptor(string id, FindingSeverity severity) =>
        Descriptors.GetOrAdd((id, severity), static key => Describe(key.Id, key.Severity));

    private static DiagnosticDescriptor Describe(string id, FindingSeverity severity)
    {
        var rule = ContractRules.Find(id);
        return new DiagnosticDescriptor(id, rule?.Title ?? "A finding about a contract", "{0}", Category, Severity(severity), isEnabledByDefault: true, rule?.Help, rule?.HelpLink);
    }

    private static DiagnosticSeverity Severity(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => DiagnosticSeverity.Error,
        FindingSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static Location Place(Finding finding) => Location.Create(
        finding.Path,
        new TextSpan(finding.Span.Start, finding.Span.Length),
        new LinePositionSpan(
            new LinePosition(finding.Span.From.Line, finding.Span.From.Column), new LinePosition(finding.Span.To.Line, finding.Span.To.Column)));
}
