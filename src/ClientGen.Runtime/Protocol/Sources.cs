namespace ClientGen.Protocol;

/// <summary>The protocol tables of a compiled contract, for tools that look at the assembly.</summary>
/// <param name="json">State machines and their moves as JSON.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ProtocolModelAttribute(string json) : Attribute
{
    /// <summary>State machines and their moves as JSON.</summary>
    public string Json { get; } = json;
}

/// <summary>The generated class of a state machine, for tools that look at the assembly.</summary>
/// <param name="id">The machine's id in the contract.</param>
/// <param name="type">The generated class.</param>
/// <param name="states">The contract's names of its states.</param>
/// <param name="members">The members of the enum of its states, in the same order.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class StateMachineAttribute(string id, Type type, string[] states, string[] members) : Attribute
{
    /// <summary>The machine's id in the contract.</summary>
    public string Id { get; } = id;

    /// <summary>The generated class.</summary>
    public Type Type { get; } = type;

    /// <summary>The contract's names of its states.</summary>
    public string[] States { get; } = states;

    /// <summary>The members of the enum of its states, in the same order.</summary>
    public string[] Members { get; } = members;
}

/// <summary>Where the contract declares what the member was made from.</summary>
/// <param name="file">The contract's file name.</param>
/// <param name="pointer">The place in it, as a JSON pointer. Never a line: lines move with unrelated edits.</param>
[AttributeUsage(AttributeTargets.All)]
public sealed class ContractSourceAttribute(string file, string pointer) : Attribute
{
    /// <summary>The contract's file name.</summary>
    public string File { get; } = file;

    /// <summary>The place in it, as a JSON pointer.</summary>
    public string Pointer { get; } = pointer;
}

/// <summary>The method registers a client over <c>IHttpClientFactory</c>, so that tools know whose <c>HttpClient</c> its builder builds.</summary>
/// <param name="client">The client.</param>
/// <param name="name">The name of the <c>HttpClient</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RegistersClientAttribute(Type client, string name) : Attribute
{
    /// <summary>The client.</summary>
    public Type Client { get; } = client;

    /// <summary>The name of the <c>HttpClient</c>.</summary>
    public string Name { get; } = name;
}
