namespace ClientGen.Workflows;

/// <summary>How generated workflows run.</summary>
public sealed class WorkflowOptions
{
    /// <summary>The clock of pauses, step time-outs and reports.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
