using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>What a delegate sets on the options that it is given, itself or by helpers.</summary>
internal sealed class OptionSettings
{
    private const int Deepest = 4;

    private readonly Compilation _compilation;
    private readonly List<OptionSetting> _found = [];

    private OptionSettings(Compilation compilation) => _compilation = compilation;

    /// <summary>The parts that code which cannot be seen is given, by their paths; empty for the options themselves.</summary>
    public List<string> Unseen { get; } = [];

    /// <summary>What is set, in order.</summary>
    public IReadOnlyList<OptionSetting> Found => _found;

    /// <summary>Reads a lambda or method; null for delegates that come from elsewhere.</summary>
    public static OptionSettings? Of(IOperation configure, Compilation compilation)
    {
        var settings = new OptionSettings(compilation);
        if (Returns.Lambda(configure) is { Symbol.Parameters: [var options, ..] } lambda)
            settings.Read(lambda.Body, options, "", isAlways: true, 0);
        else if (Returns.Method(configure) is not { Parameters: [var given, ..] } method || !settings.Read(method, given, "", isAlways: true, 0))
            return null;
        return settings;
    }

    private bool Read(IMethodSymbol method, IParameterSymbol options, string prefix, bool isAlways, int depth)
    {
        if (depth > Deepest || method is not { IsVirtual: false, IsAbstract: false, DeclaringSyntaxReferences: [var reference] } || SourceModels.Operation(reference.GetSyntax(), _compilation) is not { } body)
            return false;
        Read(body, options, prefix, isAlways, depth + 1);
        return true;
    }

    private void Read(IOperation body, IParameterSymbol options, string prefix, bool isAlways, int depth)
    {
        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment when PathOf(target, options) is { } path:
                    _found.Add(new(Joined(prefix, path), assignment.Value, isAlways && Position.IsAlways(assignment.Syntax)));
                    break;
                case IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call } argument when PathOf(argument.Value, options) is { } path:
                    var definition = call.TargetMethod.OriginalDefinition;
                    if (!Read(definition, definition.Parameters[parameter.Ordinal], Joined(prefix, path), isAlways && Position.IsAlways(call.Syntax), depth))
                        Unseen.Add(Joined(prefix, path));
                    break;
            }
        }
    }

    private static string Joined(string prefix, string path) => prefix.Length == 0 ? path : path.Length == 0 ? prefix : prefix + "." + path;

    // "options.A.B", also where "options.A" is kept in a local; null for what does not belong to the options.
    private string? PathOf(IOperation value, IParameterSymbol options) => value switch
    {
        IConversionOperation conversion => PathOf(conversion.Operand, options),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter.OriginalDefinition, options.OriginalDefinition) ? "" : null,
        IPropertyReferenceOperation { Instance: { } instance } property => PathOf(instance, options) is { } path ? Joined(path, property.Property.Name) : null,
        ILocalReferenceOperation local => Origin.Of(local.Local, _compilation) is { } origin ? PathOf(origin, options) : null,
        _ => null,
    };
}

/// <summary>A property that is set.</summary>
/// <param name="Path">The properties that lead there, with dots.</param>
/// <param name="Value">What it is set to.</param>
/// <param name="IsAlways">Whether no branch leads around it.</param>
internal sealed record OptionSetting(string Path, IOperation Value, bool IsAlways);
