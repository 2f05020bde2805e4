namespace ClientGen.Specs.Model;

/// <summary>The workflows of one Arazzo document.</summary>
/// <param name="Name">The C# class, such as <c>ClickToCallWorkflows</c>.</param>
/// <param name="Documentation">What the document says.</param>
/// <param name="Clients">The clients it calls, in order of its source descriptions.</param>
/// <param name="Workflows">In document order.</param>
/// <remarks>
/// Names of generated types in these models are qualified with their namespace, because types of several contracts meet here.
/// </remarks>
public sealed record WorkflowDocumentModel(
    string Name, string Documentation, EquatableArray<WorkflowClientModel> Clients, EquatableArray<WorkflowModel> Workflows);

/// <summary>A client that a workflow document calls.</summary>
/// <param name="SourceName">The name of its source description.</param>
/// <param name="Contract">File name of the contract that it comes from.</param>
/// <param name="Type">Qualified C# name of the client's interface.</param>
/// <param name="Parameter">Constructor parameter, camelCase.</param>
/// <param name="Namespace">The namespace of its models.</param>
public sealed record WorkflowClientModel(string SourceName, string Contract, string Type, string Parameter, string Namespace);

/// <summary>Which aspects of a workflow are rules for everybody (<c>x-clientgen-normative</c>).</summary>
[Flags]
public enum NormativeAspects
{
    /// <summary>It only generates a method.</summary>
    None = 0,

    /// <summary>What must come before what.</summary>
    Order = 1,

    /// <summary>Which answers are evidence.</summary>
    Success = 2,

    /// <summary>How often a failed call is repeated.</summary>
    Retry = 4,

    /// <summary>What ends polling.</summary>
    Loop = 8,

    /// <summary>When credentials are renewed, and how.</summary>
    Auth = 16,

    /// <summary>Everything.</summary>
    All = Order | Success | Retry | Loop | Auth,
}

/// <summary>One workflow, a generated method.</summary>
/// <param name="Id">The contract's workflowId.</param>
/// <param name="Name">Method name without the Async suffix.</param>
/// <param name="Summary">What the contract says of it.</param>
/// <param name="Description">What else it says.</param>
/// <param name="Source">Where the contract declares it.</param>
public sealed record WorkflowModel(string Id, string Name, string Summary, string Description, string Source)
{
    /// <summary>The record of its inputs; null when it takes none.</summary>
    public TypeRef? Inputs { get; init; }

    /// <summary>Whether the inputs may be left out, since none of them is required.</summary>
    public bool InputsAreOptional { get; init; }

    /// <summary>The record of its outputs; null when it returns nothing.</summary>
    public string? OutputType { get; init; }

    /// <summary>The members of its outputs.</summary>
    public EquatableArray<WorkflowOutputModel> Outputs { get; init; }

    /// <summary>In document order.</summary>
    public EquatableArray<StepModel> Steps { get; init; }

    /// <summary>Values that steps hand on: locals of the method, none of them set at first.</summary>
    public EquatableArray<WorkflowLocal> Locals { get; init; }

    /// <summary>Event streams that its steps listen to; each is opened before the first step, so that no event is lost.</summary>
    public EquatableArray<WorkflowStreamModel> Streams { get; init; }

    /// <summary>What it opens and must not leave open.</summary>
    public EquatableArray<WorkflowObligation> Obligations { get; init; }

    /// <summary>Workflows that must have been completed before, by workflowId.</summary>
    public EquatableArray<string> DependsOn { get; init; }

    /// <summary>Whether every step has what it needs, so that a method is generated.</summary>
    public bool CanRun { get; init; } = true;

    /// <summary>What of it is a rule.</summary>
    public NormativeAspects Normative { get; init; }
}

/// <summary>A member of a workflow's result.</summary>
/// <param name="Id">The contract's name of it.</param>
/// <param name="Name">The C# member.</param>
/// <param name="Value">Where it comes from; its type is the member's.</param>
public sealed record WorkflowOutputModel(string Id, string Name, ValueSource Value);

