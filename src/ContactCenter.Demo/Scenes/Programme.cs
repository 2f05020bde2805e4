using System.Text.Json;

namespace ContactCenter.Demo;

/// <summary>Plays scenarios one after the other, and compares what happened with what the contracts expect.</summary>
internal sealed class Programme(Theatre theatre) : IDisposable
{
    // The simulator's control endpoints; nothing of the four systems.
    private readonly HttpClient _simulator = new() { BaseAddress = theatre.Server };

    /// <summary>Plays scenarios.</summary>
    /// <param name="scenarios">Which, in order.</param>
    /// <param name="cancellationToken">Ends the scenario that is being played.</param>
    /// <returns>Whether everything was as the contracts expect.</returns>
    /// <exception cref="OperationCanceledException">The token ended it.</exception>
    /// <exception cref="HttpRequestException">There is no simulator at the address.</exception>
    public async Task<bool> PlayAsync(IEnumerable<DemoScenario> scenarios, CancellationToken cancellationToken)
    {
        var results = new List<Result>();
        foreach (var scenario in scenarios)
        {
            theatre.Timeline.Begin(scenario);
            var result = await PlayAsync(scenario, cancellationToken);
            theatre.Timeline.End(result);
            results.Add(result);
        }

        theatre.Timeline.Summarise(results);
        return results.TrueForAll(static result => result.IsOk);
    }

    /// <inheritdoc/>
    public void Dispose() => _simulator.Dispose();

    private async Task<Result> PlayAsync(DemoScenario scenario, CancellationToken cancellationToken)
    {
        var violations = await ViolationsAsync(cancellationToken);
        using (var chosen = await _simulator.PostAsync($"_simulator/scenario?name={Uri.EscapeDataString(scenario.Simulated)}", null, cancellationToken))
            chosen.EnsureSuccessStatusCode();

        using var stage = new Stage(theatre);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(theatre.Patience);
        try
        {
            await scenario.PlayAsync(stage, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            stage.Fact($"not finished after {theatre.Patience.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            stage.Fact($"{e.GetType().Name}: {e.Message}{(e.GetBaseException() is var cause && cause != e ? $" ({cause.GetType().Name}: {cause.Message})" : "")}");
        }

        foreach (var violation in (await ViolationsAsync(cancellationToken)).Skip(violations.Count))
            stage.Fact("contract broken: " + violation);
        return new(scenario.Name, scenario.Expected, stage.Facts);
    }

    /// <summary>What broke a contract so far, as the simulator saw it.</summary>
    private async Task<IReadOnlyList<string>> ViolationsAsync(CancellationToken cancellationToken)
    {
        using var json = JsonDocument.Parse(await _simulator.GetByteArrayAsync("_simulator/violations", cancellationToken));
        return [.. json.RootElement.EnumerateArray().Select(static violation =>
            $"{violation.GetProperty("operation")} {violation.GetProperty("place")} {violation.GetProperty("message")}")];
    }
}
