using ClientGen.Specs.Contracts;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Lint;

/// <summary>What is wrong with the contracts that were looked at.</summary>
/// <param name="Contracts">How many were looked at.</param>
/// <param name="Findings">By file and place; paths are as people call them.</param>
internal sealed record LintResult(int Contracts, IReadOnlyList<Finding> Findings)
{
    /// <summary>Binds contracts as the compiler does and collects its findings.</summary>
    /// <param name="groups">Contracts that are bound together.</param>
    /// <param name="shown">What people call a file.</param>
    /// <param name="progress">Told what is looked at.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static LintResult Of(
        IReadOnlyList<IReadOnlyList<ContractInput>> groups, Func<string, string> shown, Action<string> progress, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        for (var i = 0; i < groups.Count; i++)
        {
            progress($"[{i + 1}/{groups.Count}] {shown(groups[i][0].Document.Path)}");
            findings.AddRange(ContractBinder.Bind(groups[i], cancellationToken).Findings);
        }

        var ordered = findings.Distinct().Select(finding => finding with { Path = shown(finding.Path) })
            .OrderBy(static finding => finding.Path, StringComparer.Ordinal).ThenBy(static finding => finding.Span.Start).ThenBy(static finding => finding.Id, StringComparer.Ordinal);
        return new LintResult(groups.Sum(static group => group.Count(static input => input.Use != ContractUse.Refer)), [.. ordered]);
    }

    /// <summary>How many findings have a severity.</summary>
    public int Count(FindingSeverity severity) => Findings.Count(finding => finding.Severity == severity);
}
