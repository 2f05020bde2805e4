namespace ClientGen.Http;

/// <summary>A path with <c>{names}</c>, taken apart.</summary>
internal sealed class PathTemplate
{
    private readonly string[] _literals;
    private readonly string[] _names;

    public PathTemplate(string template)
    {
        var literals = new List<string>();
        var names = new List<string>();
        // The slash keeps a template such as "@other.example" from becoming part of the host.
        var rest = template.StartsWith('/') ? template : "/" + template;
        while (true)
        {
            var open = rest.IndexOf('{', StringComparison.Ordinal);
            var close = open < 0 ? -1 : rest.IndexOf('}', open);
            if (close < 0)
                break;
            literals.Add(Literal(rest[..open]));
            names.Add(rest[(open + 1)..close]);
            rest = rest[(close + 1)..];
        }

        literals.Add(Literal(rest));
        _literals = [.. literals];
        _names = [.. names];
        HasQuery = template.Contains('?', StringComparison.Ordinal);
    }

    /// <summary>Whether the template itself begins the query, as some contracts write it.</summary>
    public bool HasQuery { get; }

    public int ParameterCount => _names.Length;

    /// <summary>The whole path when it has no parameters.</summary>
    public string Text => _literals[0];

    /// <summary>Which parameter this is, or -1.</summary>
    public int IndexOf(string name) => Array.IndexOf(_names, name);

    /// <summary>Fills the parameters in; each value is escaped already.</summary>
    /// <exception cref="ArgumentException">A value is missing.</exception>
    public void AppendTo(TextBuffer text, string?[] values)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            text.Append(_literals[i]);
            text.Append(values[i] ?? throw new ArgumentException($"The path parameter '{_names[i]}' has no value.", _names[i]));
        }

        text.Append(_literals[^1]);
    }

    // A contract may write spaces or letters of any script; slashes and what is escaped already stay.
    private static string Literal(string text)
    {
        var escaped = new TextBuffer();
        var start = 0;
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] != '%' || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                continue;
            escaped.AppendEscaped(text.AsSpan(start, i - start), allowReserved: true);
            escaped.Append(text.AsSpan(i, 3));
            i += 2;
            start = i + 1;
        }

        escaped.AppendEscaped(text.AsSpan(start), allowReserved: true);
        return escaped.ToString();
    }
}
