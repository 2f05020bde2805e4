using ClientGen.Specs.Tests.OpenApi;
using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.AsyncApi;

public sealed class AsyncApiBindingTests
{
    private const string Head = """
        asyncapi: 3.0.0
        info: { title: t, version: '1' }
        servers:
          push: { host: push.example, protocol: https, pathname: /a/, security: [{ $ref: '#/components/securitySchemes/token' }] }
          command: { host: '{where}.example', protocol: https, variables: { where: { default: eu } } }

        """;

    private const string Tail = """

        components:
          securitySchemes: { token: { type: http, scheme: bearer } }
          messages:
            born: { payload: { type: object, required: [t], properties: { t: { const: born } } } }
            sold: { payload: { type: object, required: [t], properties: { t: { const: sold }, price: { type: number } } } }
            stop: { payload: { type: object, properties: { id: { type: string } } } }
            unused: { payload: { type: object, properties: { x: { type: string } } } }

        """;

    [Fact]
    public void Sending_is_a_call_and_its_reply_an_answer()
    {
        var contract = Contract.BindMarked(Head + """
            channels:
              commands:
                address: commands/{id}
                servers: [{ $ref: '#/servers/command' }]
                parameters: { id: { description: Which one. } }
                messages: { stop: { $ref: '#/components/messages/stop' }, born: { $ref: '#/components/messages/born' } }
            operations:
              stop: { action: send, channel: { $ref: '#/channels/commands' }, messages: [{ $ref: '#/channels/commands/messages/stop' }], reply: { messages: [{ $ref: '#/components/messages/born' }] } }
              look: { action: send, channel: { $ref: '#/channels/commands' }, bindings: { http: { method: GET } } }
            """ + Tail);

        Assert.Equal(
            """
            POST /commands/{id} Stop(path id: string, body Json Stop) → Successful+ Json Born
            GET /commands/{id} Look(path id: string) → Successful+ None
            """.ReplaceLineEndings("\n"),
            OperationText.Of(contract.Client.Operations));
        Assert.Equal(["Push https://push.example/a", "Command https://{where}.example where=eu"],
            contract.Client.Servers.Select(static server => $"{server.Name} {server.Url} {string.Join(",", server.Variables)}".TrimEnd()));
        Assert.All(contract.Client.Operations, static operation => Assert.Equal("Command", operation.Server));
    }

    [Fact]
    public void Receiving_server_sent_events_is_a_stream_of_a_union()
    {
        var contract = Contract.BindMarked(Head + """
            channels:
              events:
                address: /events
                servers: [{ $ref: '#/servers/push' }]
                x-clientgen-sse: { resume: true }
                messages: { born: { $ref: '#/components/messages/born' }, sold: { $ref: '#/components/messages/sold' } }
            operations:
              watch: { action: receive, channel: { $ref: '#/channels/events' } }
            """ + Tail);

        var stream = Assert.Single(contract.Client.Streams);
        Assert.Equal(("Watch", "/events", "Push", true, "ContractEvent"), (stream.Name, stream.Path, stream.Server, stream.Resume, ModelText.Of(stream.Event)));
        // "Only one of the security scheme objects needs to be satisfied", none included.
        Assert.Equal(["token", ""], stream.Security.Select(static names => string.Join("+", names)));
        Assert.Equal(
            """
            union ContractEvent by t: string { Born "born" | Sold "sold" | UnknownContractEvent }
            record Born : ContractEvent { t = "born": string }
            record Sold : ContractEvent { t = "sold": string, price?: double }
            record Stop { id?: string }
            record Unused { x?: string }
            """.ReplaceLineEndings("\n"),
            ModelText.Of(contract.Types));
    }

    [Fact]
    public void Other_transports_give_types_and_no_calls()
    {
        var contract = Contract.BindMarked("""
            asyncapi: 3.0.0
            info: { title: t, version: '1' }
            servers: { broker: { host: broker.example, protocol: kafka } }
            channels:
              c: { address: topic, messages: { m: { payload: { type: object, properties: { a: { type: string } } } } } }
            operations:
              {|CG9018:give|}: { action: send, channel: { $ref: '#/channels/c' } }
              {|CG9018:take|}: { action: receive, channel: { $ref: '#/channels/c' } }

            """);

        Assert.Null(contract.Model.Client);
        Assert.Equal("record M { a?: string }", ModelText.Of(contract.Types));
    }

    [Fact]
    public void Without_servers_an_HTTP_binding_makes_a_call()
    {
        var contract = Contract.BindMarked("""
            asyncapi: 3.0.0
            info: { title: t, version: '1' }
            channels:
              c: { address: /c }
              none: {|CG9013:{ title: No address. }|}
            operations:
              call: { action: send, channel: { $ref: '#/channels/c' }, bindings: { http: { method: put } } }
              {|CG9018:other|}: { action: send, channel: { $ref: '#/channels/c' } }
              homeless: { action: send, channel: { $ref: '#/channels/none' }, bindings: { http: {} } }
              {|CG9013:nowhere|}: { action: send }
              {|CG9013:odd|}: { action: shout, channel: { $ref: '#/channels/c' } }

            """);

        Assert.Equal("PUT /c Call() → Successful+ None", OperationText.Of(contract.Client.Operations));
    }

    [Fact]
    public void A_payload_in_another_schema_language_is_JSON()
    {
        var contract = Contract.BindMarked("""
            asyncapi: 3.0.0
            info: { title: t, version: '1' }
            servers: { s: { host: h.example, protocol: https } }
            channels:
              c:
                address: /c
                messages:
                  avro: { payload: { schemaFormat: application/vnd.apache.avro;version=1.9.0, schema: { type: record } } }
              d:
                address: /d
                messages:
                  json: { payload: { schemaFormat: application/schema+json;version=draft-07, schema: { type: string } } }
            operations:
              a: { action: send, channel: { $ref: '#/channels/c' } }
              b: { action: send, channel: { $ref: '#/channels/d' } }

            """);

        Assert.Equal("POST /c A() → Successful+ None\nPOST /d B(body Json string) → Successful+ None", OperationText.Of(contract.Client.Operations));
    }
}
