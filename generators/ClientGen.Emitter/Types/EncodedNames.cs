using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Member names that a codec encodes once, when it first writes.</summary>
internal static class EncodedNames
{
    /// <summary>The nested class that holds them; of its own, so that reading alone encodes nothing.</summary>
    public const string Class = "Names";

    /// <summary>Whether every encoder leaves the name as it is; other names are left to the encoder of the writer at hand.</summary>
    public static bool Applies(string jsonName)
    {
        foreach (var c in jsonName)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or '$' or '@' or '/' or ' '))
                return false;
        }

        return true;
    }

    /// <summary>The field of a member.</summary>
    public static string Field(PropertyModel property) => CSharp.Identifier("n" + property.Name);

    /// <summary>Prints the nested class.</summary>
    public static void Emit(SourceWriter writer, EquatableArray<PropertyModel> properties)
    {
        var fields = properties
            .Where(static property => Applies(property.JsonName))
            .Select(static property => $"{Field(property)} = JsonEncodedText.Encode({CSharp.Literal(property.JsonName)})")
            .ToList();
        if (fields.Count == 0)
            return;
        writer.Line();
        const string head = $"private static class {Class} {{ public static readonly JsonEncodedText";
        foreach (var line in Packed.Lines([head, .. fields.Select((field, i) => field + (i == fields.Count - 1 ? "; }" : ","))], hang: Packed.Hang))
            writer.Line(line);
    }
}
