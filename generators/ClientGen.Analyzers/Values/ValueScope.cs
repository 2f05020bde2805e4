using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Values;

/// <summary>What is known where a value is read: the compilation, and what one parameter is given there.</summary>
/// <param name="Compilation">Where members are looked up.</param>
/// <param name="Parameter">The parameter; null when none is known.</param>
/// <param name="Given">What it is given, by its caller.</param>
internal readonly record struct ValueScope(Compilation Compilation, IParameterSymbol? Parameter = null, IOperation? Given = null)
{
    /// <summary>What a parameter is given; null when that is not known.</summary>
    public IOperation? Argument(IParameterSymbol parameter) => SymbolEqualityComparer.Default.Equals(parameter, Parameter) ? Given : null;
}
