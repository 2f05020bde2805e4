using ClientGen.Specs.Model;
using ClientGen.Specs.Tests.Schemas;
using Microsoft.OpenApi;
using YamlDotNet.Serialization;

namespace ClientGen.Specs.Tests.OpenApi;

/// <summary>
/// Microsoft.OpenApi, which shares no code with ours, reads our contracts too and agrees on operations, parameters, and members of
/// schemas. Its YAML reader is not in every registry, so YamlDotNet turns the contracts into JSON.
/// </summary>
public sealed class OracleTests
{
    public static TheoryData<string> Contracts => ["fabric.openapi.yaml", "cc-messaging.openapi.yaml", "rtc-voice.openapi.yaml"];

    private static OpenApiDocument Read(string fileName)
    {
        var yaml = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "spec", fileName));
        var values = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(yaml);
        var json = new SerializerBuilder().JsonCompatible().Build().Serialize(values!);
        var result = OpenApiDocument.Parse(json, "json");
        Assert.Empty(result.Diagnostic!.Errors);
        return result.Document!;
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Operations(string fileName)
    {
        var theirs = Read(fileName).Paths
            .SelectMany(static path => path.Value.Operations!.Select(operation => $"{operation.Key} {path.Key} {operation.Value.OperationId} {operation.Value.Responses!.Count}"));
        var ours = Contract.Ours(fileName).Client.Operations.Select(static operation => $"{operation.Method} {operation.Path} {operation.Id} {operation.Answers.Count}");

        Assert.Equal(theirs, ours);
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Parameters(string fileName)
    {
        var theirs = Read(fileName).Paths.SelectMany(static path => path.Value.Operations!.Values.SelectMany(operation =>
            (path.Value.Parameters ?? []).Concat(operation.Parameters ?? [])
                .Select(parameter => $"{operation.OperationId} {parameter.In} {parameter.Name} {(parameter.Required ? "required" : "optional")}")));
        var contract = Contract.Ours(fileName);
        var ours = contract.Client.Operations.SelectMany(static operation => operation.Parameters.Select(parameter =>
            $"{operation.Id} {parameter.Place} {parameter.WireName} {(parameter.Required ? "required" : "optional")}"));

        Assert.Equal(theirs.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Members_of_schemas(string fileName)
    {
        var theirs = Read(fileName).Components!.Schemas!
            .Where(static schema => Properties(schema.Value).Count > 0)
            .Select(static schema => Line(schema.Key, Properties(schema.Value).Select(property => (property.Key, IsRequired(schema.Value, property.Key), property.Value.MaxLength ?? property.Value.MaxItems))));
        var ours = Contract.Ours(fileName).Types.OfType<ObjectModel>()
            .Where(static record => record.Source.Contains("#/components/schemas/", StringComparison.Ordinal) && record.Source.Count('/') == 3)
            .Select(static record => Line(record.Source[(record.Source.LastIndexOf('/') + 1)..], record.Properties.Select(static property => (property.JsonName, property.Required, property.Limits.MaxLength))));

        Assert.Equal(theirs.Order(StringComparer.Ordinal), ours.Where(static line => !line.EndsWith("{  }", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Values_of_enums(string fileName)
    {
        var theirs = Read(fileName).Components!.Schemas!
            .Where(static schema => schema.Value.Enum is { Count: > 0 })
            .Select(static schema => $"{schema.Key}: {string.Join(",", schema.Value.Enum!.Select(static value => value.ToString()))}");
        var ours = Contract.Ours(fileName).Types.OfType<EnumModel>()
            .Where(static values => values.Source.Count('/') == 3)
            .Select(static values => $"{values.Source[(values.Source.LastIndexOf('/') + 1)..]}: {string.Join(",", values.Members.Select(static member => member.Value))}");

        // The texts "true" and "false" are a Boolean of ours, and no enum.
        Assert.Equal(theirs.Where(static line => !line.EndsWith(": true,false", StringComparison.Ordinal)).Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
    }

    private static string Line(string name, IEnumerable<(string Name, bool Required, int? Most)> members) =>
        $"{name} {{ {string.Join(", ", members.OrderBy(static member => member.Name, StringComparer.Ordinal).Select(static member => $"{member.Name}{(member.Required ? "" : "?")} {member.Most}"))} }}";

    private static Dictionary<string, IOpenApiSchema> Properties(IOpenApiSchema schema)
    {
        var found = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var property in (schema.AllOf ?? []).SelectMany(static part => Properties(part)).Concat(schema.Properties ?? new Dictionary<string, IOpenApiSchema>()))
            found[property.Key] = property.Value;
        return found;
    }

    private static bool IsRequired(IOpenApiSchema schema, string name) =>
        schema.Required?.Contains(name) == true || (schema.AllOf ?? []).Any(part => IsRequired(part, name));
}
