using System.Text.Json;
using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Journal;
using ContactCenter.Simulator.Scenarios;

namespace ContactCenter.Simulator.Hosting;

/// <summary>Holds each answer back until it is complete: checks it against the contract, spoils it if the scenario says so, sends it, notes it.</summary>
internal sealed class AnswerDesk(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var call = context.Call();
        if (call.Operation is { System: SimulatedSystem.Video, Method: "GET", Id: VideoOperations.Events })
        {
            // A stream has no end to wait for; it checks and notes its events itself.
            await next(context);
            return;
        }

        var wire = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            call.World.Note(call.Operation.System, call.Operation.Id, "the client went away");
            return;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            held.SetLength(0);
            call.Keep(ViolationSide.Simulator, "answer", $"failed with {fault}");
            call.Outcome = "500, the simulator failed";
            await ErrorAnswer.WriteAsync(
                context.Response, call.Operation.System, StatusCodes.Status500InternalServerError,
                call.Operation.System == SimulatedSystem.Rtc ? RtcCodes.InternalError : "0", "the simulator failed");
        }
        finally
        {
            context.Response.Body = wire;
        }

        // Abort tells the token later, from another thread.
        if (context.RequestAborted.IsCancellationRequested || call.Mishap is Mishap.CutConnection)
        {
            call.World.Note(call.Operation.System, call.Operation.Id, call.Outcome ?? "the client went away");
            return;
        }

        var code = CheckAndReadCode(context.Response, call, held);
        call.World.Note(call.Operation.System, call.Operation.Id, Spoiled(call.Mishap) + (call.Outcome ?? $"{context.Response.StatusCode}{code}"));
        await SendAsync(context, call.Mishap, held);
    }

    /// <returns>The result code as the journal writes it; empty where the answer has none.</returns>
    private static string CheckAndReadCode(HttpResponse response, ContractCall call, MemoryStream held)
    {
        if (call.IsOdd)
            return "";
        if (!call.Operation.TryFindAnswer(response.StatusCode, out var schema))
        {
            // AsyncAPI describes no statuses.
            if (call.Operation.System != SimulatedSystem.Video)
                call.Keep(ViolationSide.Simulator, "answer", $"has status {response.StatusCode}, which the contract does not describe");
            return "";
        }

        if (schema is not { } place || held.Length == 0)
        {
            if (schema is not null)
                call.Keep(ViolationSide.Simulator, "answer", "is empty", schema.Value.Where);
            return "";
        }

        using var json = JsonDocument.Parse(held.ToArray());
        foreach (var fault in SchemaCheck.OpenEnums.Check(place, json.RootElement))
            call.Keep(ViolationSide.Simulator, $"answer#{fault.Pointer}", fault.Message, fault.Rule);

        return call.Operation.CodeMember is { } member && json.RootElement.TryGetProperty(member, out var code)
            ? $", {member} {code}"
            : "";
    }

    private static string Spoiled(Mishap? mishap) => mishap switch
    {
        Mishap.CutBody => "connection cut within the answer: ",
        Mishap.TruncatedJson => "JSON truncated: ",
        _ => "",
    };

    private static async Task SendAsync(HttpContext context, Mishap? mishap, MemoryStream held)
    {
        var bytes = held.GetBuffer().AsMemory(0, (int)held.Length);
        if (mishap is Mishap.TruncatedJson truncated)
            bytes = bytes[..Math.Min(truncated.Bytes, bytes.Length)];

        // A status such as 204 forbids even a write of nothing.
        if (bytes.Length == 0)
            return;

        context.Response.ContentLength = bytes.Length;
        if (mishap is Mishap.CutBody cut)
        {
            await context.Response.Body.WriteAsync(bytes[..Math.Min(cut.Bytes, bytes.Length)]);
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(bytes);
    }
}
