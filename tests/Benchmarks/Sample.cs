namespace Benchmarks;

/// <summary>The messages of the benchmarks; real ones, with hosts, keys and tokens replaced.</summary>
internal static class Sample
{
    /// <summary>A long poll's answer 168101: the call is connected.</summary>
    public static byte[] Connected => Read("event-168101-connected.json");

    /// <summary>The answer of a message that was taken.</summary>
    public static byte[] ResultOk => Read("result-ok.json");

    /// <summary>A fee callback with one record.</summary>
    public static byte[] OneFeeRecord => Read("fee-one-record.json");

    private static byte[] Read(string name)
    {
        using var stream = typeof(Sample).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The sample {name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
