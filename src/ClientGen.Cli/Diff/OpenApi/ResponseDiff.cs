using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff.OpenApi;

/// <summary>What a request is answered with.</summary>
internal static class ResponseDiff
{
    private static readonly ChangeKind SuccessAdded = new("success-response-added", "A successful answer is new");
    private static readonly ChangeKind SuccessRemoved = new("success-response-removed", "A successful answer is gone");
    private static readonly ChangeKind OtherAdded = new("failure-response-added", "An answer that tells of a failure is new");
    private static readonly ChangeKind OtherRemoved = new("failure-response-removed", "An answer that tells of a failure is gone");
    private static readonly ChangeKind MediaAdded = new("response-media-type-added", "An answer may have another media type");
    private static readonly ChangeKind MediaRemoved = new("response-media-type-removed", "An answer no longer has a media type");
    private static readonly ChangeKind SchemaAdded = new("response-schema-added", "An answer now has a schema");
    private static readonly ChangeKind SchemaRemoved = new("response-schema-removed", "An answer no longer has a schema");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
        [SuccessAdded, SuccessRemoved, OtherAdded, OtherRemoved, MediaAdded, MediaRemoved, SchemaAdded, SchemaRemoved];

    /// <summary>Compares.</summary>
    /// <param name="run">The comparison.</param>
    /// <param name="pair">The operation.</param>
    /// <param name="traffic">Which way the answer travels.</param>
    public static void Compare(DiffRun run, EndpointPair pair, Traffic traffic)
    {
        var old = Answers(pair.Old);
        var @new = Answers(pair.New);
        foreach (var (status, node) in old.Where(answer => !@new.ContainsKey(answer.Key)))
        {
            // An answer that the contract names no longer may still come; only of success can callers say that they rely on it.
            var isSuccess = IsSuccess(status);
            run.List.Add(
                isSuccess ? SuccessRemoved : OtherRemoved, isSuccess ? Impact.Breaking : Impact.Compatible, node, pair.New.Operation.Child("responses") ?? pair.New.Operation,
                $"{pair.Name} is no longer answered with {status}.", pair.Part($"answer {status}"), traffic);
        }

        foreach (var (status, node) in @new.Where(answer => !old.ContainsKey(answer.Key)))
        {
            var isSuccess = IsSuccess(status);
            run.List.Add(
                isSuccess ? SuccessAdded : OtherAdded, isSuccess ? Impact.Risky : Impact.Compatible, pair.Old.Operation.Child("responses") ?? pair.Old.Operation, node,
                $"{pair.Name} may now be answered with {status}.", pair.Part($"answer {status}"), traffic, isAddition: true);
        }

        foreach (var (status, node) in old)
        {
            if (@new.TryGetValue(status, out var other) && run.Old.Resolve(node) is { } before && run.New.Resolve(other) is { } after)
                Compare(run, pair, status, before, after, traffic);
        }
    }

    private static void Compare(DiffRun run, EndpointPair pair, string status, Located old, Located @new, Traffic traffic)
    {
        var name = $"answer {status} of {pair.Name}";
        var touches = pair.Part($"answer {status}");
        HeaderDiff.Compare(run, pair, name, old, @new, traffic, touches);
        var (before, after) = (MediaTypes.Of(old), MediaTypes.Of(@new));
        foreach (var (type, media) in before.Where(media => !after.ContainsKey(media.Key)))
            run.List.Add(MediaRemoved, Impact.Breaking, media, @new.Child("content") ?? @new, $"The {name} is no longer {type}.", touches, traffic);
        foreach (var (type, media) in after.Where(media => !before.ContainsKey(media.Key)))
            run.List.Add(MediaAdded, Impact.Compatible, old.Child("content") ?? old, media, $"The {name} may now be {type}.", touches, traffic, isAddition: true);
        foreach (var (type, media) in before)
        {
            if (after.TryGetValue(type, out var other))
            {
                MediaSchemas.Compare(
                    run, (media, other), after.Count > 1 ? $"the {type} body of {name}" : $"the body of {name}", traffic, touches, pair.Name,
                    SchemaAdded, SchemaRemoved);
            }
        }
    }

    private static Dictionary<string, Located> Answers(Endpoint endpoint)
    {
        var answers = new Dictionary<string, Located>(StringComparer.OrdinalIgnoreCase);
        foreach (var (entry, node) in endpoint.Operation.Entries("responses").Where(static answer => !answer.Entry.Key.StartsWith("x-", StringComparison.Ordinal)))
            answers.TryAdd(entry.Key, node);
        return answers;
    }

    private static bool IsSuccess(string status) => status.StartsWith('2') || status.StartsWith('3');
}
