using System.Runtime.CompilerServices;
using System.Text.Json;
using ClientGen.Emitter;
using ClientGen.Emitter.Lifecycles;
using ClientGen.Testing;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>State machines and event streams in use (Companions/DoorCalls.cs).</summary>
public sealed class DoorCallTests
{
    private static readonly Lazy<Companion> Calls = new(static () => Companion.Load(Contracts.Doors, "DoorCalls"));

    [Fact]
    public void State_machines_read_well() => Snapshot.Verify(File("Lifecycles.g.cs"));

    [Fact]
    public void Streams_read_well() => Snapshot.Verify(File("Client-Streams.g.cs"));

    [Fact]
    public void The_table_is_JSON_for_analyzers()
    {
        using var table = JsonDocument.Parse(LifecycleJson.Of(Contracts.Doors));

        var door = table.RootElement.GetProperty("lifecycles")[0];
        Assert.Equal("shut", door.GetProperty("initial").GetString());
        Assert.True(door.GetProperty("states")[1].GetProperty("mustLeave").GetBoolean());
        Assert.Equal("openDoor", door.GetProperty("moves")[0].GetProperty("on").GetString());
        Assert.Equal("shut", door.GetProperty("moves")[0].GetProperty("from")[0].GetString());
        Assert.False(door.GetProperty("moves")[0].TryGetProperty("event", out _));
    }

    [Fact]
    public async Task A_command_moves_the_machine_after_success() => Assert.Equal("POST https://doors.example/api/open Open", await Run());

    [Fact]
    public async Task A_command_that_failed_moves_nothing() => Assert.Equal("Shut", await Run());

    [Fact]
    public async Task A_command_in_the_wrong_state_is_not_sent() => Assert.Equal("door Shut shutDoor 0", await Run());

    [Fact]
    public async Task An_answer_can_carry_the_state() => Assert.Equal("Locked Locked", await Run());

    [Fact]
    public async Task Events_move_the_machine() => Assert.Equal(
        """
        GET https://push.example/events
        Changed:Shut Changed:Open Locked:Open Changed:Shut Locked:Locked UnknownDoorsEvent:Locked Set:Open
        """, await Run());

    [Fact]
    public async Task With_shares_the_machine() => Assert.Equal("Open", await Run());

    [Fact]
    public async Task A_machine_with_a_key_is_made_by_people() => Assert.Equal("Outside True True Inside", await Run());

    private static Task<string> Run([CallerMemberName] string method = "") => Calls.Value.Run(method);

    private static string File(string name) =>
        ContractEmitter.Emit(Contracts.Doors, Contracts.Options, TestContext.Current.CancellationToken).Single(file => file.HintName == name).Text;
}
