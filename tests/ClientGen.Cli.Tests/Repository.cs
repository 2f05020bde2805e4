using System.Runtime.CompilerServices;

namespace ClientGen.Cli.Tests;

/// <summary>The checkout that the tests were compiled from.</summary>
internal static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
