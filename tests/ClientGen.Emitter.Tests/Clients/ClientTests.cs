using ClientGen.Emitter;
using ClientGen.Specs.Model;
using ClientGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>Generated clients as a person sees them, and as the compiler does.</summary>
public sealed class ClientTests
{
    [Fact]
    public void Operations_of_a_tag_read_well() => Snapshot.Verify(File("Client.Pets.g.cs"));

    [Fact]
    public void Bodies_of_every_form_read_well() => Snapshot.Verify(File("Client.Files.g.cs"));

    [Fact]
    public void The_rest_of_the_client_reads_well() => Snapshot.Verify(File("Client.g.cs"));

    [Fact]
    public void Everything_compiles() => Generated.Of(Contracts.Pets).ShouldCompile();

    [Theory]
    [InlineData("{}"), InlineData("{ schema: {} }"), InlineData("{ schema: { type: integer } }"), InlineData("{ schema: { type: [integer, 'null'] } }")]
    [InlineData("{ schema: { type: string, enum: [a] } }"), InlineData("{ schema: { type: [object, 'null'], properties: { a: { type: string } } } }")]
    [InlineData("{ schema: { type: [array, 'null'], items: {} } }"), InlineData("{ schema: { type: 'null' } }")]
    public void A_body_may_be_of_any_type_and_left_out(string media)
    {
        var operations = string.Concat(new[] { "true", "false" }.Select(required => $$"""

              /{{required}}:
                post:
                  operationId: send{{required}}
                  requestBody: { required: {{required}}, content: { application/json: {{media}} } }
                  responses: { '200': { description: Ok., content: { application/json: {{media}} } } }
            """));

        Generated.Of(Contracts.Bind("bodies.openapi.yaml", $"openapi: 3.1.0\ninfo: {{ title: t, version: '1' }}\npaths:{operations}", "Bodies")).ShouldCompile();
    }

    [Theory]
    [InlineData("fabric.openapi.yaml"), InlineData("cc-messaging.openapi.yaml"), InlineData("rtc-voice.openapi.yaml"), InlineData("video-signalling.asyncapi.yaml")]
    public void Our_own_contracts_compile(string file) => Generated.Of(Contracts.Own(file)).ShouldCompile();

    [Theory]
    [InlineData("cc-messaging.openapi.yaml"), InlineData("rtc-voice.openapi.yaml"), InlineData("video-signalling.asyncapi.yaml")]
    public void Our_own_contracts_keep_to_the_budget(string file)
    {
        var contract = Contracts.Own(file);
        var generated = Generated.Of(contract).ShouldCompile().Compilation;
        var operations = contract.Client!.Operations.Count + contract.Client.Streams.Count;
        var clientTrees = generated.SyntaxTrees.Where(static tree => tree.FilePath.StartsWith("Client", StringComparison.Ordinal)).ToList();
        var clientTypes = clientTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Select(static type => type.Identifier.ValueText)).ToHashSet();
        var lines = clientTrees.Sum(static tree => tree.GetText().Lines.Count) / operations;
        var il = IlSize.Of(generated, clientTypes.Contains) / operations;

        TestContext.Current.SendDiagnosticMessage($"{file}: {lines} lines and {il} bytes of IL for each of {operations} operations, models not counted");
        Assert.InRange(lines, 1, 120);
        Assert.InRange(il, 1, 1024);
    }

    [Fact]
    public void Projects_without_nullable_compile_too() => Generated.Of(Contracts.Pets, nullable: NullableContextOptions.Disable).ShouldCompile();

    [Fact]
    public void Two_runs_give_the_same_text() =>
        Assert.Equal(Emit(Contracts.Pets), Emit(Contracts.Pets));

    [Fact]
    public void Many_tags_make_few_files()
    {
        var operation = Contracts.Pets.Client!.Operations[0];
        var many = Contracts.Pets with
        {
            Client = Contracts.Pets.Client with
            {
                Operations = Enumerable.Range(0, 500).Select(i => operation with { Id = $"get{i}", Name = $"Get{i}", Group = $"{(char)('a' + i % 26)}{i}" }).ToEquatableArray(),
            },
        };

        var files = Emit(many);

        Assert.InRange(files.Count, 26, 60);
        Assert.Equal(files.Count, files.Select(static file => file.HintName.ToUpperInvariant()).Distinct().Count());
    }

    [Fact]
    public void A_cancelled_run_ends() =>
        Assert.Throws<OperationCanceledException>(() => ContractEmitter.Emit(Contracts.Pets, Contracts.Options, new CancellationToken(canceled: true)));

    [Fact]
    public void Files_of_several_contracts_have_different_names() =>
        Assert.All(Emit(Contracts.Pets with { FilePrefix = "pets" }), static file => Assert.StartsWith("pets.", file.HintName, StringComparison.Ordinal));

    private static EquatableArray<GeneratedFile> Emit(ContractModel contract) =>
        ContractEmitter.Emit(contract, Contracts.Options, TestContext.Current.CancellationToken);

    private static string File(string name) => Emit(Contracts.Pets).Single(file => file.HintName == name).Text;
}
