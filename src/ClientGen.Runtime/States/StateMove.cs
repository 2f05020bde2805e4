namespace ClientGen.States;

/// <summary>A move of a state machine.</summary>
/// <typeparam name="TState">The states.</typeparam>
/// <param name="Command">The operationId that makes it.</param>
/// <param name="From">States that allow it; empty for any.</param>
/// <param name="To">The state that follows.</param>
public sealed record StateMove<TState>(string Command, IReadOnlyList<TState> From, TState To)
    where TState : struct, Enum;

/// <summary>A change of state.</summary>
/// <typeparam name="TState">The states.</typeparam>
/// <param name="Before">The state until now.</param>
/// <param name="After">The state from now on.</param>
/// <param name="Command">The command that made it; <c>null</c> for an event.</param>
public readonly record struct StateChange<TState>(TState Before, TState After, string? Command)
    where TState : struct, Enum;
