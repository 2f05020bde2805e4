namespace ClientGen.Workflows;

/// <summary>What happened to a step.</summary>
public enum WorkflowStepState
{
    /// <summary>It begins.</summary>
    Started,

    /// <summary>It met its success criteria.</summary>
    Succeeded,

    /// <summary>It failed, and the workflow decides what follows.</summary>
    Failed,

    /// <summary>It will be done again.</summary>
    Retrying,
}

/// <summary>A line of a workflow's progress. Holds no bodies and no credentials.</summary>
/// <param name="Workflow">The workflowId.</param>
/// <param name="Step">The stepId.</param>
/// <param name="State">What happened.</param>
/// <param name="Attempt">Which attempt at the step, from 1; starts again each time the step is reached anew.</param>
/// <param name="Elapsed">Time since the workflow began.</param>
/// <param name="Failure">Why it failed; <c>null</c> when it did not.</param>
public sealed record WorkflowStepReport(
    string Workflow, string Step, WorkflowStepState State, int Attempt, TimeSpan Elapsed, Exception? Failure = null);
