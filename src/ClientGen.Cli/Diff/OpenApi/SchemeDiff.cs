using ClientGen.Cli.Diff.Schemas;
using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff.OpenApi;

/// <summary>How credentials travel and where they come from.</summary>
internal static class SchemeDiff
{
    private static readonly ChangeKind Added = new("security-scheme-added", "A kind of credential is new");
    private static readonly ChangeKind Removed = new("security-scheme-removed", "A kind of credential is gone");
    private static readonly ChangeKind Changed = new("security-scheme-changed", "A credential travels in another way");
    private static readonly ChangeKind FlowChanged = new("security-flow-changed", "A credential comes from another place");
    private static readonly ChangeKind ScopeAdded = new("security-scheme-scope-added", "A kind of credential has a scope more");
    private static readonly ChangeKind ScopeRemoved = new("security-scheme-scope-removed", "A kind of credential has a scope less");

    private static readonly string[] Travel = ["type", "in", "name", "scheme"];
    private static readonly string[] Origins = ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl", "openIdConnectUrl"];

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [Added, Removed, Changed, FlowChanged, ScopeAdded, ScopeRemoved];

    /// <summary>Compares the schemes that two documents declare.</summary>
    public static void Compare(DiffRun run, Located old, Located @new)
    {
        var (before, after) = (Schemes(run.Old, old), Schemes(run.New, @new));
        foreach (var (name, scheme) in before.Where(scheme => !after.ContainsKey(scheme.Key)))
            run.List.Add(Removed, Impact.Compatible, scheme, @new.Child("components") ?? @new, $"The security scheme `{name}` is gone.", [Touch.Of(scheme)]);
        foreach (var (name, scheme) in after.Where(scheme => !before.ContainsKey(scheme.Key)))
            run.List.Add(Added, Impact.Compatible, old.Child("components") ?? old, scheme, $"The security scheme `{name}` is new.", [Touch.Of(scheme)], isAddition: true);
        foreach (var (name, scheme) in before)
        {
            if (after.TryGetValue(name, out var other))
                Compare(run, name, scheme, other);
        }
    }

    private static void Compare(DiffRun run, string name, Located old, Located @new)
    {
        IReadOnlyList<Touch> touches = [Touch.Of(old), Touch.Of(@new)];
        foreach (var key in Travel.Where(key => Differs(old.Child(key), @new.Child(key))))
        {
            run.List.Add(
                Changed, Impact.Breaking, old.Child(key) ?? old, @new.Child(key) ?? @new, $"The `{key}` of the security scheme `{name}` was {Say(old.Child(key))} and is now {Say(@new.Child(key))}.",
                touches, Traffic.Sent);
        }

        CompareOrigins(run, $"the security scheme `{name}`", old, @new, touches);
        var flows = (Old: old.Child("flows") ?? default, New: @new.Child("flows") ?? default);
        foreach (var flow in flows.Old.Entries().Concat(flows.New.Entries()).Select(static flow => flow.Entry.Key).Distinct(StringComparer.Ordinal))
        {
            var (before, after) = (flows.Old.Child(flow), flows.New.Child(flow));
            if (before is null || after is null)
            {
                run.List.Add(
                    FlowChanged, after is null ? Impact.Breaking : Impact.Compatible, before ?? old, after ?? @new,
                    $"The flow `{flow}` of the security scheme `{name}` is {(after is null ? "gone" : "new")}.", touches, Traffic.Sent, isAddition: before is null);
                continue;
            }

            CompareOrigins(run, $"the flow `{flow}` of the security scheme `{name}`", before.Value, after.Value, touches);
            CompareScopes(run, name, before.Value, after.Value, touches);
        }
    }

    private static void CompareOrigins(DiffRun run, string name, Located old, Located @new, IReadOnlyList<Touch> touches)
    {
        foreach (var key in Origins.Where(key => Differs(old.Child(key), @new.Child(key))))
        {
            run.List.Add(
                FlowChanged, Impact.Risky, old.Child(key) ?? old, @new.Child(key) ?? @new,
                $"The `{key}` of {name} was {Say(old.Child(key))} and is now {Say(@new.Child(key))}.", touches, Traffic.Sent);
        }
    }

    private static void CompareScopes(DiffRun run, string name, Located old, Located @new, IReadOnlyList<Touch> touches)
    {
        var before = old.Entries("scopes").Select(static scope => scope.Entry.Key).ToList();
        var after = @new.Entries("scopes").Select(static scope => scope.Entry.Key).ToList();
        foreach (var scope in before.Except(after))
        {
            run.List.Add(
                ScopeRemoved, Impact.Breaking, old.Child("scopes"), @new.Child("scopes") ?? @new,
                $"The security scheme `{name}` no longer has the scope `{scope}`.", touches, Traffic.Sent);
        }

        foreach (var scope in after.Except(before))
        {
            run.List.Add(
                ScopeAdded, Impact.Compatible, old.Child("scopes") ?? old, @new.Child("scopes"),
                $"The security scheme `{name}` now has the scope `{scope}`.", touches, Traffic.Sent, isAddition: true);
        }
    }

    private static Dictionary<string, Located> Schemes(DiffSide side, Located root)
    {
        var schemes = new Dictionary<string, Located>(StringComparer.Ordinal);
        foreach (var (entry, written) in (root.Child("components") ?? default).Entries("securitySchemes"))
        {
            if (side.Resolve(written) is { } scheme)
                schemes.TryAdd(entry.Key, scheme);
        }

        return schemes;
    }

    private static bool Differs(Located? old, Located? @new) => Say(old) != Say(@new);

    private static string Say(Located? value) => value is { } there ? JsonText.Shown(there.Node) : "not stated";
}
