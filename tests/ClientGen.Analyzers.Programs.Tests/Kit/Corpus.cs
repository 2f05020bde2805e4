namespace ClientGen.Analyzers.Programs.Tests.Kit;

/// <summary>The programs of the folder <c>Programs</c>.</summary>
internal static class Corpus
{
    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<Choice> Programs { get; } =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Programs"), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(static path => Choice.Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];
}
