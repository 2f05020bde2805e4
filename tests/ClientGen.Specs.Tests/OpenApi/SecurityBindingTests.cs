using ClientGen.Specs.Model;
using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.OpenApi;

public sealed class SecurityBindingTests
{
    [Theory]
    [InlineData("{ type: http, scheme: bearer }", SecurityKind.Bearer, null)]
    [InlineData("{ type: http, scheme: Basic }", SecurityKind.Basic, null)]
    [InlineData("{ type: oauth2, flows: {} }", SecurityKind.Bearer, null)]
    [InlineData("{ type: openIdConnect, openIdConnectUrl: 'https://id.example' }", SecurityKind.Bearer, null)]
    [InlineData("{ type: apiKey, in: header, name: X-Key }", SecurityKind.ApiKeyHeader, "X-Key")]
    [InlineData("{ type: apiKey, in: query, name: key }", SecurityKind.ApiKeyQuery, "key")]
    [InlineData("{ type: apiKey, in: cookie, name: key }", SecurityKind.ApiKeyCookie, "key")]
    [InlineData("{ type: http, scheme: AKSK }", SecurityKind.Custom, "AKSK")]
    [InlineData("{ type: mutualTLS }", SecurityKind.Custom, null)]
    [InlineData("{ type: apiKey, in: header }", SecurityKind.Custom, null)]
    public void A_scheme_says_how_its_credential_travels(string scheme, SecurityKind kind, string? parameter)
    {
        var contract = Contract.BindMarked(Paths.Text("/a: { get: { operationId: a } }", $"components: {{ securitySchemes: {{ my-key: {scheme} }} }}"));

        var bound = Assert.Single(contract.Client.Schemes);
        Assert.Equal(("my-key", "MyKey", kind, parameter), (bound.Name, bound.MemberName, bound.Kind, bound.ParameterName));
    }

    [Fact]
    public void A_credential_says_how_it_is_got_and_renewed()
    {
        var contract = Contract.BindMarked(Paths.Text("/a: { get: { operationId: a, security: [{ key: [], other: [] }, {}] } }", """
            components:
              securitySchemes:
                other: { type: http, scheme: bearer }
                key:
                  type: http
                  scheme: bearer
                  x-clientgen-credential:
                    acquire: login
                    lifetime: 3600
                    expiredWhen: $statusCode == 403 || $statusCode == 401
                    together: [other]
                    rotatedBy: $response.header.X-New
            """));

        var key = contract.Client.Schemes[1];
        Assert.Equal(("login", 3600, "X-New"), (key.AcquiredBy, key.LifetimeSeconds, key.RotatedByHeader));
        Assert.Equal(["other"], key.Together);
        Assert.Equal([403, 401], key.RenewOn);
        Assert.Equal([401, 403], contract.Operation("a").RenewOn);
        Assert.Equal(["key+other", ""], contract.Operation("a").Security.Select(static names => string.Join("+", names)));
    }

    [Fact]
    public void Requirements_of_the_document_hold_unless_the_operation_has_its_own()
    {
        var contract = Contract.BindMarked(Paths.Text("""
            /a: { get: { operationId: a }, put: { operationId: b, security: [] } }
            """, "security: [{ key: [] }, { {|CG9015:lost|}: [] }]\ncomponents: { securitySchemes: { key: { type: http, scheme: bearer } } }"));

        Assert.Equal(["key", ""], contract.Operation("a").Security.Select(static names => string.Join("+", names)));
        Assert.Empty(contract.Operation("b").Security);
    }

    [Fact]
    public void Success_is_bound_to_members_of_the_body()
    {
        const string Answer = "responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/R' } } } } }";
        var contract = Contract.BindMarked(Paths.Text($$"""
            /a: { get: { operationId: a, {{Answer}} } }
            /b: { get: { operationId: b, x-clientgen-success: [], {{Answer}} } }
            /c: { get: { operationId: c, x-clientgen-success: [{|CG9004:"$response.body#/lost == '0'"|}], {{Answer}} } }
            /d: { get: { operationId: d } }
            """, """
            x-clientgen-success: { criteria: ["$response.body#/code == '0'"], code: '#/code', message: '#/text' }
            components: { schemas: { R: { type: object, properties: { code: { type: string }, text: { type: string } } } } }
            """));

        var success = contract.Operation("a").Success!;
        Assert.Equal(("Code", "Text", "$response.body#/code == '0'"), (success.CodePath, success.MessagePath, Assert.Single(success.Criteria).Text));
        Assert.All(["b", "c", "d"], id => Assert.Null(contract.Operation(id).Success));
    }
}
