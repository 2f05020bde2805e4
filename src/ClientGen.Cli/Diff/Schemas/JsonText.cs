using System.Text;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.Schemas;

/// <summary>Values of a document as canonical JSON, so that layout, key order and quotes make no difference.</summary>
internal static class JsonText
{
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal) { "description", "title", "example", "examples", "summary", "$comment", "externalDocs", "xml" };

    /// <summary>A value with everything in it.</summary>
    public static string Of(SpecNode node) => Write(new StringBuilder(), node, static _ => true).ToString();

    /// <summary>A schema without what only people read.</summary>
    public static string OfSchema(SpecNode node) => Write(new StringBuilder(), node, static key => !Annotations.Contains(key)).ToString();

    /// <summary>A value fit to stand in a message.</summary>
    public static string Shown(SpecNode node)
    {
        const int Longest = 60;
        var text = Of(node).Replace('\n', ' ');
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    private static StringBuilder Write(StringBuilder text, SpecNode node, Func<string, bool> keeps)
    {
        switch (node)
        {
            case SpecMapping mapping:
                text.Append('{');
                foreach (var entry in mapping.Entries.Where(entry => keeps(entry.Key)).OrderBy(static entry => entry.Key, StringComparer.Ordinal))
                    Write(text.Append('"').Append(entry.Key).Append("\":"), entry.Value, keeps).Append(',');
                return Close(text, '}');
            case SpecSequence sequence:
                text.Append('[');
                foreach (var item in sequence.Items)
                    Write(text, item, keeps).Append(',');
                return Close(text, ']');
            case SpecScalar { AsString: { } value }:
                return text.Append('"').Append(value).Append('"');
            case SpecScalar scalar:
                return text.Append(Scalar(scalar));
            default:
                return text;
        }
    }

    private static string Scalar(SpecScalar scalar) => scalar.IsNull ? "null"
        : scalar.TryGetBoolean(out var truth) ? (truth ? "true" : "false")
        : scalar.TryGetInt64(out var whole) ? whole.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : scalar.Text;

    private static StringBuilder Close(StringBuilder text, char bracket)
    {
        if (text[^1] == ',')
            text.Length--;
        return text.Append(bracket);
    }
}
