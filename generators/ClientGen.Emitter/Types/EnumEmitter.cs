using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Prints enums and their texts.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model, EmitScope scope)
    {
        EmitEnum(writer, model, scope);
        writer.Line();
        EmitExtensions(writer, model, scope);
    }

    private static void EmitEnum(SourceWriter writer, EnumModel model, EmitScope scope)
    {
        Documentation.Write(writer, model, $"The values of {model.Name}.");
        var open = model.Facts.Any(static fact => fact.Attribute == "OpenEnum") ? [] : new[] { FactText.Attribute("OpenEnum", []) };
        var header = $"public enum {CSharp.Identifier(model.Name)}{(model.Is64Bit ? " : long" : "")}";
        foreach (var line in Packed.Declaration(scope.Attributes(model.Name, model.Facts).Concat(open), header))
            writer.Line(line);
        using (writer.Block())
        {
            if (UnknownOf(model) is { } unknown)
            {
                writer.Line("/// <summary>A text that the contract does not name; its holder keeps the JSON.</summary>");
                writer.Line($"{unknown} = 0,");
            }

            for (var i = 0; i < model.Members.Count; i++)
            {
                var member = model.Members[i];
                Documentation.WriteSummary(writer, member.Documentation, $"The value {member.Value}.");
                var attributes = string.Concat(Facts(model, member).Select(static fact => fact + " "));
                writer.Line($"{attributes}{CSharp.Identifier(member.Name)} = {(model.IsInteger ? Number(member) : CSharp.Literal(i + 1))},");
            }
        }
    }

    private static IEnumerable<string> Facts(EnumModel model, EnumMemberModel member)
    {
        if (member.IsTerminal)
            yield return FactText.Attribute("ProtocolEvent", ["Terminal = true"]);
        // The number of an integer enum is its value on the wire already.
        if (!model.IsInteger)
            yield return FactText.Attribute("WireValue", [CSharp.Literal(member.Value)]);
    }

    /// <summary>The member for unknown texts as C#; null for integer enums.</summary>
    public static string? UnknownOf(EnumModel model) => model.IsInteger ? null : CSharp.Identifier(model.UnknownName ?? "Unknown");

    private static void EmitExtensions(SourceWriter writer, EnumModel model, EmitScope scope)
    {
        // Inside the class its own methods hide types of the same name.
        var name = model.Name is "ToWire" or "TryParse" or "IsKnown" or "IsTerminal" ? scope.Type(model.Name) : CSharp.Identifier(model.Name);
        writer.Line($"/// <summary>What the values of <see cref=\"{name}\"/> are on the wire.</summary>");
        writer.Line(scope.GeneratedCode);
        using (writer.Block($"public static class {CSharp.Identifier(model.Name + "Extensions")}"))
        {
            if (model.IsInteger)
            {
                EmitNumbers(writer, model, name);
            }
            else
            {
                EmitToWire(writer, model, name);
                EmitTryParse(writer, model, name);
                EmitKnown(writer, name, model.Members.Count == 0 ? null : $"> {name}.{UnknownOf(model)} and <= ({name}){CSharp.Literal(model.Members.Count)}");
            }

            EmitTerminal(writer, model, name);
        }
    }

    private static void EmitToWire(SourceWriter writer, EnumModel model, string name)
    {
        writer.Line($$"""
            /// <summary>The text on the wire.</summary>
            /// <exception cref="global::System.ArgumentException">The value is none that the contract names.</exception>
            public static string ToWire(this {{name}} value) => value switch
            """);
        using (writer.Block(end: ";"))
        {
            foreach (var line in Packed.Lines(model.Members.Select(member => $"{name}.{CSharp.Identifier(member.Name)} => {CSharp.Literal(member.Value)},")))
                writer.Line(line);
            writer.Line("_ => throw new global::System.ArgumentException(\"The contract names no such value.\", nameof(value)),");
        }
    }

    private static void EmitTryParse(SourceWriter writer, EnumModel model, string name)
    {
        writer.Line("/// <summary>The value of a text on the wire; false and the unknown value for text that the contract does not name.</summary>");
        writer.Line($"public static bool TryParse(global::System.ReadOnlySpan<byte> utf8, out {name} value) =>");
        using (writer.Indent())
            writer.Line($"Serialization.{CodecExpression.ClassName(model.Name)}.TryParse(utf8, out value);");
    }

    private static void EmitNumbers(SourceWriter writer, EnumModel model, string name)
    {
        writer.Line("/// <summary>The number on the wire, as text.</summary>");
        writer.Line($"public static string ToWire(this {name} value) => "
            + $"(({(model.Is64Bit ? "long" : "int")})value).ToString(global::System.Globalization.CultureInfo.InvariantCulture);");
        EmitKnown(writer, name, AnyOf(model.Members, name));
    }

    private static void EmitKnown(SourceWriter writer, string name, string? pattern)
    {
        writer.Line("/// <summary>Whether the contract names the value.</summary>");
        writer.Line($"public static bool IsKnown(this {name} value) => {(pattern is null ? "false" : "value is " + pattern)};");
    }

    private static void EmitTerminal(SourceWriter writer, EnumModel model, string name)
    {
        if (AnyOf(model.Members.Where(static member => member.IsTerminal), name) is not { } pattern)
            return;
        writer.Line("/// <summary>Whether nothing follows this value.</summary>");
        writer.Line($"public static bool IsTerminal(this {name} value) => value is {pattern};");
    }

    // Two names of one number would be one pattern twice, which the compiler refuses.
    private static string? AnyOf(IEnumerable<EnumMemberModel> members, string name)
    {
        var all = string.Join(" or ", members
            .GroupBy(static member => member.Value)
            .Select(same => $"{name}.{CSharp.Identifier(same.First().Name)}"));
        return all.Length == 0 ? null : all;
    }

    private static string Number(EnumMemberModel member) => ScalarLiteral.Of(new TypeRef(TypeKind.Int64), member.Value)?.TrimEnd('L') ?? "0";
}
