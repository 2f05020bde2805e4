using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.OpenApi;

/// <summary>Which credentials an operation asks for.</summary>
internal static class SecurityDiff
{
    private static readonly ChangeKind Added = new("security-alternative-added", "Another set of credentials will do");
    private static readonly ChangeKind Removed = new("security-alternative-removed", "A set of credentials will no longer do");
    private static readonly ChangeKind Demanded = new("security-added", "Credentials are now asked for");
    private static readonly ChangeKind Dropped = new("security-removed", "Credentials are no longer asked for");
    private static readonly ChangeKind ScopeAdded = new("security-scope-added", "A credential needs a scope more");
    private static readonly ChangeKind ScopeRemoved = new("security-scope-removed", "A credential needs a scope less");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [Added, Removed, Demanded, Dropped, ScopeAdded, ScopeRemoved];

    /// <summary>Compares what applies: the operation's own requirements, else those of the document.</summary>
    public static void Compare(DiffRun run, EndpointPair pair)
    {
        var (old, @new) = (Requirements(pair.Old), Requirements(pair.New));
        var places = (Old: Place(pair.Old), New: Place(pair.New));
        if (old.Count == 0 && @new.Count == 0)
            return;
        if (old.Count == 0 || @new.Count == 0)
        {
            var kind = old.Count == 0 ? Demanded : Dropped;
            // One empty alternative says that nothing need be given.
            var wire = old.Count == 0 && !@new.ContainsKey("") ? Impact.Breaking : Impact.Compatible;
            run.List.Add(
                kind, wire, places.Old, places.New, $"{pair.Name} {(old.Count == 0 ? "now asks for" : "no longer asks for")} {Say(old.Count == 0 ? @new.Keys : old.Keys)}.", pair.Touches, Traffic.Sent);
            return;
        }

        foreach (var (names, requirement) in old.Where(requirement => !@new.ContainsKey(requirement.Key)))
        {
            run.List.Add(
                Removed, @new.ContainsKey("") ? Impact.Compatible : Impact.Breaking, requirement, places.New,
                $"{pair.Name} can no longer be called with {Say([names])}.", pair.Touches, Traffic.Sent);
        }

        foreach (var (names, requirement) in @new.Where(requirement => !old.ContainsKey(requirement.Key)))
        {
            run.List.Add(
                Added, Impact.Compatible, places.Old, requirement, $"{pair.Name} can now be called with {Say([names])}.", pair.Touches, Traffic.Sent,
                isAddition: true);
        }

        foreach (var (names, requirement) in old)
        {
            if (@new.TryGetValue(names, out var other))
                CompareScopes(run, pair, requirement, other);
        }
    }

    private static void CompareScopes(DiffRun run, EndpointPair pair, Located old, Located @new)
    {
        foreach (var (scheme, scopes) in old.Entries())
        {
            var before = Texts(scopes);
            var after = @new.Child(scheme.Key) is { } other ? Texts(other) : [];
            foreach (var scope in before.Except(after))
                run.List.Add(ScopeRemoved, Impact.Compatible, scopes, @new, $"{pair.Name} no longer needs the scope `{scope}` of `{scheme.Key}`.", pair.Touches, Traffic.Sent);
            foreach (var scope in after.Except(before))
                run.List.Add(ScopeAdded, Impact.Breaking, scopes, @new, $"{pair.Name} now needs the scope `{scope}` of `{scheme.Key}`.", pair.Touches, Traffic.Sent);
        }
    }

    private static Dictionary<string, Located> Requirements(Endpoint endpoint)
    {
        var holder = endpoint.Operation.Child("security") is not null ? endpoint.Operation : endpoint.Root;
        var found = new Dictionary<string, Located>(StringComparer.Ordinal);
        foreach (var requirement in holder.Items("security"))
            found.TryAdd(string.Join(" and ", requirement.Entries().Select(static scheme => scheme.Entry.Key).Order(StringComparer.Ordinal)), requirement);
        return found;
    }

    private static Located Place(Endpoint endpoint) => endpoint.Operation.Child("security") ?? endpoint.Root.Child("security") ?? endpoint.Operation;

    private static List<string> Texts(Located list) => [.. ((list.Node as SpecSequence)?.Items ?? []).OfType<SpecScalar>().Select(static item => item.Text)];

    private static string Say(IEnumerable<string> alternatives) => string.Join(
        " or ", alternatives.Select(static names => names.Length == 0 ? "no credential" : $"`{names}`"));
}
