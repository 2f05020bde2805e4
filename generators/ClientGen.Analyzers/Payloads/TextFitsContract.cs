using System.Collections.Immutable;
using System.Globalization;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Payloads;

/// <summary>CG6001: a constant text has the wrong characters or the wrong length.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TextFitsContract() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG6001", Rules.Values,
        title: "A text has the wrong characters or the wrong length",
        message: "The contract refuses this value of '{0}': it {1}",
        description: "The contract limits the value by a pattern or a length, and what is written here can never meet it.");

    /// <summary>The property of a diagnostic that holds the text without the blanks around it, when that fits.</summary>
    internal const string Trimmed = "trimmed";

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts) =>
        GivenValue.Register(context, facts, static value => value is not { Pattern: null, Length: null }, Analyze);

    private static void Analyze(SemanticModelAnalysisContext context, GivenValue given)
    {
        foreach (var found in Alternative.Of(given.Value, context.SemanticModel.Compilation))
        {
            if (Complaint(given.Facts, found.Source, context.SemanticModel.Compilation) is not { } complaint)
                continue;
            var properties = found.Source is ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } && text.Trim() is var trimmed && trimmed != text && Complaint(given.Facts, trimmed) is null
                ? ImmutableDictionary<string, string?>.Empty.Add(Trimmed, trimmed)
                : null;
            context.ReportDiagnostic(Diagnostic.Create(Rule, found.Shown.Syntax.GetLocation(), properties, given.Name, complaint));
        }
    }

    private static string? Complaint(ValueFacts facts, IOperation source, Compilation compilation) => source switch
    {
        _ when ConstantValue.Of(source, compilation) is { HasValue: true, Value: var value } => value is string text ? Complaint(facts, text) : null,
        IObjectCreationOperation { Type.Name: "Uri", Arguments: [var address, ..] } when ConstantValue.Text(address.Value, compilation) is { } text => Complaint(facts.Length, WireLength(text, facts.IsBase64)),
        _ when source.Type?.SpecialType == SpecialType.System_String => Complaint(facts, TextPieces.Of(source, compilation)),
        _ => null,
    };

    private static string? Complaint(ValueFacts facts, string text) =>
        facts.Pattern is { } pattern && EcmaPattern.Of(pattern)?.Rejects(text) == true ? Mismatch(pattern) : Complaint(facts.Length, CodePoints(text));

    // The rest is not known, so only what it cannot mend counts.
    private static string? Complaint(ValueFacts facts, IReadOnlyList<string> pieces)
    {
        if (facts.Pattern is { } pattern && EcmaPattern.Of(pattern) is { } known && pieces.Any(known.RejectsPiece))
            return Mismatch(pattern);
        return facts.Length is { } limits && pieces.Sum(CodePoints) is var length && length > limits.Maximum ? TooLong(limits, length) : null;
    }

    private static string? Complaint(LengthFacts? limits, int length)
    {
        if (limits is null)
            return null;
        if (length > limits.Maximum)
            return TooLong(limits, length);
        return length < limits.Minimum ? string.Format(CultureInfo.InvariantCulture, "needs at least {0} characters and has {1}.", limits.Minimum, length) : null;
    }

    private static string Mismatch(string pattern) => $"does not match {pattern}.";

    private static string TooLong(LengthFacts limits, int length) =>
        string.Format(CultureInfo.InvariantCulture, "may have at most {0} characters and has {1}.", limits.Maximum, length);

    // JSON Schema counts characters as Unicode does, not as .NET stores them.
    private static int CodePoints(string text) => text.Length - text.Where((c, i) => char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1])).Count();

    private static int WireLength(string text, bool isBase64) => isBase64 ? (System.Text.Encoding.UTF8.GetByteCount(text) + 2) / 3 * 4 : CodePoints(text);
}
