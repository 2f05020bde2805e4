using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff.OpenApi;

/// <summary>An operation, a webhook or a callback of an OpenAPI document.</summary>
/// <param name="Name">What people call it: <c>GET /pets</c>.</param>
/// <param name="Path">The path as it is written.</param>
/// <param name="Method">The HTTP method, lower case.</param>
/// <param name="Item">The path item.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Root">The document.</param>
internal sealed record Endpoint(string Name, string Path, string Method, Located Item, Located Operation, Located Root)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    /// <summary>The same for two paths that differ in the names of their parameters only.</summary>
    public string Key => $"{Method} {string.Join('/', Path.Split('/').Select(static part => part.Contains('{') ? Anonymous(part) : part))}";

    /// <summary>The operationId; null when it has none.</summary>
    public string? Id => Operation.Text("operationId");

    /// <summary>What a change of it touches.</summary>
    public Touch Touch => Touch.Of(Operation);

    /// <summary>What a change of one part of it touches.</summary>
    public Touch Part(string part) => Touch.Of(Operation, part);

    /// <summary>The operations under <c>paths</c>.</summary>
    public static IReadOnlyList<Endpoint> OfPaths(DiffSide side, Located root) =>
        [.. root.Entries("paths").Where(static path => path.Entry.Key.StartsWith('/')).SelectMany(path => OfItem(side, root, path.Entry.Key, path.Value, path.Entry.Key))];

    /// <summary>What the service calls: <c>webhooks</c> and the <c>callbacks</c> of operations.</summary>
    public static IReadOnlyList<Endpoint> OfWebhooks(DiffSide side, Located root)
    {
        var found = root.Entries("webhooks").SelectMany(hook => OfItem(side, root, hook.Entry.Key, hook.Value, $"webhook {hook.Entry.Key}")).ToList();
        foreach (var endpoint in OfPaths(side, root))
        {
            foreach (var (entry, written) in endpoint.Operation.Entries("callbacks"))
            {
                foreach (var (expression, item) in (side.Resolve(written) ?? default).Entries())
                    found.AddRange(OfItem(side, root, $"{endpoint.Key} {entry.Key} {expression.Key}", item, $"callback {entry.Key} of {endpoint.Name}"));
            }
        }

        return found;
    }

    private static IEnumerable<Endpoint> OfItem(DiffSide side, Located root, string path, Located written, string name) =>
        side.Resolve(written) is { } item
            ? item.Entries().Where(static entry => Methods.Contains(entry.Entry.Key) && entry.Value.Mapping is not null)
                .Select(entry => new Endpoint($"{entry.Entry.Key.ToUpperInvariant()} {name}", path, entry.Entry.Key, item, entry.Value, root))
            : [];

    private static string Anonymous(string part)
    {
        var text = new System.Text.StringBuilder();
        var inside = false;
        foreach (var c in part)
        {
            inside = c == '{' || (inside && c != '}');
            if (c == '{' || !inside)
                text.Append(c);
        }

        return text.ToString();
    }
}

/// <summary>Two versions of one operation.</summary>
/// <param name="Old">The old version.</param>
/// <param name="New">The new version.</param>
internal sealed record EndpointPair(Endpoint Old, Endpoint New)
{
    /// <summary>What people call it.</summary>
    public string Name => New.Name;

    /// <summary>What a change of it touches.</summary>
    public IReadOnlyList<Touch> Touches => [Old.Touch, New.Touch];

    /// <summary>What a change of one part of it touches.</summary>
    public IReadOnlyList<Touch> Part(string part) => [Old.Part(part), New.Part(part)];
}
