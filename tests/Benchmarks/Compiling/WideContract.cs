using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benchmarks.Compiling;

/// <summary>An invented contract of any width, in the plainest OpenAPI 3.0, which every compiler reads.</summary>
internal static class WideContract
{
    private static readonly string[] Kinds = ["order", "parcel", "invoice", "address", "vehicle", "driver", "depot", "route", "claim", "tariff"];

    /// <summary>The contract as JSON.</summary>
    public static string Json(int operations) => Document(operations).ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    /// <summary>The same contract as YAML.</summary>
    public static string Yaml(int operations)
    {
        var text = new StringBuilder();
        WriteYaml(text, Document(operations), 0);
        return text.ToString();
    }

    private static JsonObject Document(int operations)
    {
        var paths = new JsonObject();
        var schemas = new JsonObject { ["Problem"] = Problem() };
        foreach (var kind in Kinds)
            schemas[kind + "State"] = State(kind);
        for (var i = 0; i < operations; i++)
        {
            var kind = Kinds[i % Kinds.Length];
            var name = string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(kind[0])}{kind[1..]}{i / Kinds.Length}");
            paths[$"/{kind}s/{{id}}/{name.ToLowerInvariant()}"] = new JsonObject { ["post"] = Operation(name, kind) };
            schemas[name + "Request"] = Schema($"What is asked of the {kind}.", kind, withState: true);
            schemas[name + "Answer"] = Schema($"What became of the {kind}.", kind, withState: false);
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "Wide", ["version"] = "1.0.0" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "https://wide.example" }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
    }

    private static JsonObject Operation(string name, string kind) => new()
    {
        ["operationId"] = "change" + name,
        ["tags"] = new JsonArray(kind),
        ["summary"] = $"Change the {kind}.",
        ["parameters"] = new JsonArray(
            Parameter("id", "path", $"Which {kind}.", true),
            Parameter("language", "query", "Language of texts for people.", false),
            Parameter("x-trace", "header", "Id of the trace.", false)),
        ["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(name + "Request") },
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "Changed.", ["content"] = Content(name + "Answer") },
            ["404"] = new JsonObject { ["description"] = $"There is no such {kind}.", ["content"] = Content("Problem") },
        },
    };

    private static JsonObject Parameter(string name, string place, string description, bool required) => new()
    {
        ["name"] = name,
        ["in"] = place,
        ["required"] = required,
        ["description"] = description,
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Content(string schema) => new()
    {
        ["application/json"] = new JsonObject { ["schema"] = Reference(schema) },
    };

    private static JsonObject Reference(string schema) => new() { ["$ref"] = "#/components/schemas/" + schema };

    private static JsonObject Schema(string description, string kind, bool withState)
    {
        var properties = new JsonObject
        {
            ["number"] = Typed("string", "Number printed on it."),
            ["count"] = Typed("integer", "How many.", "int32"),
            ["weight"] = Typed("number", "Weight in kilograms.", "double"),
            ["changedAt"] = Typed("string", "When it was changed last.", "date-time"),
            ["notes"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" }, ["description"] = "What people wrote about it." },
        };
        if (withState)
            properties["state"] = Reference(kind + "State");
        return new JsonObject { ["type"] = "object", ["description"] = description, ["required"] = new JsonArray("number", "count"), ["properties"] = properties };
    }

    private static JsonObject Typed(string type, string description, string? format = null)
    {
        var schema = new JsonObject { ["type"] = type, ["description"] = description };
        if (format is not null)
            schema["format"] = format;
        return schema;
    }

    private static JsonObject State(string kind) => new()
    {
        ["type"] = "string",
        ["description"] = $"Where the {kind} is.",
        ["enum"] = new JsonArray("new", "accepted", "moving", "done", "lost"),
    };

    private static JsonObject Problem() => new()
    {
        ["type"] = "object",
        ["description"] = "What went wrong.",
        ["required"] = new JsonArray("code"),
        ["properties"] = new JsonObject { ["code"] = Typed("string", "The problem."), ["detail"] = Typed("string", "More about it.") },
    };

    // All texts above are plain enough for YAML's double quotes to mean the same as JSON's.
    private static void WriteYaml(StringBuilder text, JsonNode node, int depth)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                text.Append(' ', 2 * depth).Append(JsonSerializer.Serialize(name)).Append(':');
                WriteValue(text, value!, depth);
            }
        }
        else
        {
            foreach (var item in node.AsArray())
            {
                text.Append(' ', 2 * depth).Append('-');
                WriteValue(text, item!, depth);
            }
        }
    }

    private static void WriteValue(StringBuilder text, JsonNode value, int depth)
    {
        if (value is JsonValue)
        {
            text.Append(' ').Append(value.ToJsonString()).Append('\n');
            return;
        }

        text.Append('\n');
        WriteYaml(text, value, depth + 1);
    }
}
