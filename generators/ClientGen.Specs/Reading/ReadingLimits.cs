namespace ClientGen.Specs.Reading;

/// <summary>What one document may cost. A contract is text from strangers, and the compiler must survive it.</summary>
public static class ReadingLimits
{
    /// <summary>Longest text that is read, in UTF-16 characters: 32 Mi. Longer texts give an empty document and a finding.</summary>
    public const int TextLength = 32 * 1024 * 1024;

    /// <summary>Deepest nesting of mappings and sequences, aliases expanded: 256. Deeper values are left out.</summary>
    public const int Depth = 256;

    /// <summary>
    /// Most values in one document, each YAML alias counted as often as it is used: 2,000,000.
    /// Documents of 32 MB stay below it unless they were made to hurt.
    /// </summary>
    public const int Nodes = 2_000_000;

    /// <summary>Most findings listed for one document: 100, and one more that says so.</summary>
    public const int Findings = 100;

    /// <summary>Values read between two looks at the cancellation token: 4,096.</summary>
    internal const int NodesBetweenCancellationChecks = 4096;
}
