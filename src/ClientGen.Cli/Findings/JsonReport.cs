using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClientGen.Cli.Terminal;

namespace ClientGen.Cli.Findings;

/// <summary>JSON documents on standard output.</summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true, NewLine = "\n",
        // Nothing here ends up in a page of HTML, and people read it.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one document with a line end behind it.</summary>
    public static void Write(ITerminal terminal, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        terminal.Output.Write(Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
        terminal.Output.Write('\n');
    }
}
