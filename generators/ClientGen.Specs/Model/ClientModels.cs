namespace ClientGen.Specs.Model;

/// <summary>A protocol fact that becomes an attribute of <c>ClientGen.Protocol</c> on a generated member.</summary>
/// <param name="Attribute">The attribute's name without the suffix, such as <c>RequiresEvidence</c>.</param>
/// <param name="Arguments">Arguments in order: positional ones as JSON texts, named ones as <c>Name=JSON text</c>. A JSON array becomes a C# array.</param>
public sealed record ProtocolFact(string Attribute, EquatableArray<string> Arguments);

/// <summary>How a credential travels.</summary>
public enum SecurityKind
{
    /// <summary><c>Authorization: Bearer …</c></summary>
    Bearer,

    /// <summary><c>Authorization: Basic …</c></summary>
    Basic,

    /// <summary>A header of its own.</summary>
    ApiKeyHeader,

    /// <summary>A query parameter.</summary>
    ApiKeyQuery,

    /// <summary>A cookie.</summary>
    ApiKeyCookie,

    /// <summary>A scheme that only a hand-written signer knows.</summary>
    Custom,
}

/// <summary>A security scheme of the contract.</summary>
/// <param name="Name">The contract's name of it.</param>
/// <param name="MemberName">The C# constant that holds the name.</param>
/// <param name="Kind">How the credential travels.</param>
/// <param name="ParameterName">Header, query parameter or cookie; the scheme text for custom HTTP schemes; null otherwise.</param>
/// <param name="RotatedByHeader">The answer header that carries a fresh credential; null when the server never rotates.</param>
/// <param name="LifetimeSeconds">How long it lives when the contract gives a number; null when it does not.</param>
/// <param name="Together">Schemes that are renewed in the same go.</param>
/// <param name="AcquiredBy">The operation that obtains it, <c>file#operationId</c> or <c>operationId</c>; null when the contract does not say.</param>
/// <param name="RenewOn">Statuses that mean "expired".</param>
/// <param name="Documentation">What the contract says of it.</param>
public sealed record SecuritySchemeModel(
    string Name,
    string MemberName,
    SecurityKind Kind,
    string? ParameterName,
    string? RotatedByHeader,
    int? LifetimeSeconds,
    EquatableArray<string> Together,
    string? AcquiredBy,
    EquatableArray<int> RenewOn,
    string Documentation);

/// <summary>A server the contract names.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Url">The URL template.</param>
/// <param name="Variables">Its variables as <c>name=default</c>.</param>
/// <param name="Documentation">What the contract says of it.</param>
public sealed record ServerModel(string Name, string Url, EquatableArray<string> Variables, string Documentation);

/// <summary>A typed client: an interface, a class over it, and one outcome type for each operation.</summary>
/// <param name="Name">The class name, such as <c>PetStoreClient</c>; the interface has an I before it.</param>
/// <param name="Documentation">What the contract says of the API.</param>
/// <param name="Operations">In contract order.</param>
/// <param name="Streams">Event streams that are channels, not operations with an answer.</param>
/// <param name="Schemes">Security schemes in use.</param>
/// <param name="Servers">Servers in contract order.</param>
public sealed record ClientModel(
    string Name,
    string Documentation,
    EquatableArray<OperationModel> Operations,
    EquatableArray<StreamModel> Streams,
    EquatableArray<SecuritySchemeModel> Schemes,
    EquatableArray<ServerModel> Servers)
{
    /// <summary>Facts on the client type.</summary>
    public EquatableArray<ProtocolFact> Facts { get; init; }
}

/// <summary>An event stream over <c>text/event-stream</c>.</summary>
/// <param name="Id">The contract's operation or channel id.</param>
/// <param name="Name">Method name without the Async suffix.</param>
/// <param name="Path">The path template.</param>
/// <param name="Server">The server it goes to; null for the client's own.</param>
/// <param name="Event">The type of an event.</param>
/// <param name="Parameters">Parameters in path, query and headers.</param>
/// <param name="Security">As on operations.</param>
/// <param name="Resume">Whether the last event id is sent when reconnecting.</param>
/// <param name="Documentation">What the contract says of it.</param>
/// <param name="Source">Where the contract declares it.</param>
public sealed record StreamModel(
    string Id,
    string Name,
    string Path,
    string? Server,
    TypeRef Event,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<EquatableArray<string>> Security,
    bool Resume,
    string Documentation,
    string Source)
{
    /// <summary>Facts on the method.</summary>
    public EquatableArray<ProtocolFact> Facts { get; init; }
}

