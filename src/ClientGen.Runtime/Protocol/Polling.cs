namespace ClientGen.Protocol;

/// <summary>The operation is a long poll: the server holds it until it has something to say.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PollAttribute : Attribute
{
    /// <summary>The shortest wait that a client may choose, in milliseconds.</summary>
    /// <value>0 when the contract names none.</value>
    public int MinTimeoutMs { get; init; }

    /// <summary>Whether only one may be under way at a time.</summary>
    /// <value>Default <c>false</c>.</value>
    public bool Single { get; init; }
}

/// <summary>How often a failed call may be repeated.</summary>
/// <param name="limit">Retries after the first failure; 0 or more.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RetryBoundAttribute(int limit) : Attribute
{
    /// <summary>Retries after the first failure.</summary>
    public int Limit { get; } = limit;

    /// <summary>Whether a success starts the count again.</summary>
    /// <value>Default <c>true</c>.</value>
    public bool Consecutive { get; init; } = true;

    /// <summary>Pause before a retry, in milliseconds.</summary>
    /// <value>Default 0.</value>
    public int AfterMs { get; init; }
}

/// <summary>The method hands out the events of a protocol one by one, and sees to deadlines, retries and reconnects itself.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EventStreamAttribute : Attribute
{
    /// <summary>The operationId of the long poll that it repeats until a terminal event.</summary>
    /// <value><c>null</c> (default) for a stream that the server sends.</value>
    public string? Polls { get; init; }

    /// <summary>Whether it connects again by itself and asks for what came meanwhile.</summary>
    /// <value>Default <c>false</c>.</value>
    public bool Resumes { get; init; }
}

/// <summary>The Boolean result says whether polling goes on. For wrappers of people's own.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class KeepsPollingAttribute : Attribute;

/// <summary>The value is an event of the protocol.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class)]
public sealed class ProtocolEventAttribute : Attribute
{
    /// <summary>Whether nothing follows it.</summary>
    /// <value>Default <c>false</c>.</value>
    public bool Terminal { get; init; }
}

/// <summary>The type is a case of a closed hierarchy, chosen by a tag.</summary>
/// <param name="tag">The JSON name of the tag.</param>
/// <param name="values">The values of the tag that choose it; empty for the case without a tag.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnionCaseAttribute(string tag, params object[] values) : Attribute
{
    /// <summary>The JSON name of the tag.</summary>
    public string Tag { get; } = tag;

    /// <summary>The values of the tag that choose it.</summary>
    public object[] Values { get; } = values;
}

/// <summary>The method takes what the service sends on its own account.</summary>
/// <param name="id">The contract's name of the callback.</param>
/// <param name="body">What its body is.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CallbackAttribute(string id, Type body) : Attribute
{
    /// <summary>The contract's name of the callback.</summary>
    public string Id { get; } = id;

    /// <summary>What its body is.</summary>
    public Type Body { get; } = body;
}

/// <summary>Values that the contract does not name may arrive too.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class OpenEnumAttribute : Attribute;
