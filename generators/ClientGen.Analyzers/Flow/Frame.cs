using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

/// <summary>A method, lambda or local function that is being followed.</summary>
/// <param name="Method">Which one.</param>
/// <param name="Graph">Its graph.</param>
/// <param name="Caller">Who called it; null at the entry point.</param>
/// <param name="Site">The call in the caller; null at the entry point.</param>
internal sealed record Frame(IMethodSymbol Method, ControlFlowGraph Graph, Frame? Caller, IOperation? Site)
{
    /// <summary>Whether somebody up the stack handles exceptions.</summary>
    public bool InTry { get; init; }

    /// <summary>How many calls deep it is; 0 at the entry point.</summary>
    public int Depth { get; } = Caller is null ? 0 : Caller.Depth + 1;

    /// <summary>Whether a method is being followed already.</summary>
    public bool Contains(IMethodSymbol method)
    {
        for (var frame = this; frame is not null; frame = frame.Caller)
        {
            if (SymbolEqualityComparer.Default.Equals(frame.Method, method))
                return true;
        }

        return false;
    }

    /// <summary>The graph that a lambda or local function belongs to, searched from the inside out; null when it is not to be had.</summary>
    public ControlFlowGraph? GraphOf(IFlowAnonymousFunctionOperation function)
    {
        for (var frame = this; frame is not null; frame = frame.Caller)
        {
            if (Find(frame.Graph, function) is { } graph)
                return graph;
        }

        return null;
    }

    private static ControlFlowGraph? Find(ControlFlowGraph? graph, IFlowAnonymousFunctionOperation function)
    {
        try
        {
            return graph?.GetAnonymousFunctionControlFlowGraph(function);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The graph that does not own the function says so by throwing.
            return null;
        }
    }

    /// <inheritdoc/>
    public bool Equals(Frame? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
