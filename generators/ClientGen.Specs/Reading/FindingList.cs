namespace ClientGen.Specs.Reading;

/// <summary>Collects what is wrong with one document, and stops listing before it becomes useless.</summary>
internal sealed class FindingList(string path, SpecText text)
{
    private readonly List<Finding> _findings = [];

    /// <summary>What was found so far, in the order of reading.</summary>
    public IReadOnlyList<Finding> Items => _findings;

    /// <summary>Whether the list is full; callers may then save the work of describing more.</summary>
    public bool IsFull => _findings.Count > ReadingLimits.Findings;

    /// <summary>Adds an error.</summary>
    public void Error(ReadingRule rule, int start, int length, string message) =>
        Add(rule, FindingSeverity.Error, start, length, message);

    /// <summary>Adds a warning.</summary>
    public void Warning(ReadingRule rule, int start, int length, string message) =>
        Add(rule, FindingSeverity.Warning, start, length, message);

    private void Add(ReadingRule rule, FindingSeverity severity, int start, int length, string message)
    {
        if (IsFull)
            return;
        if (_findings.Count == ReadingLimits.Findings)
            message = "More problems follow that are not listed. Fix the ones above first.";

        _findings.Add(new Finding(rule.Id, severity, path, text.Span(start, length), message));
    }
}
