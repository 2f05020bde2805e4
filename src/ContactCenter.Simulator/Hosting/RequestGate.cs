using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Journal;
using ContactCenter.Simulator.Scenarios;

namespace ContactCenter.Simulator.Hosting;

/// <summary>Finds the operation of a request; what no contract knows goes no further.</summary>
internal sealed class RequestGate(RequestDelegate next, SimulatorState simulator)
{
    /// <summary>Chooses the scenario of one request.</summary>
    public const string ScenarioHeader = "X-Simulator-Scenario";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "/";
        if (ScenarioOf(request) is not { } scenario)
        {
            await ErrorAnswer.WriteAsync(
                context.Response, ContractCatalogue.SystemOf(path), StatusCodes.Status400BadRequest, "0",
                $"header {ScenarioHeader} names no scenario; GET /_simulator/scenarios lists them.");
            return;
        }

        var candidates = ContractCatalogue.All.At(path);
        if (candidates.FirstOrDefault(operation => operation.Method == request.Method) is { } operation)
        {
            var world = simulator.World(scenario);
            context.Features.Set(new ContractCall(world, operation, world.CountRequest(operation.Id)));
            await next(context);
            return;
        }

        await RefuseAsync(context, scenario, path, candidates);
    }

    private Scenario? ScenarioOf(HttpRequest request) =>
        request.Headers.TryGetValue(ScenarioHeader, out var name) ? simulator.Find(name.ToString()) : simulator.Scenario;

    private async Task RefuseAsync(HttpContext context, Scenario scenario, string path, IReadOnlyList<ContractOperation> candidates)
    {
        var system = candidates.FirstOrDefault()?.System ?? ContractCatalogue.SystemOf(path);
        var request = $"{context.Request.Method} {Shown(path)}";
        string message;
        if (candidates.Count > 0)
        {
            var methods = string.Join(", ", candidates.Select(static operation => operation.Method));
            context.Response.Headers.Allow = methods;
            message = $"uses a method that the contract does not have here; it has {methods}";
        }
        else
        {
            message = ContractCatalogue.All.Nearest(path) is { } nearest
                ? $"is in no contract; the nearest route is {nearest.Method} {nearest.Path}"
                : "is in no contract; GET / lists all routes";
        }

        var violation = simulator.Records.Keep(ViolationSide.Client, system, request, "request", message);
        simulator.Records.Note(scenario.Name, system, request, $"refused: {violation.Sentence}");
        if (candidates.Count > 0)
            await ErrorAnswer.BadRequestAsync(context.Response, system, violation.Sentence);
        else
            await ErrorAnswer.WriteAsync(
                context.Response, system, StatusCodes.Status404NotFound, system == SimulatedSystem.Rtc ? RtcCodes.InvalidApi : "0", violation.Sentence);
    }

    /// <summary>The path of a stranger, short and without line breaks.</summary>
    private static string Shown(string path)
    {
        const int longest = 120;
        var text = string.Concat(path.Take(longest).Select(static character => char.IsControl(character) ? '?' : character));
        return path.Length > longest ? $"{text}…" : text;
    }
}
