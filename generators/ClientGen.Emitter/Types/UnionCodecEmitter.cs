using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Emitter.Types;

/// <summary>Prints the codecs of unions, their wrappers and their unknown cases.</summary>
internal sealed class UnionCodecEmitter
{
    private readonly UnionModel _model;
    private readonly EmitScope _scope;
    private readonly CodecFields _fields;
    private readonly string _type;
    private readonly string _unknown;

    private UnionCodecEmitter(UnionModel model, EmitScope scope)
    {
        _model = model;
        _scope = scope;
        _fields = new CodecFields();
        _type = EmitScope.ShortType(model.Name);
        _unknown = CodecExpression.ClassName(model.UnknownName);
    }

    public static void Emit(SourceWriter writer, UnionModel model, EmitScope scope)
    {
        new UnionCodecEmitter(model, scope).Emit(writer);
        foreach (var place in model.Cases.Where(static place => place.IsWrapper))
        {
            writer.Line();
            EmitWrapper(writer, place, scope);
        }

        writer.Line();
        UnknownCaseCodecEmitter.Emit(writer, model, scope);
    }

    private void Emit(SourceWriter writer)
    {
        var body = new SourceWriter();
        if (_model is { Kind: UnionKind.Tagged, TagName: { } tag })
            EmitTagged(body, tag);
        else
            StructuralChoiceEmitter.Emit(body, _model, _scope, Read);
        body.Line();
        EmitWrite(body);
        using (CodecClass.Open(writer, _model.Name, _type, _fields.Declarations))
            writer.Line(body.ToString().TrimEnd('\n'));
    }

    private string Read(UnionCaseModel place)
    {
        var codec = place.Type.Kind is TypeKind.Named or TypeKind.Enum && !place.Type.Nullable
            ? CodecExpression.ClassName(place.Type.Name ?? "") + ".Instance"
            : _fields.Of(place.Type);
        var value = codec + ".ReadValue(ref reader)";
        return place.IsWrapper ? $"new {EmitScope.ShortType(place.Name)}({value})" : value;
    }

    private void EmitTagged(SourceWriter writer, string tagName)
    {
        var texts = new List<Utf8Switch.Choice>();
        var numbers = new List<(long Number, UnionCaseModel Case)>();
        var truths = new List<(bool Truth, UnionCaseModel Case)>();
        foreach (var place in _model.Cases)
        {
            foreach (var tag in place.Tags)
            {
                if (JsonText.Scalar(tag) is not { } scalar)
                    continue;
                if (scalar.AsString is { } text)
                    texts.Add(new Utf8Switch.Choice(text, $"return {Read(place)};"));
                else if (scalar.TryGetBoolean(out var truth) && truths.All(known => known.Truth != truth))
                    truths.Add((truth, place));
                else if (scalar.TryGetInt64(out var number) && numbers.All(known => known.Number != number))
                    numbers.Add((number, place));
            }
        }

        using (writer.Block($"public override {_type} ReadValue(ref Utf8JsonReader reader)"))
        {
            writer.Line($"JsonRead.TryFindTag(reader, {CSharp.Utf8Literal(tagName)}, out var tag);");
            if (texts.Count > 0)
            {
                // The text of a number is its digits, so that 7 chooses the same case as "7".
                using (writer.Block("if (tag.Kind is JsonTokenType.String or JsonTokenType.Number)"))
                    Utf8Switch.Write(writer, "tag.Text", "tag.Text.SequenceEqual({0})", texts);
            }

            if (numbers.Count > 0)
            {
                writer.Line("if (tag.TryGetInt64OrText(out var number))");
                using (writer.Block())
                using (writer.Block("switch (number)"))
                {
                    foreach (var (number, place) in numbers)
                        writer.Line($"case {CSharp.Literal(number)}: return {Read(place)};");
                }
            }

            foreach (var (truth, place) in truths)
                writer.Line($"if (tag.Is({CSharp.Literal(truth)})) return {Read(place)};");
            if (_model.Cases.FirstOrDefault(static place => place.IsUntagged) is { } untagged)
                writer.Line($"if (reader.TokenType is JsonTokenType.StartObject && (tag.Absent || tag.Null)) return {Read(untagged)};");
            writer.Line($"return {_unknown}.Instance.ReadValue(ref reader);");
        }
    }

    private void EmitWrite(SourceWriter writer)
    {
        using (writer.Block($"public override void WriteValue(Utf8JsonWriter writer, {_type} value)"))
        using (writer.Block("switch (value)"))
        {
            for (var i = 0; i < _model.Cases.Count; i++)
            {
                var place = _model.Cases[i];
                var name = place.IsWrapper ? place.Name : place.Type.Name ?? place.Name;
                writer.Line($"case {EmitScope.ShortType(name)} case{i}: {CodecExpression.ClassName(name)}.Instance.WriteValue(writer, case{i}); break;");
            }

            writer.Line($"case {EmitScope.ShortType(_model.UnknownName)} unknown: {_unknown}.Instance.WriteValue(writer, unknown); break;");
            writer.Line("default: throw new ArgumentNullException(nameof(value));");
        }
    }

    private static void EmitWrapper(SourceWriter writer, UnionCaseModel place, EmitScope scope)
    {
        var type = EmitScope.ShortType(place.Name);
        var fields = new CodecFields();
        var codec = fields.Of(place.Type);
        using (CodecClass.Open(writer, place.Name, type, fields.Declarations))
        {
            writer.Line($$"""
                public override {{type}} ReadValue(ref Utf8JsonReader reader) => new({{codec}}.ReadValue(ref reader));

                public override void WriteValue(Utf8JsonWriter writer, {{type}} value) => {{codec}}.WriteValue(writer, value.Value);
                """);
        }
    }
}
