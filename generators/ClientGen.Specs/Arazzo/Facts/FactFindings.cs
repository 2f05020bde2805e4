using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>What is wrong with the facts of several contracts together.</summary>
internal sealed class FactFindings
{
    private const int MostFindings = 200;

    private readonly List<Finding> _findings = [];

    /// <summary>What was found.</summary>
    public EquatableArray<Finding> Findings => _findings.ToEquatableArray();

    /// <summary>Reports a contradiction.</summary>
    public void Conflict(Located at, string message) => Report(WorkflowRules.Conflict, FindingSeverity.Warning, at, message);

    /// <summary>Reports a problem once.</summary>
    public void Report(ReadingRule rule, FindingSeverity severity, Located at, string message)
    {
        var finding = new Finding(rule.Id, severity, at.Document.Path, at.Node.Span, message);
        if (_findings.Count < MostFindings && !_findings.Contains(finding))
            _findings.Add(finding);
    }
}
