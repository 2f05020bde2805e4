using ClientGen.Json;

namespace ClientGen.Http;

public sealed partial class ApiRequest
{
    /// <summary>Sends JSON.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="codec">Writes the value, at once.</param>
    /// <param name="value">The value.</param>
    /// <param name="contentType">The media type.</param>
    public void JsonBody<T>(JsonCodec<T> codec, T value, string contentType = "application/json")
    {
        _json ??= new();
        _json.Fill(codec, value);
        _jsonType = contentType;
    }

    /// <summary>Sends text as UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="contentType">The media type.</param>
    public void TextBody(string text, string contentType = "text/plain; charset=utf-8") => _body = new BytesBody(text, contentType);

    /// <summary>Sends bytes.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <param name="contentType">The media type.</param>
    public void BinaryBody(ReadOnlyMemory<byte> bytes, string contentType = "application/octet-stream") => _body = new BytesBody(bytes, contentType);

    /// <summary>Sends a stream from where it stands. The caller keeps and disposes it.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="contentType">The media type.</param>
    public void BinaryBody(Stream stream, string contentType = "application/octet-stream") => _body = new FileBody(new(stream), contentType);

    /// <summary>Adds a field of a form (<c>application/x-www-form-urlencoded</c>).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; <c>null</c> sends nothing.</param>
    public void FormField(string name, string? value)
    {
        var text = Form;
        if (value is not null)
            StyledText.Query(text, name, value, allowReserved: false);
    }

    /// <summary>Adds a field of a form that is a list.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values; <c>null</c> or none sends nothing.</param>
    /// <param name="style">Form, space or pipe delimited.</param>
    /// <param name="explode">Whether each value has the name before it.</param>
    public void FormField(string name, IEnumerable<string>? values, ParameterStyle style = ParameterStyle.Form, bool explode = true)
    {
        var text = Form;
        if (values is not null)
            StyledText.Query(text, name, values, style, explode, allowReserved: false);
    }

    /// <summary>Adds a field of a form that is an object.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="members">Its members; <c>null</c> or none sends nothing.</param>
    /// <param name="style">Form, space or pipe delimited, or deep object.</param>
    /// <param name="explode">Whether members are fields of their own (form).</param>
    public void FormField(
        string name, IEnumerable<KeyValuePair<string, string>>? members, ParameterStyle style = ParameterStyle.Form, bool explode = true)
    {
        var text = Form;
        if (members is not null)
            StyledText.Query(text, name, members, style, explode, allowReserved: false);
    }

    /// <summary>Adds a part of a multipart body.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its text; <c>null</c> sends nothing.</param>
    /// <param name="contentType">Its media type.</param>
    public void MultipartField(string name, string? value, string contentType = "text/plain; charset=utf-8")
    {
        var parts = Multipart;
        if (value is not null)
            parts.Add(name, value, contentType);
    }

    /// <summary>Adds a file of a multipart body.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="file">The file; <c>null</c> sends nothing.</param>
    /// <param name="contentType">Its media type when the file names none; <c>null</c> for <c>application/octet-stream</c>.</param>
    public void MultipartFile(string name, FilePart? file, string? contentType = null)
    {
        var parts = Multipart;
        if (file is not null)
            parts.Add(name, file, contentType);
    }

    private TextBuffer Form
    {
        get
        {
            var form = _body as FormBody ?? new FormBody();
            _body = form;
            return form.Text;
        }
    }

    private MultipartBody Multipart
    {
        get
        {
            var parts = _body as MultipartBody ?? new MultipartBody();
            _body = parts;
            return parts;
        }
    }
}
