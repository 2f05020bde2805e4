using System.Collections.Immutable;
using System.Globalization;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers.Payloads;

/// <summary>CG6002: a constant number is out of range.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NumberFitsContract() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG6002", Rules.Values,
        title: "A value is none that the contract allows",
        message: "The contract refuses this value of '{0}': {1}",
        description: "The contract limits the value by a range or a list of values, and what is written here is outside.");

    /// <summary>The property of a diagnostic that holds the nearest allowed number, as C#.</summary>
    internal const string Nearest = "nearest";

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts) =>
        GivenValue.Register(context, facts, static value => value.Range is not null, Analyze);

    private static void Analyze(SemanticModelAnalysisContext context, GivenValue given)
    {
        var range = given.Facts.Range!;
        foreach (var found in Alternative.Of(given.Value, context.SemanticModel.Compilation))
        {
            if (ConstantValue.Of(found.Source, context.SemanticModel.Compilation) is not { HasValue: true, Value: { } value } || ConstantValue.AsNumber(value) is not { } number
                || (!range.IsBelow(number) && !range.IsAbove(number)))
                continue;
            context.ReportDiagnostic(Diagnostic.Create(Rule, found.Shown.Syntax.GetLocation(), Fix(range, number, value), given.Name, Complaint(range, number)));
        }
    }

    private static string Complaint(RangeFacts range, double number) => range.IsBelow(number)
        ? $"it must be {(range.ExcludesMinimum ? "more than" : "at least")} {Show(range.Minimum)}."
        : $"it must be {(range.ExcludesMaximum ? "less than" : "at most")} {Show(range.Maximum)}.";

    private static ImmutableDictionary<string, string?>? Fix(RangeFacts range, double number, object value)
    {
        var (bound, isExcluded, inwards) = range.IsBelow(number) ? (range.Minimum, range.ExcludesMinimum, 1) : (range.Maximum, range.ExcludesMaximum, -1);
        var isWhole = value is not (float or double or decimal);
        // Next to an excluded bound there is a nearest whole number, and no nearest real one.
        if (isExcluded && !isWhole)
            return null;
        var nearest = isWhole ? (isExcluded ? Math.Floor(bound) + inwards : inwards > 0 ? Math.Ceiling(bound) : Math.Floor(bound)) : bound;
        if (isExcluded && inwards < 0)
            nearest = Math.Ceiling(bound) - 1;
        return range.IsBelow(nearest) || range.IsAbove(nearest)
            ? null
            : ImmutableDictionary<string, string?>.Empty.Add(Nearest, Show(nearest) + value switch { float => "F", decimal => "M", _ => "" });
    }

    private static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