/// <summary>A local of the generated method; a qualified record name for the outputs of another workflow.</summary>
/// <param name="Name">The C# name, camelCase.</param>
/// <param name="Type">Its type; the local itself can always be null.</param>
public sealed record WorkflowLocal(string Name, TypeRef Type);

/// <summary>An event stream that a workflow listens to.</summary>
/// <param name="Local">The C# local of the subscription.</param>
/// <param name="Client">Index into the document's clients.</param>
/// <param name="Method">The stream's method name without the Async suffix.</param>
/// <param name="Event">The type of an event.</param>
/// <param name="Arguments">Arguments of the method.</param>
public sealed record WorkflowStreamModel(string Local, int Client, string Method, TypeRef Event, EquatableArray<StepArgument> Arguments);

/// <summary>Something that a step opens and that the workflow ends when it is left early.</summary>
/// <param name="Id">The state machine of the contract.</param>
/// <param name="Local">The C# local that says whether it is open.</param>
/// <param name="EndStep">The step that ends it.</param>
public sealed record WorkflowObligation(string Id, string Local, string EndStep);

/// <summary>What the success of a step means for an obligation.</summary>
/// <param name="Local">The local that says whether it is open.</param>
/// <param name="Opens">Whether it is open afterwards; otherwise it is closed.</param>
/// <param name="When">The answer must meet it; null for always.</param>
public sealed record ObligationChange(string Local, bool Opens, Condition? When);

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
/// <param name="Kind">What it does.</param>
/// <param name="OperationId">The contract's operationId or workflowId.</param>
/// <param name="Documentation">What the contract says of it.</param>
/// <param name="Source">Where the contract declares it.</param>
public sealed record StepModel(string Id, StepKind Kind, string OperationId, string Documentation, string Source)
{
    /// <summary>Index into the document's clients; -1 for workflow steps.</summary>
    public int Client { get; init; } = -1;

    /// <summary>The method name without Async: of the operation, the stream, or the workflow.</summary>
    public string Method { get; init; } = "";

    /// <summary>The type of the success body or of the event; null when there is none.</summary>
    public TypeRef? Answer { get; init; }

    /// <summary>The outcomes whose body has that type, such as <c>Ok</c>.</summary>
    public EquatableArray<string> AnswerNames { get; init; }

    /// <summary>For receive steps: the local of the stream's subscription. For workflow steps: the local of the outputs, or null.</summary>
    public string? Local { get; init; }

    /// <summary>Arguments of the call; for workflow steps members of the inputs record.</summary>
    public EquatableArray<StepArgument> Arguments { get; init; }

    /// <summary>The record that the arguments of a workflow step become; null when it takes none.</summary>
    public TypeRef? Inputs { get; init; }

    /// <summary>Success criteria; all must hold.</summary>
    public EquatableArray<Condition> Criteria { get; init; }

    /// <summary>Whether the criteria speak of the status; otherwise success also needs a 2xx.</summary>
    public bool DecidesStatus { get; init; }

    /// <summary>The first whose criteria hold is taken; with none the next step follows.</summary>
    public EquatableArray<StepActionModel> OnSuccess { get; init; }

    /// <summary>The first whose criteria hold is taken; with none the workflow fails.</summary>
    public EquatableArray<StepActionModel> OnFailure { get; init; }

    /// <summary>How long the step may take; null for the operation's own deadline.</summary>
    public int? TimeoutMilliseconds { get; init; }

    /// <summary>What it hands on.</summary>
    public EquatableArray<StepOutputModel> Outputs { get; init; }

    /// <summary>Steps of the same workflow that must have succeeded before it.</summary>
    public EquatableArray<string> DependsOn { get; init; }

    /// <summary>What its success means for obligations.</summary>
    public EquatableArray<ObligationChange> Obligations { get; init; }

    /// <summary>For steps that are repeated after success, such as polls: the parameter that hears of each answer; null otherwise.</summary>
    public string? Handler { get; init; }
}

/// <summary>A value that a step hands on.</summary>
/// <param name="Id">The contract's name of it.</param>
/// <param name="Local">The C# local that keeps it.</param>
/// <param name="Value">Where it comes from.</param>
public sealed record StepOutputModel(string Id, string Local, ValueSource Value);

