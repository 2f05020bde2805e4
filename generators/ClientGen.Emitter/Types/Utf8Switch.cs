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
    /// <param name="Body">Statements on one line; the last one leaves the switch with <c>continue</c> or <c>return</c>.</param>
    internal readonly record struct Choice(string Text, string Body);

    /// <summary>Prints the switch; a text that is none of them goes on behind it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="variable">A <c>ReadOnlySpan&lt;byte&gt;</c>.</param>
    /// <param name="equals">How the variable is compared with a UTF-8 literal <c>{0}</c>.</param>
    /// <param name="choices">In contract order; of equal texts the first wins.</param>
    public static void Write(SourceWriter writer, string variable, string equals, IReadOnlyList<Choice> choices)
    {
        if (choices.Count == 0)
            return;
        using (writer.Block($"switch ({variable}.Length)"))
        {
            foreach (var sameLength in choices.GroupBy(static choice => Encoding.UTF8.GetByteCount(choice.Text)))
                WriteSameLength(writer, variable, equals, sameLength.Key, [.. sameLength]);
        }
    }

    private static void WriteSameLength(SourceWriter writer, string variable, string equals, int length, List<Choice> choices)
    {
        var label = $"case {length.ToString(CultureInfo.InvariantCulture)}";
        if (choices.Count < WorthSplitting || BestByte(choices, length) is not { } position)
        {
            WriteCases(writer, equals, label, choices);
            return;
        }

        writer.Line(label + ":");
        using (writer.Indent())
        {
            using (writer.Block($"switch ({variable}[{position.ToString(CultureInfo.InvariantCulture)}])"))
            {
                foreach (var sameByte in choices.GroupBy(choice => Encoding.UTF8.GetBytes(choice.Text)[position]))
                    WriteCases(writer, equals, "case " + Byte(sameByte.Key), sameByte);
            }

            writer.Line("break;");
        }
    }

    private static void WriteCases(SourceWriter writer, string equals, string label, IEnumerable<Choice> choices)
    {
        foreach (var choice in choices)
            writer.Line($"{label} when {equals.Replace("{0}", CSharp.Utf8Literal(choice.Text))}: {choice.Body}");
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
