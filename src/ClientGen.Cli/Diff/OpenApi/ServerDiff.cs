using ClientGen.Cli.Diff.Schemas;
using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff.OpenApi;

/// <summary>Where the service lives.</summary>
internal static class ServerDiff
{
    private static readonly ChangeKind Added = new("server-added", "A server is new");
    private static readonly ChangeKind Removed = new("server-removed", "A server is gone");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [Added, Removed];

    /// <summary>Compares the servers of two documents; OpenAPI lists them, AsyncAPI names them.</summary>
    public static void Compare(DiffRun run, Located old, Located @new)
    {
        var (before, after) = (Servers(run.Old, old), Servers(run.New, @new));
        foreach (var (address, server) in before.Where(server => !after.ContainsKey(server.Key)))
            run.List.Add(Removed, Impact.Risky, server, @new.Child("servers") ?? @new, $"The server {address} is gone.", [Touch.Of(old.Child("servers") ?? old)]);
        foreach (var (address, server) in after.Where(server => !before.ContainsKey(server.Key)))
        {
            run.List.Add(
                Added, Impact.Compatible, old.Child("servers") ?? old, server, $"The server {address} is new.",
                [Touch.Of(@new.Child("servers") ?? @new)], isAddition: true);
        }
    }

    private static Dictionary<string, Located> Servers(DiffSide side, Located root)
    {
        var servers = new Dictionary<string, Located>(StringComparer.Ordinal);
        foreach (var written in root.Items("servers").Concat(root.Entries("servers").Select(static server => server.Value)))
        {
            if (side.Resolve(written) is not { Mapping: not null } server)
                continue;
            var address = server.Child("url") ?? server.Child("host");
            if (address is { } said)
                servers.TryAdd($"{JsonText.Shown(said.Node).Trim('"')}{server.Text("pathname")}", server);
        }

        return servers;
    }
}
