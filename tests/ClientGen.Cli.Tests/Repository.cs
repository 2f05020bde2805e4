using System.Runtime.CompilerServices;

namespace ClientGen.Cli.Tests;

/// <summary>The checkout that the tests were compiled from.</summary>
internal static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>Fails when a generated file is stale; <c>CLIENTGEN_ACCEPT=1</c> writes it.</summary>
    public static void Fresh(string text, params string[] path)
    {
        var file = Path.Combine([Root, .. path]);
        if (Environment.GetEnvironmentVariable("CLIENTGEN_ACCEPT") == "1")
            File.WriteAllText(file, text);
        Assert.True(File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text, $"{Path.Combine(path)} is stale. Run the test with CLIENTGEN_ACCEPT=1.");
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
