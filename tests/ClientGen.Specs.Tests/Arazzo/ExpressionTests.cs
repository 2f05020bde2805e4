using ClientGen.Specs.Arazzo;

namespace ClientGen.Specs.Tests.Arazzo;

/// <summary>Runtime expressions; most are from the table of examples in the specification.</summary>
public class ExpressionTests
{
    [Theory]
    [InlineData("$url", ExpressionRoot.Url, "", "", "")]
    [InlineData("$method", ExpressionRoot.Method, "", "", "")]
    [InlineData("$statusCode", ExpressionRoot.StatusCode, "", "", "")]
    [InlineData("$self", ExpressionRoot.Self, "", "", "")]
    [InlineData("$request.header.accept", ExpressionRoot.RequestHeader, "", "accept", "")]
    [InlineData("$request.path.id", ExpressionRoot.RequestPath, "", "id", "")]
    [InlineData("$request.query.queryUrl", ExpressionRoot.RequestQuery, "", "queryUrl", "")]
    [InlineData("$request.body#/user/uuid", ExpressionRoot.RequestBody, "", "", "user|uuid")]
    [InlineData("$response.body", ExpressionRoot.Body, "", "", "")]
    [InlineData("$response.body#/status", ExpressionRoot.Body, "", "", "status")]
    [InlineData("$response.body#/items/0/id", ExpressionRoot.Body, "", "", "items|0|id")]
    [InlineData("$response.body#/a~1b/c~0d", ExpressionRoot.Body, "", "", "a/b|c~d")]
    [InlineData("$response.body.count", ExpressionRoot.Body, "", "", "count")]
    [InlineData("$response.body.items[0]['a b']", ExpressionRoot.Body, "", "", "items|0|a b")]
    [InlineData("$response.header.Server", ExpressionRoot.Header, "", "Server", "")]
    [InlineData("$message.header.Server", ExpressionRoot.Header, "", "Server", "")]
    [InlineData("$message.payload#/status", ExpressionRoot.Body, "", "", "status")]
    [InlineData("$message.payload.orderId", ExpressionRoot.Body, "", "", "orderId")]
    [InlineData("$inputs.username", ExpressionRoot.Input, "", "username", "")]
    [InlineData("$inputs.customer#/firstName", ExpressionRoot.Input, "", "customer", "firstName")]
    [InlineData("$workflows.foo.inputs.username", ExpressionRoot.WorkflowInput, "foo", "username", "")]
    [InlineData("$steps.someStepId.outputs.pets", ExpressionRoot.StepOutput, "someStepId", "pets", "")]
    [InlineData("$steps.someStepId.outputs.pets#/0/id", ExpressionRoot.StepOutput, "someStepId", "pets", "0|id")]
    [InlineData("$outputs.bar", ExpressionRoot.Output, "", "bar", "")]
    [InlineData("$workflows.foo.outputs.mappedResponse#/name", ExpressionRoot.WorkflowOutput, "foo", "mappedResponse", "name")]
    [InlineData("$sourceDescriptions.petstore.getPetById", ExpressionRoot.SourceDescription, "petstore", "getPetById", "")]
    [InlineData("$sourceDescriptions.petstore.a.b/c", ExpressionRoot.SourceDescription, "petstore", "a.b/c", "")]
    [InlineData("$components.failureActions.baz", ExpressionRoot.Component, "failureActions", "baz", "")]
    public void Is_parsed(string text, ExpressionRoot root, string owner, string name, string path)
    {
        var expression = ExpressionParser.Parse(text, 0, out _)!;
        Assert.Equal((root, owner, name, path), (expression.Root, expression.Owner, expression.Name, string.Join('|', expression.Path)));
    }

    [Theory]
    [InlineData("$")]
    [InlineData("$nothing")]
    [InlineData("$inputs.")]
    [InlineData("$inputs.x#y")]
    [InlineData("$steps.a.b")]
    [InlineData("$response.body#status")]
    [InlineData("$response.body.a[")]
    [InlineData("$response.body..a")]
    [InlineData("$workflows.a")]
    [InlineData("$sourceDescriptions.a")]
    public void Is_refused(string text)
    {
        Assert.Null(ExpressionParser.Parse(text, 7, out var problem));
        Assert.Equal((7, text.Length), (problem.Start, problem.Length));
    }

    [Fact]
    public void A_template_is_text_and_expressions()
    {
        var pieces = TemplateParser.Parse("https://{$inputs.host}/api/{$steps.create.outputs.id}/{id}", out var problems);
        Assert.Equal(["https://", "$inputs.host", "/api/", "$steps.create.outputs.id", "/{id}"], pieces.Select(static piece => piece.Text ?? piece.Expression!.Text));
        Assert.Empty(problems);
    }

    [Fact]
    public void A_broken_piece_of_a_template_is_a_problem_at_its_place()
    {
        const string Text = "a {$inputs.x} b {$nothing} c {$inputs.y";
        TemplateParser.Parse(Text, out var problems);
        Assert.Equal(["$nothing", "{$inputs.y"], problems.Select(static problem => Text.Substring(problem.Start, problem.Length)));
    }
}
