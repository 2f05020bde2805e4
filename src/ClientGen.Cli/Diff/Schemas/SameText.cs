using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.Schemas;

/// <summary>Most of a large contract is the same in both versions: what is written alike and leads nowhere need not be looked into.</summary>
internal static class SameText
{
    /// <summary>Whether two schemas are written alike, and say all themselves.</summary>
    public static bool Of(SchemaView old, SchemaView @new) => Of(Meant(old), Meant(@new));

    private static bool Of(Located old, Located @new)
    {
        // The same words mean something else in another standard.
        if (old.Document.Kind != @new.Document.Kind || old.Document.Format != @new.Document.Format)
            return false;
        var text = Text(old);
        // What stands elsewhere may have changed: `$ref`, and in YAML an alias.
        return text.SequenceEqual(Text(@new)) && !text.Contains("$ref", StringComparison.Ordinal) && (old.Document.Format == SpecFormat.Json || !text.Contains('*'));
    }

    /// <summary>A bare reference is what it leads to.</summary>
    private static Located Meant(SchemaView view) => view.Place is { IsReference: true, Mapping.Count: 1 } ? view.Core : view.Place;

    private static ReadOnlySpan<char> Text(Located at) => at.Document.Text.AsSpan(at.Node.Span.Start, at.Node.Span.Length);
}
