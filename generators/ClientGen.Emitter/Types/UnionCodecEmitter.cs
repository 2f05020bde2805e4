using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

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
        if (SharedStart.Of(_model, _scope) is { } start)
            TaggedChoiceEmitter.Emit(body, start, _scope, _fields, Read);
        else
            StructuralChoiceEmitter.Emit(body, _model, _scope, Read);
        body.Line();
        EmitWrite(body);
        using (CodecClass.Open(writer, _scope, _model.Name, _type, _fields.Declarations))
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
        using (CodecClass.Open(writer, scope, place.Name, type, fields.Declarations))
        {
            writer.Line($$"""
                public override {{type}} ReadValue(ref Utf8JsonReader reader) => new({{codec}}.ReadValue(ref reader));

                public override void WriteValue(Utf8JsonWriter writer, {{type}} value) => {{codec}}.WriteValue(writer, value.Value);
                """);
        }
    }
}
