using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff.OpenApi;

/// <summary>The schema of one media type.</summary>
internal static class MediaSchemas
{
    /// <summary>Compares, and says it where there is a schema in one version only.</summary>
    public static void Compare(
        DiffRun run, (Located Old, Located New) media, string name, Traffic traffic, IReadOnlyList<Touch> touches, string operation, ChangeKind added, ChangeKind removed)
    {
        // OpenAPI 3.2: what is sent item by item has its schema under another key.
        var old = media.Old.Child("schema") ?? media.Old.Child("itemSchema");
        var @new = media.New.Child("schema") ?? media.New.Child("itemSchema");
        if (old is null != @new is null)
        {
            var isAdded = old is null;
            run.List.Add(
                isAdded ? added : removed, (isAdded ? Shift.Narrower : Shift.Wider).In(traffic), old ?? media.Old, @new ?? media.New,
                $"{char.ToUpperInvariant(name[0])}{name[1..]} {(isAdded ? "now has a schema" : "no longer has a schema")}.", touches, traffic);
            return;
        }

        run.Schemas.Start(old, @new, media, name, traffic, touches, operation);
    }
}
