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
    private readonly SharedStart? _start;

    private ObjectCodecEmitter(ObjectModel model, EmitScope scope)
    {
        _model = model;
        _scope = scope;
        _extra = ExtraMembers.Of(model, scope);
        _fields = new CodecFields();
        _members = [.. model.Properties.Select(property => new MemberCode(property, scope, _fields))];
        _start = SharedStart.Before(model, scope);
        // What the union has read already comes first, so that its bits are the same in every case.
        var required = (_start?.Members ?? default).Select(OwnProperty).Concat(model.Properties).Distinct()
            .Where(static property => property.Required && !ConstantText.Applies(property));
        _required = new RequiredMembers(model.Name, required);
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
        EncodedNames.Emit(body, _model.Properties);
        using (CodecClass.Open(writer, _model.Name, EmitScope.ShortType(_model.Name), _fields.Declarations))
            writer.Line(body.ToString().TrimEnd('\n'));
    }

    private void EmitRead(SourceWriter writer)
    {
        var type = EmitScope.ShortType(_model.Name);
        if (_start is null)
        {
            using (writer.Block($"public override {type} ReadValue(ref Utf8JsonReader reader)"))
            {
                EmitLocals(writer);
                writer.Line("JsonRead.StartObject(ref reader);");
                EmitLoop(writer);
                EmitNew(writer, type);
            }

            return;
        }

        using (writer.Block($"public override {type} ReadValue(ref Utf8JsonReader reader)"))
        {
            writer.Line("JsonRead.StartObject(ref reader);");
            writer.Line($"return Rest(ref reader{_start.NoArguments(CodeOf)});");
        }

        writer.Line();
        using (writer.Block($"internal static {type} Rest(ref Utf8JsonReader reader{_start.Parameters(CodeOf)})"))
        {
            EmitLocals(writer);
            EmitTag(writer, _start.Union.TagName!);
            // The union may have read everything: then the object has ended.
            using (writer.Block("if (reader.TokenType is not JsonTokenType.EndObject || atTag)"))
                EmitLoop(writer);
            EmitNew(writer, type);
        }
    }

    private void EmitLocals(SourceWriter writer)
    {
        var given = new HashSet<string>((_start?.Members ?? default).Select(member => CodeOf(member).Local), StringComparer.Ordinal);
        var declarations = _members.Where(member => member.IsRead && !given.Contains(member.Local)).Select(static member => member.Declaration());
        foreach (var line in Packed.Lines(declarations))
            writer.Line(line);
        writer.Line($"Dictionary<string, {TypeName.Of(_extra.Type, NameStyle.Short)}>? {ExtraLocal} = null;");
        if (_extra.HasOwnRaw)
            writer.Line($"Dictionary<string, JsonElement>? {RawLocal} = null;");
        _required.EmitLocals(writer, _start is { HasRequired: true } ? "seen" : "0");
    }

    private void EmitLoop(SourceWriter writer)
    {
        using (writer.Block("while (JsonRead.NextMember(ref reader, out var name))"))
        {
            Utf8Switch.Write(writer, "name", "name.SequenceEqual({0})", [.. _model.Properties.Select(Choice)]);
            writer.Line(KeepExtra("name"));
        }
    }

    private string KeepExtra(string name) => _extra.Type.Kind is TypeKind.Json
        ? $"JsonRead.Extra(ref reader, {name}, ref {ExtraLocal});"
        : $"JsonRead.Extra(ref reader, {name}, {_fields.Of(_extra.Type)}, ref {ExtraLocal});";

    // The union stands on the tag's value and leaves it to the case: to a member of its own, or to the unnamed ones.
    private void EmitTag(SourceWriter writer, string tagName)
    {
        var index = _model.Properties.ToList().FindIndex(property => property.JsonName == tagName);
        if (index >= 0 && !_members[index].IsRead)
            return;
        using (writer.Block("if (atTag)"))
        {
            if (index < 0)
            {
                writer.Line(KeepExtra(CSharp.Utf8Literal(tagName)));
                return;
            }

            writer.Line($"{_members[index].Read(RawOrExtraLocal, CSharp.Utf8Literal(tagName))} {_required.Seen(_model.Properties[index])}".TrimEnd());
        }
    }

    private PropertyModel OwnProperty(PropertyModel shared) => _model.Properties.First(property => property.JsonName == shared.JsonName);

    private MemberCode CodeOf(PropertyModel shared) => _members[_model.Properties.ToList().IndexOf(OwnProperty(shared))];

    private Utf8Switch.Choice Choice(PropertyModel property, int index) =>
        new(property.JsonName, $"{_members[index].Read(RawOrExtraLocal)} {_required.Seen(property)}continue;");

    private void EmitNew(SourceWriter writer, string type)
    {
        _required.EmitCheck(writer);
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
