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
        var body = new SourceWriter();
        var shared = model.Shared.Where(static property => !ConstantText.Applies(property)).ToEquatableArray();
        if (shared.IsEmpty)
            body.Line($"public override {type} ReadValue(ref Utf8JsonReader reader) => new(JsonRead.Element(ref reader));");
        else
            EmitRead(body, type, shared, fields, scope);
        body.Line();
        body.Line($"public override void WriteValue(Utf8JsonWriter writer, {type} value) => Codecs.Json.WriteValue(writer, value.{UnionEmitter.RawName(model)});");
        using (CodecClass.Open(writer, scope, model.UnknownName, type, fields.Declarations))
            writer.Line(body.ToString().TrimEnd('\n'));
    }

    private static void EmitRead(SourceWriter writer, string type, EquatableArray<PropertyModel> shared, CodecFields fields, EmitScope scope)
    {
        using (writer.Block($"public override {type} ReadValue(ref Utf8JsonReader reader)"))
        {
            writer.Line("var members = reader;");
            writer.Line("var raw = JsonRead.Element(ref reader);");
            foreach (var property in shared)
                writer.Line($"{TypeName.OfProperty(property, NameStyle.Short)} {LocalOf(property)} = {Nothing(property, scope)};");
            writer.Line("if (members.TokenType is JsonTokenType.StartObject)");
            using (writer.Indent())
            {
                writer.Line("while (JsonRead.NextMember(ref members, out var name))");
                using (writer.Block())
                {
                    // What does not fit is in the raw JSON anyway.
                    writer.Line("var member = members;");
                    using (writer.Block("try"))
                        Utf8Switch.Write(writer, "name", "break;", [.. shared.Select(property => Choice(property, fields))]);
                    writer.Line("catch (JsonException) { }");
                    writer.Line("JsonRead.Skip(ref members);");
                }
            }

            var initializers = shared.Select(static property => $"{CSharp.Identifier(property.Name)} = {LocalOf(property)}");
            writer.Line($"return new {type}(raw) {{ {string.Join(", ", initializers)} }};");
        }
    }

    private static Utf8Switch.Choice Choice(PropertyModel property, CodecFields fields)
    {
        var value = $"{fields.Of(property.Type)}.ReadValue(ref member)";
        return new(property.JsonName, $"{LocalOf(property)} = {(property.TellsAbsentFromNull ? $"new({value})" : value)}; break;");
    }

    private static string LocalOf(PropertyModel property) => CSharp.Identifier("v" + property.Name);

    private static string Nothing(PropertyModel property, EmitScope scope) =>
        PropertyDefault.Applies(property) ? PropertyEmitter.Value(property.Type, property.Default!, scope, NameStyle.Short)
        : property.Required && !property.Type.Nullable && UnionEmitter.NothingOf(property.Type, NameStyle.Short) is { } nothing ? nothing
        : "default";
}
