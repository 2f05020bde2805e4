using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff.OpenApi;

/// <summary>Headers of answers.</summary>
internal static class HeaderDiff
{
    private static readonly ChangeKind Added = new("response-header-added", "An answer has a header more");
    private static readonly ChangeKind RequiredRemoved = new("required-response-header-removed", "An answer no longer has a header that was always there");
    private static readonly ChangeKind OptionalRemoved = new("optional-response-header-removed", "An answer no longer has a header that could be there");
    private static readonly ChangeKind BecameOptional = new("response-header-became-optional", "A header of an answer may be missing");
    private static readonly ChangeKind BecameRequired = new("response-header-became-required", "A header of an answer is always there");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [Added, RequiredRemoved, OptionalRemoved, BecameOptional, BecameRequired];

    /// <summary>Compares the headers of two answers.</summary>
    public static void Compare(DiffRun run, EndpointPair pair, string name, Located old, Located @new, Traffic traffic, IReadOnlyList<Touch> touches)
    {
        var (before, after) = (Headers(run.Old, old), Headers(run.New, @new));
        foreach (var (header, node) in before.Where(header => !after.ContainsKey(header.Key)))
        {
            var isRequired = node.Flag("required");
            run.List.Add(
                isRequired ? RequiredRemoved : OptionalRemoved, isRequired ? Impact.Breaking : Impact.Risky, node, @new.Child("headers") ?? @new,
                $"The {name} no longer has the header `{header}`.", touches, traffic);
        }

        foreach (var (header, node) in after.Where(header => !before.ContainsKey(header.Key)))
            run.List.Add(Added, Impact.Compatible, old.Child("headers") ?? old, node, $"The {name} now has the header `{header}`.", touches, traffic, isAddition: true);
        foreach (var (header, node) in before)
        {
            if (!after.TryGetValue(header, out var other))
                continue;
            if (node.Flag("required") != other.Flag("required"))
            {
                var isRequired = other.Flag("required");
                run.List.Add(
                    isRequired ? BecameRequired : BecameOptional, (isRequired ? Shift.Narrower : Shift.Wider).In(traffic), node.Child("required") ?? node, other.Child("required") ?? other,
                    $"The header `{header}` of the {name} {(isRequired ? "is now always there" : "may now be missing")}.", touches, traffic);
            }

            run.Schemas.Start(node.Child("schema"), other.Child("schema"), (node, other), $"the header `{header}` of the {name}", traffic, touches, pair.Name);
        }
    }

    private static Dictionary<string, Located> Headers(DiffSide side, Located answer)
    {
        var headers = new Dictionary<string, Located>(StringComparer.OrdinalIgnoreCase);
        foreach (var (entry, written) in answer.Entries("headers"))
        {
            if (!entry.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && side.Resolve(written) is { } header)
                headers.TryAdd(entry.Key, header);
        }

        return headers;
    }
}
