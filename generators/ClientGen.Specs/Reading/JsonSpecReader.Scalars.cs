using System.Globalization;
using System.Text;

namespace ClientGen.Specs.Reading;

/// <content>Strings, numbers and words.</content>
internal sealed partial class JsonSpecReader
{
    /// <summary>Reads a string; one that is not closed ends with its line, so that the next line is read as what it is.</summary>
    /// <returns>The text; null for a value that the node can cut from the source itself when it is asked for.</returns>
    private string? ReadString(bool isKey)
    {
        var quote = _text[_at];
        var start = _at++;
        if (quote == '\'')
            Error(start, 1, "JSON strings stand in double quotes. Replace `'` by `\"`.");

        // Most strings have no escape and are one stretch of the text.
        var at = _at;
        while (at < _text.Length && _text[at] != quote && _text[at] is not ('\\' or < ' '))
            at++;
        _at = at;

        if (Peek == quote)
        {
            var length = _at++ - start - 1;
            return isKey || length <= StringPool.LongestPooled ? _pool.Get(_text, start + 1, length) : null;
        }

        return ReadEscapedString(quote, start);
    }

    private string ReadEscapedString(char quote, int start)
    {
        var value = new StringBuilder(_text, start + 1, _at - start - 1, Math.Max(16, (_at - start) * 2));
        while (true)
        {
            var character = Peek;
            if (character == quote)
            {
                _at++;
                break;
            }

            if (character is End or '\n' or '\r')
            {
                Error(start, _at - start, "This string is not closed. Write `\"` where it ends; a line break inside is `\\n`.");
                break;
            }

            if (character == '\\')
            {
                ReadEscape(value);
                continue;
            }

            if (character < ' ')
                Error(_at, 1, FormattableString.Invariant($"A control character stands in a string. Write `\\u{(int)character:x4}`."));
            value.Append(character);
            _at++;
        }

        var text = value.ToString();
        if (ReadableText.WithoutHalves(text) is not { } whole)
            return text;

        Error(start, _at - start, "An escape in this string is half of a surrogate pair. Write both halves, such as `\\ud83d\\ude00`.");
        return whole;
    }

    private void ReadEscape(StringBuilder value)
    {
        var start = _at++;
        var escape = Peek;
        switch (escape)
        {
            case '"' or '\\' or '/':
                value.Append(escape);
                break;
            case 'b':
                value.Append('\b');
                break;
            case 'f':
                value.Append('\f');
                break;
            case 'n':
                value.Append('\n');
                break;
            case 'r':
                value.Append('\r');
                break;
            case 't':
                value.Append('\t');
                break;
            case 'u' when TryHex(_at + 1, out var code):
                value.Append(code);
                _at += 4;
                break;
            case End or '\n' or '\r':
                // The string is not closed either, which the caller says.
                value.Append('\\');
                return;
            default:
                var shown = char.IsHighSurrogate(escape) ? 2 : 1;
                Error(start, 1 + shown, escape == 'u'
                    ? "`\\u` needs four hexadecimal digits behind it. Write a backslash itself as `\\\\`."
                    : $"`\\{Shown.Short(_text.Substring(_at, shown))}` is no escape in JSON. Write a backslash itself as `\\\\`.");
                value.Append('\\').Append(escape);
                break;
        }

        _at++;
    }

    private bool TryHex(int start, out char code)
    {
        code = default;
        if (start + 4 > _text.Length
            || !ushort.TryParse(_text.Substring(start, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        code = (char)number;
        return true;
    }

    /// <summary>Moves behind a string without reading it.</summary>
    private void SkipString()
    {
        _at++;
        while (Peek is not (End or '"' or '\n' or '\r'))
            _at += Peek == '\\' ? 2 : 1;
        _at = Math.Min(_at + 1, _text.Length);
    }

    private SpecScalar ReadWord(SpecNode? parent, int index)
    {
        var start = _at;
        var word = TakeWord();
        var kind = word switch
        {
            "true" or "false" => ScalarKind.Boolean,
            "null" => ScalarKind.Null,
            _ => JsonNumber.KindOf(word),
        };
        if (kind == ScalarKind.String)
            Error(start, _at - start, $"`{Shown.Short(word)}` is no JSON value. Put text into double quotes.");
        return new SpecScalar(_source, parent, index, start, _at - start, kind, word);
    }

    /// <summary>Takes at least one character, up to the next that means something.</summary>
    private string TakeWord()
    {
        var start = _at++;
        while (_at < _text.Length && !EndsWord(_text[_at]))
            _at++;
        return _pool.Get(_text, start, _at - start);
    }

    private static bool EndsWord(char character) =>
        character is <= ' ' or ',' or ':' or '{' or '}' or '[' or ']' or '"' or '/';
}
