namespace ClientGen.Emitter.Tests.Workflows;

/// <summary>Steps that wait for an event of a stream.</summary>
public class EventTests
{
    private const string Api = """
        asyncapi: 3.0.0
        info: { title: Doors, version: '1' }
        servers: { main: { host: doors.example, protocol: https } }
        channels:
          events:
            address: events
            x-clientgen-sse: { resume: false }
            messages: { opened: { $ref: '#/components/messages/opened' }, broken: { $ref: '#/components/messages/broken' } }
          open:
            address: open
            messages: { open: { $ref: '#/components/messages/open' } }
        operations:
          events: { action: receive, channel: { $ref: '#/channels/events' } }
          openDoor: { action: send, channel: { $ref: '#/channels/open' } }
        components:
          messages:
            open: { payload: { type: object, required: [door], properties: { door: { type: integer, format: int32 } } } }
            opened:
              correlationId: { location: $message.payload#/door }
              payload: { type: object, required: [type, door], properties: { type: { const: opened }, door: { type: integer, format: int32 }, by: { type: string } } }
            broken:
              payload: { type: object, required: [type], properties: { type: { const: broken }, why: { type: string } } }
        """;

    private const string Workflows = """
        arazzo: 1.1.0
        info: { title: Opening doors, version: '1' }
        sourceDescriptions: [ { name: doors, url: doors.asyncapi.yaml, type: asyncapi } ]
        workflows:
          - workflowId: pass
            inputs: { type: object, required: [door], properties: { door: { type: integer, format: int32 } } }
            steps:
              - { stepId: ask, operationId: openDoor, action: send, requestBody: { payload: { door: $inputs.door } } }
              - stepId: wait
                operationId: events
                action: receive
                correlationId: $inputs.door
                timeout: 60000
                successCriteria: [ { condition: $message.payload#/type == 'opened' } ]
                onFailure: [ { name: damage, type: end, criteria: [ { condition: $message.payload#/type == 'broken' } ] } ]
                outputs: { by: $message.payload#/by }
            outputs: { by: $steps.wait.outputs.by }
        """;

    private const string Companion = """
        #nullable enable
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using ClientGen;
        using Demo.Doors;
        using Demo.Opening;

        public static class Companion
        {
            public static async Task<string> RunAsync(string events)
            {
                var workflows = new OpeningWorkflows(new DoorsClient(new HttpMessageInvoker(new Server(events)), new ApiClientOptions()));
                try { return (await workflows.PassAsync(new PassInputs { Door = 3 })).ToString(); }
                catch (WorkflowException e) { return e.Step + ": " + (e.InnerException?.GetType().Name ?? "criteria"); }
            }

            /// <summary>All events are sent before the command is answered, so only a stream that was opened first hears them.</summary>
            private sealed class Server(string events) : HttpMessageHandler
            {
                private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

                protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    if (request.RequestUri!.AbsolutePath != "/events")
                    {
                        if (!_listening.Task.IsCompleted)
                            return new HttpResponseMessage(HttpStatusCode.Conflict);
                        return new HttpResponseMessage(HttpStatusCode.NoContent);
                    }

                    await Task.Yield();
                    _listening.TrySetResult();
                    return new HttpResponseMessage { Content = new StringContent(events, System.Text.Encoding.UTF8, "text/event-stream") };
                }
            }
        }
        """;

    private static readonly Lazy<System.Reflection.MethodInfo> Run = new(static () => WorkflowContracts
        .Compile(WorkflowContracts.Bind(("doors.asyncapi.yaml", Api, "Demo.Doors"), ("opening.arazzo.yaml", Workflows, "Demo.Opening")), Companion)
        .Load().GetType("Companion")!.GetMethod("RunAsync")!);

    [Theory]
    [InlineData("data: {'type':'opened','door':1}\n\ndata: {'type':'opened','door':3,'by':'ann'}\n\n", "PassOutputs { By = ann }")]
    [InlineData("data: {'type':'other'}\n\ndata: {'type':'opened','door':3}\n\n", "PassOutputs { By =  }")]
    [InlineData("data: {'type':'broken','why':'rust'}\n\ndata: {'type':'opened','door':3}\n\n", "wait: criteria")]
    [InlineData("data: {'type':'opened','door':1}\n\n", "wait: StreamEndedException")]
    public async Task Takes_the_event_that_fits(string events, string result) =>
        Assert.Equal(result, await (Task<string>)Run.Value.Invoke(null, [events.Replace('\'', '"')])!);
}
