using System.Globalization;
using System.Text;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Binding;

/// <summary>Values of a contract as JSON text, whichever format the contract is written in.</summary>
public static class JsonLiteral
{
    private const int MaxLength = 64 * 1024;

    /// <summary>The JSON text of a value; null when it is larger than 64 Ki characters or holds a number that JSON cannot.</summary>
    public static string? Of(SpecNode node)
    {
        var text = new StringBuilder();
        return Append(text, node) ? text.ToString() : null;
    }

    /// <summary>The JSON text of a string.</summary>
    public static string Of(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        AppendString(text, value);
        return text.ToString();
    }

    /// <summary>The string that a JSON text stands for; null when it is no JSON string made by this class.</summary>
    public static string? StringOf(string json)
    {
        if (json.Length < 2 || json[0] != '"')
            return null;

        var text = new StringBuilder(json.Length);
        for (var i = 1; i < json.Length - 1; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }

            i++;
            if (json[i] == 'u')
            {
                text.Append((char)int.Parse(json.Substring(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(json[i]);
            }
        }

        return text.ToString();
    }

    private static bool Append(StringBuilder text, SpecNode node)
    {
        if (text.Length > MaxLength)
            return false;

        switch (node)
        {
            case SpecScalar scalar:
                return AppendScalar(text, scalar);

            case SpecSequence sequence:
                text.Append('[');
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    if (!Append(text, sequence.Items[i]))
                        return false;
                }

                text.Append(']');
                return true;

            case SpecMapping mapping:
                text.Append('{');
                for (var i = 0; i < mapping.Entries.Count; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    AppendString(text, mapping.Entries[i].Key);
                    text.Append(':');
                    if (!Append(text, mapping.Entries[i].Value))
                        return false;
                }

                text.Append('}');
                return true;

            default:
                return false;
        }
    }

    private static bool AppendScalar(StringBuilder text, SpecScalar scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                text.Append("null");
                return true;
            case ScalarKind.Boolean:
                scalar.TryGetBoolean(out var truth);
                text.Append(truth ? "true" : "false");
                return true;
            case ScalarKind.String:
                AppendString(text, scalar.Text);
                return true;
            case ScalarKind.Integer when scalar.TryGetInt64(out var whole):
                text.Append(whole.ToString(CultureInfo.InvariantCulture));
                return true;
            default:
                if (!scalar.TryGetDouble(out var number) || double.IsNaN(number) || double.IsInfinity(number))
                    return false;
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                return true;
        }
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\u007f')
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        text.Append('"');
    }
}
