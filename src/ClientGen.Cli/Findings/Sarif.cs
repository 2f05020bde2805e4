using System.Text.Json;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Findings;

/// <summary>A rule as SARIF lists it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Help">Why it matters and what to do; empty when the title says it.</param>
internal sealed record SarifRule(string Id, string Title, string Help);

/// <summary>A place in a file.</summary>
/// <param name="Path">The file as people call it.</param>
/// <param name="Span">The stretch of it.</param>
internal sealed record SarifPlace(string Path, SourceSpan Span);

/// <summary>One result.</summary>
/// <param name="Rule">The id of its rule.</param>
/// <param name="Level"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="Message">What was found.</param>
/// <param name="Place">Where.</param>
/// <param name="Related">Another place that belongs to it, with what is there; null when there is none.</param>
internal sealed record SarifResult(string Rule, string Level, string Message, SarifPlace Place, (SarifPlace Place, string Message)? Related = null);

/// <summary>Writes SARIF 2.1.0, the form that code scanning reads.</summary>
internal static class Sarif
{
    /// <summary>Writes a log of one run.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<SarifRule> rules, IEnumerable<SarifResult> results)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        // SARIF counts columns in UTF-16 units or in characters; we count as editors do.
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var result in results)
            Write(json, result);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, IEnumerable<SarifRule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "clientgen");
        json.WriteString("version", ToolVersion.Text);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Title);
            if (rule.Help.Length > 0)
                WriteText(json, "help", rule.Help);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SarifResult result)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", result.Rule);
        json.WriteString("level", result.Level);
        WriteText(json, "message", result.Message);
        json.WriteStartArray("locations");
        WriteLocation(json, result.Place, null);
        json.WriteEndArray();
        if (result.Related is { } related)
        {
            json.WriteStartArray("relatedLocations");
            WriteLocation(json, related.Place, related.Message);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, SarifPlace place, string? message)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(place.Path));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Span.From.Line + 1);
        json.WriteNumber("startColumn", place.Span.From.Column + 1);
        json.WriteNumber("endLine", place.Span.To.Line + 1);
        json.WriteNumber("endColumn", place.Span.To.Column + 1);
        json.WriteEndObject();
        json.WriteEndObject();
        if (message is not null)
            WriteText(json, "message", message);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>Relative paths stay relative, so that the log means the same in another checkout.</summary>
    private static string UriOf(string path) =>
        Path.IsPathRooted(path) ? new Uri(path).AbsoluteUri : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