/// <summary>An argument of a step's call.</summary>
/// <param name="Name">The C# parameter, or the member of an inputs record; for a credential the name of the security scheme.</param>
/// <param name="Target">The type that is needed.</param>
/// <param name="Value">Where it comes from.</param>
/// <param name="IsCredential">Whether it is a credential for one scheme of the called client instead of a method parameter.</param>
public sealed record StepArgument(string Name, TypeRef Target, ValueSource Value, bool IsCredential = false)
{
    /// <summary>Whether it may be left out, so that a missing value is no failure.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>The kinds of value a workflow passes around.</summary>
public enum ValueKind
{
    /// <summary>A JSON literal in <see cref="ValueSource.Text"/>.</summary>
    Literal,

    /// <summary>An input of the workflow.</summary>
    Input,

    /// <summary>A local: an output of an earlier step or workflow.</summary>
    Local,

    /// <summary>A member of the current answer or event.</summary>
    Body,

    /// <summary>A header of the current answer.</summary>
    Header,

    /// <summary>The status of the current answer.</summary>
    Status,

    /// <summary>A record built from members.</summary>
    Object,

    /// <summary>A list built from items.</summary>
    List,

    /// <summary>A map built from entries.</summary>
    Map,

    /// <summary>Text with embedded values.</summary>
    Template,
}

/// <summary>Where a value comes from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Text">Literal JSON, name of a local, or header name.</param>
/// <param name="Ways">C# paths into the input, local or body; the first that leads somewhere counts.</param>
/// <param name="Parts">What an object, list, map or template is made of.</param>
/// <param name="Expression">The contract's words for it, for messages.</param>
public sealed record ValueSource(
    ValueKind Kind,
    TypeRef Type,
    string? Text = null,
    EquatableArray<EquatableArray<MemberStep>> Ways = default,
    EquatableArray<ValuePart> Parts = default,
    string Expression = "")
{
    /// <summary>Whether it holds a credential.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether it holds personal data.</summary>
    public bool IsPersonal { get; init; }
}

/// <summary>A piece of an object, list, map or template.</summary>
/// <param name="Name">The C# member of an object, the key of a map; empty in lists and templates.</param>
/// <param name="Target">The type that is needed there.</param>
/// <param name="Value">Its value.</param>
public sealed record ValuePart(string Name, TypeRef Target, ValueSource Value)
{
    /// <summary>Whether the member takes "nothing", so that a missing value is left out.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>What an action does.</summary>
public enum StepActionKind
{
    /// <summary>Ends the workflow.</summary>
    End,

    /// <summary>Goes to a step, or hands over to another workflow.</summary>
    Goto,

    /// <summary>Does the step again.</summary>
    Retry,
}

/// <summary>A success or failure action.</summary>
/// <param name="Name">The contract's name of it.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Criteria">All must hold; empty means always.</param>
public sealed record StepActionModel(string Name, StepActionKind Kind, EquatableArray<Condition> Criteria)
{
    /// <summary>The step to go to; null otherwise.</summary>
    public string? StepId { get; init; }

    /// <summary>The workflow that runs first, or that follows a goto; null when none.</summary>
    public WorkflowCall? Workflow { get; init; }

    /// <summary>How many retries; 1 when the contract does not say.</summary>
    public int RetryLimit { get; init; } = 1;

    /// <summary>Pause before the retry.</summary>
    public int RetryAfterMilliseconds { get; init; }
}

/// <summary>A workflow that an action runs.</summary>
/// <param name="Id">Its workflowId.</param>
/// <param name="Method">Its method name without Async; null when the inputs for it are not at hand and the caller has to run it.</param>
/// <param name="Inputs">The record of its inputs; null when it takes none.</param>
/// <param name="Arguments">Members of the inputs record.</param>
/// <param name="Local">The local of its outputs; null when nothing reads them.</param>
public sealed record WorkflowCall(string Id, string? Method, TypeRef? Inputs, EquatableArray<StepArgument> Arguments, string? Local);
