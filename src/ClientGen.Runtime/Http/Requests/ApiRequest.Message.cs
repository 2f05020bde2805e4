namespace ClientGen.Http;

public sealed partial class ApiRequest
{
    /// <summary>Makes the message of one sending.</summary>
    /// <param name="plan">Where it goes.</param>
    /// <param name="proof">What proves the caller.</param>
    /// <param name="more">Headers of the call options; <c>null</c> for none.</param>
    internal HttpRequestMessage ToMessage(OperationPlan plan, Proof proof, IReadOnlyDictionary<string, string>? more)
    {
        var content = _jsonType is not null ? _json!.ToContent(_jsonType) : _body?.ToContent();
        var message = new HttpRequestMessage(Operation.Method, Target(plan, proof.Query)) { Content = content };
        var headers = message.Headers;
        if (Operation.Accept is { } accept)
            headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in proof.Headers)
            headers.TryAddWithoutValidation(name, value);
        foreach (var (name, value) in _headers)
            Add(message, name, value);
        if ((_cookies ?? proof.Cookies) is { } cookies)
            headers.TryAddWithoutValidation("Cookie", _cookies is null || proof.Cookies is null ? cookies : cookies + "; " + proof.Cookies);
        if (more is not null)
        {
            foreach (var (name, value) in more)
            {
                if (headers.NonValidated.Contains(name))
                    headers.Remove(name);
                Add(message, name, value);
            }
        }

        return message;
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

    private Uri Target(OperationPlan plan, string? keys)
    {
        var path = Operation.Path;
        if (path.ParameterCount == 0 && _query.Length == 0 && keys is null)
            return plan.FixedAddress;
        var text = Scratch;
        text.Append(plan.FixedPart);
        if (path.ParameterCount > 0)
            path.AppendTo(text, _pathValues);
        var separator = path.HasQuery ? '&' : '?';
        if (_query.Length > 0)
        {
            text.Append(separator);
            text.Append(_query.Span);
            separator = '&';
        }

        if (keys is not null)
        {
            text.Append(separator);
            text.Append(keys);
        }

        return plan.Address(text.Span);
    }
}
