namespace ClientGen.Protocol;

/// <summary>An answer with one of these statuses means that the credentials are stale.</summary>
/// <param name="statuses">HTTP statuses.</param>
/// <param name="operations">The operationIds that renew them, in order.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class RenewOnAttribute(int[] statuses, params string[] operations) : Attribute
{
    /// <summary>HTTP statuses.</summary>
    public int[] Statuses { get; } = statuses;

    /// <summary>The operationIds that renew the credentials, in order.</summary>
    public string[] Operations { get; } = operations;
}

/// <summary>How long the credential lives that the operation hands out, or that the parameter or member holds.</summary>
/// <param name="seconds">Seconds; more than 0.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class TokenLifetimeAttribute(int seconds) : Attribute
{
    /// <summary>Seconds.</summary>
    public int Seconds { get; } = seconds;
}

/// <summary>The value is a credential: it is not printed, logged or put into source code.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.ReturnValue)]
public sealed class SecretAttribute : Attribute;

/// <summary>The value is personal data: it is not printed or logged.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.ReturnValue)]
public sealed class PersonalDataAttribute : Attribute;
