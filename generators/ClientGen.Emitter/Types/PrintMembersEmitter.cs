using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Prints what a record's <c>ToString</c> shows: named members only, secret and personal ones masked.</summary>
internal static class PrintMembersEmitter
{
    private const string Builder = "global::System.Text.StringBuilder builder";

    /// <summary>Most calls in one chain: the compiler's recursion is as deep as the chain is long.</summary>
    private const int MaxChain = 64;

    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        if (model.Base is null)
        {
            Emit(writer, $"private bool PrintMembers({Builder})", model.Properties, callsBase: false);
            return;
        }

        var own = model.Properties.Where(static property => !property.IsInherited).ToEquatableArray();
        Emit(writer, $"protected override bool PrintMembers({Builder})", own, callsBase: true);
    }

    /// <summary>The method of an abstract base.</summary>
    public static void EmitBase(SourceWriter writer, EquatableArray<PropertyModel> shared)
    {
        writer.Line("/// <summary>Adds the members to the text of <see cref=\"object.ToString\"/>; secrets are masked.</summary>");
        Emit(writer, $"protected virtual bool PrintMembers({Builder})", shared, callsBase: false);
    }

    /// <summary>The method of a derived record that shows what its base shows.</summary>
    public static void EmitNothingOfItsOwn(SourceWriter writer) =>
        Emit(writer, $"protected override bool PrintMembers({Builder})", default, callsBase: true);

    private static void Emit(SourceWriter writer, string header, EquatableArray<PropertyModel> properties, bool callsBase)
    {
        // Protected members of a sealed record count as visible.
        if (callsBase)
            writer.Line("/// <inheritdoc/>");
        if (properties.IsEmpty)
        {
            writer.Line(header + (callsBase ? " => base.PrintMembers(builder);" : " => false;"));
            return;
        }

        var calls = Calls(properties);
        var first = callsBase ? "(base.PrintMembers(builder) ? builder.Append(\", \") : builder)" : "builder";
        if (calls.Count <= MaxChain)
        {
            // Whatever was appended, the length is more than 0: a way to say true.
            writer.Line(header + " =>");
            using (writer.Indent())
                WriteChain(writer, first, calls, ".Length > 0;");
            return;
        }

        using (writer.Block(header))
        {
            for (var i = 0; i < calls.Count; i += MaxChain)
                WriteChain(writer, i == 0 ? first : "builder", calls.GetRange(i, Math.Min(MaxChain, calls.Count - i)), ";");
            writer.Line("return true;");
        }
    }

    private static void WriteChain(SourceWriter writer, string first, List<string> calls, string end)
    {
        foreach (var line in Packed.Lines([first, .. calls, end], "", Packed.Hang))
            writer.Line(line);
    }

    private static List<string> Calls(EquatableArray<PropertyModel> properties)
    {
        var calls = new List<string>();
        var pendingText = "";
        for (var i = 0; i < properties.Count; i++)
        {
            var property = properties[i];
            pendingText += (i == 0 ? "" : ", ") + property.Name + " = ";
            if (property.IsSecret || property.IsPersonal)
            {
                pendingText += "***";
                continue;
            }

            calls.Add($".Append({CSharp.Literal(pendingText)})");
            calls.Add($".Append({Shown(property)})");
            pendingText = "";
        }

        if (pendingText.Length > 0)
            calls.Add($".Append({CSharp.Literal(pendingText)})");
        return calls;
    }

    // A list shows how many items it has, not the name of the class that holds them.
    private static string Shown(PropertyModel property)
    {
        var name = CSharp.Identifier(property.Name);
        if (name == "builder")
            name = "this." + name;
        if (property.TellsAbsentFromNull)
            return name;
        return property.Type.Kind switch
        {
            TypeKind.List or TypeKind.Map => $"{name}?.Count",
            TypeKind.Bytes => $"{name}?.Length",
            _ => name,
        };
    }
}
