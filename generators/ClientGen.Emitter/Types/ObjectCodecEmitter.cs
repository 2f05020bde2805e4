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
        IEnumerable<PropertyModel> members = _start is null ? model.Properties : _start.Members.Select(OwnProperty).Concat(model.Properties).Distinct();
        _required = new RequiredMembers(model.Name, members.Where(static property => property.Required && !ConstantText.Applies(property)));
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
        using (CodecClass.Open(writer, _scope, _model.Name, EmitScope.ShortType(_model.Name), _fields.Declarations))
            writer.Line(body.ToString().TrimEnd('\n'));
    }

    private void EmitRead(SourceWriter writer)
    {
        var type = EmitScope.ShortType(_model.Name);
        if (_start is null)
        {
            using (writer.Block($"public override {type} ReadValue(ref Utf8JsonReader reader)"))
            {
                EmitLocals(writer, "JsonRead.StartObject(ref reader);");
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
            EmitLocals(writer, null);
            EmitTag(writer, _start.Union.TagName!);
            // The union may have read everything: then the object has ended.
            writer.Line("if (reader.TokenType is not JsonTokenType.EndObject || atTag)");
            using (writer.Indent())
                EmitLoop(writer);
            EmitNew(writer, type);
        }
    }

    private void EmitLocals(SourceWriter writer, string? then)
    {
        var given = new HashSet<string>((_start?.Members ?? default).Select(member => CodeOf(member).Local), StringComparer.Ordinal);
        var statements = _members.Where(member => member.IsRead && !given.Contains(member.Local)).Select(static member => member.Declaration()).ToList();
        statements.Add($"Dictionary<string, {TypeName.Of(_extra.Type, NameStyle.Short)}>? {ExtraLocal} = null;");
        if (_extra.HasOwnRaw)
            statements.Add($"Dictionary<string, JsonElement>? {RawLocal} = null;");
        statements.AddRange(_required.Locals(_start is { HasRequired: true } ? "seen" : "0"));
        if (then is not null)
            statements.Add(then);
        WriteAll(writer, statements);
    }

    private static void WriteAll(SourceWriter writer, IEnumerable<string> statements, string hang = "")
    {
        foreach (var line in Packed.Lines(statements, hang: hang))
            writer.Line(line);
    }

    private void EmitLoop(SourceWriter writer)
    {
        writer.Line("while (JsonRead.NextMember(ref reader, out var name))");
        using (writer.Indent())
            Utf8Switch.Write(writer, "name", KeepExtra("name") + " break;", [.. _model.Properties.Select(Choice)]);
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
        var read = index < 0
            ? KeepExtra(CSharp.Utf8Literal(tagName))
            : $"{_members[index].Read(RawOrExtraLocal, CSharp.Utf8Literal(tagName))} {_required.Seen(_model.Properties[index])}".TrimEnd();
        writer.Line($"if (atTag) {{ {read} }}");
    }

    private PropertyModel OwnProperty(PropertyModel shared) => _model.Properties.First(property => property.JsonName == shared.JsonName);

    private MemberCode CodeOf(PropertyModel shared) => _members[_model.Properties.ToList().IndexOf(OwnProperty(shared))];

    private Utf8Switch.Choice Choice(PropertyModel property, int index) =>
        new(property.JsonName, $"{_members[index].Read(RawOrExtraLocal)} {_required.Seen(property)}break;");

    private void EmitNew(SourceWriter writer, string type)
    {
        _required.EmitCheck(writer);
        var initializers = _members.Where(static member => member.IsRead).Select(static member => member.Initializer()).ToList();
        initializers.Add($"{_extra.Name} = {ExtraLocal}");
        if (_extra.HasOwnRaw)
            initializers.Add($"{_extra.RawName} = {RawLocal}");
        WriteAll(writer, [$"return new {type} {{", .. initializers.Take(initializers.Count - 1).Select(static text => text + ","), initializers[initializers.Count - 1], "};"], Packed.Hang);
    }

    private void EmitWrite(SourceWriter writer)
    {
        using (writer.Block($"public override void WriteValue(Utf8JsonWriter writer, {EmitScope.ShortType(_model.Name)} value)"))
        {
            var statements = _members.Select(member => member.Write(_extra.RawName)).Prepend("writer.WriteStartObject();").ToList();
            if (_extra.RawName is null || _extra.HasOwnRaw)
            {
                var codec = _extra.Type.Kind is TypeKind.Json ? "" : $", {_fields.Of(_extra.Type)}";
                statements.Add($"JsonWrite.Extra(writer, value.{_extra.Name}{codec});");
            }

            if (_extra.HasOwnRaw || _extra.RawName is null)
                statements.Add("writer.WriteEndObject();");
            WriteAll(writer, statements);
            if (_extra.RawName is not null && !_extra.HasOwnRaw)
                EmitWriteExtra(writer);
        }
    }

    // Raw enum values lie among the unnamed members, but have been written in their own places.
    private void EmitWriteExtra(SourceWriter writer)
    {
        var names = _model.Properties
            .Where(property => _scope.TextEnum(property.Type) is not null)
            .Select(static property => CSharp.Literal(property.JsonName))
            .Distinct();
        writer.Line($"if (value.{_extra.Name} is {{ }} extra) foreach (var member in extra)");
        using (writer.Indent())
            writer.Line($"if (member.Key is not ({string.Join(" or ", names)})) {{ writer.WritePropertyName(member.Key); Codecs.Json.WriteValue(writer, member.Value); }}");
        writer.Line("writer.WriteEndObject();");
    }
}
