using System.Net;
using System.Text.Json.Nodes;

namespace ContactCenter.Simulator.Tests.Support;

/// <summary>An answer as a test looks at it.</summary>
public sealed record Reply(HttpStatusCode Status, JsonNode? Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The text of a member.</summary>
    public string? this[string member] => Body?[member]?.ToString();
}
