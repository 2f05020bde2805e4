using System.Collections.Immutable;
using System.Text;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Payloads;

/// <summary>CG6003: plain text where Base64 is needed, or Base64 where the client encodes by itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Base64IsWrittenOnce() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG6003", Rules.Values,
        title: "A value is not Base64, or is encoded twice",
        message: "'{0}' is Base64 on the wire: {1}",
        description: "Text members hold the Base64 text itself. Members that are a Uri or bytes hold the plain value, and the client encodes it.");

    /// <summary>The property of a diagnostic that says how to mend it: <see cref="Encode"/>, <see cref="Decode"/> or <see cref="Unwrap"/>.</summary>
    internal const string Cure = "cure";

    /// <summary>Encode the text.</summary>
    internal const string Encode = "encode";

    /// <summary>Write the text that the Base64 stands for.</summary>
    internal const string Decode = "decode";

    /// <summary>Take the inner value as it is.</summary>
    internal const string Unwrap = "unwrap";

    private const string Plain = "this text is not encoded, so the service cannot read it. Encode it first.";
    private const string Twice = "the client encodes this value by itself, so it is encoded twice here. Pass the plain value.";

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts) =>
        GivenValue.Register(context, facts, static value => value.IsBase64, Analyze);

    private static void Analyze(SemanticModelAnalysisContext context, GivenValue given)
    {
        foreach (var found in Alternative.Of(given.Value, context.SemanticModel.Compilation))
        {
            if (Judge(found.Source, context.SemanticModel.Compilation) is not var (complaint, cure))
                continue;
            var properties = cure is null || found.Shown.Syntax != found.Source.Syntax ? null : ImmutableDictionary<string, string?>.Empty.Add(Cure, cure);
            context.ReportDiagnostic(Diagnostic.Create(Rule, found.Shown.Syntax.GetLocation(), properties, given.Name, complaint));
        }
    }

    private static (string Complaint, string? Cure)? Judge(IOperation source, Compilation compilation)
    {
        if (ConstantValue.Of(source, compilation) is { HasValue: true, Value: var value })
            return value is string { Length: > 0 } text && Decoded(text) is null ? (Plain, Encode) : null;
        return source switch
        {
            IInterpolatedStringOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String } =>
                TextPieces.Of(source, compilation).Any(static piece => piece.Any(static c => !IsBase64(c))) ? (Plain, Encode) : null,
            IObjectCreationOperation { Type.Name: "Uri", Arguments: [var address, ..] } => Address(Origin.Of(address.Value, compilation), compilation),
            IInvocationOperation { TargetMethod: { Name: "GetBytes", ContainingType: var type }, Arguments: [var bytes] } when IsEncoding(type) =>
                IsToBase64(Origin.Of(bytes.Value, compilation)) ? (Twice, Unwrap) : null,
            _ => null,
        };
    }

    private static (string Complaint, string? Cure)? Address(IOperation address, Compilation compilation)
    {
        if (IsToBase64(address))
            return (Twice, null);
        // A text that is an address and Base64 of another one too does not exist: addresses have colons.
        return ConstantValue.Text(address, compilation) is { } text && Decoded(text) is { } bytes && Uri.TryCreate(Encoding.UTF8.GetString(bytes), UriKind.Absolute, out var inner) && inner.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? (Twice, Decode)
            : null;
    }

    private static bool IsToBase64(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "ToBase64String", ContainingType: { Name: "Convert", ContainingNamespace.Name: "System" } } };

    private static bool IsEncoding(ITypeSymbol? type)
    {
        while (type is not null && type.Name != "Encoding")
            type = type.BaseType;
        return type is { ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } };
    }

    // Both alphabets, and padding may be left out.
    private static byte[]? Decoded(string text)
    {
        var standard = text.Trim().TrimEnd('=').Replace('-', '+').Replace('_', '/');
        try
        {
            return standard.All(IsBase64) ? Convert.FromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '=')) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsBase64(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '/' or '-' or '_' or '=';
}
