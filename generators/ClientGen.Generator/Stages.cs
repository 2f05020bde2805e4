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

    /// <summary>Whether Kiota is there.</summary>
    public const string Kiota = nameof(Kiota);

    /// <summary>What the compiler will ask for and the framework lacks.</summary>
    public const string Support = nameof(Support);

    /// <summary>Types that share a file.</summary>
    public const string Types = nameof(Types);

    /// <summary>The C# of one group of types.</summary>
    public const string TypeSource = nameof(TypeSource);

    /// <summary>The C# of clients, receivers, state machines and workflows, file by file.</summary>
    public const string ClientSource = nameof(ClientSource);
}
