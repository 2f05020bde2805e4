namespace ClientGen.Cli.Tests.Diff;

/// <summary>A small service in one or more contracts, to be changed in one place at a time.</summary>
/// <param name="Files">The text of each file by its name.</param>
internal sealed record Sample(IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Books that are lent: one of each thing that OpenAPI and JSON Schema know.</summary>
    public static Sample Library { get; } = new(new Dictionary<string, string> { ["library.yaml"] = LibraryContract.Text });

    /// <summary>A lighthouse that sends and hears messages.</summary>
    public static Sample Lighthouse { get; } = new(new Dictionary<string, string> { ["lighthouse.yaml"] = LighthouseContract.Text });

    /// <summary>Berths for ships: an invented protocol with an order of calls, polling, retries, credentials and a state machine.</summary>
    public static Sample Harbour { get; } = new(new[] { "harbour.openapi.json", "docking.arazzo.yaml" }
        .ToDictionary(static name => name, static name => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "harbour", name)).Replace("\r\n", "\n")));

    /// <summary>The same service with some words exchanged, wherever they stand.</summary>
    public Sample With(string from, string to)
    {
        Assert.True(Files.Values.Any(text => text.Contains(from, StringComparison.Ordinal)), $"Nothing reads: {from}");
        return new(Files.ToDictionary(static file => file.Key, file => file.Value.Replace(from, to, StringComparison.Ordinal)));
    }

    /// <summary>Writes the files below a folder.</summary>
    public void Write(CommandRun run, string folder)
    {
        foreach (var (name, text) in Files)
            run.With($"{folder}/{name}", text);
    }
}
