using System.Globalization;
using System.Text;

namespace ClientGen.Emitter.Writing;

/// <summary>The doors through which text of a contract enters C#: what comes out is one token, whatever went in.</summary>
public static class CSharp
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
        // Contextual ones that are trouble as names of types, parameters or locals.
        "await", "field", "file", "nameof", "record", "required", "scoped", "value", "var", "when", "with", "yield",
    };

    /// <summary>An identifier as C# source: keywords get <c>@</c>, characters that no identifier may hold become <c>_</c>.</summary>
    public static string Identifier(string name)
    {
        var text = new StringBuilder(name.Length + 1);
        foreach (var c in name)
            text.Append(IsIdentifierPart(c) ? c : '_');
        if (text.Length == 0 || !IsIdentifierStart(text[0]))
            text.Insert(0, '_');
        var identifier = text.ToString();
        return Keywords.Contains(identifier) ? "@" + identifier : identifier;
    }

    /// <summary>A dotted name, each part through <see cref="Identifier"/>.</summary>
    public static string QualifiedName(string name) => string.Join(".", name.Split('.').Select(Identifier));

    /// <summary>A string literal with quotes.</summary>
    public static string Literal(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
            AppendEscaped(text, c);
        return text.Append('"').ToString();
    }

    /// <summary>A UTF-8 literal (<c>"text"u8</c>); a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.</summary>
    public static string Utf8Literal(string value) => Literal(ReplaceLoneSurrogates(value)) + "u8";

    /// <summary>An integer literal, invariant.</summary>
    public static string Literal(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Literal(bool value) => value ? "true" : "false";

    private static void AppendEscaped(StringBuilder text, char c)
    {
        switch (c)
        {
            case '"': text.Append("\\\""); break;
            case '\\': text.Append("\\\\"); break;
            case '\n': text.Append("\\n"); break;
            case '\r': text.Append("\\r"); break;
            case '\t': text.Append("\\t"); break;
            case >= ' ' and <= '~': text.Append(c); break;
            // Letters stay readable; everything else (controls, line separators, direction marks, surrogates) is escaped.
            default:
                if (char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
                    text.Append(c);
                else
                    text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                break;
        }
    }

    private static string ReplaceLoneSurrogates(string value)
    {
        StringBuilder? fixedText = null;
        for (var i = 0; i < value.Length; i++)
        {
            var paired = char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            if (paired)
            {
                fixedText?.Append(value[i]).Append(value[i + 1]);
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                fixedText ??= new StringBuilder(value, 0, i, value.Length);
                fixedText.Append('\uFFFD');
            }
            else
            {
                fixedText?.Append(value[i]);
            }
        }

        return fixedText?.ToString() ?? value;
    }

    private static bool IsIdentifierStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsIdentifierPart(char c) =>
        c == '_' || char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
