namespace ClientGen.Protocol;

/// <summary>The protocol tables of a compiled contract, for tools that look at the assembly.</summary>
/// <param name="json">State machines and their moves as JSON.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ProtocolModelAttribute(string json) : Attribute
{
    /// <summary>State machines and their moves as JSON.</summary>
    public string Json { get; } = json;
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
