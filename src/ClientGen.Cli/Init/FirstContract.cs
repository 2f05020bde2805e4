namespace ClientGen.Cli.Init;

/// <summary>A small first service: what it offers, and in which order it is used.</summary>
internal static class FirstContract
{
    /// <summary>The folder that the files go to, below the project.</summary>
    public const string Folder = "spec";

    /// <summary>The files by name.</summary>
    public static IReadOnlyList<(string Name, string Text)> Files { get; } = [.. new[] { "kiln.openapi.yaml", "kiln.arazzo.yaml" }.Select(static name => (name, Read(name)))];

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(FirstContract).Assembly.GetManifestResourceStream("example/" + name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
