using ClientGen.Specs.Model;
using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.OpenApi;

public sealed class WebhookBindingTests
{
    [Fact]
    public void A_webhook_has_a_method_for_each_case_of_its_body()
    {
        var contract = Contract.BindMarked("""
            openapi: 3.1.0
            info: { title: t, version: '1' }
            webhooks:
              petEvent:
                post:
                  description: Something happened.
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Event' } } } }
                  responses: { '202': { description: d, content: { application/json: { example: { ok: true } } } } }
              bare:
                put:
                  requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
              text:
                post: {|CG9016:{ requestBody: { content: { text/plain: {} } } }|}
            components:
              schemas:
                Born: { type: object, required: [t], properties: { t: { const: born } } }
                Sold: { type: object, required: [t], properties: { t: { const: sold } } }
                Event: { oneOf: [{ $ref: '#/components/schemas/Born' }, { $ref: '#/components/schemas/Sold' }] }

            """);

        Assert.Null(contract.Model.Client);
        Assert.Equal(
            ["PetEvent POST Event OnBornAsync,OnSoldAsync 202 {\"ok\":true}", "Bare PUT BareRequest OnBareRequestAsync 200 "],
            contract.Model.Webhooks.Select(Text));
    }

    [Fact]
    public void Callbacks_of_operations_are_webhooks_too()
    {
        var contract = Contract.BindMarked(Paths.Text("""
            /a:
              post:
                operationId: subscribe
                callbacks:
                  onData:
                    '{$request.body#/url}':
                      post: { requestBody: { content: { application/json: { schema: { type: string } } } } }
            """));

        Assert.Equal(["OnData POST string OnOnDataAsync 200 "], contract.Model.Webhooks.Select(Text));
    }

    private static string Text(WebhookModel webhook) =>
        $"{webhook.Name} {webhook.Method} {ModelText.Of(webhook.Body)} {string.Join(",", webhook.Events.Select(static item => item.Method))} {webhook.AnswerStatus} {webhook.AnswerBody}";
}
