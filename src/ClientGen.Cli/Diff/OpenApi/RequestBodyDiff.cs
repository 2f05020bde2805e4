using ClientGen.Cli.Diff.Schemas;
using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff.OpenApi;

/// <summary>The body of a request.</summary>
internal static class RequestBodyDiff
{
    private static readonly ChangeKind RequiredAdded = new("required-request-body-added", "A request has a body that must be there");
    private static readonly ChangeKind OptionalAdded = new("optional-request-body-added", "A request may have a body");
    private static readonly ChangeKind Removed = new("request-body-removed", "A request has no body any more");
    private static readonly ChangeKind BecameRequired = new("request-body-became-required", "A request must now have its body");
    private static readonly ChangeKind BecameOptional = new("request-body-became-optional", "A request may now leave out its body");
    private static readonly ChangeKind MediaAdded = new("request-media-type-added", "The body of a request may have another media type");
    private static readonly ChangeKind MediaRemoved = new("request-media-type-removed", "The body of a request can no longer have a media type");
    private static readonly ChangeKind SchemaAdded = new("media-type-schema-added", "The body of a media type now has a schema");
    private static readonly ChangeKind SchemaRemoved = new("media-type-schema-removed", "The body of a media type no longer has a schema");
    private static readonly ChangeKind Encoding = new("encoding-changed", "A part of a form is encoded in another way");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
        [RequiredAdded, OptionalAdded, Removed, BecameRequired, BecameOptional, MediaAdded, MediaRemoved, SchemaAdded, SchemaRemoved, Encoding];

    /// <summary>Compares.</summary>
    /// <param name="run">The comparison.</param>
    /// <param name="pair">The operation.</param>
    /// <param name="traffic">Which way the body travels.</param>
    public static void Compare(DiffRun run, EndpointPair pair, Traffic traffic)
    {
        var old = run.Old.Resolve(pair.Old.Operation.Child("requestBody"));
        var @new = run.New.Resolve(pair.New.Operation.Child("requestBody"));
        var touches = pair.Part("body");
        if (old is null || @new is null)
        {
            if (@new is { } added)
                Added(run, pair, added, traffic);
            else if (old is { } removed)
                run.List.Add(Removed, Impact.Breaking, removed, pair.New.Operation, $"{pair.Name} has no body any more.", touches, traffic);
            return;
        }

        if (old.Value.Flag("required") != @new.Value.Flag("required"))
        {
            var isRequired = @new.Value.Flag("required");
            var shift = isRequired ? Shift.Narrower : Shift.Wider;
            run.List.Add(
                isRequired ? BecameRequired : BecameOptional, shift.In(traffic), old.Value.Child("required") ?? old, @new.Value.Child("required") ?? @new,
                $"The body of {pair.Name} {(isRequired ? "must now be there" : "may now be left out")}.", touches, traffic);
        }

        CompareMedia(run, pair, old.Value, @new.Value, traffic, touches);
    }

    private static void Added(DiffRun run, EndpointPair pair, Located added, Traffic traffic)
    {
        var isRequired = added.Flag("required");
        run.List.Add(
            isRequired ? RequiredAdded : OptionalAdded, isRequired && traffic == Traffic.Sent ? Impact.Breaking : Impact.Compatible, pair.Old.Operation, added,
            $"{pair.Name} {(isRequired ? "must now have" : "may now have")} a body.", pair.Part("body"), traffic, isAddition: true);
    }

    private static void CompareMedia(DiffRun run, EndpointPair pair, Located old, Located @new, Traffic traffic, IReadOnlyList<Touch> touches)
    {
        var (before, after) = (MediaTypes.Of(old), MediaTypes.Of(@new));
        foreach (var (type, media) in before.Where(media => !after.ContainsKey(media.Key)))
        {
            run.List.Add(
                MediaRemoved, Shift.Narrower.In(traffic), media, @new.Child("content") ?? @new, $"The body of {pair.Name} can no longer be {type}.", touches, traffic);
        }

        foreach (var (type, media) in after.Where(media => !before.ContainsKey(media.Key)))
        {
            run.List.Add(
                MediaAdded, Shift.Wider.In(traffic, Impact.Risky), old.Child("content") ?? old, media, $"The body of {pair.Name} can now be {type}.", touches, traffic, isAddition: true);
        }

        foreach (var (type, media) in before)
        {
            if (after.TryGetValue(type, out var other))
                CompareSchemas(run, pair, (media, other), after.Count > 1 ? $"the {type} body of {pair.Name}" : $"the body of {pair.Name}", traffic, touches);
        }
    }

    private static void CompareSchemas(DiffRun run, EndpointPair pair, (Located Old, Located New) media, string name, Traffic traffic, IReadOnlyList<Touch> touches)
    {
        if (media.Old.Child("encoding") is var old && media.New.Child("encoding") is var @new
            && (old is { } a ? JsonText.OfSchema(a.Node) : "") != (@new is { } b ? JsonText.OfSchema(b.Node) : ""))
        {
            run.List.Add(Encoding, Impact.Risky, old ?? media.Old, @new ?? media.New, $"The parts of {name} are encoded in another way.", touches, traffic);
        }

        MediaSchemas.Compare(run, media, name, traffic, touches, pair.Name, SchemaAdded, SchemaRemoved);
    }
}
