using ClientGen.Specs.Arazzo;

namespace ClientGen.Specs.Tests.Arazzo;

/// <summary>What is said about half-wrong workflows, and where; everything that is not marked is quiet.</summary>
public class WorkflowFindingTests
{
    private const string Api = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: mood, in: query, schema: { type: string, enum: [good, bad] } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
            put:
              operationId: putPet
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
              responses: { '200': { description: ok } }
          /toys:
            get:
              operationId: getToys
              responses: { '204': { description: ok } }
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties: { name: { type: string }, age: { type: integer, format: int32 }, alive: { type: boolean } }
        """;

    [Fact]
    public void Nothing_is_said_about_a_good_document() => Check("""
        workflows:
          - workflowId: feed
            inputs: { type: object, required: [id], properties: { id: { type: string } } }
            steps:
              - stepId: read
                operationId: getPet
                parameters: [ { name: id, in: path, value: $inputs.id }, { name: mood, in: query, value: good } ]
                successCriteria: [ { condition: $statusCode == 200 }, { condition: $response.body#/alive == true } ]
                outputs: { name: $response.body#/name }
              - stepId: write
                operationId: $sourceDescriptions.pets.putPet
                parameters: [ { name: id, in: path, value: $inputs.id } ]
                requestBody: { payload: { name: $steps.read.outputs.name, age: 3 } }
            outputs: { name: $steps.read.outputs.name }
        """);

    [Fact]
    public void A_missing_operation() => Check("""
        workflows:
          - workflowId: feed
            steps:
              - { stepId: a, operationId: {|CG9003:getPets|}, parameters: [ { name: id, in: path, value: '1' } ] }
              - { stepId: b, operationId: $sourceDescriptions.pets.{|CG9003:gtPet|} }
              - { stepId: c, operationId: $sourceDescriptions.{|CG9020:pet|}.getPet }
              - { stepId: d, operationPath: {|CG9003:'{$sourceDescriptions.pets.url}#/paths/~1pets/post'|} }
              - {|CG9013:{ stepId: e }|}
        """);

    [Fact]
    public void Names_that_do_not_exist() => Check("""
        workflows:
          - workflowId: feed
            dependsOn: [ {|CG9020:logn|} ]
            steps:
              - stepId: read
                operationId: getPet
                dependsOn: [ {|CG9020:wirte|} ]
                parameters: [ { name: id, in: path, value: '1' }, { reference: {|CG9020:$components.parameters.page|} } ]
                onSuccess: [ { name: on, type: goto, stepId: {|CG9020:writ|} } ]
                onFailure: [ { name: off, type: retry, retryLimit: 1, workflowId: {|CG9020:lgin|} } ]
                outputs: { x: {|CG9004:$steps.write.outputs.name|}, y: {|CG9004:$inputs.id|} }
              - { stepId: write, operationId: getPet, parameters: [ { name: id, in: path, value: '1' } ] }
          - workflowId: login
            steps: [ { stepId: a, operationId: getPet, parameters: [ { name: id, in: path, value: '1' } ] } ]
        """);

    [Fact]
    public void Ids_that_are_not_unique() => Check("""
        workflows:
          - workflowId: feed
            steps:
              - { stepId: a, operationId: getPet, parameters: [ { name: id, in: path, value: '1' } ] }
              - { stepId: {|CG9021:a|}, operationId: getPet, parameters: [ { name: id, in: path, value: '1' } ] }
          - workflowId: {|CG9021:feed|}
            steps: []
        """);

    [Fact]
    public void Circles() => Check("""
        workflows:
          - workflowId: feed
            steps:
              - { stepId: a, operationId: getPet, dependsOn: {|CG9022:[b]|}, parameters: [ { name: id, in: path, value: '1' } ] }
              - { stepId: b, operationId: getPet, dependsOn: [a], parameters: [ { name: id, in: path, value: '1' } ] }
          - workflowId: one
            steps: [ { stepId: a, workflowId: two } ]
          - workflowId: two
            steps: [ { stepId: a, workflowId: {|CG9022:one|} } ]
        """);

    [Fact]
    public void Conditions_that_cannot_be_checked() => Check("""
        workflows:
          - workflowId: feed
            steps:
              - stepId: read
                operationId: getPet
                parameters: [ { name: id, in: path, value: '1' } ]
                successCriteria:
                  - condition: {|CG9004:$response.body#/nam|} == 'Rex'
                  - condition: "{|CG9004:$response.body#/age == 'x'|}"
                  - { context: $response.body, type: jsonpath, condition: {|CG9004:'$[?count(@.pets) > 0]'|} }
                  - { context: $statusCode, type: regex, condition: '^2\d{2}$' }
                  - { context: $response.body, type: jsonpath, condition: '$[?@.name != null]' }
                onSuccess: [ { name: old, type: end, criteria: [ { condition: $response.body#/age > {|CG9004:many|} } ] } ]
        """);

    [Fact]
    public void Requests_that_do_not_fit() => Check("""
        workflows:
          - workflowId: feed
            steps:
              - stepId: {|CG9023:read|}
                operationId: getPet
                parameters:
                  - {|CG9023:{ name: moon, in: query, value: x }|}
                  - { name: mood, in: query, value: {|CG9023:god|} }
              - stepId: write
                operationId: putPet
                parameters: [ { name: id, in: path, value: '1' } ]
                requestBody: { payload: {|CG9023:{ {|CG9023:nam|}: Rex, age: {|CG9023:old|} }|} }
              - stepId: {|CG9023:empty|}
                operationId: putPet
                parameters: [ { name: id, in: path, value: '1' } ]
        """);

    [Fact]
    public void Loops_and_retries() => Check("""
        workflows:
          - workflowId: watch
            x-clientgen-normative: true
            steps:
              - stepId: {|CG9006:read|}
                operationId: getPet
                parameters: [ { name: id, in: path, value: '1' } ]
                onSuccess: [ { name: again, type: goto, stepId: read } ]
                onFailure:
                  - {|CG9007:{ name: more, type: retry }|}
                  - { name: less, type: retry, retryLimit: {|CG9013:-1|}, retryAfter: {|CG9013:soon|} }
                  - { name: odd, type: {|CG9013:jump|} }
        """);

    [Fact]
    public void Extensions() => Check("""
        {|CG9002:x-clientgen-oops|}: 1
        workflows:
          - workflowId: feed
            x-clientgen-normative: [order, {|CG9002:sucess|}]
            {|CG9002:x-clientgen-norm|}: true
            steps:
              - { stepId: a, operationId: getPet, parameters: [ { name: id, in: path, value: '1' } ] }
        """);

    [Fact]
    public void Forms_that_the_standard_does_not_have() => Check("""
        workflows:
          - workflowId: feed
            steps:
              - { stepId: a, operationPath: {|CG9024:$sourceDescriptions.pets.getPet|}, parameters: [ { name: id, in: path, value: '1' } ] }
              - { stepId: b, operationPath: {|CG9024:'{$sourceDescriptions.pets.url}#/paths/~1toys'|} }
              - { stepId: c, operationPath: {|CG9003:'{$sourceDescriptions.pets.url}#/paths/~1pets~1{id}'|} }
        """);

    [Fact]
    public void A_document_without_workflows()
    {
        var marked = MarkedText.Of(Head.Replace("arazzo: 1", "{|CG9013:arazzo|}: 1"));
        marked.ShouldBeAllOf(Contracts.Of(("pets.yaml", Api), ("w.arazzo.yaml", marked.Text)).Findings);
    }

    [Fact]
    public void The_right_half_of_a_half_wrong_document_is_there()
    {
        var contracts = Contracts.Of(("pets.yaml", Api), ("w.arazzo.yaml", Head + """
            workflows:
              - { workflowId: bad, steps: [ { stepId: a, operationId: nothing } ] }
              - { workflowId: good, steps: [ { stepId: a, operationId: getPet, parameters: [ { name: id, in: path, value: '1' } ] } ] }
            """));
        Assert.False(contracts.Workflow("bad").CanRun);
        Assert.True(contracts.Workflow("good").CanRun);
    }

    [Fact]
    public void Normative_workflows_that_contradict_each_other()
    {
        var marked = MarkedText.Of(Head + """
            workflows:
              - workflowId: one
                x-clientgen-normative: true
                steps:
                  - stepId: poll
                    operationId: getPet
                    timeout: 9000
                    parameters: [ { name: id, in: path, value: '1' } ]
                    successCriteria: [ { condition: $response.body#/alive == true } ]
                    onSuccess: [ { name: old, type: end, criteria: [ { condition: $response.body#/age == 9 } ] }, { name: again, type: goto, stepId: poll } ]
                    onFailure: [ { name: r, type: retry, retryLimit: 3 } ]
              - workflowId: two
                x-clientgen-normative: true
                steps:
                  - stepId: poll
                    operationId: getPet
                    timeout: {|CG9001:8000|}
                    parameters: [ { name: id, in: path, value: '1' } ]
                    successCriteria: {|CG9001:[ { condition: $statusCode == 200 } ]|}
                    onSuccess: {|CG9001:[ { name: old, type: end, criteria: [ { condition: $response.body#/age == 10 } ] }, { name: again, type: goto, stepId: poll } ]|}
                    onFailure: {|CG9001:[ { name: r, type: retry, retryLimit: 5 } ]|}
            """);
        var contracts = Contracts.Of(("pets.yaml", Api), ("w.arazzo.yaml", marked.Text));
        var facts = ProtocolFactBinder.Bind(contracts.All, TestContext.Current.CancellationToken);
        marked.ShouldBeAllOf(facts.Findings);
        var poll = facts.Models.Single(static model => model.Client is not null).Client!.Operations.Single(static operation => operation.Id == "getPet").LongPoll!;
        Assert.Equal((8000, 5, 0), (poll.MinTimeoutMilliseconds, poll.RetryLimit!.Value, poll.Terminal.Count));
    }

    [Fact]
    public void Broken_documents_never_throw()
    {
        var text = Head + """
            workflows:
              - workflowId: feed
                inputs: { type: object, required: [id], properties: { id: { type: string } } }
                failureActions: [ { reference: $components.failureActions.renew } ]
                steps:
                  - stepId: read
                    operationId: getPet
                    dependsOn: [read2]
                    parameters: [ { name: id, in: path, value: $inputs.id }, { name: mood, in: query, value: '{$inputs.id}' } ]
                    successCriteria: [ { condition: $statusCode == 200 }, { context: $response.body, condition: '$[?@.name != null]', type: jsonpath } ]
                    onSuccess: [ { name: e, type: end, criteria: [ { condition: $response.body#/age > 3 } ] }, { name: g, type: goto, stepId: read } ]
                    outputs: { name: $response.body#/name, sel: { context: $response.body, selector: /name, type: jsonpointer } }
                  - { stepId: write, operationId: $sourceDescriptions.pets.putPet, parameters: [ { name: id, in: path, value: 1 } ], requestBody: { payload: { name: $steps.read.outputs.name } } }
                outputs: { name: $steps.read.outputs.name }
            components: { failureActions: { renew: { name: renew, type: retry, workflowId: feed, retryLimit: 1 } } }
            """;
        var random = new Random(2);
        for (var i = 0; i < 3000; i++)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(12), text.Length - at);
            var broken = random.Next(3) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                _ => text[..at] + "$[]{}:#/'\"&*!"[random.Next(13)] + text[at..],
            };
            var contracts = Contracts.Of(("pets.yaml", Api), ("w.arazzo.yaml", broken));
            ProtocolFactBinder.Bind(contracts.All, TestContext.Current.CancellationToken);
        }
    }

    private const string Head = """
        arazzo: 1.1.0
        info: { title: Pets, version: '1' }
        sourceDescriptions: [ { name: pets, url: ./pets.yaml, type: openapi } ]

        """;

    private static void Check(string workflows)
    {
        var marked = MarkedText.Of(Head + workflows);
        marked.ShouldBeAllOf(Contracts.Of(("pets.yaml", Api), ("w.arazzo.yaml", marked.Text)).Findings);
    }
}
