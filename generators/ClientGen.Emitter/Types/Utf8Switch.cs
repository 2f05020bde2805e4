using System.Globalization;
using System.Text;
using ClientGen.Emitter.Writing;

namespace ClientGen.Emitter.Types;

/// <summary>Prints a choice by UTF-8 text: by length first, then by the byte that tells most texts apart, then by comparing.</summary>
internal static class Utf8Switch
{
    /// <summary>Fewer texts than this are compared one after the other.</summary>
    private const int WorthSplitting = 5;

    /// <summary>One text and what follows from it.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Body">Statements on one line; the last one leaves the switch.</param>
    internal readonly record struct Choice(string Text, string Body);

    /// <summary>Prints the switch.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="variable">A <c>ReadOnlySpan&lt;byte&gt;</c>.</param>
    /// <param name="otherwise">Statements, on one line, for a text that is none of them; the last one leaves the switch.</param>
    /// <param name="choices">In contract order; of equal texts the first wins.</param>
    public static void Write(SourceWriter writer, string variable, string otherwise, IReadOnlyList<Choice> choices)
    {
        if (choices.Count == 0)
        {
            // A lone default makes the compiler warn.
            writer.Line(otherwise.EndsWith(" break;", StringComparison.Ordinal) ? otherwise.Substring(0, otherwise.Length - " break;".Length) : otherwise);
            return;
        }

        using (writer.Block($"switch ({variable}.Length)"))
        {
            foreach (var sameLength in choices.GroupBy(static choice => Encoding.UTF8.GetByteCount(choice.Text)))
                WriteSameLength(writer, variable, otherwise, sameLength.Key, [.. sameLength]);
            writer.Line($"default: {otherwise}");
        }
    }

    private static void WriteSameLength(SourceWriter writer, string variable, string otherwise, int length, List<Choice> choices)
    {
        var label = $"case {length.ToString(CultureInfo.InvariantCulture)}";
        if (choices.Count < WorthSplitting || BestByte(choices, length) is not { } position)
        {
            WriteCases(writer, variable, label, choices);
            return;
        }

        writer.Line(label + ":");
        using (writer.Indent())
        {
            using (writer.Block($"switch ({variable}[{position.ToString(CultureInfo.InvariantCulture)}])"))
            {
                foreach (var sameByte in choices.GroupBy(choice => Encoding.UTF8.GetBytes(choice.Text)[position]))
                    WriteCases(writer, variable, "case " + Byte(sameByte.Key), sameByte);
                writer.Line($"default: {otherwise}");
            }

            if (!otherwise.Contains("return "))
                writer.Line("break;");
        }
    }

    private static void WriteCases(SourceWriter writer, string variable, string label, IEnumerable<Choice> choices)
    {
        foreach (var choice in choices)
            writer.Line($"{label} when {variable}.SequenceEqual({CSharp.Utf8Literal(choice.Text)}): {choice.Body}");
    }

    private static int? BestByte(List<Choice> choices, int length)
    {
        var texts = choices.Select(static choice => Encoding.UTF8.GetBytes(choice.Text)).ToList();
        var best = 0;
        int? position = null;
        for (var i = 0; i < length; i++)
        {
            var different = texts.Select(text => text[i]).Distinct().Count();
            if (different > Math.Max(best, 1))
                (best, position) = (different, i);
        }

        return position;
    }

    private static string Byte(byte value) =>
        value is >= (byte)'0' and <= (byte)'9' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z' or (byte)'_'
            ? $"(byte)'{(char)value}'"
            : value.ToString(CultureInfo.InvariantCulture);
}
