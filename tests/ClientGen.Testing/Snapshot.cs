using System.Runtime.CompilerServices;

namespace ClientGen.Testing;

/// <summary>Compares text with a file beside the test, in Verify's file convention, so that switching to Verify is a package reference.</summary>
/// <remarks>
/// <c>Test.Method.verified.cs</c> is what a person has looked at. On a difference <c>Test.Method.received.cs</c> is written and the test fails.
/// <c>CLIENTGEN_ACCEPT=1</c> takes what was received.
/// </remarks>
public static class Snapshot
{
    /// <summary>Compares, and throws when the text is not what was verified.</summary>
    /// <param name="text">The text; line ends do not matter.</param>
    /// <param name="name">What tells several snapshots of one test apart; empty for the only one.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="method">Filled in by the compiler.</param>
    /// <exception cref="SnapshotException">The text differs, or nobody has verified one yet.</exception>
    public static void Verify(string text, string name = "", [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{method}{(name.Length == 0 ? "" : "." + name)}");
        var (verified, received) = (stem + ".verified.cs", stem + ".received.cs");
        var actual = Normal(text);
        var expected = File.Exists(verified) ? Normal(File.ReadAllText(verified)) : null;
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        if (Environment.GetEnvironmentVariable("CLIENTGEN_ACCEPT") == "1")
        {
            File.WriteAllText(verified, actual);
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        throw new SnapshotException(expected is null
            ? $"Nobody has verified {Path.GetFileName(verified)} yet. Read {Path.GetFileName(received)} and run the test with CLIENTGEN_ACCEPT=1."
            : $"{Path.GetFileName(verified)} differs from what was generated.{Environment.NewLine}{FirstDifference(expected, actual)}");
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string FirstDifference(string expected, string actual)
    {
        var (a, b) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < a.Length && line < b.Length && a[line] == b[line])
            line++;
        return $"First difference in line {line + 1}:\n- {(line < a.Length ? a[line] : "(end)")}\n+ {(line < b.Length ? b[line] : "(end)")}";
    }
}

/// <summary>A text is not what was verified.</summary>
/// <param name="message">Where they differ first.</param>
public sealed class SnapshotException(string message) : Exception(message);
