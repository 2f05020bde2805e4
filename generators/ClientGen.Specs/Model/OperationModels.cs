namespace ClientGen.Specs.Model;

/// <summary>Where a parameter travels.</summary>
public enum ParameterPlace
{
    /// <summary>In the path template.</summary>
    Path,

    /// <summary>In the query.</summary>
    Query,

    /// <summary>In a header.</summary>
    Header,

    /// <summary>In a cookie.</summary>
    Cookie,
}

/// <summary>How OpenAPI serialises a parameter.</summary>
public enum ParameterStyle
{
    /// <summary><c>a,b</c> in paths and headers.</summary>
    Simple,

    /// <summary><c>.a.b</c> in paths.</summary>
    Label,

    /// <summary><c>;name=a</c> in paths.</summary>
    Matrix,

    /// <summary><c>name=a&amp;name=b</c> in queries and cookies.</summary>
    Form,

    /// <summary><c>a%20b</c> in queries.</summary>
    SpaceDelimited,

    /// <summary><c>a|b</c> in queries.</summary>
    PipeDelimited,

    /// <summary><c>name[key]=a</c> in queries.</summary>
    DeepObject,

    /// <summary>The parameter has a JSON media type instead of a style.</summary>
    JsonContent,
}

/// <summary>One parameter of an operation.</summary>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Name">Its C# name, camelCase and unique in the operation.</param>
/// <param name="Type">Its type.</param>
/// <param name="Place">Where it travels.</param>
/// <param name="Style">How it is serialised.</param>
/// <param name="Explode">Whether each item has a name of its own.</param>
/// <param name="AllowReserved">Whether reserved characters stay as they are in a query.</param>
/// <param name="Required">Whether callers must give it.</param>
/// <param name="Default">The JSON text of the contract's default; null when it has none.</param>
/// <param name="Limits">What the contract allows of its value.</param>
/// <param name="Documentation">What the contract says of it.</param>
public sealed record ParameterModel(
    string WireName,
    string Name,
    TypeRef Type,
    ParameterPlace Place,
    ParameterStyle Style,
    bool Explode,
    bool AllowReserved,
    bool Required,
    string? Default,
    ValueLimits Limits,
    string Documentation)
{
    /// <summary>Whether it holds a credential.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether it holds personal data.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Whether the contract discourages it.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>The JSON text of its only allowed value, sent by itself; null when it has none.</summary>
    public string? Constant { get; init; }
}

/// <summary>The form of a request or answer body.</summary>
public enum BodyForm
{
    /// <summary>No body.</summary>
    None,

    /// <summary>JSON.</summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary><c>multipart/form-data</c>.</summary>
    Multipart,

    /// <summary>Bytes as a stream.</summary>
    Binary,

    /// <summary>Text.</summary>
    Text,

    /// <summary><c>text/event-stream</c>.</summary>
    EventStream,
}

/// <summary>One part of a multipart or form body.</summary>
/// <param name="WireName">The name of the part.</param>
/// <param name="Property">The member it comes from (C# name).</param>
/// <param name="Type">Its type; <see cref="TypeKind.Bytes"/> with <paramref name="IsFile"/> is a file.</param>
/// <param name="IsFile">Whether it is sent as a file with a name and a media type.</param>
/// <param name="ContentType">Its media type; null for the default of its kind.</param>
/// <param name="Required">Whether callers must give it.</param>
/// <param name="Documentation">What the contract says of it.</param>
public sealed record BodyPartModel(
    string WireName, string Property, TypeRef Type, bool IsFile, string? ContentType, bool Required, string Documentation);