/// <summary>A callback that the service sends to us.</summary>
/// <param name="Id">The contract's name of it.</param>
/// <param name="Name">The C# name, such as <c>CallStatus</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Body">The type of its JSON body.</param>
/// <param name="Events">The receiver's methods for it: one for each case of a union, one for a plain body.</param>
/// <param name="Security">Schemes that prove the sender.</param>
/// <param name="AnswerStatus">The status that acknowledges it.</param>
/// <param name="AnswerBody">The JSON body that acknowledges it; null when none is needed.</param>
/// <param name="Documentation">What the contract says of it.</param>
/// <param name="Source">Where the contract declares it.</param>
public sealed record WebhookModel(
    string Id,
    string Name,
    string Method,
    TypeRef Body,
    EquatableArray<WebhookEventModel> Events,
    EquatableArray<EquatableArray<string>> Security,
    int AnswerStatus,
    string? AnswerBody,
    string Documentation,
    string Source);

/// <summary>One method of a receiver.</summary>
/// <param name="Method">The C# name, such as <c>OnFeeAsync</c>, unique in the receiver; equal names of two webhooks with equal types are one method.</param>
/// <param name="Type">The type it receives.</param>
/// <param name="Documentation">What the contract says of it.</param>
public sealed record WebhookEventModel(string Method, TypeRef Type, string Documentation);

/// <summary>A named state machine (<c>x-clientgen-lifecycle</c>).</summary>
/// <param name="Id">The contract's name of it.</param>
/// <param name="Name">The C# name, such as <c>Agent</c>; the state enum is <c>AgentState</c>, the machine <c>AgentLifecycle</c>.</param>
/// <param name="Key">What tells instances apart: <c>client</c> or a runtime expression.</param>
/// <param name="Initial">The first state.</param>
/// <param name="States">In contract order.</param>
/// <param name="Moves">In contract order.</param>
/// <param name="Documentation">What the contract says of it.</param>
public sealed record LifecycleModel(
    string Id, string Name, string Key, string Initial, EquatableArray<StateModel> States, EquatableArray<MoveModel> Moves, string Documentation)
{
    /// <summary>The C# name of the machine, unique in the namespace.</summary>
    public string MachineName { get; init; } = Name + "Lifecycle";

    /// <summary>The C# name of the state enum.</summary>
    public string StateName { get; init; } = Name + "State";

    /// <summary>Whether a schema of the contract is the state enum already, so that none has to be declared; its members have the names of <see cref="States"/>.</summary>
    public bool StateIsSchema { get; init; }
}

/// <summary>A state.</summary>
/// <param name="Id">The contract's name, also its text on the wire.</param>
/// <param name="Name">The C# name.</param>
/// <param name="MustLeave">Whether staying in it is an obligation left open.</param>
/// <param name="Final">Whether nothing follows.</param>
/// <param name="Documentation">What the contract says of it.</param>
public sealed record StateModel(string Id, string Name, bool MustLeave, bool Final, string Documentation);

/// <summary>A move of a state machine.</summary>
/// <param name="On">The operationId that makes it; null for events.</param>
/// <param name="Event">The event (tag text or message name) that makes it; null for operations.</param>
/// <param name="When">A condition on the answer or event as the contract writes it; null when none.</param>
/// <param name="From">States it leaves; empty for any.</param>
/// <param name="To">The state it enters; null when the event carries the state.</param>
/// <param name="Value">The runtime expression that carries the state; null otherwise.</param>
public sealed record MoveModel(string? On, string? Event, string? When, EquatableArray<string> From, string? To, string? Value);

/// <summary>Everything that one contract file compiles into.</summary>
/// <param name="SpecPath">The file's name without directories.</param>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Client">The client; null when there is nothing to call.</param>
/// <param name="Types">Generated types in contract order.</param>
/// <param name="Webhooks">Callbacks we receive.</param>
/// <param name="Lifecycles">State machines.</param>
/// <param name="Workflows">Workflows (Arazzo documents).</param>
public sealed record ContractModel(
    string SpecPath,
    string Namespace,
    ClientModel? Client,
    EquatableArray<TypeModel> Types,
    EquatableArray<WebhookModel> Webhooks,
    EquatableArray<LifecycleModel> Lifecycles,
    WorkflowDocumentModel? Workflows)
{
    /// <summary>What its generated files are called, unique among the contracts of a build; letters, digits, dots, dashes and underscores.</summary>
    public string FilePrefix { get; init; } = "";
}
