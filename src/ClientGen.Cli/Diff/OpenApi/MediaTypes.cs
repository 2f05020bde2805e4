using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff.OpenApi;

/// <summary>The media types of a body, by what they are without their parameters.</summary>
internal static class MediaTypes
{
    /// <summary>The media types under <c>content</c>.</summary>
    public static Dictionary<string, Located> Of(Located? body)
    {
        var types = new Dictionary<string, Located>(StringComparer.Ordinal);
        foreach (var (entry, media) in (body ?? default).Entries("content"))
            types.TryAdd(Normal(entry.Key), media);
        return types;
    }

    // RFC 9110, "Media Type": names are case-insensitive; a charset says nothing about the schema.
    private static string Normal(string type)
    {
        var parts = type.ToLowerInvariant().Split(';').Select(static part => part.Trim()).Where(static part => !part.StartsWith("charset=", StringComparison.Ordinal));
        return string.Join("; ", parts);
    }
}
