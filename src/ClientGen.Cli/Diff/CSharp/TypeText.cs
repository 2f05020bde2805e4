using ClientGen.Emitter.Types;
using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.CSharp;

/// <summary>A C# type as a member has it, and what its change means.</summary>
/// <param name="Text">The type, short.</param>
/// <param name="IsValue">Whether it is a value type, so that a question mark makes another type of it.</param>
internal readonly record struct TypeText(string Text, bool IsValue)
{
    private string NotNull => Text.EndsWith('?') ? Text[..^1] : Text;

    /// <summary>The type of a parameter or body.</summary>
    public static TypeText Of(TypeRef type, bool isRequired) => new(Short(isRequired ? TypeName.Of(type) : TypeName.NotNull(type) + "?"), type.IsValueType);

    /// <summary>The type of a member of a record.</summary>
    public static TypeText Of(PropertyModel property)
    {
        var text = Short(TypeName.OfProperty(property));
        return new TypeText(text, property.Type.IsValueType || text.StartsWith("Optional<", StringComparison.Ordinal));
    }

    /// <summary>What it means that a member had this type and has another.</summary>
    /// <param name="other">The new type.</param>
    /// <param name="traffic">Who reads and writes the member.</param>
    public (Impact Source, Impact Binary) ChangeTo(TypeText other, Traffic traffic)
    {
        if (Text == other.Text)
            return (Impact.Compatible, Impact.Compatible);
        if (NotNull != other.NotNull)
            return (Impact.Breaking, Impact.Breaking);
        var isGaining = other.Text.EndsWith('?');
        // Reading a question mark more is a warning for references and an error for values; writing one more is nothing.
        var reads = traffic.HasFlag(Traffic.Received) && isGaining;
        var writes = traffic.HasFlag(Traffic.Sent) && !isGaining;
        return IsValue
            ? (reads || writes ? Impact.Breaking : Impact.Compatible, Impact.Breaking)
            : (reads || writes ? Impact.Risky : Impact.Compatible, Impact.Compatible);
    }

    private static string Short(string text) =>
        text.Replace("global::System.Collections.Generic.", "").Replace("global::System.Text.Json.", "").Replace("global::System.", "").Replace("global::ClientGen.", "");
}
