using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClientGen.Specs.Reading;

/// <summary>What a scalar is by the core schema of YAML 1.2 (section 10.3.2).</summary>
internal static class YamlScalar
{
    private const string Tags = "tag:yaml.org,2002:";

    /// <summary>The kind by tag, style and text, in this order.</summary>
    public static ScalarKind KindOf(Scalar scalar, string text)
    {
        if (scalar.Tag.IsEmpty)
            return scalar.Style == ScalarStyle.Plain ? KindOf(text) : ScalarKind.String;

        // "!" alone and !!str both make text of whatever follows; a tag that we do not know leaves the style to decide.
        var tag = scalar.Tag.Value;
        return tag switch
        {
            "!" or Tags + "str" => ScalarKind.String,
            Tags + "null" or Tags + "bool" or Tags + "int" or Tags + "float" => KindOf(text),
            _ => scalar.Style == ScalarStyle.Plain ? KindOf(text) : ScalarKind.String,
        };
    }

    /// <summary>The kind of a plain scalar.</summary>
    public static ScalarKind KindOf(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return ScalarKind.Null;
            case "true" or "True" or "TRUE" or "false" or "False" or "FALSE":
                return ScalarKind.Boolean;
            case ".nan" or ".NaN" or ".NAN":
                return ScalarKind.Number;
        }

        return text[0] is (>= '0' and <= '9') or '-' or '+' or '.' ? NumberKindOf(text) : ScalarKind.String;
    }

    private static ScalarKind NumberKindOf(string text)
    {
        if (text.StartsWith("0o", StringComparison.Ordinal))
            return text.Length > 2 && All(text, 2, static digit => digit is >= '0' and <= '7') ? ScalarKind.Integer : ScalarKind.String;
        if (text.StartsWith("0x", StringComparison.Ordinal))
            return text.Length > 2 && All(text, 2, Uri.IsHexDigit) ? ScalarKind.Integer : ScalarKind.String;

        var at = text[0] is '-' or '+' ? 1 : 0;
        if (text.Substring(at) is ".inf" or ".Inf" or ".INF")
            return ScalarKind.Number;

        // [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
        var kind = ScalarKind.Integer;
        var whole = SkipDigits(text, ref at);
        if (at < text.Length && text[at] == '.')
        {
            at++;
            kind = ScalarKind.Number;
            if (SkipDigits(text, ref at) + whole == 0)
                return ScalarKind.String;
        }
        else if (whole == 0)
        {
            return ScalarKind.String;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            kind = ScalarKind.Number;
            if (at < text.Length && text[at] is '-' or '+')
                at++;
            if (SkipDigits(text, ref at) == 0)
                return ScalarKind.String;
        }

        return at == text.Length ? kind : ScalarKind.String;
    }

    private static int SkipDigits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
            at++;
        return at - start;
    }

    private static bool All(string text, int start, Func<char, bool> matches)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (!matches(text[at]))
                return false;
        }

        return true;
    }
}
