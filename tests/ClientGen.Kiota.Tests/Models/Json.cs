using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace ClientGen.Kiota.Tests.Models;

/// <summary>Models through Kiota's reader and writer.</summary>
internal static class Json
{
    /// <summary>Reads JSON as Kiota's adapter does.</summary>
    public static T Read<T>(string json, ParsableFactory<T> factory)
        where T : IParsable
    {
        using var document = JsonDocument.Parse(json);
        return new JsonParseNode(document.RootElement.Clone()).GetObjectValue(factory);
    }

    /// <summary>Writes a model as Kiota's adapter does.</summary>
    public static string Write<T>(T model)
        where T : IParsable
    {
        using var writer = new JsonSerializationWriter();
        writer.WriteObjectValue(null, model);
        using var reader = new StreamReader(writer.GetSerializedContent(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Fails unless two texts are the same JSON.</summary>
    public static void Same(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"Expected {expected}\nActual   {actual}");
}
