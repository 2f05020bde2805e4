using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Prints unions as closed hierarchies, made for <c>switch</c>. Cases that are objects print themselves.</summary>
internal static class UnionEmitter
{
    public static void Emit(SourceWriter writer, UnionModel model, EmitScope scope)
    {
        EmitBase(writer, model, scope);
        foreach (var place in model.Cases.Where(static place => place.IsWrapper))
            EmitWrapper(writer, model, place, scope);
        EmitUnknown(writer, model, scope);
    }

    private static void EmitBase(SourceWriter writer, UnionModel model, EmitScope scope)
    {
        var name = CSharp.Identifier(model.Name);
        Documentation.Write(writer, model, $"One of the cases of {model.Name}.");
        foreach (var line in Packed.Declaration(scope.Attributes(model.Name, model.Facts), $"public abstract {scope.Partial}record {name}"))
            writer.Line(line);
        using (writer.Block())
        {
            writer.Line($"private protected {name}() {{ }}");
            foreach (var property in model.Shared)
                PropertyEmitter.Emit(writer, property, scope);
            EmitTerminal(writer, model, scope);
            if (!model.Shared.IsEmpty)
                PrintMembersEmitter.EmitBase(writer, model.Shared);
        }
    }

    // As the enum of the codes has it, so that a loop over answers reads the same whichever form they take.
    private static void EmitTerminal(SourceWriter writer, UnionModel model, EmitScope scope)
    {
        var terminal = model.Cases
            .Where(place => scope.Find<ObjectModel>(place.Name) is { } type && type.Facts.Any(static fact => fact.Attribute == "ProtocolEvent" && fact.Arguments.Contains("Terminal=true")))
            .Select(static place => CSharp.Identifier(place.Name))
            .ToList();
        if (terminal.Count == 0 || model.Shared.Concat(model.Cases.SelectMany(place => scope.Find<ObjectModel>(place.Name)?.Properties ?? default)).Any(static property => property.Name == "IsTerminal"))
            return;
        writer.Line("/// <summary>Whether nothing follows this event.</summary>");
        writer.Line($"public bool IsTerminal => this is {string.Join(" or ", terminal)};");
    }

    private static void EmitWrapper(SourceWriter writer, UnionModel model, UnionCaseModel place, EmitScope scope)
    {
        writer.Line();
        Documentation.WriteSummary(writer, place.Documentation, $"The case {place.Name} of {model.Name}.");
        writer.Line("/// <param name=\"Value\">The value.</param>");
        var header = $"public sealed {scope.Partial}record {CSharp.Identifier(place.Name)}({TypeName.Of(place.Type)} Value) : {CSharp.Identifier(model.Name)};";
        foreach (var line in Packed.Declaration(scope.Attributes(place.Name).Concat(CaseText.Of(model, place)), header))
            writer.Line(line);
    }

    private static void EmitUnknown(SourceWriter writer, UnionModel model, EmitScope scope)
    {
        var name = CSharp.Identifier(model.UnknownName);
        var raw = RawName(model);
        writer.Line();
        Documentation.WriteSummary(writer, "", $"A case of {model.Name} that the contract does not name; its JSON is kept.");
        foreach (var line in Packed.Declaration(scope.Attributes(model.UnknownName), $"public sealed {scope.Partial}record {name} : {CSharp.Identifier(model.Name)}"))
            writer.Line(line);
        using (writer.Block())
        {
            writer.Line("/// <summary>Keeps a value of an unknown case. Members that all cases share are empty unless they are set.</summary>");
            if (model.Shared.Any(static property => property.Required))
                writer.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
            var empty = model.Shared
                .Where(static property => property.Required && !property.Type.Nullable)
                .Select(static property => (property.Name, Nothing: NothingOf(property.Type, NameStyle.Full(""))))
                .Where(static member => member.Nothing is not null)
                .Select(static member => $" {CSharp.Identifier(member.Name)} = {member.Nothing};");
            writer.Line($"public {name}(global::System.Text.Json.JsonElement raw) {{ {raw} = raw;{string.Concat(empty)} }}");
            writer.Line("/// <summary>The JSON as it came. Never printed.</summary>");
            writer.Line($"public global::System.Text.Json.JsonElement {raw} {{ get; init; }}");
            PrintMembersEmitter.EmitNothingOfItsOwn(writer);
        }
    }

    /// <summary>The member of the unknown case that keeps the JSON.</summary>
    public static string RawName(UnionModel model)
    {
        var candidates = new[] { "Raw", "RawJson", "RawJsonValue" };
        return candidates.FirstOrDefault(candidate => candidate != model.UnknownName && candidate != model.Name
            && model.Shared.All(property => property.Name != candidate)) ?? "RawJsonOfUnknownCase";
    }

    /// <summary>What stands for a required member of an object type when there is none; null for value types, whose default does.</summary>
    public static string? NothingOf(TypeRef type, NameStyle style) => type.Kind switch
    {
        TypeKind.String => "\"\"",
        TypeKind.Bytes => style.System + "Array.Empty<byte>()",
        TypeKind.List => $"{style.System}Array.Empty<{TypeName.Of(type.Element!, style)}>()",
        TypeKind.Map => $"new {style.Collections}Dictionary<string, {TypeName.Of(type.Element!, style)}>()",
        TypeKind.Uri => $"new {style.System}Uri(\"\", {style.System}UriKind.Relative)",
        TypeKind.Named => "null!",
        _ => null,
    };
}
