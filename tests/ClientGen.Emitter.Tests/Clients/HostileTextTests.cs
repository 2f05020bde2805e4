using ClientGen.Emitter;
using ClientGen.Specs.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>Text of a contract never leaves the token or comment it stands in.</summary>
public sealed class HostileTextTests
{
    private const string Hostile = "\"; } evil */ \n } \r\n /// <x> ]]> \u2028 \u2029 \u0085 \ud800 {0} {{ $\" @\" ''' \"\"\" \\ \\u0022 \0 \u202e <!-- & &amp; --> #if x // ?";

    private static readonly EmitOptions Options = Contracts.Options with { AspNetCore = true, DependencyInjection = true };

    // What is C#, an expression, or a key into the types stays; everything else is the contract's own words.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "Name", "MemberName", "Property", "Status", "Server", "Lifecycle", "MachineName", "StateName", "CodePath", "MessagePath", "StreamName", "Key",
        "Event", "When", "Value", "Operator",
    };

    public static TheoryData<string> Files => ["pets", "doors"];

    [Theory, MemberData(nameof(Files))]
    public void Hostile_text_changes_no_shape(string file)
    {
        var contract = Contract(file);
        var hostile = new ModelRewriter(static (owner, member, text) => IsKept(owner, member) ? text : text + Hostile).Rewrite(contract);

        Assert.Contains(ContractEmitter.EmitClients(hostile, Options, TestContext.Current.CancellationToken), static generated => generated.Text.Contains("evil", StringComparison.Ordinal));
        Assert.Equal(Shape(contract), Shape(hostile));
        Generated.Of(hostile, Options).ShouldCompile();
    }

    [Theory, MemberData(nameof(Files))]
    public void What_the_contract_leaves_unsaid_is_documented_all_the_same(string file)
    {
        var silent = new ModelRewriter(static (_, member, text) => member is "Documentation" or "Summary" or "Description" ? "" : text).Rewrite(Contract(file));

        Generated.Of(silent, Options).ShouldCompile();
    }

    [Fact]
    public void Keywords_are_names_like_others()
    {
        string[] keywords = ["class", "await", "default", "string", "event", "value", "var", "record", "null", "this"];
        var next = 0;
        var contract = new ModelRewriter((owner, member, text) => owner is ParameterModel or BodyPartModel && member is "Name" or "Property"
            ? owner is ParameterModel or BodyPartModel ? keywords[next++ % keywords.Length] : text
            : text).Rewrite(Contracts.Pets);

        Generated.Of(contract, Options).ShouldCompile();
    }

    [Fact]
    public void Names_of_types_hide_nothing()
    {
        // Schemas that are called like what generated code is made of.
        var schemas = string.Concat(new[] { "Task", "String", "Servers", "Schemes", "GetPetOutcome", "GetPetCall", "Ok", "Body", "Info", "Answer", "System", "Exception", "ApiOutcome" }
            .Select(static name => $"\n    {name}: {{ type: object, properties: {{ task: {{ $ref: '#/components/schemas/Task' }} }} }}"));
        var text = $$"""
            openapi: 3.1.1
            info: { title: Odd, version: '1' }
            servers: [{ url: https://odd.example }]
            paths:
              /pets:
                get:
                  operationId: getPet
                  parameters: [{ name: task, in: query, schema: { $ref: '#/components/schemas/Task' } }]
                  responses:
                    '200': { description: Ok., content: { application/json: { schema: { $ref: '#/components/schemas/Ok' } } } }
                    '404': { description: None., content: { application/json: { schema: { $ref: '#/components/schemas/Answer' } } } }
                post:
                  operationId: getPetOutcome
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/System' } } } }
                  responses: { '200': { description: Ok., content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } } }
            components:
              schemas:{{schemas}}
              securitySchemes:
                Schemes: { type: http, scheme: basic }
                ToString: { type: apiKey, in: query, name: key }
            """;

        Generated.Of(Contracts.Bind("odd.openapi.yaml", text, "Odd"), Options).ShouldCompile();
    }

    [Fact]
    public void An_unknown_HTTP_method_is_sent_as_it_is()
    {
        var contract = new ModelRewriter(static (owner, member, text) => owner is OperationModel && member == "Method" ? "BREW" + Hostile : text).Rewrite(Contracts.Pets);

        Generated.Of(contract, Options).ShouldCompile();
    }

    // HttpMethod.Get and new HttpMethod("BREW") have different shapes; the latter has a test of its own.
    private static bool IsKept(object owner, string member) => Kept.Contains(member) || member == "Method" && owner is not WebhookModel || owner is ConditionNode;

    private static ContractModel Contract(string file) => file == "pets" ? Contracts.Pets : Contracts.Doors;

    private static string[] Shape(ContractModel contract) =>
        [.. ContractEmitter.EmitClients(contract, Options, CancellationToken.None)
            .SelectMany(static file => CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().Select(static node => node.Kind().ToString()))];
}
