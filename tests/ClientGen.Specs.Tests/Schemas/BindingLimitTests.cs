using System.Text;
using ClientGen.Specs.Model;
using ClientGen.Specs.Tests.OpenApi;

namespace ClientGen.Specs.Tests.Schemas;

/// <summary>Contracts that were made to hurt: each is bound without an exception, and with work that fits its size.</summary>
public sealed class BindingLimitTests
{
    private const int BytesPerCharacter = 600;

    // What every binding costs, however small its contract is.
    private const long Base = 3_000_000;

    // Contracts that mean far more than they say end at the limits of CG9103, not at their length.
    private const long Expanded = 450_000_000;

    private static Contract Bind(string text, long most = 0) =>
        Work.Within(Math.Max(most, Base + (BytesPerCharacter * (long)text.Length)), stop => Contract.BindFile("contract.yaml", text, stop));

    private static Contract BindSchemas(Func<int, string> schema, int count, string more = "", long most = 0) =>
        Bind(Shapes.Text("3.1.0", string.Join("\n", Enumerable.Range(0, count).Select(schema)) + more), most);

    [Fact]
    public void Bases_that_double_at_each_level_are_looked_at_once()
    {
        var contract = BindSchemas(i => $"A{i}: {{ allOf: [{{ $ref: '#/components/schemas/A{i + 1}' }}, {{ $ref: '#/components/schemas/A{i + 1}' }}] }}", 40, "\nA40: { type: object, properties: { x: { type: string } } }");

        Assert.Equal("record A0 { x?: string }", ModelText.Of(contract.Type("A0")));
    }

    [Fact]
    public void An_object_may_have_five_thousand_members()
    {
        var members = string.Join(", ", Enumerable.Range(0, 5000).Select(static i => $"m{i}: {{ type: object, properties: {{ x: {{ type: string }} }} }}"));
        var contract = Bind(Shapes.Text("3.1.0", $"Wide: {{ type: object, properties: {{ {members} }} }}"));

        Assert.Equal(5001, contract.Types.Count);
        Assert.Empty(contract.Findings);
    }

    [Fact]
    public void A_wide_base_with_many_heirs_stops_before_its_code_is_out_of_proportion()
    {
        var members = string.Join(", ", Enumerable.Range(0, 3000).Select(static i => $"m{i}: {{ type: string }}"));
        var contract = BindSchemas(
            static i => $"H{i}: {{ allOf: [{{ $ref: '#/components/schemas/Base' }}] , properties: {{ own{i}: {{ type: string }} }} }}", 2000,
            $"\nBase: {{ type: object, discriminator: {{ propertyName: m0 }}, properties: {{ {members} }} }}");

        Assert.Equal("CG9103", Assert.Single(contract.Findings).Id);
        Assert.InRange(contract.Types.OfType<ObjectModel>().Sum(static record => record.Properties.Count), 0, 2_000_000);
    }

    [Fact]
    public void Many_unions_of_the_same_cases_stop_too()
    {
        var cases = string.Join(", ", Enumerable.Range(0, 400).Select(static i => $"{{ $ref: '#/components/schemas/C{i}' }}"));
        var contract = BindSchemas(static i => $"C{i}: {{ type: object, properties: {{ x{i}: {{ type: string }} }} }}", 400,
            "\n" + string.Join("\n", Enumerable.Range(0, 400).Select(i => i == 0 ? $"All: {{ oneOf: &all [{cases}] }}" : $"U{i}: {{ oneOf: *all }}")), Expanded);

        Assert.All(contract.Findings, static finding => Assert.Contains(finding.Id, new[] { "CG9103" }));
        Assert.NotEmpty(contract.Types);
    }

    [Theory]
    [InlineData("v")]
    [InlineData("!?")]
    public void An_enum_may_have_fifty_thousand_values(string stem)
    {
        // Signs have no letters, so that all of these want the same few names.
        var values = Enumerable.Range(0, 50_000).Select(i => $"'{(stem == "v" ? "v" + i : new string([.. Convert.ToString(i, 2).Select(bit => stem[bit - '0'])]))}'");
        var contract = Bind(Shapes.Text("3.1.0", $"E: {{ type: string, enum: [{string.Join(", ", values)}] }}"));

        var members = Assert.IsType<EnumModel>(Assert.Single(contract.Types)).Members;
        Assert.Equal(members.Count, members.Select(static member => member.Name).Distinct().Count());
    }

    [Fact]
    public void Lists_that_lead_from_one_to_the_next_end_as_JSON()
    {
        var contract = BindSchemas(static i => $"L{i}: {{ type: array, items: {{ $ref: '#/components/schemas/L{i + 1}' }} }}", 3000,
            "\nL3000: { type: string }\nRoot: { type: object, properties: { l: { $ref: '#/components/schemas/L0' } } }");

        Assert.Equal(["CG9011"], contract.Findings.Select(static finding => finding.Id));
        Assert.Equal("record Root { l?: " + new string('[', 31) + "json?" + new string(']', 31) + " }", ModelText.Of(contract.Types).Replace("[json?]", "json?", StringComparison.Ordinal));
    }

