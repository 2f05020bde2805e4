namespace Benchmarks;

/// <summary>The repository that these benchmarks stand in.</summary>
internal static class Repository
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>Its folder.</summary>
    /// <exception cref="InvalidOperationException">The program was copied out of it.</exception>
    public static string Root => Found.Value;

    private static string Find()
    {
        // BenchmarkDotNet runs its own copies a few folders further down.
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClientGen.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"There is no ClientGen.sln above {AppContext.BaseDirectory}. Run the benchmarks inside the repository.");
    }
}
