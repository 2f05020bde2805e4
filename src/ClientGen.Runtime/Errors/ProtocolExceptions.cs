namespace ClientGen;

/// <summary>Polling failed more often than the contract allows.</summary>
/// <param name="operation">The operationId.</param>
/// <param name="attempts">How many calls in a row failed.</param>
/// <param name="inner">The last failure.</param>
public sealed class PollingGaveUpException(string operation, int attempts, Exception inner)
    : ClientGenException(operation, $"{operation}: polling gave up after {attempts} failures in a row. The last one: {inner.Message}", inner)
{
    /// <summary>How many calls in a row failed.</summary>
    public int Attempts { get; } = attempts;
}

/// <summary>An event stream ended and could not be opened again.</summary>
/// <param name="operation">The contract's name of the stream.</param>
/// <param name="attempts">How many attempts to open it failed in a row.</param>
/// <param name="inner">The last failure; <c>null</c> when the server ended the stream each time.</param>
public sealed class StreamEndedException(string operation, int attempts, Exception? inner)
    : ClientGenException(
        operation,
        $"{operation}: the event stream ended and {attempts} attempts to open it again failed.{(inner is null ? "" : " The last one: " + inner.Message)}",
        inner)
{
    /// <summary>How many attempts failed in a row.</summary>
    public int Attempts { get; } = attempts;
}

/// <summary>A command is not allowed in the present state; nothing was sent.</summary>
/// <param name="machine">The contract's name of the state machine.</param>
/// <param name="state">The present state.</param>
/// <param name="command">The command.</param>
/// <param name="allowed">The states that allow it.</param>
public sealed class StateException(string machine, string state, string command, IReadOnlyList<string> allowed)
    : ClientGenException(command, $"{command} is not allowed while {machine} is {state}; it is allowed in: {string.Join(", ", allowed)}.")
{
    /// <summary>The contract's name of the state machine.</summary>
    public string Machine { get; } = machine;

    /// <summary>The present state.</summary>
    public string State { get; } = state;

    /// <summary>The command.</summary>
    public string Command { get; } = command;

    /// <summary>The states that allow the command.</summary>
    public IReadOnlyList<string> Allowed { get; } = allowed;
}

/// <summary>A workflow could not go on.</summary>
/// <param name="workflow">The workflowId.</param>
/// <param name="step">The stepId of the step that failed.</param>
/// <param name="reason">Why.</param>
/// <param name="inner">The failure of the step's call; <c>null</c> when it answered but its success criteria did not hold.</param>
public sealed class WorkflowException(string workflow, string step, string reason, Exception? inner = null)
    : ClientGenException(workflow, $"Workflow {workflow} failed in step {step}: {reason}", inner)
{
    /// <summary>The workflowId.</summary>
    public string Workflow => Operation;

    /// <summary>The stepId of the step that failed.</summary>
    public string Step { get; } = step;

    /// <summary>Why.</summary>
    public string Reason { get; } = reason;
}
