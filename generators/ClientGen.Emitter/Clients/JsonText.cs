using ClientGen.Specs.Reading;

namespace ClientGen.Emitter.Clients;

/// <summary>Reads the JSON texts that a contract model carries: literals, defaults, constants and arguments of facts.</summary>
internal static class JsonText
{
    /// <summary>The value; text that is no JSON gives what could be read of it.</summary>
    public static SpecNode Read(string json) => SpecReader.Read("value.json", json, CancellationToken.None).Root;

    /// <summary>The scalar, or null for objects and arrays.</summary>
    public static SpecScalar? Scalar(string json) => Read(json) as SpecScalar;

    /// <summary>Whether a scalar is a JSON number.</summary>
    public static bool IsNumber(this SpecScalar scalar) => scalar.Kind is ScalarKind.Integer or ScalarKind.Number;
}
