namespace ClientGen.Protocol;

/// <summary>After a successful call something is open that must be ended.</summary>
/// <param name="name">The name of the obligation.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StartsObligationAttribute(string name) : Attribute
{
    /// <summary>The name of the obligation.</summary>
    public string Name { get; } = name;
}

/// <summary>The call ends what another one opened.</summary>
/// <param name="name">The name of the obligation.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EndsObligationAttribute(string name) : Attribute
{
    /// <summary>The name of the obligation.</summary>
    public string Name { get; } = name;
}

/// <summary>Whoever calls the method, or hands a value to the parameter, hands the obligation over. For wrappers of people's own.</summary>
/// <param name="name">The name of the obligation.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Constructor, AllowMultiple = true)]
public sealed class TakesObligationAttribute(string name) : Attribute
{
    /// <summary>The name of the obligation.</summary>
    public string Name { get; } = name;
}

/// <summary>The operation, or the event, is a move of a state machine.</summary>
/// <param name="machine">The machine's name in the contract.</param>
/// <param name="from">States it is allowed in; empty for any.</param>
/// <param name="to">The state that follows; <c>null</c> when an event decides.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class LifecycleMoveAttribute(string machine, string[] from, string? to) : Attribute
{
    /// <summary>The machine's name in the contract.</summary>
    public string Machine { get; } = machine;

    /// <summary>States the operation is allowed in; empty for any.</summary>
    public string[] From { get; } = from;

    /// <summary>The state that follows; <c>null</c> when an event decides.</summary>
    public string? To { get; } = to;
}
