using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Prints the codec of a union's unknown case: the JSON is kept whole, and shared members are read from it as far as they can be.</summary>
internal static class UnknownCaseCodecEmitter
{
    public static void Emit(SourceWriter writer, UnionModel model, EmitScope scope)
    {
        var type = EmitScope.ShortType(model.UnknownName);
        var fields = new CodecFields();
        var shared = model.Shared
            .Where(static property => property.Required || property is { TellsAbsentFromNull: false, Type.Kind: not TypeKind.Json })
            .Select(property => Initializer(property, fields, scope))
            .ToList();
        using (CodecClass.Open(writer, scope, model.UnknownName, type, fields.Declarations))
        {
            if (shared.Count == 0)
            {
                writer.Line($"public override {type} ReadValue(ref Utf8JsonReader reader) => new(JsonRead.Element(ref reader));");
            }
            else
            {
                EmitRead(writer, type, shared);
                writer.Line();
                EmitSharedHelper(writer);
            }

            writer.Line();
            writer.Line($"public override void WriteValue(Utf8JsonWriter writer, {type} value) => Codecs.Json.WriteValue(writer, value.{UnionEmitter.RawName(model)});");
        }
    }

    private static void EmitRead(SourceWriter writer, string type, List<string> shared)
    {
        using (writer.Block($"public override {type} ReadValue(ref Utf8JsonReader reader)"))
        {
            writer.Line("var raw = JsonRead.Element(ref reader);");
            using (writer.Block($"return new {type}(raw)", ";"))
            {
                foreach (var initializer in shared)
                    writer.Line(initializer);
            }
        }
    }

    private static string Initializer(PropertyModel property, CodecFields fields, EmitScope scope)
    {
        var type = property.Required || PropertyDefault.Applies(property) ? property.Type : property.Type.OrNull();
        var nothing = PropertyDefault.Applies(property) ? PropertyEmitter.Value(type, property.Default!, scope, NameStyle.Short)
            : type.Nullable ? "default"
            : UnionEmitter.NothingOf(type, NameStyle.Short) ?? "default";
        var name = TypeName.OfProperty(property, NameStyle.Short);
        return $"{CSharp.Identifier(property.Name)} = Shared<{name}>(raw, {CSharp.Literal(property.JsonName)}, {fields.Of(type)}, {nothing}),";
    }

    private static void EmitSharedHelper(SourceWriter writer) => writer.Line("""
        private static T Shared<T>(JsonElement raw, string name, JsonCodec<T> codec, T nothing)
        {
            if (raw.ValueKind != JsonValueKind.Object || !raw.TryGetProperty(name, out var member))
                return nothing;
            try
            {
                return JsonText.Parse(codec, global::System.Text.Encoding.UTF8.GetBytes(member.GetRawText()));
            }
            catch (JsonException)
            {
                return nothing;
            }
        }
        """);
}
