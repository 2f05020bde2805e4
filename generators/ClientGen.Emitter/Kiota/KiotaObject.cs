using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Kiota;

/// <summary>Prints the part of an object that makes it Kiota's model. What Kiota asks for is implemented explicitly, so it takes no name from the contract.</summary>
internal sealed class KiotaObject
{
    private const string Collections = "global::System.Collections.Generic.";

    private readonly ObjectModel _model;
    private readonly EmitScope _scope;
    private readonly ExtraMembers _extra;
    private readonly List<KiotaMember> _members;

    private KiotaObject(ObjectModel model, EmitScope scope)
    {
        _model = model;
        _scope = scope;
        _extra = ExtraMembers.Of(model, scope);
        _members = [.. model.Properties.Select(property => new KiotaMember(property, scope, _extra.RawName is { } raw ? KiotaFields.Name(raw) : null))];
    }

    public static void Emit(SourceWriter writer, ObjectModel model, EmitScope scope) => new KiotaObject(model, scope).Emit(writer);

    private IEnumerable<PropertyModel> Read => _model.Properties.Where(static property => !ConstantText.Applies(property));

    private void Emit(SourceWriter writer)
    {
        using var block = writer.Block($"public sealed partial record {CSharp.Identifier(_model.Name)} : {KiotaNames.AdditionalDataHolder}, {KiotaNames.Parsable}");
        EmitFields(writer);
        writer.Line();
        EmitFactory(writer);
        writer.Line();
        EmitAdditionalData(writer);
        writer.Line();
        EmitReaders(writer);
        writer.Line();
        EmitSerialize(writer);
    }

    private void EmitFields(SourceWriter writer)
    {
        foreach (var property in Read.Where(static property => !property.IsInherited))
            writer.Line(KiotaFields.Declaration(property, _scope, "private"));
        writer.Line($"private {Collections}IReadOnlyDictionary<string, {TypeName.Of(_extra.Type, _scope.Namespace)}>? {KiotaFields.Name(_extra.Name)};");
        if (_extra.HasOwnRaw)
            writer.Line($"private {Collections}IReadOnlyDictionary<string, global::System.Text.Json.JsonElement>? {KiotaFields.Name(_extra.RawName!)};");
    }

    private void EmitFactory(SourceWriter writer)
    {
        var name = CSharp.Identifier(_model.Name);
        var required = Read.Where(KiotaFields.IsNullUntilRead).ToList();
        writer.Line("/// <summary>Begins with an empty object, which Kiota's reader then fills: a factory as it wants it. Afterwards nothing that must come may be missing.</summary>");
        using var block = writer.Block($"public static {(_model.Base is null ? "" : "new ")}{name} {KiotaNames.Factory}({KiotaNames.Node} node)");
        var start = string.Join(", ", Read.Where(static property => property.Required).Select(static property => $"{CSharp.Identifier(property.Name)} = default!"));
        writer.Line(start.Length == 0 ? $"var made = new {name}();" : $"var made = new {name} {{ {start} }};");
        foreach (var property in required.Where(static property => property.Type.IsValueType))
            writer.Line($"made.{KiotaFields.Name(property.Name)} = null;");
        if (required.Count > 0)
        {
            writer.Line($"{KiotaNames.Json}CheckAfter(node, made, {CSharp.Literal(_model.Name)}, static made =>");
            using (writer.Indent())
            {
                foreach (var property in required)
                    writer.Line($"made.{KiotaFields.Name(property.Name)} is null ? {CSharp.Literal(property.JsonName)} :");
                writer.Line("null);");
            }
        }

        writer.Line("return made;");
    }

    private void EmitAdditionalData(SourceWriter writer)
    {
        var field = KiotaFields.Name(_extra.Name);
        var codec = CodecExpression.Of(_extra.Type, _scope.Namespace);
        writer.Line($$"""
            {{Collections}}IDictionary<string, object> {{KiotaNames.AdditionalDataHolder}}.AdditionalData
            {
                get => new global::ClientGen.Kiota.KiotaMembers<{{TypeName.Of(_extra.Type, _scope.Namespace)}}>(() => {{field}}, members => {{field}} = members, {{codec}});
                set => {{field}} = global::ClientGen.Kiota.KiotaMembers<{{TypeName.Of(_extra.Type, _scope.Namespace)}}>.Of(value, {{codec}});
            }
            """);
    }

    private void EmitReaders(SourceWriter writer)
    {
        const string reader = "string, global::System.Action<" + KiotaNames.Node + ">";
        writer.Line($"{Collections}IDictionary<{reader}> {KiotaNames.Parsable}.GetFieldDeserializers() =>");
        using (writer.Indent())
        using (writer.Block($"new {Collections}Dictionary<{reader}>(global::System.StringComparer.Ordinal)", ";"))
        {
            foreach (var member in _members)
                writer.Line(member.Reader());
        }
    }

    private void EmitSerialize(SourceWriter writer)
    {
        using var block = writer.Block($"void {KiotaNames.Parsable}.Serialize({KiotaNames.Writer} writer)");
        foreach (var member in _members)
            writer.Line(member.Write());
        var field = KiotaFields.Name(_extra.Name);
        var codec = CodecExpression.Of(_extra.Type, _scope.Namespace);
        writer.Line($"if ({field} is {{ }} extra)");
        using (writer.Indent())
            writer.Line($"{KiotaNames.Json}WriteMembers(writer, extra, {codec}{WrittenAlready()});");
    }

    // Raw enum values lie among the unnamed members, but have been written in their own places.
    private string WrittenAlready()
    {
        if (_extra.RawName is null || _extra.HasOwnRaw)
            return "";
        var names = _model.Properties
            .Where(property => _scope.TextEnum(property.Type) is not null)
            .Select(static property => CSharp.Literal(property.JsonName))
            .Distinct();
        return ", " + string.Join(", ", names);
    }
}
