using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Prints the codecs of enums.</summary>
internal static class EnumCodecEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model, EmitScope scope)
    {
        var type = EmitScope.ShortType(model.Name);
        using (CodecClass.Open(writer, scope, model.Name, type))
        {
            if (model.IsInteger)
                EmitNumber(writer, model, type);
            else
                EmitText(writer, model, type);
        }
    }

    private static void EmitNumber(SourceWriter writer, EnumModel model, string type)
    {
        var number = model.Is64Bit ? "Int64" : "Int32";
        var read = model.AcceptsText ? $"Codecs.{number}Any.ReadValue(ref reader)" : $"JsonRead.{number}(ref reader)";
        writer.Line($$"""
            public override {{type}} ReadValue(ref Utf8JsonReader reader) => ({{type}}){{read}};

            public override void WriteValue(Utf8JsonWriter writer, {{type}} value) => writer.WriteNumberValue(({{(model.Is64Bit ? "long" : "int")}})value);
            """);
    }

    private static void EmitText(SourceWriter writer, EnumModel model, string type)
    {
        using (writer.Block($"internal static bool TryParse(ReadOnlySpan<byte> utf8, out {type} value)"))
        {
            var choices = model.Members.Select(member =>
                new Utf8Switch.Choice(member.Value, $"value = {type}.{CSharp.Identifier(member.Name)}; return true;"));
            Utf8Switch.Write(writer, "utf8", $"value = {type}.{EnumEmitter.UnknownOf(model)}; return false;", [.. choices]);
        }

        var texts = EmitScope.ShortType(model.Name + "Extensions");
        writer.Line();
        writer.Line($$"""
            public override {{type}} ReadValue(ref Utf8JsonReader reader)
            {
                TryParse(JsonRead.Utf8(ref reader), out var value);
                return value;
            }

            internal static {{type}} Read(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, ref Dictionary<string, JsonElement>? raw)
            {
                if (!TryParse(JsonRead.Utf8(ref reader), out var value))
                    JsonRead.Extra(ref reader, name, ref raw);
                return value;
            }

            public override void WriteValue(Utf8JsonWriter writer, {{type}} value) => writer.WriteStringValue({{texts}}.ToWire(value));

            internal static void Write(Utf8JsonWriter writer, {{type}} value, string name, IReadOnlyDictionary<string, JsonElement>? raw)
            {
                if (value == {{type}}.{{EnumEmitter.UnknownOf(model)}} && raw is not null && raw.TryGetValue(name, out var kept))
                    kept.WriteTo(writer);
                else
                    writer.WriteStringValue({{texts}}.ToWire(value));
            }
            """);
    }
}
