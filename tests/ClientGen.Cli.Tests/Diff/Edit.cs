using System.Collections.Concurrent;
using System.Text.Json;
using ClientGen.Cli.Diff;

namespace ClientGen.Cli.Tests.Diff;

/// <summary>One change of a service, and what has to be told of it.</summary>
/// <param name="Kind">The id of the kind that it has to be called.</param>
/// <param name="Wire">What it means on the wire.</param>
/// <param name="Old">The service before.</param>
/// <param name="New">The service after.</param>
/// <param name="Words">What makes it different from other changes of the kind.</param>
internal sealed record Edit(string Kind, Impact Wire, Sample Old, Sample New, string Words)
{
    private static readonly ConcurrentDictionary<Edit, Lazy<Task<IReadOnlyList<JsonElement>>>> Known = new(ReferenceEqualityComparer.Instance);

    /// <summary>All that the tests try.</summary>
    public static IReadOnlyList<Edit> All { get; } = [.. OpenApiEdits.All, .. SchemaEdits.All, .. AsyncApiEdits.All, .. ProtocolEdits.All];

    /// <summary>A change that leads from a sample to something else.</summary>
    public static Edit Of(Sample sample, string kind, Impact wire, string from, string to) => new(kind, wire, sample, sample.With(from, to), $"{from} → {to}");

    /// <summary>A change in both directions.</summary>
    public static Edit[] Both(Sample sample, string kind, Impact wire, string back, Impact wireBack, string from, string to)
    {
        var there = Of(sample, kind, wire, from, to);
        return [there, there with { Kind = back, Wire = wireBack, Old = there.New, New = there.Old, Words = $"{to} → {from}" }];
    }

    /// <summary>Runs <c>clientgen diff</c> on the two services, once.</summary>
    /// <returns>The changes as JSON reports them.</returns>
    public Task<IReadOnlyList<JsonElement>> ChangesAsync() => Known.GetOrAdd(this, static edit => new(edit.CompareAsync)).Value;

    private async Task<IReadOnlyList<JsonElement>> CompareAsync()
    {
        using var run = new CommandRun();
        Old.Write(run, "old");
        New.Write(run, "new");
        Assert.InRange(await run.RunAsync("diff", "old", "new", "--format", "json"), ExitCodes.Ok, ExitCodes.Found);
        Assert.Empty(run.Notes);
        using var json = JsonDocument.Parse(run.Text);
        return [.. json.RootElement.GetProperty("changes").EnumerateArray().Select(static change => change.Clone())];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}: {Words}";
}
