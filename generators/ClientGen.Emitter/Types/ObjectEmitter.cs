using ClientGen.Emitter.Kiota;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Prints objects as sealed records.</summary>
internal static class ObjectEmitter
{
    public static void Emit(SourceWriter writer, ObjectModel model, EmitScope scope)
    {
        var extra = ExtraMembers.Of(model, scope);
        Documentation.Write(writer, model, $"The object {model.Name}.");
        var header = $"public sealed {scope.Partial}record {CSharp.Identifier(model.Name)}{(model.Base is null ? "" : $" : {TypeName.Generated(model.Base)}")}";
        foreach (var line in Packed.Declaration(scope.Attributes(model.Name, model.Facts, model.IsDeprecated).Concat(CaseText.Of(model, scope)), header))
            writer.Line(line);
        using (writer.Block())
        {
            foreach (var property in model.Properties)
            {
                if (!property.IsInherited)
                    PropertyEmitter.Emit(writer, property, scope);
            }

            EmitExtra(writer, extra, scope);
            PrintMembersEmitter.Emit(writer, model);
        }
    }

    private static void EmitExtra(SourceWriter writer, ExtraMembers extra, EmitScope scope)
    {
        const string map = "global::System.Collections.Generic.IReadOnlyDictionary<string, ";
        writer.Line($$"""
            /// <summary>Members that the contract does not name; null when none came.</summary>
            public {{map}}{{TypeName.Of(extra.Type)}}>? {{extra.Name}} {{Accessors(extra.Name, scope)}}
            """);
        if (extra.HasOwnRaw)
        {
            writer.Line($$"""
                /// <summary>Raw JSON of enum values that the contract does not name, by JSON name; null when none came.</summary>
                public {{map}}global::System.Text.Json.JsonElement>? {{extra.RawName}} {{Accessors(extra.RawName!, scope)}}
                """);
        }
    }

    private static string Accessors(string name, EmitScope scope) =>
        scope.Kiota ? $"{{ get => {KiotaFields.Name(name)}; init => {KiotaFields.Name(name)} = value; }}" : "{ get; init; }";
}
