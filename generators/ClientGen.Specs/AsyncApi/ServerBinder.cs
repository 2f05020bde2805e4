using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;

namespace ClientGen.Specs.AsyncApi;

/// <summary>Binds the servers of an AsyncAPI document; channels may each go to another one.</summary>
internal sealed class ServerBinder
{
    private readonly BindingContext _context;
    private readonly Located _root;
    private readonly Dictionary<string, ServerModel> _byKey = new(StringComparer.Ordinal);

    public ServerBinder(BindingContext context, Located root)
    {
        _context = context;
        _root = root;
        var names = new NameScope();
        foreach (var (entry, written) in root.Entries("servers"))
        {
            if (context.Resolve(written) is not { } server || server.Text("host") is not { Length: > 0 } host)
                continue;

            // The address of a channel is joined with one slash; those inside the pathname are the contract's own.
            var path = (server.Text("pathname") ?? "").TrimEnd('/');
            var url = $"{server.Text("protocol") ?? "https"}://{host}{path}";
            var variables = server.Entries("variables").Select(static variable => $"{variable.Entry.Key}={variable.Value.Text("default")}");
            _byKey.Add(entry.Key, new ServerModel(names.Take(Naming.Pascal(entry.Key, "Server")), url, variables.ToEquatableArray(), server.Text("description") ?? ""));
        }
    }

    /// <summary>All servers, in contract order.</summary>
    public EquatableArray<ServerModel> Servers => _byKey.Values.ToEquatableArray();

    /// <summary>Whether an operation is an HTTP request: by the servers of its channel, or where no server is named by its binding.</summary>
    public bool IsHttp(Located channel, Located operation)
    {
        var named = channel.Items("servers").Select(server => _context.Resolve(server)).OfType<Located>().ToList();
        var candidates = named.Count > 0 ? named : _root.Entries("servers").Select(entry => _context.Resolve(entry.Value)).OfType<Located>().ToList();
        return candidates.Count > 0
            ? candidates.Any(static server => server.Text("protocol")?.ToLowerInvariant() is "http" or "https")
            : (operation.Child("bindings") ?? default).Child("http") is not null;
    }

    /// <summary>The server that a channel names first; null when all servers serve it, or there is only one.</summary>
    public string? Of(Located channel)
    {
        const string Prefix = "#/servers/";
        var reference = channel.Items("servers").Select(static server => server.Text("$ref")).FirstOrDefault();
        return _byKey.Count > 1 && reference?.StartsWith(Prefix, StringComparison.Ordinal) == true
            && _byKey.TryGetValue(reference.Substring(Prefix.Length), out var server) ? server.Name : null;
    }
}
