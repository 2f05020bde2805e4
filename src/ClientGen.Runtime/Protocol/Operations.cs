namespace ClientGen.Protocol;

/// <summary>The member is an operation of a contract.</summary>
/// <param name="id">The contract's operationId.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProtocolOperationAttribute(string id) : Attribute
{
    /// <summary>The contract's operationId.</summary>
    public string Id { get; } = id;
}

/// <summary>Another operation must have succeeded before this one is called.</summary>
/// <param name="id">The operationId of the operation that comes before.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequiresOperationAttribute(string id) : Attribute
{
    /// <summary>The operationId of the operation that comes before.</summary>
    public string Id { get; } = id;
}

/// <summary>Sending the call again may do its work twice, so it is not repeated without looking.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotRetryableAttribute : Attribute;

/// <summary>The value means success when a member has a certain value.</summary>
/// <param name="member">The C# member that is looked at.</param>
/// <param name="value">The value that means success: a string, a number or a Boolean.</param>
/// <remarks>Several of them must all hold.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class SuccessWhenAttribute(string member, object? value) : Attribute
{
    /// <summary>The C# member that is looked at.</summary>
    public string Member { get; } = member;

    /// <summary>The value that means success, as the contract writes it.</summary>
    public object? Value { get; } = value;

    /// <summary>The enum member that stands for the value.</summary>
    /// <value><c>null</c> (default) when the member's type is no enum.</value>
    public string? EnumMember { get; init; }
}