    [Fact]
    public void Unions_may_hold_each_other_to_any_depth()
    {
        var contract = BindSchemas(static i => $"U{i}: {{ oneOf: [{{ $ref: '#/components/schemas/U{i + 1}' }}, {{ type: object, properties: {{ x{i}: {{ const: {i} }} }} }}] }}", 1000, "\nU1000: { oneOf: [{ type: string }, { type: boolean }] }");

        Assert.Equal(1001, contract.Types.OfType<UnionModel>().Count());
    }

    [Fact]
    public void Objects_may_be_nested_as_deep_as_the_reader_reads()
    {
        var text = new StringBuilder("Deep: ");
        for (var i = 0; i < 120; i++)
            text.Append("{ type: object, properties: { p: ");
        text.Append("{ type: string }").Append(string.Concat(Enumerable.Repeat(" } }", 120)));

        Assert.Equal(120, Bind(Shapes.Text("3.1.0", text.ToString())).Types.Count);
    }

    [Fact]
    public void A_path_may_have_any_number_of_parameters()
    {
        var path = string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"/{{p{i}}}"));
        var contract = Bind(Paths.Text($"? '{path}'\n: {{ get: {{ operationId: a }} }}"));

        Assert.Equal(20_000, Assert.Single(contract.Client.Operations).Parameters.Count);
    }

    [Fact]
    public void Thousands_of_broken_references_are_reported_within_bounds()
    {
        var contract = BindSchemas(static i => $"R{i}: {{ type: object, properties: {{ a: {{ $ref: '#/components/schemas/Rx{i}' }} }} }}", 5000);

        Assert.InRange(contract.Findings.Count, 1, 200);
        Assert.Equal(5000, contract.Types.Count);
    }

    [Fact]
    public void One_path_item_may_be_repeated_only_so_often()
    {
        var parameters = string.Join(", ", Enumerable.Range(0, 2000).Select(static i => $"{{ name: p{i}, in: query, schema: {{ type: string }} }}"));
        var contract = Bind(Paths.Text(
            $"/a: {{ get: {{ parameters: [{parameters}] }} }}\n" + string.Join("\n", Enumerable.Range(0, 3000).Select(static i => $"/b{i}: {{ $ref: '#/paths/~1a' }}"))), Expanded);

        Assert.Equal("CG9103", Assert.Single(contract.Findings).Id);
    }

    [Theory]
    [InlineData("openapi: 3.1.0")]
    [InlineData("openapi: 3.1.0\npaths: []\ncomponents: text\nservers: 1\nsecurity: {}\nwebhooks: null")]
    [InlineData("openapi: 3.0.0\npaths: { /a: { get: [], post: text, put: { parameters: {}, requestBody: 1, responses: [], callbacks: [], tags: {} } } }")]
    [InlineData("openapi: 3.0.0\npaths: { /a: { get: { parameters: [1, null, {}, []], responses: { '200': 1, 1: [] } } } }")]
    [InlineData("openapi: 3.1.0\ncomponents: { schemas: { A: 1, B: [], C: null, D: { type: 7, properties: [], required: text, allOf: {}, enum: {} }, E: { allOf: [1, null, []], oneOf: [2] } } }")]
    [InlineData("openapi: 3.1.0\ncomponents: { schemas: { A: { oneOf: [{ $ref: 5 }, { $ref: '' }, { $ref: '#' }], discriminator: [] } } }")]
    [InlineData("openapi: 3.1.0\ncomponents: { schemas: { A: { $ref: '#/components/schemas/A/properties/x', properties: { x: { $ref: '#/components/schemas/A' } } } } }")]
    [InlineData("openapi: 3.1.0\ncomponents: { securitySchemes: { a: 1, b: { type: [] } }, parameters: [], responses: { a: null } }")]
    [InlineData("openapi: 3.1.0\ncomponents: { schemas: { A: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/A' }] } } }")]
    [InlineData("asyncapi: 3.0.0\nchannels: [1]\noperations: { a: 1, b: { action: send }, c: { action: [], channel: { $ref: '#/channels/0' } } }\nservers: { s: 1 }")]
    [InlineData("asyncapi: 3.0.0\nchannels: { c: { address: 1, messages: [] } }\noperations: { a: { action: receive, channel: { $ref: '#/channels/c' }, messages: 1 } }\nx-clientgen-lifecycle: { a: 1, b: { states: [], moves: {} } }")]
    public void Any_shape_is_bound(string text) => Assert.NotNull(Bind(text).Model);
}
