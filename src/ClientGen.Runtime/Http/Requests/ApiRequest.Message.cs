namespace ClientGen.Http;

public sealed partial class ApiRequest
{
    // The text is escaped where it is put together; taking it apart again would cost time and could change it.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Makes the message of one sending.</summary>
    /// <param name="server">The server's address without a slash at its end.</param>
    /// <param name="schemes">The schemes to prove the caller with.</param>
    /// <param name="credentials">Where their credentials are.</param>
    /// <param name="more">Headers of the call options; <c>null</c> for none.</param>
    internal HttpRequestMessage ToMessage(
        string server, SecurityScheme[] schemes, CredentialSet credentials, IReadOnlyDictionary<string, string>? more)
    {
        var cookies = _cookies;
        string? keys = null;
        foreach (var scheme in schemes)
        {
            if (scheme.Kind == SecurityKind.ApiKeyQuery)
                keys = Pair(keys, '&', scheme, credentials);
            else if (scheme.Kind == SecurityKind.ApiKeyCookie)
                cookies = Pair(cookies, ';', scheme, credentials);
        }

        var message = new HttpRequestMessage(Operation.Method, new Uri(Target(server, keys), AsWritten)) { Content = _body?.ToContent() };
        if (Operation.Accept is { } accept)
            message.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var scheme in schemes)
        {
            if (scheme.Kind is SecurityKind.Bearer or SecurityKind.Basic or SecurityKind.ApiKeyHeader)
                AddCredential(message, scheme, credentials.Find(scheme.Name)!);
        }

        foreach (var (name, value) in _headers)
            Add(message, name, value);
        if (cookies is not null)
            message.Headers.TryAddWithoutValidation("Cookie", cookies);
        if (more is not null)
        {
            foreach (var (name, value) in more)
            {
                if (message.Headers.NonValidated.Contains(name))
                    message.Headers.Remove(name);
                Add(message, name, value);
            }
        }

        return message;
    }

    private static void AddCredential(HttpRequestMessage message, SecurityScheme scheme, Credential credential)
    {
        var (name, value) = scheme.Kind switch
        {
            SecurityKind.Bearer => ("Authorization", credential.BearerHeader),
            SecurityKind.Basic => ("Authorization", credential.BasicHeader),
            _ => (scheme.ParameterName!, credential.Value),
        };
        HeaderText.CheckValue(name, value);
        message.Headers.TryAddWithoutValidation(name, value);
    }

    private static void Add(HttpRequestMessage message, string name, string value)
    {
        // Content-Type, Content-Language and the like belong to the body.
        if (!message.Headers.TryAddWithoutValidation(name, value) && message.Content is { } content)
        {
            content.Headers.Remove(name);
            content.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private string Pair(string? before, char separator, SecurityScheme scheme, CredentialSet credentials)
    {
        var text = Scratch;
        StyledText.Query(text, scheme.ParameterName!, credentials.Find(scheme.Name)!.Value, allowReserved: false);
        return before is null ? text.ToString() : string.Concat(before, separator == ';' ? "; " : "&", text.Span);
    }

    private string Target(string server, string? keys)
    {
        var path = Operation.Path;
        var query = _query.Span;
        var text = Scratch;
        text.Append(server);
        if (path.ParameterCount == 0)
            text.Append(path.Text);
        else
            path.AppendTo(text, _pathValues);
        var separator = path.HasQuery ? '&' : '?';
        if (query.Length > 0)
        {
            text.Append(separator);
            text.Append(query);
            separator = '&';
        }

        if (keys is not null)
        {
            text.Append(separator);
            text.Append(keys);
        }

        return text.ToString();
    }
}
