namespace ClientGen.Cli.Findings;

/// <summary>How a report is written.</summary>
internal enum ReportForm
{
    /// <summary>For people and for editors that read compiler output.</summary>
    Text,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>Markdown, for pull requests and release notes.</summary>
    Markdown,
}
