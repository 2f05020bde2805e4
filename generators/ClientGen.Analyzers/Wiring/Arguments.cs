using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Wiring;

/// <summary>What a method or constructor is given at one place.</summary>
/// <param name="Call">The call or creation.</param>
/// <param name="Values">Its arguments.</param>
/// <param name="Compilation">Where defaults are looked up.</param>
internal sealed record Arguments(IOperation Call, IReadOnlyList<IArgumentOperation> Values, Compilation Compilation)
{
    /// <summary>Every place of this project that calls a method or constructor.</summary>
    public static IEnumerable<Arguments> Of(ISymbol called, Compilation compilation) => called switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => NamedUses.Of(compilation).Creations(constructor.ContainingType)
            .Where(creation => SymbolEqualityComparer.Default.Equals(creation.Constructor?.OriginalDefinition, constructor.OriginalDefinition))
            .Select(creation => new Arguments(creation, creation.Arguments, compilation)),
        IMethodSymbol method => NamedUses.Of(compilation).Calls(method).Select(call => new Arguments(call, call.Arguments, compilation)),
        _ => [],
    };

    /// <summary>What a parameter is given: the argument, or the default where it is declared.</summary>
    public IOperation? Given(IParameterSymbol parameter)
    {
        if (Values.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is not { } argument)
            return null;
        return argument.ArgumentKind == ArgumentKind.DefaultValue
            ? SourceModels.Operation((parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as ParameterSyntax)?.Default?.Value, Compilation)
            : argument.Value;
    }
}
