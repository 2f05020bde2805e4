using System.Text;

namespace ClientGen.Emitter.Writing;

/// <summary>The door through which text of a contract enters documentation comments.</summary>
public static class Xml
{
    /// <summary>Text inside an element, on one line: markup and control characters escaped, white space folded.</summary>
    public static string Text(string value)
    {
        var text = new StringBuilder(value.Length);
        var pendingSpace = false;
        foreach (var c in value)
        {
            // U+0085, U+2028 and U+2029 end a line in C# as \r and \n do; none may leave the comment.
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                pendingSpace = text.Length > 0;
                continue;
            }

            if (pendingSpace)
                text.Append(' ');
            pendingSpace = false;
            Append(text, c);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, char c)
    {
        switch (c)
        {
            case '<': text.Append("&lt;"); break;
            case '>': text.Append("&gt;"); break;
            case '&': text.Append("&amp;"); break;
            case '"': text.Append("&quot;"); break;
            case '\uFFFE' or '\uFFFF': break;
            default:
                // Surrogates and direction marks are legal in XML only in pairs or mislead the eye; a question mark keeps the place.
                text.Append(char.IsSurrogate(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? '?' : c);
                break;
        }
    }

    /// <summary>Lines of a documentation comment of one element, each at most about 140 characters wide.</summary>
    /// <param name="element">The element's opening content, such as <c>summary</c> or <c>param name="x"</c>.</param>
    /// <param name="text">Raw text of a contract; nothing is written for empty text.</param>
    public static IEnumerable<string> Element(string element, string text)
    {
        var content = Text(text);
        if (content.Length == 0)
            yield break;
        var close = element.Split(' ')[0];
        if (content.Length + element.Length + close.Length < 130)
        {
            yield return $"/// <{element}>{content}</{close}>";
            yield break;
        }

        yield return $"/// <{element}>";
        foreach (var line in Wrap(content, 134))
            yield return "/// " + line;
        yield return $"/// </{close}>";
    }

    private static IEnumerable<string> Wrap(string content, int width)
    {
        var start = 0;
        while (content.Length - start > width)
        {
            var end = content.LastIndexOf(' ', start + width, width);
            if (end <= start)
                end = content.IndexOf(' ', start + width);
            if (end < 0)
                break;
            yield return content.Substring(start, end - start);
            start = end + 1;
        }

        if (start < content.Length)
            yield return content.Substring(start);
    }
}
