namespace ClientGen.Http;

/// <summary>Statuses that the contract describes together: <c>200</c>, <c>4XX</c> or <c>default</c>.</summary>
/// <param name="First">The lowest.</param>
/// <param name="Last">The highest.</param>
public readonly record struct StatusRange(int First, int Last)
{
    /// <summary>200 to 299.</summary>
    public static StatusRange Success => new(200, 299);

    /// <summary>Every status: the contract's <c>default</c>.</summary>
    public static StatusRange Any => new(0, 999);

    /// <summary>A single status.</summary>
    /// <param name="status">The status.</param>
    public static implicit operator StatusRange(int status) => new(status, status);

    /// <summary>Whether the status is one of them.</summary>
    /// <param name="status">The status.</param>
    /// <returns><c>true</c> when it is.</returns>
    public bool Contains(int status) => status >= First && status <= Last;

    internal int Width => Last - First;
}
