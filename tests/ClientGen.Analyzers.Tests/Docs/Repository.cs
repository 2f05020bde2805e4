using System.Runtime.CompilerServices;

namespace ClientGen.Analyzers.Tests.Docs;

/// <summary>The files beside the code that the rules are known by.</summary>
internal static class Repository
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    /// <summary>The folder of the rules' pages.</summary>
    public static string Pages => Path.Combine(Root, "docs", "rules");

    /// <summary>The full path of a file or folder.</summary>
    public static string PathOf(params ReadOnlySpan<string> path) => Path.Combine([Root, .. path]);

    /// <summary>The text of a file with <c>\n</c> as line end; null when it does not exist.</summary>
    public static string? Read(params ReadOnlySpan<string> path)
    {
        var file = PathOf(path);
        return File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null;
    }

    /// <summary>Fails when a generated file is stale; <c>CLIENTGEN_ACCEPT=1</c> writes it.</summary>
    public static void Verify(string text, params ReadOnlySpan<string> path)
    {
        if (Read(path) == text)
            return;
        if (Environment.GetEnvironmentVariable("CLIENTGEN_ACCEPT") == "1")
            File.WriteAllText(PathOf(path), text);
        else
            Assert.Fail($"{Path.Combine(path)} is stale. Run the test with CLIENTGEN_ACCEPT=1.");
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
