namespace ContactCenter.Demo;

/// <summary>How a scenario compares with what its contract expects.</summary>
/// <param name="Name">The scenario.</param>
/// <param name="ExpectedFacts">What the contract expects, in order.</param>
/// <param name="HappenedFacts">What happened, in order.</param>
internal sealed record Result(string Name, IReadOnlyList<string> ExpectedFacts, IReadOnlyList<string> HappenedFacts)
{
    /// <summary>Whether both are the same.</summary>
    public bool IsOk => ExpectedFacts.SequenceEqual(HappenedFacts, StringComparer.Ordinal);

    /// <summary>What the contract expects, on one line.</summary>
    public string Expected => string.Join(", ", ExpectedFacts);

    /// <summary>What happened, on one line.</summary>
    public string Happened => string.Join(", ", HappenedFacts);
}
