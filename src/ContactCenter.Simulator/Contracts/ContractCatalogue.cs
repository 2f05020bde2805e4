namespace ContactCenter.Simulator.Contracts;

/// <summary>All operations of the four contracts, found by what arrives on the wire.</summary>
internal sealed class ContractCatalogue
{
    private readonly Dictionary<string, ContractOperation[]> _byPath;
    private readonly Dictionary<(SimulatedSystem System, string Id), ContractOperation> _byId;

    private ContractCatalogue(IReadOnlyList<ContractOperation> operations)
    {
        Operations = operations;
        _byPath = operations.GroupBy(static operation => operation.Path)
            .ToDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);
        _byId = operations.ToDictionary(static operation => (operation.System, operation.Id));
    }

    /// <summary>The one catalogue; the contracts do not change while the simulator runs.</summary>
    public static ContractCatalogue All { get; } = new(
    [
        .. OpenApiOperations.Of(SimulatedSystem.Fabric),
        .. OpenApiOperations.Of(SimulatedSystem.Messaging),
        .. OpenApiOperations.Of(SimulatedSystem.Rtc),
        .. AsyncApiOperations.Of(SimulatedSystem.Video),
    ]);

    /// <summary>All operations, in the order of the contracts.</summary>
    public IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>An operation by its name.</summary>
    public ContractOperation this[SimulatedSystem system, string id] => _byId[(system, id)];

    /// <summary>The operations under a path, compared character by character: paths are case-sensitive.</summary>
    public IReadOnlyList<ContractOperation> At(string path) => _byPath.GetValueOrDefault(path) ?? [];

    /// <summary>The operation whose path is most like an unknown one, for a hint; null when nothing is alike.</summary>
    public ContractOperation? Nearest(string path)
    {
        const int longestCompared = 200;
        if (path.Length > longestCompared)
            return null;

        var nearest = Operations.MinBy(operation => Distance(operation.Path, path))!;
        return Distance(nearest.Path, path) <= path.Length / 2 ? nearest : null;
    }

    /// <summary>The system that a path belongs to by its first part, so that even an unknown path is answered in that system's shape.</summary>
    public static SimulatedSystem SystemOf(string path) =>
        path.StartsWith("/rest/", StringComparison.Ordinal) ? SimulatedSystem.Rtc
        : path.StartsWith("/zzlp01/", StringComparison.Ordinal) ? SimulatedSystem.Video
        : path.StartsWith("/apiaccess/", StringComparison.Ordinal) ? SimulatedSystem.Messaging
        : SimulatedSystem.Fabric;

    /// <summary>How many characters to add, drop or change (Levenshtein), letter case aside.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
