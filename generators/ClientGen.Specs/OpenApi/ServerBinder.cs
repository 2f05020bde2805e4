using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;

namespace ClientGen.Specs.OpenApi;

/// <summary>Binds the servers of an OpenAPI document. An operation or path may name one of its own.</summary>
internal sealed class ServerBinder
{
    private readonly List<ServerModel> _servers = [];
    private readonly Dictionary<string, string> _namesByUrl = new(StringComparer.Ordinal);
    private readonly NameScope _names = new();

    /// <summary>Binds the servers of the document, of which the first is the client's own.</summary>
    public ServerBinder(Located root)
    {
        foreach (var server in root.Items("servers"))
            Add(server, "Server");
    }

    /// <summary>All servers so far, those of the document first.</summary>
    public EquatableArray<ServerModel> Servers => _servers.ToEquatableArray();

    /// <summary>The server of an operation: its own, else its path's; null for the client's own.</summary>
    public string? Of(Located operation, Located pathItem)
    {
        var own = operation.Items("servers").Concat(pathItem.Items("servers")).FirstOrDefault();
        var name = own.Text("url") is { } url ? Add(own, Naming.Pascal(AfterScheme(url), "Server")) : null;
        return name is null || name == _servers[0].Name ? null : name;
    }

    // An operation's own server is called after its address: a place in a list would change with every edit of it.
    private static string AfterScheme(string url) => url.Substring(url.IndexOf("://", StringComparison.Ordinal) is var scheme && scheme < 0 ? 0 : scheme + 3);

    private string? Add(Located server, string wanted)
    {
        if (server.Text("url") is not { Length: > 0 } url)
            return null;
        if (_namesByUrl.TryGetValue(url, out var known))
            return known;

        var variables = server.Entries("variables").Select(static variable => $"{variable.Entry.Key}={variable.Value.Text("default")}");
        var name = _names.Take(wanted);
        _namesByUrl.Add(url, name);
        _servers.Add(new ServerModel(name, url, variables.ToEquatableArray(), server.Text("description") ?? ""));
        return name;
    }
}
