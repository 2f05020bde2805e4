using ClientGen.Cli.Diff.Schemas;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.OpenApi;

/// <summary>Parameters in path, query, headers and cookies.</summary>
internal static class ParameterDiff
{
    private static readonly ChangeKind RequiredAdded = new("required-parameter-added", "A parameter is new and must be given");
    private static readonly ChangeKind OptionalAdded = new("optional-parameter-added", "A parameter is new and may be left out");
    private static readonly ChangeKind Removed = new("parameter-removed", "A parameter is gone");
    private static readonly ChangeKind Moved = new("parameter-moved", "A parameter travels in another place");
    private static readonly ChangeKind PathRenamed = new("path-parameter-renamed", "A parameter of a path has another name");
    private static readonly ChangeKind BecameRequired = new("parameter-became-required", "A parameter must now be given");
    private static readonly ChangeKind BecameOptional = new("parameter-became-optional", "A parameter may now be left out");
    private static readonly ChangeKind Serialization = new("parameter-serialization-changed", "A parameter is written in another way");
    private static readonly ChangeKind Deprecated = new("parameter-deprecated", "A parameter is discouraged");
    private static readonly ChangeKind Reactivated = new("parameter-reactivated", "A parameter is no longer discouraged");
    private static readonly ChangeKind LessStable = new("parameter-stability-decreased", "A parameter is less stable than it was");
    private static readonly ChangeKind MoreStable = new("parameter-stability-increased", "A parameter is more stable than it was");

    // "the parameter definition SHALL be ignored" for header parameters of these names.
    private static readonly HashSet<string> Ignored = new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type", "Authorization" };

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
        [RequiredAdded, OptionalAdded, Removed, Moved, PathRenamed, BecameRequired, BecameOptional, Serialization, Deprecated, Reactivated, LessStable, MoreStable];

    /// <summary>Compares.</summary>
    public static void Compare(DiffRun run, EndpointPair pair)
    {
        var old = Parameters(run.Old, pair.Old);
        var @new = Parameters(run.New, pair.New);
        foreach (var (key, parameter) in old.ToList())
        {
            if (@new.Remove(key, out var other))
            {
                old.Remove(key);
                Compare(run, pair, parameter, other);
            }
        }

        foreach (var (key, parameter) in old.ToList())
        {
            var moved = @new.FirstOrDefault(other => other.Value.Name == parameter.Name);
            if (moved.Key is null)
                continue;
            old.Remove(key);
            @new.Remove(moved.Key);
            run.List.Add(
                Moved, Impact.Breaking, parameter.Node.Child("in") ?? parameter.Node, moved.Value.Node.Child("in") ?? moved.Value.Node,
                $"`{parameter.Name}` of {pair.Name} travelled in the {parameter.In} and now travels in the {moved.Value.In}.", pair.Part(parameter.Name), Traffic.Sent);
            Compare(run, pair, parameter, moved.Value);
        }

        foreach (var parameter in old.Values)
        {
            var wire = parameter.In == "path" ? Impact.Breaking : Impact.Risky;
            run.List.Add(
                Removed, wire, parameter.Node, pair.New.Operation.Child("parameters") ?? pair.New.Operation,
                $"`{parameter.Name}` in the {parameter.In} of {pair.Name} is gone.", pair.Part(parameter.Name), Traffic.Sent);
        }

        foreach (var parameter in @new.Values)
        {
            var hasDefault = SchemaView.Of(run.New, parameter.Schema, parameter.Node).Find("default") is not null;
            run.List.Add(
                parameter.IsRequired ? RequiredAdded : OptionalAdded, !parameter.IsRequired ? Impact.Compatible : hasDefault ? Impact.Risky : Impact.Breaking,
                pair.Old.Operation.Child("parameters") ?? pair.Old.Operation, parameter.Node,
                $"`{parameter.Name}` in the {parameter.In} of {pair.Name} is new{(parameter.IsRequired ? " and must be given" : "")}.", pair.Part(parameter.Name), Traffic.Sent,
                isAddition: true);
        }
    }

