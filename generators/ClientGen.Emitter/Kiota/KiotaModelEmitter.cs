using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Kiota;

/// <summary>Prints the part of records and unions that makes them Kiota's models.</summary>
internal static class KiotaModelEmitter
{
    /// <summary>The file that belongs to a file of types; null when nothing in it is a model.</summary>
    public static GeneratedFile? Emit(TypeGroup group, CancellationToken cancellationToken)
    {
        var models = group.Types.Where(static type => type is ObjectModel or UnionModel).ToList();
        if (models.Count == 0)
            return null;
        var scope = new EmitScope(group);
        var writer = KiotaText.Begin(group.Namespace);
        for (var i = 0; i < models.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (i > 0)
                writer.Line();
            if (models[i] is UnionModel union)
                EmitUnion(writer, union, scope);
            else
                KiotaObject.Emit(writer, (ObjectModel)models[i], scope);
        }

        return new GeneratedFile($"Types.{group.Name}.Kiota.g.cs", writer.ToString());
    }

    // The factory chooses the case by our codec, which reads the value whole. A case that is an object says its members once more, and
    // Kiota's reader fills them again; the others have nothing left to fill.
    private static void EmitUnion(SourceWriter writer, UnionModel model, EmitScope scope)
    {
        var name = CSharp.Identifier(model.Name);
        var codec = CodecExpression.Class(model.Name, scope.Namespace) + ".Instance";
        using (writer.Block($"public abstract partial record {name} : {KiotaNames.Parsable}"))
        {
            var shared = model.Shared.Where(static property => !ConstantText.Applies(property)).ToList();
            foreach (var property in shared)
                writer.Line(KiotaFields.Declaration(property, scope, "private protected"));
            if (shared.Count > 0)
                writer.Line();
            writer.Line($$"""
                /// <summary>Reads a value and finds out which case it is: a factory as Kiota's readers want it.</summary>
                public static {{name}} {{KiotaNames.Factory}}({{KiotaNames.Node}} node) => {{KiotaNames.Json}}Read(node, {{codec}});

                global::System.Collections.Generic.IDictionary<string, global::System.Action<{{KiotaNames.Node}}>> {{KiotaNames.Parsable}}.GetFieldDeserializers() =>
                    new global::System.Collections.Generic.Dictionary<string, global::System.Action<{{KiotaNames.Node}}>>();

                void {{KiotaNames.Parsable}}.Serialize({{KiotaNames.Writer}} writer) => {{KiotaNames.Json}}Write(writer, null, json => {{codec}}.WriteValue(json, this));
                """);
        }

        // The mark keeps Kiota's writers from putting braces around a value that brings its own, or has none.
        foreach (var place in model.Cases.Where(static place => place.IsWrapper).Select(static place => place.Name).Append(model.UnknownName))
        {
            writer.Line();
            writer.Line($"public sealed partial record {CSharp.Identifier(place)} : {KiotaNames.Composed};");
        }
    }
}
