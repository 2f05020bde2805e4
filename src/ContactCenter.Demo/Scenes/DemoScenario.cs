namespace ContactCenter.Demo;

/// <summary>Something that a customer, an application or an agent does with the clients.</summary>
internal sealed record DemoScenario
{
    /// <summary>Its name, lower case with hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>What happens, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The simulator's scenario.</summary>
    /// <value>By default the one of the same name.</value>
    public string Simulated { get => field ?? Name; init; }

    /// <summary>What the contract lets the program see, in order.</summary>
    public required IReadOnlyList<string> Expected { get; init; }

    /// <summary>Does it.</summary>
    public required Func<Stage, CancellationToken, Task> PlayAsync { get; init; }
}
