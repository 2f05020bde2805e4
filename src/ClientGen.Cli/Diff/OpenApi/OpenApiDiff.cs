using ClientGen.Cli.Diff.Schemas;
using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff.OpenApi;

/// <summary>Compares two OpenAPI documents: a table of contents.</summary>
internal static class OpenApiDiff
{
    /// <summary>Compares.</summary>
    public static void Compare(DiffRun run, Located old, Located @new)
    {
        ServerDiff.Compare(run, old, @new);
        SchemeDiff.Compare(run, old, @new);
        var operations = OperationDiff.Pair(run, Endpoint.OfPaths(run.Old, old), Endpoint.OfPaths(run.New, @new));
        foreach (var pair in operations)
            CompareOperation(run, pair);
        var webhooks = WebhookDiff.Pair(run, Endpoint.OfWebhooks(run.Old, old), Endpoint.OfWebhooks(run.New, @new));
        foreach (var pair in webhooks)
            CompareWebhook(run, pair);
        CompareUnused(run, old, @new);
    }

    private static void CompareOperation(DiffRun run, EndpointPair pair)
    {
        OperationDiff.Compare(run, pair);
        ParameterDiff.Compare(run, pair);
        RequestBodyDiff.Compare(run, pair, Traffic.Sent);
        ResponseDiff.Compare(run, pair, Traffic.Received);
        SecurityDiff.Compare(run, pair);
    }

    // The service is the caller here: it sends the body, and we answer.
    private static void CompareWebhook(DiffRun run, EndpointPair pair)
    {
        OperationDiff.Compare(run, pair);
        RequestBodyDiff.Compare(run, pair, Traffic.Received);
        ResponseDiff.Compare(run, pair, Traffic.Sent);
    }

    /// <summary>Schemas that no operation uses are types all the same; which way they travel, nobody knows.</summary>
    private static void CompareUnused(DiffRun run, Located old, Located @new)
    {
        var after = (@new.Child("components") ?? default).Entries("schemas").ToDictionary(static schema => schema.Entry.Key, static schema => schema.Value);
        foreach (var (entry, schema) in (old.Child("components") ?? default).Entries("schemas"))
        {
            if (!after.TryGetValue(entry.Key, out var other) || run.Schemas.Knows(schema, other))
                continue;
            foreach (var traffic in (Traffic[])[Traffic.Sent, Traffic.Received])
                run.Schemas.Start(schema, other, (schema, other), $"`{entry.Key}`", traffic, [], null);
        }
    }
}
