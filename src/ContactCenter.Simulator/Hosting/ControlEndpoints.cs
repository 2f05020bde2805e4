using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Hosting;

/// <summary>The start page, and the paths under <c>/_simulator</c> that steer the simulator and show what it saw.</summary>
internal sealed class ControlEndpoints(SimulatorState simulator)
{
    /// <summary>Longest jump by hand: a year.</summary>
    private static readonly TimeSpan LongestJump = TimeSpan.FromDays(365);

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static bool Serves(PathString path) => path == "/" || path.StartsWithSegments("/_simulator");

    public Task InvokeAsync(HttpContext context) => (context.Request.Method, context.Request.Path.Value) switch
    {
        ("GET", "/") => StartPage.WriteAsync(context, simulator),
        ("GET", "/_simulator/routes") => JsonAsync(context, Routes()),
        ("GET", "/_simulator/scenarios") => JsonAsync(context, simulator.Scenarios.Select(static scenario => new { scenario.Name, scenario.Summary })),
        ("GET", "/_simulator/scenario") => JsonAsync(context, new { simulator.Scenario.Name, simulator.Scenario.Summary }),
        ("POST", "/_simulator/scenario") => PlayAsync(context),
        ("GET", "/_simulator/journal") => JsonAsync(context, simulator.Records.Journal.Select(static entry => new
        {
            entry.Number, entry.Time, entry.Scenario, System = entry.System.Name(), entry.Operation, entry.Outcome,
        })),
        ("GET", "/_simulator/violations") => JsonAsync(context, simulator.Records.Violations.Select(static violation => new
        {
            violation.Time, Side = violation.Side.ToString(), System = violation.System.Name(), violation.Operation, violation.Place, violation.Message, violation.Rule,
        })),
        ("POST", "/_simulator/advance") => AdvanceAsync(context),
        ("POST", "/_simulator/reset") => ResetAsync(context),
        _ => RefuseAsync(context, StatusCodes.Status404NotFound, "GET / lists what there is."),
    };

    private static IEnumerable<object> Routes() => ContractCatalogue.All.Operations.Select(static operation => new
    {
        System = operation.System.Name(), operation.Method, operation.Path, Operation = operation.Id, operation.Summary,
    });

    private static Task JsonAsync(HttpContext context, object value)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(JsonSerializer.Serialize(value, Readable) + "\n", context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(new JsonObject { ["message"] = message }.ToJsonString() + "\n", context.RequestAborted);
    }

    private Task PlayAsync(HttpContext context)
    {
        if (simulator.Find(context.Request.Query["name"].ToString()) is not { } scenario)
            return RefuseAsync(context, StatusCodes.Status404NotFound, $"?name= must be one of: {string.Join(", ", simulator.Names)}");
        simulator.Play(scenario);
        return JsonAsync(context, new { scenario.Name, scenario.Summary });
    }

    private async Task AdvanceAsync(HttpContext context)
    {
        if (simulator.Clock is not VirtualClock clock)
        {
            await RefuseAsync(context, StatusCodes.Status409Conflict, "The clock is real; only virtual time can be moved (--speed fast).");
            return;
        }

        if (!double.TryParse(context.Request.Query["seconds"], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            || !(seconds >= 0 && seconds <= LongestJump.TotalSeconds))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, $"?seconds= must be 0 to {LongestJump.TotalSeconds:0}");
            return;
        }

        await clock.NapAsync(TimeSpan.FromSeconds(seconds), drives: true, bell: null, context.RequestAborted);
        await JsonAsync(context, new { Now = clock.GetUtcNow() });
    }

    private Task ResetAsync(HttpContext context)
    {
        simulator.Reset();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
