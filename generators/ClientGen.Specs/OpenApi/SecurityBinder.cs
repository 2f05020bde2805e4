using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.OpenApi;

/// <summary>Binds security schemes and requirements, of OpenAPI and AsyncAPI alike.</summary>
internal sealed class SecurityBinder(BindingContext context)
{
    private readonly Dictionary<string, SecuritySchemeModel> _schemes = new(StringComparer.Ordinal);
    private readonly NameScope _names = new();

    /// <summary>All schemes, in contract order.</summary>
    public EquatableArray<SecuritySchemeModel> Schemes => _schemes.Values.ToEquatableArray();

    /// <summary>A scheme by its name; null when there is none.</summary>
    public SecuritySchemeModel? Find(string name) => _schemes.TryGetValue(name, out var scheme) ? scheme : null;

    /// <summary>Binds <c>components/securitySchemes</c>.</summary>
    public void BindSchemes(Located root)
    {
        if (root.Child("components") is not { } components)
            return;
        foreach (var (entry, written) in components.Entries("securitySchemes"))
        {
            if (context.Resolve(written) is { } scheme)
                _schemes[entry.Key] = Bind(entry.Key, scheme);
        }
    }

    private SecuritySchemeModel Bind(string name, Located scheme)
    {
        var (kind, parameter) = Kind(scheme);
        var credential = scheme.Child("x-clientgen-credential") ?? default;
        return new SecuritySchemeModel(
            name, _names.Take(Naming.Pascal(name, "Scheme")), kind, parameter, HeaderName(credential.Text("rotatedBy")), Seconds(credential),
            credential.Items("together").Select(static item => (item.Node as SpecScalar)?.AsString).OfType<string>().ToEquatableArray(),
            credential.Text("acquire"), Statuses(credential.Text("expiredWhen")), scheme.Text("description") ?? "");
    }

    private static (SecurityKind Kind, string? Parameter) Kind(Located scheme)
    {
        var name = scheme.Text("name");
        return (scheme.Text("type"), scheme.Text("in"), scheme.Text("scheme")?.ToLowerInvariant()) switch
        {
            ("http", _, "bearer") or ("oauth2", _, _) or ("openIdConnect", _, _) => (SecurityKind.Bearer, null),
            ("http", _, "basic") or ("userPassword", _, _) => (SecurityKind.Basic, null),
            ("apiKey" or "httpApiKey", "header", _) when name is not null => (SecurityKind.ApiKeyHeader, name),
            ("apiKey" or "httpApiKey", "query", _) when name is not null => (SecurityKind.ApiKeyQuery, name),
            ("apiKey" or "httpApiKey", "cookie", _) when name is not null => (SecurityKind.ApiKeyCookie, name),
            _ => (SecurityKind.Custom, scheme.Text("scheme")),
        };
    }

    private static string? HeaderName(string? expression)
    {
        const string Prefix = "$response.header.";
        return expression?.StartsWith(Prefix, StringComparison.Ordinal) == true ? expression.Substring(Prefix.Length) : null;
    }

    private static int? Seconds(Located credential) =>
        credential.Mapping?["lifetime"] is SpecScalar scalar && scalar.TryGetInt64(out var seconds) && seconds is > 0 and <= int.MaxValue ? (int)seconds : null;

    // `$statusCode == 401 || $statusCode == 403`: the statuses are all that a client can see before it reads a body.
    private static EquatableArray<int> Statuses(string? condition)
    {
        var statuses = new List<int>();
        foreach (var part in (condition ?? "").Split(["||"], StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = part.Split(["=="], StringSplitOptions.None);
            if (sides.Length == 2 && sides[0].Trim(' ', '(') == "$statusCode" && int.TryParse(sides[1].Trim(' ', ')'), out var status))
                statuses.Add(status);
        }

        return statuses.ToEquatableArray();
    }

    /// <summary>Binds the requirements of an operation; those of the document when it has none of its own.</summary>
    public EquatableArray<EquatableArray<string>> Requirements(Located operation, Located root)
    {
        var written = operation.Mapping?.Sequence("security") is not null ? operation : root;
        var alternatives = new List<EquatableArray<string>>();
        foreach (var alternative in written.Items("security"))
        {
            var names = new List<string>();
            foreach (var (entry, _) in alternative.Entries())
            {
                if (_schemes.ContainsKey(entry.Key))
                {
                    names.Add(entry.Key);
                    continue;
                }

                context.Report(BindingRules.Security, FindingSeverity.Error, alternative.Document, entry.KeySpan,
                    $"`{entry.Key}` is not declared under components/securitySchemes, so calls are sent without it.");
            }

            alternatives.Add(names.ToEquatableArray());
        }

        return alternatives.ToEquatableArray();
    }

    /// <summary>Statuses after which the credentials of these requirements are renewed.</summary>
    public EquatableArray<int> RenewOn(EquatableArray<EquatableArray<string>> requirements) =>
        requirements.SelectMany(static alternative => alternative).Select(Find).OfType<SecuritySchemeModel>()
            .SelectMany(static scheme => scheme.RenewOn).Distinct().OrderBy(static status => status).ToEquatableArray();

    /// <summary>Parameters that the schemes of an operation send, as <c>place:name</c>.</summary>
    public IReadOnlyCollection<string> ParameterNames(EquatableArray<EquatableArray<string>> requirements) =>
        [.. requirements.SelectMany(static alternative => alternative).Select(Find).OfType<SecuritySchemeModel>().Select(static scheme => scheme.Kind switch
        {
            SecurityKind.ApiKeyHeader => "Header:" + scheme.ParameterName,
            SecurityKind.ApiKeyQuery => "Query:" + scheme.ParameterName,
            SecurityKind.ApiKeyCookie => "Cookie:" + scheme.ParameterName,
            _ => "Header:Authorization",
        })];
}