/// <summary>The body of a request.</summary>
/// <param name="Form">Its form.</param>
/// <param name="ContentType">The media type that is sent.</param>
/// <param name="Type">The C# type for JSON bodies; null for the other forms.</param>
/// <param name="Parts">The parts of a form or multipart body, each a parameter of the method.</param>
/// <param name="Required">Whether callers must give it.</param>
/// <param name="Documentation">What the contract says of it.</param>
public sealed record RequestBodyModel(
    BodyForm Form, string ContentType, TypeRef? Type, EquatableArray<BodyPartModel> Parts, bool Required, string Documentation);

/// <summary>A header that the contract documents on an answer.</summary>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Documentation">What the contract says of it.</param>
public sealed record HeaderModel(string WireName, string Name, TypeRef Type, string Documentation);

/// <summary>One documented answer of an operation.</summary>
/// <param name="Status">The status as the contract writes it: <c>200</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Name">The C# name of its outcome, such as <c>Ok</c> or <c>NotFound</c>.</param>
/// <param name="Form">The form of its body.</param>
/// <param name="Type">The C# type of a JSON body, or of an event of a stream; null when there is none.</param>
/// <param name="ContentType">The media type; null without a body.</param>
/// <param name="Headers">Its documented headers.</param>
/// <param name="Documentation">What the contract says of it.</param>
public sealed record AnswerModel(
    string Status, string Name, BodyForm Form, TypeRef? Type, string? ContentType, EquatableArray<HeaderModel> Headers, string Documentation)
{
    /// <summary>Whether it is what callers want: the 2xx family; where none is documented a redirect, else <c>default</c>.</summary>
    public bool IsSuccess { get; init; } = Status.StartsWith("2", StringComparison.Ordinal);
}

/// <summary>What the contract calls success beside a 2xx status.</summary>
/// <param name="Criteria">All must hold on the body.</param>
/// <param name="CodePath">C# member path to the result code, such as <c>ResultCode</c>; null when there is none.</param>
/// <param name="MessagePath">C# member path to the explanation; null when there is none.</param>
public sealed record SuccessModel(EquatableArray<Condition> Criteria, string? CodePath, string? MessagePath);

/// <summary>A call the client can make; its C# names are final.</summary>
/// <param name="Id">The contract's operationId.</param>
/// <param name="Name">Method name without the Async suffix, unique in the client.</param>
/// <param name="Group">The tag it belongs to; operations of one tag share a generated file.</param>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Path">The path template, with the server's base path not included.</param>
/// <param name="Summary">What the contract says of it in a line.</param>
/// <param name="Description">What else it says.</param>
/// <param name="Source">Where the contract declares it: <c>file#/json/pointer</c>.</param>
public sealed record OperationModel(
    string Id, string Name, string Group, string Method, string Path, string Summary, string Description, string Source)
{
    /// <summary>Parameters, required ones first, each group in contract order.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The body; null when there is none.</summary>
    public RequestBodyModel? Body { get; init; }

    /// <summary>Documented answers in contract order.</summary>
    public EquatableArray<AnswerModel> Answers { get; init; }

    /// <summary>Alternatives; each is a set of scheme names that must all be given. An empty set is "no credential needed".</summary>
    public EquatableArray<EquatableArray<string>> Security { get; init; }

    /// <summary>What means success beside the status; null when the status alone decides.</summary>
    public SuccessModel? Success { get; init; }

    /// <summary>How long the client waits, in milliseconds; null for the ordinary deadline.</summary>
    public int? DeadlineMilliseconds { get; init; }

    /// <summary>The long poll that it is; null for ordinary calls.</summary>
    public LongPollModel? LongPoll { get; init; }

    /// <summary>Statuses after which the credentials are renewed and the call is sent once more.</summary>
    public EquatableArray<int> RenewOn { get; init; }

    /// <summary>Whether a blind second sending is harmless: safe and idempotent HTTP methods.</summary>
    public bool IsResendable { get; init; }

    /// <summary>Whether the contract discourages it.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>The C# member of the client's server list it goes to; null for the client's own server.</summary>
    public string? Server { get; init; }

    /// <summary>The state machine command that sending it is (AsyncAPI); null when it is none.</summary>
    public string? Lifecycle { get; init; }

    /// <summary>Protocol facts, written as attributes on the interface and the class member.</summary>
    public EquatableArray<ProtocolFact> Facts { get; init; }
}

