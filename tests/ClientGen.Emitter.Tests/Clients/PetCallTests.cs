using System.Runtime.CompilerServices;
using ClientGen.Emitter.Clients;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>A generated client is used as people would (Companions/PetCalls.cs) and talks to a stub server.</summary>
public sealed class PetCallTests
{
    private static readonly Lazy<Companion> Calls = new(static () => Companion.Load(WithTerminal(Contracts.Pets with { Webhooks = default }), "PetCalls"));

    [Fact]
    public async Task Get_sends_all_that_was_given() => Assert.Equal(
        """
        GET /pets/5?version=2&color=blue | Accept: application/json | Authorization: Bearer t | Cookie: session=s | X-App-Key: k | X-Trace: a
        Rex Red
        """, await Run());

    [Fact]
    public async Task Get_leaves_out_what_was_not_given() => Assert.Equal(
        "GET /pets/5?version=2 | Accept: application/json | Authorization: Bearer t | X-App-Key: k", await Run());

    [Fact]
    public async Task A_wrong_result_code_is_an_exception() => Assert.Equal("getPet 7 no", await Run());

    [Fact]
    public async Task A_documented_error_carries_its_body() => Assert.Equal("404 gone", await Run());

    [Fact]
    public async Task Outcomes_are_values() => Assert.Equal("Rex 7; gone; 503", await Run());

    [Fact]
    public async Task An_undocumented_answer_is_an_exception_for_both() => Assert.Equal("418 418", await Run());

    [Fact]
    public async Task A_success_without_a_body_is_null() => Assert.Equal(
        """
        PUT /pets/1 | Accept: application/json | Authorization: Bearer t | X-App-Key: k | application/json {"name":"Rex"}
        Rex null bad
        """, await Run());

    [Fact]
    public async Task Lists_and_objects_follow_their_styles() => Assert.Equal(
        """
        GET /pets?tags=a%20b&tags=c&sizes=1%7C2&near%5Bx%5D=1.5&filter=%7B%22y%22%3A2%7D | Accept: application/json | Authorization: Bearer t | X-App-Key: k
        2
        """, await Run());

    [Fact]
    public async Task A_stream_of_events_is_typed() => Assert.Equal(
        """
        GET /pets/watch?kind=dogs | Accept: text/event-stream
        Born 9
        """, await Run());

    [Fact]
    public async Task A_poll_goes_on_until_the_contract_says_stop() => Assert.Equal(
        """
        GET /pets/events?since=2024-01-02T03%3A04%3A05Z | Accept: application/json | Authorization: Bearer t | X-App-Key: k
        3 Born none Gone
        """, await Run());

    [Fact]
    public async Task Files_and_fields_are_parts()
    {
        var request = await Run();

        Assert.Contains("multipart/form-data", request);
        Assert.Matches("(?s)name=\"?file\"?; filename=\"?rex.png\"?.*bytes", request);
        Assert.Matches("(?s)name=\"?owner\"?\n\nme", request);
        Assert.Matches("(?s)name=\"?size\"?\n\n5", request);
        Assert.Matches("(?s)Content-Type: application/json\n.*name=\"?place\"?\n\n{\"x\":1}", request);
    }

    [Fact]
    public async Task Form_fields_are_encoded() => Assert.Equal(
        """
        PATCH /files | Accept: text/plain | Authorization: Bearer t | X-App-Key: k | application/x-www-form-urlencoded name=a%26b&note=c%20d
        new name
        """, await Run());

    [Fact]
    public async Task Bytes_go_up_and_come_down() => Assert.Equal(
        """
        PUT /files/a%2Fb | Authorization: Bearer t | X-App-Key: k | image/png up
        image/png picture
        """, await Run());

    [Fact]
    public async Task Other_settings_make_another_client() => Assert.Equal("True False", await Run());

    [Fact]
    public async Task An_impatient_HttpClient_is_refused() => Assert.Equal("refused", await Run());

    [Fact]
    public async Task Servers_have_variables() => Assert.Equal(
        "https://eu.pets.example/v1 https://us.pets.example/v1 https://test.pets.example", await Run());

    private static Task<string> Run([CallerMemberName] string method = "") => Calls.Value.Run(method);

    // What ends a poll comes from a workflow; here it is said directly.
    private static ContractModel WithTerminal(ContractModel contract)
    {
        var gone = new Condition("$response.body#/kind == 3", ConditionRows.Is(ConditionRows.At("Kind", new TypeRef(TypeKind.Enum, KindType(contract))), "==", "3"));
        return contract with
        {
            Client = contract.Client! with
            {
                Operations = contract.Client.Operations
                    .Select(operation => operation.LongPoll is { } poll ? operation with { LongPoll = poll with { Terminal = EquatableArray.Of(gone) } } : operation)
                    .ToEquatableArray(),
            },
        };
    }

    private static string KindType(ContractModel contract) =>
        contract.Types.OfType<ObjectModel>().Single(type => type.Name == "PetEvent").Properties.Single(property => property.Name == "Kind").Type.Name!;
}
