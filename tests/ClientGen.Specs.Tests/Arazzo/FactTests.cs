using ClientGen.Specs.Arazzo;
using ClientGen.Specs.Model;

namespace ClientGen.Specs.Tests.Arazzo;

/// <summary>Facts of an invented protocol, one rule each.</summary>
public class FactTests
{
    private const string Api = """
        openapi: 3.1.0
        info: { title: Gates, version: '1' }
        paths:
          /key: { post: { operationId: getKey, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Key' } } } } } } }
          /look: { get: { operationId: look, parameters: [ { name: key, in: query, schema: { type: string } } ], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/View' } } } } } } }
          /open: { post: { operationId: open, responses: { '200': { description: ok } } } }
          /close: { put: { operationId: close, responses: { '200': { description: ok } } } }
          /paint:
            post:
              operationId: paint
              x-clientgen-requires: [ { operation: look, where: [ '$response.body#/dry == true' ] } ]
              responses: { '200': { description: ok } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key, x-clientgen-credential: { acquire: getKey, lifetime: 600 } }
          schemas:
            Key: { type: object, required: [key], properties: { key: { type: string } } }
            View: { type: object, properties: { clear: { type: boolean }, dry: { type: boolean } } }
        """;

    [Fact]
    public void What_one_workflow_does_without_is_no_prerequisite() => Assert.DoesNotContain("RequiresOperation(\"look\")", FactsOf("open", """
          - workflowId: one
            x-clientgen-normative: true
            steps: [ { stepId: a, operationId: look }, { stepId: b, operationId: open, dependsOn: [a] } ]
          - workflowId: two
            x-clientgen-normative: true
            steps: [ { stepId: b, operationId: open } ]
        """));

    [Fact]
    public void A_workflow_that_is_no_rule_takes_nothing_away() => Assert.Contains("RequiresOperation(\"look\")", FactsOf("open", """
          - workflowId: one
            x-clientgen-normative: [order]
            steps: [ { stepId: a, operationId: look }, { stepId: b, operationId: open, dependsOn: [a] } ]
          - workflowId: two
            steps: [ { stepId: b, operationId: open } ]
        """));

    [Fact]
    public void Position_is_no_prerequisite() => Assert.DoesNotContain(FactsOf("open", """
          - workflowId: one
            x-clientgen-normative: true
            steps: [ { stepId: a, operationId: look }, { stepId: b, operationId: open } ]
        """), static fact => fact.StartsWith("Requires", StringComparison.Ordinal));

    [Fact]
    public void The_use_of_an_output_is_one() => Assert.Contains("RequiresOperation(\"getKey\")", FactsOf("look", """
          - workflowId: one
            x-clientgen-normative: true
            steps:
              - { stepId: a, operationId: getKey, outputs: { key: $response.body#/key } }
              - { stepId: b, operationId: look, parameters: [ { name: key, in: query, value: 'x{$steps.a.outputs.key}' } ] }
        """));

    [Fact]
    public void Evidence_needs_the_aspect_of_success()
    {
        const string Workflows = """
              - workflowId: one
                x-clientgen-normative: [order]
                steps: [ { stepId: a, operationId: look, successCriteria: [ { condition: $response.body#/clear == true } ] }, { stepId: b, operationId: open, dependsOn: [a] } ]
            """;
        Assert.DoesNotContain("RequiresEvidence(\"look\")", FactsOf("open", Workflows));
        Assert.Contains("RequiresEvidence(\"look\")", FactsOf("open", Workflows.Replace("[order]", "true")));
    }

    [Fact]
    public void An_extension_states_what_no_workflow_shows()
    {
        var facts = Bind("");
        Assert.Equal(["RequiresOperation(\"look\")", "RequiresEvidence(\"look\")"], Show(facts, "paint").Where(static fact => fact.StartsWith("Requires", StringComparison.Ordinal)));
        var dry = facts.Models.SelectMany(static model => model.Types).OfType<ObjectModel>().Single(static type => type.Name == "View").Properties.Single(static property => property.JsonName == "dry");
        Assert.Equal("EvidenceFlag(\"look\", true)", Text(dry.Facts[0]));
    }

    [Fact]
    public void Getting_a_token_has_a_lifetime_and_may_be_repeated()
    {
        Assert.Contains("TokenLifetime(600)", FactsOf("getKey", ""));
        Assert.DoesNotContain("NotRetryable()", FactsOf("getKey", ""));
        Assert.Contains("NotRetryable()", FactsOf("open", ""));
        Assert.DoesNotContain("NotRetryable()", FactsOf("close", ""));
    }

    [Fact]
    public void A_loop_without_an_extension_is_a_long_poll_by_its_timeout()
    {
        var poll = Bind("""
              - workflowId: one
                x-clientgen-normative: true
                steps:
                  - { stepId: a, operationId: look, timeout: 20000, onSuccess: [ { name: e, type: end, criteria: [ { condition: $response.body#/clear == true } ] }, { name: g, type: goto, stepId: a } ] }
            """).Models.SelectMany(static model => model.Client?.Operations ?? default).Single(static operation => operation.Id == "look");
        Assert.Equal((20000, 20000, 1), (poll.LongPoll!.MinTimeoutMilliseconds, poll.DeadlineMilliseconds!.Value, poll.LongPoll.Terminal.Count));
    }

    [Fact]
    public void An_event_that_is_polled_on_after_another_step_is_not_terminal() => Assert.Single(Bind("""
          - workflowId: one
            x-clientgen-normative: true
            steps:
              - stepId: a
                operationId: look
                timeout: 20000
                onSuccess:
                  - { name: e, type: end, criteria: [ { condition: $response.body#/clear == true } ] }
                  - { name: o, type: goto, stepId: b, criteria: [ { condition: $response.body#/dry == true } ] }
                  - { name: g, type: goto, stepId: a }
              - { stepId: b, operationId: open, onSuccess: [ { name: back, type: goto, stepId: a } ] }
        """).Models.SelectMany(static model => model.Client?.Operations ?? default).Single(static operation => operation.Id == "look").LongPoll!.Terminal);

    private static List<string> FactsOf(string operation, string workflows) => Show(Bind(workflows), operation);

    private static ProtocolFacts Bind(string workflows)
    {
        var contracts = Contracts.Of(("gates.yaml", Api), ("w.arazzo.yaml", $$"""
            arazzo: 1.1.0
            info: { title: Gates, version: '1' }
            sourceDescriptions: [ { name: gates, url: gates.yaml, type: openapi } ]
            workflows:
              - { workflowId: none, steps: [ { stepId: z, operationId: close } ] }

            """ + workflows));
        Assert.Empty(contracts.Findings);
        return ProtocolFactBinder.Bind(contracts.All, TestContext.Current.CancellationToken);
    }

    private static List<string> Show(ProtocolFacts facts, string operation) =>
        [.. facts.Models.SelectMany(static model => model.Client?.Operations ?? default).Single(known => known.Id == operation).Facts.Select(Text)];

    private static string Text(ProtocolFact fact) => $"{fact.Attribute}({string.Join(", ", fact.Arguments)})";
}
