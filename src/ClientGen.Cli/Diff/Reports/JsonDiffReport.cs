using System.Text.Json;
using ClientGen.Cli.Findings;
using ClientGen.Cli.Terminal;

namespace ClientGen.Cli.Diff.Reports;

/// <summary>Changes as one JSON document.</summary>
internal static class JsonDiffReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(ITerminal terminal, DiffResult result) => JsonReport.Write(terminal, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("breaking", result.Count(Impact.Breaking));
        json.WriteNumber("risky", result.Count(Impact.Risky));
        json.WriteNumber("compatible", result.Count(Impact.Compatible));
        json.WriteString("step", Words.Of(result.Step));
        WriteText(json, "current", result.Current?.ToString());
        WriteText(json, "next", result.Next?.ToString());
        json.WriteStartArray("changes");
        foreach (var change in result.Listed)
            Write(json, change);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Change change)
    {
        json.WriteStartObject();
        json.WriteString("kind", change.Kind.Id);
        json.WriteString("impact", Words.Of(change.Worst));
        json.WriteString("source", Words.Of(change.Source));
        json.WriteString("binary", Words.Of(change.Binary));
        json.WriteString("wire", Words.Of(change.Wire));
        json.WriteString("message", change.Message);
        json.WriteBoolean("sent", change.Traffic.HasFlag(Traffic.Sent));
        json.WriteBoolean("received", change.Traffic.HasFlag(Traffic.Received));
        json.WriteBoolean("addition", change.IsAddition);
        Write(json, "old", change.Old);
        Write(json, "new", change.New);
        Write(json, "members", change.Members);
        Write(json, "operations", change.Operations);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Place? place)
    {
        if (place is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("file", place.Path);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Span.From.Column + 1);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
            json.WriteNull(name);
        else
            json.WriteString(name, text);
    }
}
