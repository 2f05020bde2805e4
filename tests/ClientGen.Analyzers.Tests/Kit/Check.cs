using System.Text;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Tests.Kit;

/// <summary>Assertions over programs. All rules run over each of them, so a diagnostic that no marker expects fails too.</summary>
internal static class Check
{
    /// <summary>The program has exactly the marked diagnostics.</summary>
    public static Task Program(string marked, params (string Key, string Value)[] options) => Files([marked], options);

    /// <summary>The program has exactly the marked diagnostics of these rules; of what others say, nothing is asked.</summary>
    /// <param name="ids">The rules.</param>
    /// <param name="marked">The files of the program.</param>
    public static Task Only(IReadOnlyCollection<string> ids, params string[] marked) => Files(marked, [], found => ids.Contains(found.Id));

    /// <summary>The body of an async method has exactly the marked diagnostics. <c>client</c>, <c>voice</c> and <c>video</c> are clients, <c>ct</c> is a token.</summary>
    public static Task Body(string marked, params (string Key, string Value)[] options) => Program(Method(marked), options);

    /// <summary>A class with these members has exactly the marked diagnostics.</summary>
    public static Task Members(string marked, params (string Key, string Value)[] options) => Program(Class(marked), options);

    /// <summary>The body of an async method as a program.</summary>
    public static string Method(string body) => Class($$"""
        public async Task RunAsync(CancellationToken ct)
        {
            await Task.Yield();
        {{Indented(body)}}
        }
        """);

    /// <summary>Members of a class as a program.</summary>
    public static string Class(string members) => $$"""
        using ContactCenter.Messaging;
        using ContactCenter.Rtc;
        using ContactCenter.VideoSignalling;

        public sealed class Integrator(ICcMessagingClient client, IRtcVoiceClient voice, IVideoSignallingClient video)
        {
            private readonly object _clients = (client, voice, video);

        {{Indented(members)}}
        }
        """;

    // One level deeper; fixes are compared by their text, so programs are laid out as people write them.
    private static string Indented(string code) =>
        string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(static line => line.Length == 0 ? line : "    " + line));

    /// <summary>The files of a program have exactly the marked diagnostics.</summary>
    public static Task Files(IReadOnlyList<string> marked, params (string Key, string Value)[] options) => Files(marked, options, static _ => true);

    private static async Task Files(IReadOnlyList<string> marked, (string Key, string Value)[] options, Func<Diagnostic, bool> matters)
    {
        var sources = marked.Select(MarkedSource.Parse).ToList();
        var found = (await RuleRun.DiagnosticsAsync(RuleRun.Compile(sources.Select(static source => source.Text)), options)).Where(matters).ToList();
        var expected = sources.SelectMany(static (source, i) => source.Marks.Select(mark => $"Program{i}.cs {mark.Span} {mark.Id}: {source.Text.Substring(mark.Span.Start, mark.Span.Length)}"))
            .Order(StringComparer.Ordinal).ToList();
        var actual = found.Select(static diagnostic => $"{diagnostic.Location.SourceTree?.FilePath} {diagnostic.Location.SourceSpan} {diagnostic.Id}: {Text(diagnostic)}")
            .Order(StringComparer.Ordinal).ToList();
        if (expected.SequenceEqual(actual))
            return;
        var message = new StringBuilder();
        foreach (var missing in expected.Except(actual))
            message.AppendLine("missing    " + missing);
        foreach (var extra in actual.Except(expected))
            message.AppendLine("unexpected " + extra);
        foreach (var diagnostic in found)
            message.AppendLine("  " + diagnostic);
        Assert.Fail(message.ToString());
    }

    private static string Text(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? diagnostic.GetMessage();
}
