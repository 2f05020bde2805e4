namespace Benchmarks.Transport;

/// <summary>Peers that do different things cannot be compared: every benchmark asks first whether they agree.</summary>
internal static class Agreement
{
    /// <summary>Throws unless all say the same.</summary>
    /// <exception cref="InvalidOperationException">Two peers differ; the message shows both.</exception>
    public static void Check(string what, params (string Peer, string Says)[] answers)
    {
        var first = answers[0];
        foreach (var other in answers)
        {
            if (other.Says != first.Says)
                throw new InvalidOperationException($"{what}: {first.Peer} and {other.Peer} differ.\n{first.Peer}: {first.Says}\n{other.Peer}: {other.Says}");
        }
    }
}
