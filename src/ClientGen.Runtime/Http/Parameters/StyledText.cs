namespace ClientGen.Http;

/// <summary>The style table of OpenAPI 3.1 ("Style Examples"), row by row.</summary>
internal static class StyledText
{
    /// <summary>A scalar in a path: <c>blue</c>, <c>.blue</c>, <c>;color=blue</c>.</summary>
    public static void Path(TextBuffer text, string name, string value, ParameterStyle style)
    {
        if (style == ParameterStyle.Label)
            text.Append('.');
        if (style == ParameterStyle.Matrix)
            Name(text.With(';'), name, value.Length > 0);
        text.AppendEscaped(value);
    }

    /// <summary>A list in a path: <c>blue,black</c>, <c>.blue.black</c>, <c>;color=blue;color=black</c>.</summary>
    public static void Path(TextBuffer text, string name, IEnumerable<string> values, ParameterStyle style, bool explode)
    {
        var separator = Opening(text, name, style, explode);
        var isFirst = true;
        foreach (var value in values)
        {
            if (style == ParameterStyle.Matrix && explode)
                Name(text.With(';'), name, value.Length > 0);
            else if (!isFirst)
                text.Append(separator);
            text.AppendEscaped(value);
            isFirst = false;
        }
    }

    /// <summary>An object in a path: <c>R,100,G,200</c>, <c>.R=100.G=200</c>, <c>;R=100;G=200</c>.</summary>
    public static void Path(
        TextBuffer text, string name, IEnumerable<KeyValuePair<string, string>> members, ParameterStyle style, bool explode)
    {
        var separator = Opening(text, name, style, explode);
        var isFirst = true;
        foreach (var (key, value) in members)
        {
            if (style == ParameterStyle.Matrix && explode)
                text.Append(';');
            else if (!isFirst)
                text.Append(separator);
            text.AppendEscaped(key);
            text.Append(explode ? '=' : ',');
            text.AppendEscaped(value);
            isFirst = false;
        }
    }

    /// <summary>A scalar in a query: <c>color=blue</c>.</summary>
    public static void Query(TextBuffer text, string name, string value, bool allowReserved)
    {
        Name(text.Next(), name, true);
        text.AppendEscaped(value, allowReserved);
    }

    /// <summary>A list in a query: <c>color=blue,black</c>, <c>color=blue&amp;color=black</c>, <c>color=blue%20black</c>.</summary>
    public static void Query(TextBuffer text, string name, IEnumerable<string> values, ParameterStyle style, bool explode, bool allowReserved)
    {
        var isFirst = true;
        foreach (var value in values)
        {
            if (isFirst || explode)
                Name(text.Next(), name, true);
            else
                text.Append(Delimiter(style));
            text.AppendEscaped(value, allowReserved);
            isFirst = false;
        }
    }

    /// <summary>An object in a query: <c>color=R,100,G,200</c>, <c>R=100&amp;G=200</c>, <c>color%5BR%5D=100</c>.</summary>
    public static void Query(
        TextBuffer text, string name, IEnumerable<KeyValuePair<string, string>> members, ParameterStyle style, bool explode, bool allowReserved)
    {
        var isFirst = true;
        foreach (var (key, value) in members)
        {
            if (style == ParameterStyle.DeepObject)
            {
                text.Next().AppendEscaped(name);
                text.Append("%5B");
                text.AppendEscaped(key);
                text.Append("%5D=");
            }
            else if (explode)
            {
                Name(text.Next(), key, true);
            }
            else
            {
                if (isFirst)
                    Name(text.Next(), name, true);
                else
                    text.Append(Delimiter(style));
                text.AppendEscaped(key);
                text.Append(Delimiter(style));
            }

            text.AppendEscaped(value, allowReserved);
            isFirst = false;
        }
    }

    /// <summary>What stands before the first value, and what between two.</summary>
    private static char Opening(TextBuffer text, string name, ParameterStyle style, bool explode)
    {
        switch (style)
        {
            case ParameterStyle.Label:
                text.Append('.');
                return explode ? '.' : ',';
            case ParameterStyle.Matrix when !explode:
                Name(text.With(';'), name, true);
                return ',';
            default:
                return ',';
        }
    }

    private static ReadOnlySpan<char> Delimiter(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => "%20",
        ParameterStyle.PipeDelimited => "%7C",
        _ => ",",
    };

    private static void Name(TextBuffer text, string name, bool hasValue)
    {
        text.AppendEscaped(name);
        if (hasValue)
            text.Append('=');
    }

    private static TextBuffer With(this TextBuffer text, char c)
    {
        text.Append(c);
        return text;
    }

    /// <summary>Begins the next <c>name=value</c> of a query or form.</summary>
    private static TextBuffer Next(this TextBuffer text) => text.Length == 0 ? text : text.With('&');
}
