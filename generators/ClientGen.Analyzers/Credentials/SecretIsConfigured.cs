using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Credentials;

/// <summary>CG4005: a credential is written into the source code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretIsConfigured() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG4005", Rules.Credentials,
        title: "A secret is written into the source code",
        message: "The contract calls '{0}' a secret, and this value is written into the source code. Read it from configuration, the environment or a secret store.",
        description: "Whoever can read the source or the compiled program can use the credential, and it cannot be changed without a new build.");

    /// <summary>The property of a diagnostic that holds a name for the secret in a configuration.</summary>
    internal const string Key = "key";

    // Codes that people type are secrets for a minute; the contract keeps them this short.
    private const int LongestTypedCode = 8;

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts) =>
        GivenValue.Register(context, facts, static value => value.IsSecret && !(value.Length?.Maximum <= LongestTypedCode), Analyze);

    private static void Analyze(SemanticModelAnalysisContext context, GivenValue given)
    {
        var compilation = context.SemanticModel.Compilation;
        var properties = KeyOf(given.Target) is { } key ? ImmutableDictionary<string, string?>.Empty.Add(Key, key) : null;
        foreach (var found in Entries(given.Value).SelectMany(value => Alternative.Of(value, compilation, fallbacks: true)))
        {
            if (ConstantValue.Text(found.Source, compilation) is not { } text || Placeholder.Is(text))
                continue;
            context.ReportDiagnostic(Diagnostic.Create(Rule, found.Shown.Syntax.GetLocation(), properties, given.Name));
        }
    }

    // A parameter called "value" is named by what it is the value of; dictionaries have names of their own.
    private static string? KeyOf(ISymbol target) => target switch
    {
        IParameterSymbol { Type.SpecialType: not SpecialType.System_String } => null,
        { Name: "value", ContainingType: { } type } => type.Name,
        { Name: { Length: > 0 } name } => char.ToUpperInvariant(name[0]) + name.Substring(1),
        _ => null,
    };

    // Several credentials travel in a dictionary; its values count, not its keys.
    private static IEnumerable<IOperation> Entries(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        if (value is not IObjectCreationOperation { Initializer: { } initializer })
            return [value];
        return initializer.Initializers.Select(static entry => entry switch
        {
            ISimpleAssignmentOperation assignment => assignment.Value,
            IInvocationOperation { Arguments: [.., var last] } => last.Value,
            _ => null,
        }).OfType<IOperation>();
    }
}
