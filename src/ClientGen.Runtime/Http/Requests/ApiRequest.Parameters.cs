namespace ClientGen.Http;

public sealed partial class ApiRequest
{
    private TextBuffer Scratch
    {
        get
        {
            _scratch.Clear();
            return _scratch;
        }
    }

    /// <summary>Fills a path parameter in.</summary>
    /// <param name="name">Its name in the template.</param>
    /// <param name="value">Its value.</param>
    /// <param name="style">Simple, label or matrix.</param>
    /// <exception cref="ArgumentException">The value is empty, or a dot segment, which would name another path.</exception>
    public void Path(string name, string value, ParameterStyle style = ParameterStyle.Simple)
    {
        // RFC 3986 5.2.4: "." and ".." are removed together with what stands before them, even when they are escaped.
        if (value is "" or "." or "..")
            throw new ArgumentException($"The path parameter '{name}' must not be '{value}'.", name);
        var text = Scratch;
        StyledText.Path(text, name, value, style);
        SetPath(name, text.Span.SequenceEqual(value) ? value : text.ToString());
    }

    /// <summary>Fills a path parameter in with a list.</summary>
    /// <param name="name">Its name in the template.</param>
    /// <param name="values">Its values.</param>
    /// <param name="style">Simple, label or matrix.</param>
    /// <param name="explode">Whether each value stands for itself.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public void Path(string name, IEnumerable<string> values, ParameterStyle style, bool explode)
    {
        var text = Scratch;
        StyledText.Path(text, name, values, style, explode);
        SetPath(name, text);
    }

    /// <summary>Fills a path parameter in with an object.</summary>
    /// <param name="name">Its name in the template.</param>
    /// <param name="members">Its members.</param>
    /// <param name="style">Simple, label or matrix.</param>
    /// <param name="explode">Whether members are written as <c>name=value</c>.</param>
    /// <exception cref="ArgumentException">There is no member.</exception>
    public void Path(string name, IEnumerable<KeyValuePair<string, string>> members, ParameterStyle style, bool explode)
    {
        var text = Scratch;
        StyledText.Path(text, name, members, style, explode);
        SetPath(name, text);
    }

    /// <summary>Adds a query parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; <c>null</c> sends nothing.</param>
    /// <param name="allowReserved">Whether reserved characters stay as they are, where a query allows them.</param>
    public void Query(string name, string? value, bool allowReserved = false)
    {
        if (value is not null)
            StyledText.Query(_query, name, value, allowReserved);
    }

    /// <summary>Adds a query parameter that is a list.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values; <c>null</c> or none sends nothing.</param>
    /// <param name="style">Form, space or pipe delimited.</param>
    /// <param name="explode">Whether each value has the name before it.</param>
    /// <param name="allowReserved">Whether reserved characters stay as they are, where a query allows them.</param>
    public void Query(
        string name, IEnumerable<string>? values, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false)
    {
        if (values is not null)
            StyledText.Query(_query, name, values, style, explode, allowReserved);
    }

    /// <summary>Adds a query parameter that is an object.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="members">Its members; <c>null</c> or none sends nothing.</param>
    /// <param name="style">Form, space or pipe delimited, or deep object.</param>
    /// <param name="explode">Whether members are parameters of their own (form).</param>
    /// <param name="allowReserved">Whether reserved characters stay as they are, where a query allows them.</param>
    public void Query(
        string name,
        IEnumerable<KeyValuePair<string, string>>? members,
        ParameterStyle style = ParameterStyle.Form,
        bool explode = true,
        bool allowReserved = false)
    {
        if (members is not null)
            StyledText.Query(_query, name, members, style, explode, allowReserved);
    }

    /// <summary>Adds a header.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; <c>null</c> sends nothing.</param>
    /// <exception cref="ArgumentException">The value has control characters, or others outside ASCII.</exception>
    public void Header(string name, string? value)
    {
        if (value is null)
            return;
        HeaderText.CheckValue(name, value);
        _headers.Add(new(name, value));
    }

    /// <summary>Adds a header that is a list: <c>a,b</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values; <c>null</c> sends nothing.</param>
    /// <exception cref="ArgumentException">A value has control characters, or others outside ASCII.</exception>
    public void Header(string name, IEnumerable<string>? values) => Header(name, values is null ? null : string.Join(",", values));

    /// <summary>Adds a header that is an object: <c>a,1,b,2</c> or <c>a=1,b=2</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="members">Its members; <c>null</c> sends nothing.</param>
    /// <param name="explode">Whether members are written as <c>name=value</c>.</param>
    /// <exception cref="ArgumentException">A value has control characters, or others outside ASCII.</exception>
    public void Header(string name, IEnumerable<KeyValuePair<string, string>>? members, bool explode) =>
        Header(name, members is null ? null : string.Join(",", members.Select(member => member.Key + (explode ? '=' : ',') + member.Value)));

    /// <summary>Adds a cookie.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; <c>null</c> sends nothing.</param>
    public void Cookie(string name, string? value)
    {
        if (value is null)
            return;
        var text = Scratch;
        StyledText.Query(text, name, value, allowReserved: false);
        AddCookie(text.ToString());
    }

    /// <summary>Adds a cookie that is a list: <c>name=a,b</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values; <c>null</c> or none sends nothing.</param>
    public void Cookie(string name, IEnumerable<string>? values)
    {
        if (values is null)
            return;
        // Exploded lists would need the "&" of queries, which cookies do not have: OpenAPI calls that undefined.
        var text = Scratch;
        StyledText.Query(text, name, values, ParameterStyle.Form, explode: false, allowReserved: false);
        if (text.Length > 0)
            AddCookie(text.ToString());
    }

    private void AddCookie(string cookie) => _cookies = _cookies is null ? cookie : _cookies + "; " + cookie;

    private void SetPath(string name, TextBuffer text)
    {
        if (text.Length == 0 || text.Span is "." or "..")
            throw new ArgumentException($"The path parameter '{name}' must have a value.", name);
        SetPath(name, text.ToString());
    }

    private void SetPath(string name, string escaped)
    {
        var index = Operation.Path.IndexOf(name);
        if (index < 0)
            throw new ArgumentException($"The path of {Operation.Id} has no parameter '{name}'.", nameof(name));
        _pathValues[index] = escaped;
    }
}