/// <summary>A call that the server holds until it has something to say.</summary>
/// <param name="StreamName">Method name of its event stream without the Async suffix.</param>
/// <param name="MinTimeoutMilliseconds">The shortest wait that a client may choose.</param>
/// <param name="Single">Whether only one may be under way.</param>
/// <param name="Terminal">The answer ends the polling when any of these holds.</param>
/// <param name="RetryLimit">Retries after a failure before the client gives up; null when the contract does not say.</param>
/// <param name="RetryAfterMilliseconds">Pause before a retry.</param>
public sealed record LongPollModel(
    string StreamName, int MinTimeoutMilliseconds, bool Single, EquatableArray<Condition> Terminal, int? RetryLimit, int RetryAfterMilliseconds);

/// <summary>A condition on an answer, bound to C# members.</summary>
/// <param name="Text">The condition as the contract writes it, for documentation.</param>
/// <param name="Expression">The bound condition.</param>
public sealed record Condition(string Text, ConditionNode Expression);

/// <summary>The kinds of node of a bound condition.</summary>
public enum ConditionKind
{
    /// <summary>All children hold.</summary>
    And,

    /// <summary>Any child holds.</summary>
    Or,

    /// <summary>The only child does not hold.</summary>
    Not,

    /// <summary>Left operand compared with right operand by <see cref="ConditionNode.Operator"/>.</summary>
    Compare,

    /// <summary>A constant truth.</summary>
    Constant,
}

/// <summary>A node of a bound condition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Operator">For comparisons: <c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</param>
/// <param name="Left">For comparisons.</param>
/// <param name="Right">For comparisons.</param>
/// <param name="Children">For and, or, not.</param>
/// <param name="Truth">For constants.</param>
public sealed record ConditionNode(
    ConditionKind Kind,
    string? Operator = null,
    Operand? Left = null,
    Operand? Right = null,
    EquatableArray<ConditionNode> Children = default,
    bool Truth = false);

/// <summary>What an operand reads.</summary>
public enum OperandKind
{
    /// <summary>A JSON literal in <see cref="Operand.Text"/>: <c>null</c>, <c>true</c>, <c>12</c>, <c>"0"</c>.</summary>
    Literal,

    /// <summary>The status of the answer.</summary>
    Status,

    /// <summary>A member of the body; <see cref="Operand.Members"/> is the C# path and <see cref="Operand.Type"/> the type at its end.</summary>
    Body,

    /// <summary>A header of the answer named by <see cref="Operand.Text"/>.</summary>
    Header,

    /// <summary>Another value of a workflow, named by <see cref="Operand.Text"/> (a runtime expression that the workflow binder resolves).</summary>
    Expression,
}

/// <summary>One step of a C# member path.</summary>
/// <param name="JsonName">The JSON name or index.</param>
/// <param name="Name">The C# member; null for a list index.</param>
/// <param name="OnCase">The case record that declares it, when the path goes through a union member that only some cases have.</param>
/// <param name="MayBeNull">Whether the value at this point can be null or absent.</param>
/// <param name="IsOptional">Whether the member is an <c>Optional&lt;T&gt;</c>.</param>
public sealed record MemberStep(string JsonName, string? Name, string? OnCase, bool MayBeNull, bool IsOptional);

/// <summary>One side of a comparison.</summary>
/// <param name="Kind">What it reads.</param>
/// <param name="Text">Literal, header name or expression.</param>
/// <param name="Members">The C# path into the body.</param>
/// <param name="Type">The type of what is read; null when unknown.</param>
public sealed record Operand(OperandKind Kind, string? Text = null, EquatableArray<MemberStep> Members = default, TypeRef? Type = null);
