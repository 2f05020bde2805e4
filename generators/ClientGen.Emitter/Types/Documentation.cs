using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Documentation comments of types and members: the contract's words, or a plain sentence where it has none.</summary>
internal static class Documentation
{
    public static void Write(SourceWriter writer, TypeModel type, string fallback)
    {
        WriteSummary(writer, type.Documentation, fallback);
        foreach (var line in Xml.Element("remarks", type.Source.Length == 0 ? "" : $"Declared in {type.Source}."))
            writer.Line(line);
    }

    public static void Write(SourceWriter writer, PropertyModel property)
    {
        var text = LimitText.Append(property.Documentation, property.Type, property.Limits, property.Default);
        WriteSummary(writer, text, $"The member {property.JsonName}.");
    }

    public static void WriteSummary(SourceWriter writer, string text, string fallback)
    {
        // Text of white space and control characters alone leaves nothing to show.
        var shown = Xml.Text(text).Length > 0 ? text : Xml.Text(fallback).Length > 0 ? fallback : "A value of the contract.";
        foreach (var line in Xml.Element("summary", shown))
            writer.Line(line);
    }
}
