namespace ClientGen.Specs.Model;

/// <summary>The workflows of one Arazzo document.</summary>
/// <param name="Name">The C# class, such as <c>ClickToCallWorkflows</c>.</param>
/// <param name="Documentation">What the document says.</param>
/// <param name="Clients">The clients it calls, in order of its source descriptions.</param>
/// <param name="Workflows">In document order.</param>
public sealed record WorkflowDocumentModel(
    string Name, string Documentation, EquatableArray<WorkflowClientModel> Clients, EquatableArray<WorkflowModel> Workflows);

/// <summary>A client that a workflow document calls.</summary>
/// <param name="SourceName">The name of its source description.</param>
/// <param name="Type">Fully qualified C# name of the client's interface.</param>
/// <param name="Parameter">Constructor parameter, camelCase.</param>
/// <param name="TypeNamespace">The namespace of its models.</param>
public sealed record WorkflowClientModel(string SourceName, string Type, string Parameter, string TypeNamespace);

/// <summary>One workflow, a generated method.</summary>
/// <param name="Id">The contract's workflowId.</param>
/// <param name="Name">Method name without the Async suffix.</param>
/// <param name="Summary">What the contract says of it.</param>
/// <param name="Description">What else it says.</param>
/// <param name="Inputs">The record of its inputs, a type of the contract model; null when it takes none.</param>
/// <param name="Outputs">The members of its result; empty when it returns nothing.</param>
/// <param name="Steps">In document order.</param>
/// <param name="Source">Where the contract declares it.</param>
public sealed record WorkflowModel(
    string Id,
    string Name,
    string Summary,
    string Description,
    TypeRef? Inputs,
    EquatableArray<WorkflowOutputModel> Outputs,
    EquatableArray<StepModel> Steps,
    string Source);

/// <summary>A named value that a step or workflow hands on.</summary>
/// <param name="Name">The C# member.</param>
/// <param name="Type">Its type.</param>
/// <param name="Value">Where it comes from.</param>
/// <param name="Documentation">What the contract says of it.</param>
public sealed record WorkflowOutputModel(string Name, TypeRef Type, ValueSource Value, string Documentation);

/// <summary>The kinds of step.</summary>
public enum StepKind
{
    /// <summary>Calls an operation of a client and waits for its answer.</summary>
    Call,

    /// <summary>Waits for an event of a stream.</summary>
    Receive,

    /// <summary>Runs another workflow of the document.</summary>
    Workflow,
}

/// <summary>One step.</summary>
/// <param name="Id">The contract's stepId.</param>
/// <param name="Name">The C# name, PascalCase.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Client">Index into the document's clients; -1 for workflow steps.</param>
/// <param name="Operation">The method name without Async (a call), the stream's (a receive), or the workflow's method.</param>
/// <param name="OperationId">The contract's operationId or workflowId.</param>
/// <param name="Answer">The type of the success body or of the event; null when there is none.</param>
/// <param name="Arguments">Arguments by C# parameter name, in the method's parameter order.</param>
/// <param name="Criteria">Success criteria; all must hold.</param>
/// <param name="OnSuccess">The first whose criteria hold is taken; with none the next step follows.</param>
/// <param name="OnFailure">The first whose criteria hold is taken; with none the workflow fails.</param>
/// <param name="TimeoutMilliseconds">How long the step may take; null for the operation's own deadline.</param>
/// <param name="Outputs">What it hands on.</param>
/// <param name="DependsOn">Steps that must have succeeded before it.</param>
/// <param name="Documentation">What the contract says of it.</param>
public sealed record StepModel(
    string Id,
    string Name,
    StepKind Kind,
    int Client,
    string Operation,
    string OperationId,
    TypeRef? Answer,
    EquatableArray<StepArgument> Arguments,
    EquatableArray<Condition> Criteria,
    EquatableArray<StepActionModel> OnSuccess,
    EquatableArray<StepActionModel> OnFailure,
    int? TimeoutMilliseconds,
    EquatableArray<WorkflowOutputModel> Outputs,
    EquatableArray<string> DependsOn,
    string Documentation);

/// <summary>An argument of a step's call.</summary>
/// <param name="Parameter">The C# parameter; for a credential the name of the security scheme.</param>
/// <param name="IsCredential">Whether it is a credential for one scheme of the called client instead of a method parameter.</param>
/// <param name="Value">Where it comes from.</param>
public sealed record StepArgument(string Parameter, bool IsCredential, ValueSource Value);

/// <summary>The kinds of value a workflow passes around.</summary>
public enum ValueKind
{
    /// <summary>A JSON literal in <see cref="ValueSource.Text"/>.</summary>
    Literal,

    /// <summary>An input of the workflow, by C# path.</summary>
    Input,

    /// <summary>An output of an earlier step.</summary>
    StepOutput,

    /// <summary>A member of the current answer or event.</summary>
    Body,

    /// <summary>A header of the current answer.</summary>
    Header,

    /// <summary>The status of the current answer.</summary>
    Status,

    /// <summary>An object or list built from members.</summary>
    Object,

    /// <summary>Text with embedded expressions; <see cref="ValueSource.Parts"/> alternate text and values.</summary>
    Template,
}

/// <summary>Where a value comes from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Literal JSON, step name, or header name.</param>
/// <param name="Members">C# path of an input, output or body member.</param>
/// <param name="Type">The type of the value; for <see cref="ValueKind.Object"/> the record to build.</param>
/// <param name="Parts">Members (each named by <see cref="ValuePart.Name"/>) of an object, or the pieces of a template.</param>
public sealed record ValueSource(
    ValueKind Kind, string? Text = null, EquatableArray<MemberStep> Members = default, TypeRef? Type = null, EquatableArray<ValuePart> Parts = default);

/// <summary>A piece of an object or template.</summary>
/// <param name="Name">The C# member of an object; empty in templates.</param>
/// <param name="Value">Its value.</param>
public sealed record ValuePart(string Name, ValueSource Value);

/// <summary>What an action does.</summary>
public enum StepActionKind
{
    /// <summary>Ends the workflow.</summary>
    End,

    /// <summary>Goes to a step.</summary>
    Goto,

    /// <summary>Does the step again.</summary>
    Retry,
}

/// <summary>A success or failure action.</summary>
/// <param name="Name">The contract's name of it.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Criteria">All must hold; empty means always.</param>
/// <param name="StepId">Where to go; null otherwise.</param>
/// <param name="WorkflowName">The method of the workflow that runs first; null when none.</param>
/// <param name="RetryLimit">How many retries; 1 when the contract does not say.</param>
/// <param name="RetryAfterMilliseconds">Pause before the retry.</param>
public sealed record StepActionModel(
    string Name, StepActionKind Kind, EquatableArray<Condition> Criteria, string? StepId, string? WorkflowName, int RetryLimit, int RetryAfterMilliseconds);
