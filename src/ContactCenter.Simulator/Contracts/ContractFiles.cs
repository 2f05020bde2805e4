using ClientGen.Specs.Reading;

namespace ContactCenter.Simulator.Contracts;

/// <summary>The contract files, embedded in this assembly and read once.</summary>
internal static class ContractFiles
{
    /// <summary>The four systems and the contract of each.</summary>
    public static readonly IReadOnlyDictionary<SimulatedSystem, string> Names = new Dictionary<SimulatedSystem, string>
    {
        [SimulatedSystem.Fabric] = "fabric.openapi.yaml",
        [SimulatedSystem.Messaging] = "cc-messaging.openapi.yaml",
        [SimulatedSystem.Rtc] = "rtc-voice.openapi.yaml",
        [SimulatedSystem.Video] = "video-signalling.asyncapi.yaml",
    };

    private static readonly Lazy<SpecSet> Read = new(static () => new SpecSet([.. Names.Values.Select(Open)]));

    /// <summary>All contracts; references between them resolve.</summary>
    public static SpecSet Set => Read.Value;

    /// <summary>The contract of one system.</summary>
    public static SpecDocument Of(SimulatedSystem system) => Set.Documents.First(document => document.Path == Names[system]);

    private static SpecDocument Open(string name)
    {
        using var stream = typeof(ContractFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The contract {name} is not embedded in the simulator.");
        using var reader = new StreamReader(stream);
        var document = SpecReader.Read(name, reader.ReadToEnd(), CancellationToken.None);

        // A contract that cannot be read whole would let wrong requests pass.
        return document.Findings.FirstOrDefault(static finding => finding.Severity == FindingSeverity.Error) is { } error
            ? throw new InvalidOperationException($"{name}({error.Span.From}): {error.Id}: {error.Message}")
            : document;
    }
}