    private static void Compare(DiffRun run, EndpointPair pair, Parameter old, Parameter @new)
    {
        var name = $"`{@new.Name}` of {pair.Name}";
        IReadOnlyList<Touch> touches = [.. pair.Part(old.Name).Union(pair.Part(@new.Name))];
        if (old.Name != @new.Name && old.In == "path")
            run.List.Add(PathRenamed, Impact.Compatible, old.Node, @new.Node, $"`{old.Name}` in the path of {pair.Name} is now called `{@new.Name}`.", touches, Traffic.Sent);
        if (old.IsRequired != @new.IsRequired)
        {
            var hasDefault = SchemaView.Of(run.New, @new.Schema, @new.Node).Find("default") is not null;
            run.List.Add(
                @new.IsRequired ? BecameRequired : BecameOptional, !@new.IsRequired ? Impact.Compatible : hasDefault ? Impact.Risky : Impact.Breaking,
                old.Node.Child("required") ?? old.Node, @new.Node.Child("required") ?? @new.Node,
                $"{name} {(@new.IsRequired ? "must now be given" : "may now be left out")}.", touches, Traffic.Sent);
        }

        if (old.Serialization != @new.Serialization)
        {
            run.List.Add(
                Serialization, Impact.Breaking, old.Node.Child("style") ?? old.Node.Child("explode") ?? old.Node, @new.Node.Child("style") ?? @new.Node.Child("explode") ?? @new.Node,
                $"{name} was written as {old.Serialization} and is now written as {@new.Serialization}.", touches, Traffic.Sent);
        }

        if (old.Node.Flag("deprecated") != @new.Node.Flag("deprecated"))
        {
            var isDeprecated = @new.Node.Flag("deprecated");
            run.List.Add(
                isDeprecated ? Deprecated : Reactivated, Impact.Compatible, old.Node.Child("deprecated") ?? old.Node, @new.Node.Child("deprecated") ?? @new.Node,
                $"{name} is {(isDeprecated ? "now discouraged" : "no longer discouraged")}.", touches, Traffic.Sent);
        }

        Sunset.Compare(run.List, name, old.Node, @new.Node, () => touches);
        if (StabilityLevel.Change(old.Node.Child(StabilityLevel.Key), @new.Node.Child(StabilityLevel.Key)) is var (isDecrease, words))
        {
            run.List.Add(
                isDecrease ? LessStable : MoreStable, isDecrease ? Impact.Risky : Impact.Compatible, old.Node.Child(StabilityLevel.Key), @new.Node.Child(StabilityLevel.Key) ?? @new.Node,
                $"{name} {words}.", touches, Traffic.Sent);
        }

        run.Schemas.Start(old.Schema, @new.Schema, (old.Node, @new.Node), name, Traffic.Sent, touches, pair.Name);
    }

    private static Dictionary<string, Parameter> Parameters(DiffSide side, Endpoint endpoint)
    {
        var found = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        // Those of the operation override those of the path.
        foreach (var written in endpoint.Operation.Items("parameters").Concat(endpoint.Item.Items("parameters")))
        {
            if (side.Resolve(written) is not { } node || node.Text("name") is not { } name || node.Text("in") is not { } place || (place == "header" && Ignored.Contains(name)))
                continue;
            var parameter = new Parameter(node, name, place, SchemaOf(node));
            found.TryAdd(Key(endpoint, parameter), parameter);
        }

        return found;
    }

    private static Located? SchemaOf(Located parameter) =>
        parameter.Entries("content").Select(static media => media.Value.Child("schema")).FirstOrDefault(static schema => schema is not null) ?? parameter.Child("schema");

    // Headers are alike in any case; a path parameter is known by where it stands.
    private static string Key(Endpoint endpoint, Parameter parameter) => parameter.In switch
    {
        "header" => $"header {parameter.Name.ToLowerInvariant()}",
        "path" when endpoint.Path.IndexOf($"{{{parameter.Name}}}", StringComparison.Ordinal) is >= 0 and var at => $"path {endpoint.Path[..at].Count(static c => c == '{')}",
        _ => $"{parameter.In} {parameter.Name}",
    };

    private sealed record Parameter(Located Node, string Name, string In, Located? Schema)
    {
        public bool IsRequired => In == "path" || Node.Flag("required");

        public string Serialization
        {
            get
            {
                if (Node.Child("content") is not null)
                    return Node.Entries("content").Select(static media => media.Entry.Key).FirstOrDefault() ?? "content";
                var style = Node.Text("style") ?? (In is "query" or "cookie" ? "form" : "simple");
                var explode = Node.Child("explode") is { Node: SpecScalar scalar } && scalar.TryGetBoolean(out var truth) ? truth : style == "form";
                return $"{style}{(explode ? ", exploded" : "")}{(Node.Flag("allowReserved") ? ", reserved characters kept" : "")}";
            }
        }
    }
}
