namespace ClientGen.Protocol;

/// <summary>A value of this type is evidence: what its flags say decides whether other operations may be called.</summary>
/// <param name="name">The name of the evidence.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true)]
public sealed class EvidenceResultAttribute(string name) : Attribute
{
    /// <summary>The name of the evidence.</summary>
    public string Name { get; } = name;
}

/// <summary>The member must have been seen with this value for the evidence to hold.</summary>
/// <param name="name">The name of the evidence.</param>
/// <param name="value">The value that it must have.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class EvidenceFlagAttribute(string name, object? value) : Attribute
{
    /// <summary>The name of the evidence.</summary>
    public string Name { get; } = name;

    /// <summary>The value that the member must have, as the contract writes it.</summary>
    public object? Value { get; } = value;

    /// <summary>The enum member that stands for the value.</summary>
    /// <value><c>null</c> (default) when the member's type is no enum.</value>
    public string? EnumMember { get; init; }
}

/// <summary>The member may be used only where the evidence is known to hold. People may put it on wrappers of their own.</summary>
/// <param name="name">The name of the evidence.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor, AllowMultiple = true)]
public sealed class RequiresEvidenceAttribute(string name) : Attribute
{
    /// <summary>The name of the evidence.</summary>
    public string Name { get; } = name;
}

/// <summary>When the method returns normally (and, if it returns a task, after the await), the evidence holds.</summary>
/// <param name="name">The name of the evidence.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, AllowMultiple = true)]
public sealed class EnsuresEvidenceAttribute(string name) : Attribute
{
    /// <summary>The name of the evidence.</summary>
    public string Name { get; } = name;
}

/// <summary>When the member is <c>true</c> (or its task ends with <c>true</c>), the evidence holds.</summary>
/// <param name="name">The name of the evidence.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = true)]
public sealed class EvidenceGuardAttribute(string name) : Attribute
{
    /// <summary>The name of the evidence.</summary>
    public string Name { get; } = name;
}
