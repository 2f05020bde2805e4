using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.OpenApi;

public sealed class BodyBindingTests
{
    [Theory]
    [InlineData("application/json: { schema: { type: string } }", "body? Json string")]
    [InlineData("application/json: {}", "body? Json json?")]
    [InlineData("application/problem+json: { schema: { type: integer } }", "body? Json long")]
    [InlineData("'application/json; charset=utf-8': { schema: { type: integer } }", "body? Json long")]
    // Of several media types JSON is sent.
    [InlineData("application/xml: { schema: { type: string } }, application/json: { schema: { type: integer } }", "body? Json long")]
    [InlineData("text/plain: { schema: { type: string } }", "body? Text")]
    [InlineData("application/xml: { schema: { type: string } }", "body? Text")]
    [InlineData("application/octet-stream: {}", "body? Binary")]
    [InlineData("image/png: {}", "body? Binary")]
    [InlineData("'*/*': { schema: { type: object, properties: { a: { type: string } } } }", "body? Json PostRequest")]
    [InlineData("'*/*': { schema: { type: string } }", "body? Binary")]
    [InlineData("application/x-www-form-urlencoded: { schema: { type: object, required: [b], properties: { a: { type: integer }, b: { type: string } } } }", "body? Form { b: string, a?: long }")]
    [InlineData("multipart/form-data: { schema: { type: object, properties: { file: { type: string, format: binary }, note: { type: string } } } }", "body? Multipart { file?: string file, note?: string }")]
    [InlineData("multipart/form-data: { schema: { type: object, properties: { file: { contentMediaType: image/png } } }, encoding: { file: { contentType: image/png } } }", "body? Multipart { file?: json? file image/png }")]
    [InlineData("multipart/form-data: { schema: { type: string } }", "body? Binary")]
    public void A_request_is_sent_in_the_best_form_it_can_have(string content, string body) =>
        Assert.Equal($"Post({body}) → Successful+ None", Paths.OfPost($"requestBody: {{ content: {{ {content} }} }}"));

    [Fact]
    public void A_request_body_may_be_required_and_a_reference() => Assert.Equal(
        "Post(body Json Pet) → Successful+ None",
        Paths.OfPost("requestBody: { $ref: '#/components/requestBodies/pet' }",
            "components: { requestBodies: { pet: { required: true, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } } } }"));

    [Fact]
    public void A_body_of_GET_is_not_sent() => Assert.Equal("Get() → Successful+ None", Paths.OfGet("requestBody: { content: { application/json: {} } }"));

    [Theory]
    [InlineData("'200': { description: d, content: { application/json: { schema: { type: string } } } }", "Ok+ Json string")]
    [InlineData("'204': { description: d }", "NoContent+ None")]
    [InlineData("'200': { description: d }, '404': { description: d, content: { application/json: { schema: { type: integer } } } }, default: { description: d }", "Ok+ None | NotFound Json long | Other None")]
    [InlineData("2XX: { description: d }, 4XX: { description: d }", "Successful+ None | ClientError None")]
    [InlineData("'302': { description: d, headers: { Location: { schema: { type: string, format: uri } } } }", "Found+ None with Location: uri")]
    [InlineData("default: { description: d }", "Other+ None")]
    [InlineData("'200': { description: d, headers: { X-Rate: { schema: { type: integer } }, Content-Type: { schema: { type: string } }, X-List: { schema: { type: array } } } }", "Ok+ None with X-Rate: long, X-List: string")]
    [InlineData("'200': { description: d, content: { text/event-stream: { schema: { type: object, properties: { a: { type: string } } } } } }", "Ok+ EventStream GetResponse")]
    // OpenAPI 3.2 describes the event, and the JSON in its data by contentSchema.
    [InlineData("'200': { description: d, content: { text/event-stream: { itemSchema: { type: object, properties: { event: { type: string }, data: { type: string, contentSchema: { type: integer } } } } } } }", "Ok+ EventStream long")]
    [InlineData("'200': { description: d, content: { image/png: {} } }", "Ok+ Binary")]
    [InlineData("'200': { description: d, content: { multipart/form-data: {} } }", "Ok+ Binary")]
    [InlineData("'599': { description: d }, '200': { description: d }", "Status599 None | Ok+ None")]
    [InlineData("{|CG9013:'600'|}: { description: d }, '200': { description: d }", "Ok+ None")]
    public void Answers_have_the_names_of_their_statuses(string responses, string answers) =>
        Assert.Equal($"Get() → {answers}", Paths.OfGet($"responses: {{ {responses} }}"));

    [Fact]
    public void Types_of_second_answers_are_called_after_their_status() => Assert.Equal(
        "GET /a A() → Ok+ Json AResponse | Accepted+ Json AAcceptedResponse | NotFound Json ANotFound",
        Paths.Of("""
            /a:
              get:
                operationId: a
                responses:
                  '200': { description: d, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
                  '202': { description: d, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
                  '404': { description: d, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
            """));
}
