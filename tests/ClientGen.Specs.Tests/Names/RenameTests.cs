using System.Text.Json.Nodes;
using ClientGen.Specs.Reading;
using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.Names;

/// <summary>An edit renames nothing that it does not touch: a schema, a member or an operation is put anywhere, and every old name is still there.</summary>
public sealed class RenameTests
{
    private const int EditsOfEachContract = 60;

    private const string Pets = """
        openapi: 3.1.0
        info: { title: t, version: '1' }
        paths:
          /pets:
            get:
              operationId: listPets
              parameters: [{ name: status, in: query, schema: { type: string, enum: [a, b] } }]
              responses:
                '200': { description: d, content: { application/json: { schema: { type: object, properties: { items: { type: array, items: { type: object, properties: { id: { type: integer } } } } } } } } }
                '404': { description: d, content: { application/json: { schema: { type: object, properties: { why: { type: string } } } } } }
            post:
              operationId: addPet
              requestBody: { content: { application/json: { schema: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { type: object, title: Other, properties: { x: { type: string } } }] } } } }
        components:
          schemas:
            pet: { type: object, discriminator: { propertyName: kind }, properties: { kind: { type: string }, status: { type: string, enum: [x] } } }
            Cat: { allOf: [{ $ref: '#/components/schemas/pet' }, { type: object, properties: { toy: { type: object, properties: { name: { type: string } } } } }] }
            Dog: { allOf: [{ $ref: '#/components/schemas/pet' }] }
            Choice: { anyOf: [{ $ref: '#/components/schemas/Cat' }, { type: string }, { type: array, items: { type: object, properties: { y: { type: string } } } }] }
            order: { type: object, properties: { o: { type: string } } }
            Order: { type: object, properties: { p: { type: string, enum: [q] } } }

        """;

    [Theory]
    [InlineData("pets")]
    [InlineData("fabric.openapi.yaml")]
    [InlineData("cc-messaging.openapi.yaml")]
    [InlineData("rtc-voice.openapi.yaml")]
    [InlineData("video-signalling.asyncapi.yaml")]
    public void An_unrelated_edit_renames_nothing(string name)
    {
        var text = name == "pets" ? Pets : File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "spec", name));
        var root = ToJson(SpecReader.Read(name, text, TestContext.Current.CancellationToken).Root)!.AsObject();
        var before = NamesOf.All(Bind(root));

        for (var seed = 0; seed < EditsOfEachContract; seed++)
        {
            var edited = root.DeepClone().AsObject();
            var edit = Edit(edited, new Random(seed));
            var after = NamesOf.All(Bind(edited));

            Assert.True(after.Count > before.Count, $"Seed {seed} changed nothing: {edit}");
            var renamed = before.Where(old => !after.TryGetValue(old.Key, out var now) || now != old.Value)
                .Select(old => $"{old.Key}: {old.Value} → {(after.TryGetValue(old.Key, out var now) ? now : "gone")}");
            Assert.True(!renamed.Any(), $"Seed {seed}, {edit}: {string.Join("; ", renamed.Take(5))}");
        }
    }

    private static Contract Bind(JsonObject root) => Contract.BindFile("contract.json", root.ToJsonString());

    private static string Edit(JsonObject root, Random random)
    {
        var schemas = root["components"]!["schemas"]!.AsObject();
        switch (random.Next(root["paths"] is null ? 2 : 3))
        {
            case 0:
                var shape = Shape(random, schemas.Select(static schema => schema.Key).ToList());
                return $"schema {Insert(schemas, "Zz" + random.Next(1000), shape, random)}";
            case 1:
                var objects = Objects(root["components"]!).ToList();
                return $"member {Insert(objects[random.Next(objects.Count)], "zz" + random.Next(1000), Member(random), random)}";
            default:
                var operation = JsonNode.Parse("""
                    { "post": { "operationId": "zzOperation", "parameters": [{ "name": "status", "in": "query", "schema": { "type": "string", "enum": ["z"] } }],
                      "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "status": { "enum": ["z"] } } } } } },
                      "responses": { "200": { "description": "d", "content": { "application/json": { "schema": { "type": "array", "items": { "type": "object", "properties": { "z": { "type": "string" } } } } } } } } } }
                    """)!;
                return $"operation {Insert(root["paths"]!.AsObject(), "/zz" + random.Next(1000), operation, random)}";
        }
    }

    private static JsonNode Shape(Random random, List<string> schemas) => JsonNode.Parse(random.Next(4) switch
    {
        0 => """{ "type": "object", "properties": { "status": { "type": "string", "enum": ["z"] }, "inner": { "type": "object", "properties": { "z": { "type": "string" } } } } }""",
        1 => """{ "type": "string", "enum": ["z", "y"] }""",
        2 => $$"""{ "type": "object", "properties": { "other": { "$ref": "#/components/schemas/{{schemas[random.Next(schemas.Count)]}}" } } }""",
        _ => """{ "oneOf": [{ "type": "string" }, { "type": "object", "required": ["z"], "properties": { "z": { "type": "string" } } }] }""",
    })!;

    private static JsonNode Member(Random random) => JsonNode.Parse(random.Next(3) switch
    {
        0 => """{ "type": "string" }""",
        1 => """{ "type": "string", "enum": ["z"] }""",
        _ => """{ "type": "array", "items": { "type": "object", "properties": { "z": { "type": "string" } } } }""",
    })!;

    private static string Insert(JsonObject into, string key, JsonNode value, Random random)
    {
        into.Insert(random.Next(into.Count + 1), key, value);
        return $"{key} in {into.GetPath()}";
    }

    // Objects that have members already: a first member would make a record of a map, which is no unrelated edit.
    private static IEnumerable<JsonObject> Objects(JsonNode node)
    {
        foreach (var child in node is JsonObject mapping ? mapping.Where(static entry => entry.Key is not ("example" or "examples")).Select(static entry => entry.Value) : node.AsArray())
        {
            if (child is not (JsonObject or JsonArray))
                continue;
            if (child is JsonObject { Count: > 0 } properties && child.Parent is JsonObject holder && ReferenceEquals(holder["properties"], child))
                yield return properties;
            foreach (var inner in Objects(child))
                yield return inner;
        }
    }

    private static JsonNode? ToJson(SpecNode node)
    {
        switch (node)
        {
            case SpecMapping mapping:
                return new JsonObject(mapping.Entries.Select(static entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value))));
            case SpecSequence sequence:
                return new JsonArray([.. sequence.Items.Select(ToJson)]);
            default:
                var scalar = (SpecScalar)node;
                return scalar.IsNull ? null
                    : scalar.TryGetBoolean(out var truth) ? JsonValue.Create(truth)
                    : scalar.TryGetInt64(out var whole) ? JsonValue.Create(whole)
                    : scalar.TryGetDouble(out var number) ? JsonValue.Create(number)
                    : JsonValue.Create(scalar.Text);
        }
    }
}
