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
    public string Expected => Line(ExpectedFacts);

    /// <summary>What happened, on one line.</summary>
    public string Happened => Line(HappenedFacts);

    // The same several times in a row is said once.
    private static string Line(IReadOnlyList<string> facts)
    {
        var parts = new List<string>();
        for (var i = 0; i < facts.Count;)
        {
            var times = facts.Skip(i).TakeWhile(fact => fact == facts[i]).Count();
            parts.Add(times == 1 ? facts[i] : $"{times} × {facts[i]}");
            i += times;
        }

        return string.Join(", ", parts);
    }
}
