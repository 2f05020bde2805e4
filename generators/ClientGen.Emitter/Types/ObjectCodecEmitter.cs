using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Prints the codecs of objects.</summary>
internal sealed class ObjectCodecEmitter
{
    private const string ExtraLocal = "extra";
    private const string RawLocal = "raw";

    private readonly ObjectModel _model;
    private readonly EmitScope _scope;
    private readonly ExtraMembers _extra;
    private readonly CodecFields _fields;
    private readonly List<MemberCode> _members;
    private readonly RequiredMembers _required;

    private ObjectCodecEmitter(ObjectModel model, EmitScope scope)
    {
        _model = model;
        _scope = scope;
        _extra = ExtraMembers.Of(model, scope);
        _fields = new CodecFields();
        _members = [.. model.Properties.Select(property => new MemberCode(property, scope, _fields))];
        _required = new RequiredMembers(model.Name, model.Properties.Where(static property => property.Required && !ConstantText.Applies(property)));
    }

    private string RawOrExtraLocal => _extra.HasOwnRaw ? RawLocal : ExtraLocal;

    public static void Emit(SourceWriter writer, ObjectModel model, EmitScope scope) => new ObjectCodecEmitter(model, scope).Emit(writer);

    private void Emit(SourceWriter writer)
    {
        // The bodies come first: printing them finds the composed codecs that the class keeps in fields.
        var body = new SourceWriter();
        EmitRead(body);
        body.Line();
        EmitWrite(body);
        _required.EmitMissing(body);
        using (CodecClass.Open(writer, _model.Name, EmitScope.ShortType(_model.Name), _fields.Declarations))
            writer.Line(body.ToString().TrimEnd('\n'));
    }

    private void EmitRead(SourceWriter writer)
    {
        var type = EmitScope.ShortType(_model.Name);
        using (writer.Block($"public override {type} ReadValue(ref Utf8JsonReader reader)"))
        {
            foreach (var line in Packed.Lines(_members.Where(static member => member.IsRead).Select(static member => member.Declaration())))
                writer.Line(line);
            writer.Line($"Dictionary<string, {TypeName.Of(_extra.Type, NameStyle.Short)}>? {ExtraLocal} = null;");
            if (_extra.HasOwnRaw)
                writer.Line($"Dictionary<string, JsonElement>? {RawLocal} = null;");
            _required.EmitLocals(writer);
            writer.Line("JsonRead.StartObject(ref reader);");
            using (writer.Block("while (JsonRead.NextMember(ref reader, out var name))"))
            {
                Utf8Switch.Write(writer, "name", "name.SequenceEqual({0})", [.. _model.Properties.Select(Choice)]);
                writer.Line(_extra.Type.Kind is TypeKind.Json
                    ? $"JsonRead.Extra(ref reader, name, ref {ExtraLocal});"
                    : $"JsonRead.Extra(ref reader, name, {_fields.Of(_extra.Type)}, ref {ExtraLocal});");
            }

            _required.EmitCheck(writer);
            EmitNew(writer, type);
        }
    }

    private Utf8Switch.Choice Choice(PropertyModel property, int index) =>
        new(property.JsonName, $"{_members[index].Read(RawOrExtraLocal)} {_required.Seen(property)}continue;");

    private void EmitNew(SourceWriter writer, string type)
    {
        var initializers = _members.Where(static member => member.IsRead).Select(static member => member.Initializer() + ",").ToList();
        initializers.Add($"{_extra.Name} = {ExtraLocal},");
        if (_extra.HasOwnRaw)
            initializers.Add($"{_extra.RawName} = {RawLocal},");
        using (writer.Block($"return new {type}", ";"))
        {
            foreach (var line in Packed.Lines(initializers))
                writer.Line(line);
        }
    }

    private void EmitWrite(SourceWriter writer)
    {
        using (writer.Block($"public override void WriteValue(Utf8JsonWriter writer, {EmitScope.ShortType(_model.Name)} value)"))
        {
            writer.Line("writer.WriteStartObject();");
            foreach (var member in _members)
                writer.Line(member.Write(_extra.RawName));
            EmitWriteExtra(writer);
            writer.Line("writer.WriteEndObject();");
        }
    }

    private void EmitWriteExtra(SourceWriter writer)
    {
        if (_extra.RawName is null || _extra.HasOwnRaw)
        {
            var codec = _extra.Type.Kind is TypeKind.Json ? "" : $", {_fields.Of(_extra.Type)}";
            writer.Line($"JsonWrite.Extra(writer, value.{_extra.Name}{codec});");
            return;
        }

        // Raw enum values lie among the unnamed members, but have been written in their own places.
        var names = _model.Properties
            .Where(property => _scope.TextEnum(property.Type) is not null)
            .Select(static property => CSharp.Literal(property.JsonName))
            .Distinct();
        writer.Line($$"""
            if (value.{{_extra.Name}} is { } extra)
            {
                foreach (var member in extra)
                {
                    if (member.Key is {{string.Join(" or ", names)}})
                        continue;
                    writer.WritePropertyName(member.Key);
                    Codecs.Json.WriteValue(writer, member.Value);
                }
            }
            """);
    }
}
