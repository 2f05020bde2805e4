using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Hosting;

namespace ContactCenter.Simulator.Video;

/// <summary>Video signalling, by hand: NSwag reads OpenAPI, and this contract is AsyncAPI (docs/nswag.md).</summary>
internal sealed class VideoEndpoints(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var call = context.Call();
        if (call.Operation.System != SimulatedSystem.Video)
        {
            await next(context);
            return;
        }

        switch (call.Operation.Id)
        {
            case VideoOperations.Events:
                await EventStreamEndpoint.HandleAsync(context);
                break;
            case VideoOperations.State:
                await StateAsync(context, call);
                break;
            default:
                await CommandAsync(context, call);
                break;
        }
    }

    private static Task StateAsync(HttpContext context, ContractCall call)
    {
        var state = call.World.Video.AgentOf(call.Account!).State;
        call.Outcome = $"200, {state}";
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(new JsonObject { ["state"] = state }.ToJsonString(), context.RequestAborted);
    }

    private static async Task CommandAsync(HttpContext context, ContractCall call)
    {
        using var body = call.Operation.Body is null ? null : await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        var agent = call.World.Video.AgentOf(call.Account!);
        var command = new VideoCommand(call.Operation.Id, Text(body, "sid"), Text(body, "newer"));
        var result = VideoCommands.Obey(call.World.Video, agent, command);
        if (result.Refusal is { } refusal)
        {
            // UNKNOWN: how the real service refuses. ASSUMED: a conflict, since the state does not allow the command.
            call.Outcome = $"409, agent {agent.Number}: {refusal}";
            await ErrorAnswer.WriteAsync(
                context.Response, SimulatedSystem.Video, StatusCodes.Status409Conflict, "0", call.Violate("request", refusal));
            return;
        }

        call.Outcome = $"204, agent {agent.Number}{(result.IsDone ? "" : ", failed")}";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (result.IsDone)
            call.World.Video.Trigger(call.Operation.Id);
    }

    private static string Text(JsonDocument? body, string member) =>
        body is not null && body.RootElement.TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";
}
