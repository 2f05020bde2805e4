using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.OpenApi;

public sealed class OperationBindingTests
{
    [Fact]
    public void Operations_stand_in_contract_order_with_the_words_of_their_operationId() => Assert.Equal(
        """
        POST /pets CreatePet() → Successful+ None
        GET /pets ListPets() → Successful+ None
        GET /pets/{petId} GetPetsByPetId(path petId: string) → Successful+ None
        DELETE /pets/{petId} DeletePet(path petId: string) → Successful+ None
        """.ReplaceLineEndings("\n"),
        Paths.Of("""
            /pets:
              post: { operationId: createPet }
              get: { operationId: list-pets }
            /pets/{petId}:
              parameters: [{ name: petId, in: path, required: true, schema: { type: string } }]
              get: {}
              delete: { operationId: delete_pet }
            """));

    [Fact]
    public void An_operationId_used_twice_is_a_finding_and_the_second_is_called_after_its_path() => Assert.Equal(
        "GET /a List() → Successful+ None\nGET /b GetB() → Successful+ None",
        Paths.Of("""
            /a: { get: { operationId: list } }
            /b: { get: { operationId: {|CG9010:list|} } }
            """));

    [Fact]
    public void OperationIds_that_differ_in_case_only_are_a_finding() => Assert.Equal(
        "GET /a GetPet() → Successful+ None\nGET /b GetB() → Successful+ None",
        Paths.Of("""
            /a: { get: { operationId: getPet } }
            /b: { get: { operationId: {|CG9014:GetPet|} } }
            """));

    [Fact]
    public void A_path_without_a_slash_is_left_out() => Assert.Equal(
        "GET /a A() → Successful+ None",
        Paths.Of("""
            {|CG9013:pets|}: { get: { operationId: pets } }
            x-note: anything
            /a: { get: { operationId: a } }
            """));

    [Fact]
    public void Path_items_may_be_references() => Assert.Equal(
        "GET /a A() → Successful+ None\nPUT /b B() → Successful+ None",
        Paths.Of("""
            /a: { get: { operationId: a } }
            /b: { $ref: '#/components/pathItems/b' }
            """, "components: { pathItems: { b: { put: { operationId: b } } } }"));

    [Fact]
    public void Tags_deprecation_and_resending_are_kept()
    {
        var contract = Contract.BindMarked(Paths.Text("""
            /a:
              get: { operationId: a, tags: [two words, other], deprecated: true }
              post: { operationId: b }
              put: { operationId: c }
              patch: { operationId: d }
            """));

        Assert.Equal(["TwoWords", "Default", "Default", "Default"], contract.Client.Operations.Select(static operation => operation.Group));
        Assert.Equal([true, false, false, false], contract.Client.Operations.Select(static operation => operation.IsDeprecated));
        Assert.Equal([true, false, true, false], contract.Client.Operations.Select(static operation => operation.IsResendable));
        Assert.Equal("contract.yaml#/paths/~1a/get", contract.Operation("a").Source);
    }

    [Fact]
    public void An_operation_may_have_a_server_of_its_own()
    {
        var contract = Contract.BindMarked(Paths.Text("""
            /a: { get: { operationId: a } }
            /b: { servers: [{ url: 'https://files.example/v1' }], get: { operationId: b }, put: { operationId: c, servers: [{ url: 'https://{region}.example', variables: { region: { default: eu } } }] } }
            /d: { servers: [{ url: 'https://api.example' }], get: { operationId: d } }
            """, "servers: [{ url: 'https://api.example' }, { url: 'https://test.example' }]"));

        Assert.Equal(["Server", "Server2", "FilesExampleV1", "RegionExample"], contract.Client.Servers.Select(static server => server.Name));
        Assert.Equal([null, "FilesExampleV1", "RegionExample", null], contract.Client.Operations.Select(static operation => operation.Server));
        Assert.Equal(["region=eu"], contract.Client.Servers[3].Variables);
    }

    [Fact]
    public void A_contract_without_operations_has_types_and_no_client()
    {
        var contract = Contract.BindMarked("openapi: 3.1.0\ninfo: { title: t, version: '1' }\ncomponents: {}\n");

        Assert.Null(contract.Model.Client);
        Assert.Empty(contract.Types);
    }

    [Fact]
    public void A_long_poll_has_a_stream_and_a_deadline()
    {
        var contract = Contract.BindMarked(Paths.Text("""
            /a: { get: { operationId: getEvents, x-clientgen-long-poll: { minTimeout: 60000, single: true } } }
            /b: { get: { operationId: wait, x-clientgen-long-poll: { minTimeout: 1 } } }
            /c: { get: { operationId: none, x-clientgen-long-poll: {|CG9013:{ single: true }|} } }
            """));

        var poll = contract.Operation("getEvents").LongPoll!;
        Assert.Equal(("Events", 60000, true, 60000), (poll.StreamName, poll.MinTimeoutMilliseconds, poll.Single, contract.Operation("getEvents").DeadlineMilliseconds));
        Assert.Equal("WaitStream", contract.Operation("wait").LongPoll!.StreamName);
        Assert.Null(contract.Operation("none").LongPoll);
    }

    [Fact]
    public void Unknown_extension_keys_members_and_values_are_findings() => Contract.BindMarked(Paths.Text("""
        /a:
          get:
            operationId: a
            {|CG9002:x-clientgen-longpoll|}: { minTimeout: 1 }
            x-clientgen-long-poll: { minTimeout: 1, {|CG9002:mintimeout|}: 2 }
            responses:
              '200':
                description: Fine.
                content:
                  application/json:
                    schema: { type: string, {|CG9002:x-clientgen-personal|}: 'yes', default: { x-clientgen-anything: data } }
        """));

    [Fact]
    public void Two_contracts_of_one_namespace_and_file_name_have_two_clients()
    {
        var document = Reading.Read.As("b/contract.yaml", Paths.Text("/a: { get: { operationId: a } }"));
        var names = new ClientGen.Specs.Names.NameScope("ContractClient", "IContractClient2");
        var context = new ClientGen.Specs.Binding.BindingContext(new([document]), document, "Contract", default, names);

        Assert.Equal("ContractClient3", ClientGen.Specs.OpenApi.OpenApiBinder.Bind(context).Client!.Name);
    }
}
