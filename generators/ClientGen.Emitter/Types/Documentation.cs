using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Documentation comments of types and members: the contract's words, or a plain sentence where it has none.</summary>
internal static class Documentation
{
    private const int MaxWidth = 136;

    public static void Write(SourceWriter writer, TypeModel type, string fallback)
    {
        var lines = Xml.Element("summary", Shown(type.Documentation, fallback)).ToList();
        var source = Xml.Element("remarks", type.Source.Length == 0 ? "" : $"Declared in {type.Source}.").ToList();
        if (lines.Count == 1 && source.Count == 1 && lines[0].Length + source[0].Length < MaxWidth)
            lines[0] += source[0].Substring("///".Length);
        else
            lines.AddRange(source);
        foreach (var line in lines)
            writer.Line(line);
    }

    public static void Write(SourceWriter writer, PropertyModel property)
    {
        var text = LimitText.Append(property.Documentation, property.Type, property.Limits, property.Default);
        WriteSummary(writer, text, $"The member {property.JsonName}.");
    }

    public static void WriteSummary(SourceWriter writer, string text, string fallback)
    {
        foreach (var line in Xml.Element("summary", Shown(text, fallback)))
            writer.Line(line);
    }

    // Text of white space and control characters alone leaves nothing to show.
    private static string Shown(string text, string fallback) =>
        Xml.Text(text).Length > 0 ? text : Xml.Text(fallback).Length > 0 ? fallback : "A value of the contract.";
}
