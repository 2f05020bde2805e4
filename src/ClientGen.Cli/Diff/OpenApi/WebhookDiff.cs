namespace ClientGen.Cli.Diff.OpenApi;

/// <summary>Which webhooks and callbacks the service calls.</summary>
internal static class WebhookDiff
{
    private static readonly ChangeKind Added = new("webhook-added", "The service calls a webhook more");
    private static readonly ChangeKind Removed = new("webhook-removed", "The service calls a webhook less");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [Added, Removed];

    /// <summary>Finds those that both have, and reports the others.</summary>
    public static IReadOnlyList<EndpointPair> Pair(DiffRun run, IReadOnlyList<Endpoint> old, IReadOnlyList<Endpoint> @new)
    {
        var after = @new.GroupBy(static endpoint => endpoint.Key).ToDictionary(static group => group.Key, static group => group.First());
        var pairs = new List<EndpointPair>();
        foreach (var endpoint in old)
        {
            if (after.Remove(endpoint.Key, out var other))
                pairs.Add(new EndpointPair(endpoint, other));
            else
            {
                run.List.Add(
                    Removed, Impact.Breaking, endpoint.Operation, Root(@new, run.New), $"The service no longer calls {endpoint.Name}.",
                    [endpoint.Touch], Traffic.Received);
            }
        }

        foreach (var endpoint in after.Values)
        {
            run.List.Add(
                Added, Impact.Compatible, Root(old, run.Old), endpoint.Operation, $"The service now calls {endpoint.Name}.", [endpoint.Touch], Traffic.Received, isAddition: true);
        }

        return pairs;
    }

    private static Specs.Binding.Located? Root(IReadOnlyList<Endpoint> endpoints, DiffSide side) =>
        endpoints.Count > 0 ? endpoints[0].Root.Child("webhooks") ?? endpoints[0].Root
        : side.Inputs.Count > 0 ? new Specs.Binding.Located(side.Inputs[0].Document, side.Inputs[0].Document.Root)
        : null;
}
