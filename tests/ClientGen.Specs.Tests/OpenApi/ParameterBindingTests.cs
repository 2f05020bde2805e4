namespace ClientGen.Specs.Tests.OpenApi;

public sealed class ParameterBindingTests
{
    [Theory]
    [InlineData("{ name: limit, in: query, schema: { type: integer, format: int32, maximum: 9, default: 3 } }", "query limit? default 3: int [..9]")]
    [InlineData("{ name: X-Token-Expire, in: header, required: true, schema: { type: integer } }", "header X-Token-Expire as xTokenExpire: long")]
    [InlineData("{ name: session, in: cookie, schema: { type: string } }", "cookie session?: string")]
    [InlineData("{ name: class, in: query, schema: { type: string } }", "query class?: string")]
    [InlineData("{ name: request, in: query, schema: { type: string } }", "query request? as requestQuery: string")]
    [InlineData("{ name: v, in: query, required: true, schema: { const: 2 } }", "query v = 2: long")]
    [InlineData("{ name: ids, in: query, schema: { type: array, items: { type: integer } } }", "query ids?: [long]")]
    [InlineData("{ name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }", "query ids?: [long] Form")]
    [InlineData("{ name: ids, in: query, style: pipeDelimited, schema: { type: array, items: { type: integer } } }", "query ids?: [long] PipeDelimited")]
    [InlineData("{ name: ids, in: header, schema: { type: array, items: { type: integer } } }", "header ids?: [long]")]
    [InlineData("{ name: filter, in: query, style: deepObject, schema: { type: object, properties: { a: { type: string } } } }", "query filter?: GetFilter DeepObject*")]
    [InlineData("{ name: filter, in: query, content: { application/json: { schema: { type: array, items: { type: string } } } } }", "query filter?: [string] JsonContent")]
    [InlineData("{ name: kind, in: query, schema: { type: string, enum: [a] } }", "query kind?: GetKind")]
    [InlineData("{ name: bare, in: query }", "query bare?: string")]
    // "the parameter definition SHALL be ignored"
    [InlineData("{ name: Accept, in: header, schema: { type: string } }", "")]
    [InlineData("{ name: authorization, in: header, schema: { type: string } }", "")]
    public void A_parameter_keeps_its_place_style_and_limits(string parameter, string text) =>
        Assert.Equal($"Get({text}) → Successful+ None", Paths.OfGet($"parameters: [{parameter}]"));

    [Fact]
    public void Required_ones_come_first_and_those_of_the_operation_win() => Assert.Equal(
        "GET /a/{id} A(query b: long, path id: string, query a?: string) → Successful+ None",
        Paths.Of("""
            /a/{id}:
              parameters:
                - { name: a, in: query, schema: { type: string } }
                - { name: b, in: query, schema: { type: string } }
                - { name: id, in: path, required: true, schema: { type: string } }
              get:
                operationId: a
                parameters: [{ name: b, in: query, required: true, schema: { type: integer } }]
            """));

    [Fact]
    public void One_name_in_two_places_is_two_parameters() => Assert.Equal(
        "GET /a/{id} A(path id: string, query id? as idQuery: string, header Id? as idHeader: string) → Successful+ None",
        Paths.Of("""
            /a/{id}:
              get:
                operationId: a
                parameters:
                  - { name: id, in: path, required: true, schema: { type: string } }
                  - { name: id, in: query, schema: { type: string } }
                  - { name: Id, in: header, schema: { type: string } }
            """));

    [Fact]
    public void What_a_path_needs_and_does_not_have_is_a_finding_and_a_string() => Assert.Equal(
        "GET /a/{id}/{id}/{kind} A(path kind: string, path id: string) → Successful+ None",
        Paths.Of("""
            /a/{id}/{id}/{kind}:
              get: {|CG9012:{|CG9012:{ operationId: a, parameters: [{ name: kind, in: path, schema: { type: string } }, { name: other, in: path, schema: { type: string } }] }|}|}
            """));

    [Fact]
    public void A_parameter_without_name_or_place_is_left_out() => Assert.Equal(
        "GET /a A(query b?: string) → Successful+ None",
        Paths.Of("/a: { get: { operationId: a, parameters: [{|CG9012:{ in: query }|}, {|CG9012:{ name: a, in: body }|}, { name: b, in: query, schema: { type: string } }, { $ref: {|CG9105:'#/components/parameters/none'|} }] } }"));

    [Fact]
    public void What_a_security_scheme_sends_is_no_parameter() => Assert.Equal(
        "Get(query page?: string) → Successful+ None",
        Paths.OfGet(
            "security: [{ key: [] }], parameters: [{ name: x-api-key, in: header, schema: { type: string } }, { name: page, in: query, schema: { type: string } }]",
            "components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Api-Key } } }"));
}
