namespace ClientGen.Generator;

/// <summary>Names of the pipeline's stages, as tests and traces see them.</summary>
internal static class Stages
{
    /// <summary>Text became a positioned document.</summary>
    public const string Document = nameof(Document);

    /// <summary>All documents became contract models and findings.</summary>
    public const string Binding = nameof(Binding);

    /// <summary>One contract model.</summary>
    public const string Model = nameof(Model);

    /// <summary>Everything to report.</summary>
    public const string Findings = nameof(Findings);

    /// <summary>What the consuming compilation offers.</summary>
    public const string Options = nameof(Options);

    /// <summary>One file of C#.</summary>
    public const string Source = nameof(Source);
}
