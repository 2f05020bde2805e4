using ClientGen.Cli.Diff.Schemas;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.OpenApi;

/// <summary>Which operations there are, and what they are called.</summary>
internal static class OperationDiff
{
    private static readonly ChangeKind Added = new("operation-added", "An operation is new");
    private static readonly ChangeKind Removed = new("operation-removed", "An operation is gone that nobody had discouraged");
    private static readonly ChangeKind RemovedAfter = new("deprecated-operation-removed", "An operation is gone that was discouraged before");
    private static readonly ChangeKind Moved = new("operation-moved", "An operation has another path or method");
    private static readonly ChangeKind IdChanged = new("operation-id-changed", "An operation has another operationId");
    private static readonly ChangeKind TagAdded = new("operation-tag-added", "An operation has a tag more");
    private static readonly ChangeKind TagRemoved = new("operation-tag-removed", "An operation has a tag less");
    private static readonly ChangeKind Deprecated = new("operation-deprecated", "An operation is discouraged");
    private static readonly ChangeKind Reactivated = new("operation-reactivated", "An operation is no longer discouraged");
    private static readonly ChangeKind LessStable = new("operation-stability-decreased", "An operation is less stable than it was");
    private static readonly ChangeKind MoreStable = new("operation-stability-increased", "An operation is more stable than it was");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
        [Added, Removed, RemovedAfter, Moved, IdChanged, TagAdded, TagRemoved, Deprecated, Reactivated, Sunset.Changed, LessStable, MoreStable];

    /// <summary>Finds the operations that both have, and reports the others.</summary>
    public static IReadOnlyList<EndpointPair> Pair(DiffRun run, IReadOnlyList<Endpoint> old, IReadOnlyList<Endpoint> @new)
    {
        var pairs = new List<EndpointPair>();
        var rest = new List<Endpoint>(@new);
        var gone = new List<Endpoint>();
        foreach (var endpoint in old)
        {
            if (rest.FirstOrDefault(other => other.Key == endpoint.Key && other.Path == endpoint.Path) is { } same)
                Take(endpoint, same);
            else
                gone.Add(endpoint);
        }

        // The names of path parameters are nobody's business but C#'s.
        foreach (var endpoint in gone.ToList())
        {
            if (rest.FirstOrDefault(other => other.Key == endpoint.Key) is { } renamed)
                Take(endpoint, renamed);
        }

        foreach (var endpoint in gone.Where(static endpoint => endpoint.Id is not null).ToList())
        {
            if (rest.FirstOrDefault(other => other.Id == endpoint.Id) is not { } moved)
                continue;
            run.List.Add(
                Moved, Impact.Breaking, endpoint.Operation, moved.Operation, $"`{endpoint.Id}` was {endpoint.Name} and is now {moved.Name}.", [endpoint.Touch, moved.Touch], Traffic.Sent);
            Take(endpoint, moved);
        }

        foreach (var endpoint in gone)
        {
            var wasDeprecated = endpoint.Operation.Flag("deprecated");
            run.List.Add(
                wasDeprecated ? RemovedAfter : Removed, Impact.Breaking, endpoint.Operation, Paths(@new, run.New, run), $"{endpoint.Name} is gone.", [endpoint.Touch], Traffic.Sent);
        }

        foreach (var endpoint in rest)
            run.List.Add(Added, Impact.Compatible, Paths(old, run.Old, run), endpoint.Operation, $"{endpoint.Name} is new.", [endpoint.Touch], Traffic.Sent, isAddition: true);
        return pairs;

        void Take(Endpoint before, Endpoint after)
        {
            pairs.Add(new EndpointPair(before, after));
            rest.Remove(after);
            gone.Remove(before);
        }
    }

    private static Located? Paths(IReadOnlyList<Endpoint> endpoints, DiffSide side, DiffRun run) =>
        endpoints.Count > 0 ? endpoints[0].Root.Child("paths")
        : side.Inputs.Count > 0 ? new Located(side.Inputs[0].Document, side.Inputs[0].Document.Root)
        : null;

    /// <summary>Compares names, tags and what is discouraged.</summary>
    public static void Compare(DiffRun run, EndpointPair pair)
    {
        var (old, @new) = (pair.Old.Operation, pair.New.Operation);
        if (pair.Old.Id != pair.New.Id)
        {
            run.List.Add(
                IdChanged, Impact.Compatible, old.Child("operationId") ?? old, @new.Child("operationId") ?? @new,
                $"{pair.Name} had {SayId(pair.Old.Id)} and now has {SayId(pair.New.Id)}.", pair.Touches);
        }

        CompareTags(run, pair);
        var (was, @is) = (old.Flag("deprecated"), @new.Flag("deprecated"));
        if (was != @is)
        {
            run.List.Add(
                @is ? Deprecated : Reactivated, Impact.Compatible, old.Child("deprecated") ?? old, @new.Child("deprecated") ?? @new,
                $"{pair.Name} is {(@is ? "now discouraged" : "no longer discouraged")}.", pair.Touches);
        }

        Sunset.Compare(run.List, pair.Name, old, @new, () => pair.Touches);
        if (StabilityLevel.Change(old.Child(StabilityLevel.Key), @new.Child(StabilityLevel.Key)) is var (isDecrease, words))
        {
            run.List.Add(
                isDecrease ? LessStable : MoreStable, isDecrease ? Impact.Risky : Impact.Compatible, old.Child(StabilityLevel.Key), @new.Child(StabilityLevel.Key) ?? @new,
                $"{pair.Name} {words}.", pair.Touches);
        }
    }

    private static void CompareTags(DiffRun run, EndpointPair pair)
    {
        var (old, @new) = (Tags(pair.Old), Tags(pair.New));
        foreach (var (tag, node) in old.Where(tag => !@new.ContainsKey(tag.Key)))
        {
            run.List.Add(
                TagRemoved, Impact.Compatible, node, pair.New.Operation.Child("tags") ?? pair.New.Operation,
                $"{pair.Name} no longer has the tag `{tag}`.", pair.Touches);
        }

        foreach (var (tag, node) in @new.Where(tag => !old.ContainsKey(tag.Key)))
            run.List.Add(TagAdded, Impact.Compatible, pair.Old.Operation.Child("tags") ?? pair.Old.Operation, node, $"{pair.Name} now has the tag `{tag}`.", pair.Touches);
    }

    private static Dictionary<string, Located> Tags(Endpoint endpoint)
    {
        var tags = new Dictionary<string, Located>(StringComparer.Ordinal);
        foreach (var tag in endpoint.Operation.Items("tags"))
        {
            if (tag.Node is SpecScalar { AsString: { } text })
                tags.TryAdd(text, tag);
        }

        return tags;
    }

    private static string SayId(string? id) => id is null ? "no operationId" : $"the operationId `{id}`";
}
