namespace ClientGen.Specs.Reading;

/// <summary>Collects what is wrong with one document, and stops listing before it becomes useless.</summary>
internal sealed class FindingList(string path, SpecText text)
{
    private readonly List<Finding> _findings = [];

    /// <summary>What was found so far, in the order of reading.</summary>
    public IReadOnlyList<Finding> Items => _findings;

    /// <summary>Whether the list is full; callers may then save the work of describing more.</summary>
    public bool IsFull => _findings.Count > ReadingLimits.Findings;

    /// <summary>An empty list for the same document, for an attempt that may be given up.</summary>
    public FindingList Fresh() => new(path, text);

    /// <summary>Adds an error.</summary>
    public void Error(ReadingRule rule, int start, int length, string message) =>
        Add(rule, FindingSeverity.Error, start, length, message);

    /// <summary>Adds a warning.</summary>
    public void Warning(ReadingRule rule, int start, int length, string message) =>
        Add(rule, FindingSeverity.Warning, start, length, message);

    /// <summary>Adds findings made elsewhere, within the limit.</summary>
    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
            Add(finding);
    }

    private void Add(ReadingRule rule, FindingSeverity severity, int start, int length, string message)
    {
        if (!IsFull)
            Add(new Finding(rule.Id, severity, path, text.Span(start, length), message));
    }

    private void Add(Finding finding)
    {
        if (IsFull)
            return;
        if (_findings.Count == ReadingLimits.Findings)
            finding = finding with { Message = "More problems follow that are not listed. Fix the ones above first." };
        _findings.Add(finding);
    }
}
