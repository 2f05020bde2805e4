// Compiled by the tests together with the generated client of doors.asyncapi.yaml.
using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ClientGen;
using Doors;

public sealed class DoorServer : HttpMessageHandler
{
    public List<string> Requests { get; } = [];

    public string Answer { get; set; } = "";

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add($"{request.Method} {request.RequestUri}");
        var answer = new HttpResponseMessage(Status) { Content = new StringContent(Answer) };
        answer.Content.Headers.ContentType = new(request.RequestUri!.AbsolutePath.EndsWith("events") ? "text/event-stream" : "application/json");
        return Task.FromResult(answer);
    }
}

public static class DoorCalls
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    public static async Task<string> A_command_moves_the_machine_after_success()
    {
        var server = new DoorServer();
        var client = new DoorsClient(new HttpMessageInvoker(server));
        await client.OpenDoorAsync(Nothing);
        return $"{server.Requests[0]} {client.Door.Current}";
    }

    public static async Task<string> A_command_that_failed_moves_nothing()
    {
        var server = new DoorServer { Status = HttpStatusCode.InternalServerError };
        var client = new DoorsClient(new HttpMessageInvoker(server));
        try { await client.OpenDoorAsync(Nothing); } catch (ApiException) { }
        return $"{client.Door.Current}";
    }

    public static async Task<string> A_command_in_the_wrong_state_is_not_sent()
    {
        var server = new DoorServer();
        var client = new DoorsClient(new HttpMessageInvoker(server));
        try { await client.ShutDoorAsync(Nothing); }
        catch (StateException e) { return $"{e.Machine} {e.State} {e.Command} {server.Requests.Count}"; }
        return "sent";
    }

    public static async Task<string> An_answer_can_carry_the_state()
    {
        var server = new DoorServer { Answer = """{"state":"locked"}""" };
        var client = new DoorsClient(new HttpMessageInvoker(server));
        await client.AskDoorAsync();
        var known = client.Door.Current;
        server.Answer = """{"state":"ajar"}""";
        await client.AskDoorAsync();
        return $"{known} {client.Door.Current}";
    }

    public static async Task<string> Events_move_the_machine()
    {
        const string events = """
            data: {"type":"CHANGED","state":"open","sure":false}

            data: {"type":"CHANGED","state":"open","sure":true}

            data: {"type":"LOCKED"}

            data: {"type":"CHANGED","state":"shut","sure":true}

            data: {"type":"LOCKED"}

            data: {"type":"RUNG"}

            data: {"type":"SET","to":"open"}


            """;
        var server = new DoorServer { Answer = events };
        var client = new DoorsClient(new HttpMessageInvoker(server));
        var states = new List<string>();
        await foreach (var e in client.EventsAsync())
        {
            states.Add($"{e.GetType().Name}:{client.Door.Current}");
            if (states.Count == 7)
                break;
        }

        return $"{server.Requests[0]}\n{string.Join(" ", states)}";
    }

    public static async Task<string> With_shares_the_machine()
    {
        var client = new DoorsClient(new HttpMessageInvoker(new DoorServer()));
        await client.With(new CallOptions()).OpenDoorAsync(Nothing);
        return $"{client.Door.Current}";
    }

    public static Task<string> A_machine_with_a_key_is_made_by_people() =>
        Task.FromResult($"{new VisitLifecycle().Current} {typeof(DoorsClient).GetProperty("Visit") is null} {VisitLifecycle.TryParse("inside", out var state)} {state}");
}
