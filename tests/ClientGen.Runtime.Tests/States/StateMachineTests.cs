using ClientGen.States;

namespace ClientGen.Tests.States;

public class StateMachineTests
{
    private readonly Door _door = new();
    private readonly List<StateChange<DoorState>> _changes = [];

    public StateMachineTests() => _door.Changed += (_, change) => _changes.Add(change);

    public enum DoorState
    {
        Closed,
        Open,
        Locked,
    }

    [Fact]
    public void It_starts_where_the_contract_says_and_moves_by_commands()
    {
        Assert.Equal(DoorState.Closed, _door.Current);
        _door.Require("open");
        Assert.True(_door.Enter("open"));
        Assert.Equal(DoorState.Open, _door.Current);
        Assert.Equal([new(DoorState.Closed, DoorState.Open, "open")], _changes);
    }

    [Fact]
    public void A_command_that_the_state_does_not_allow_is_refused_with_the_facts()
    {
        _door.Set(DoorState.Locked);
        Assert.False(_door.Allows("open"));
        var error = Assert.Throws<StateException>(() => _door.Require("open"));
        Assert.Equal(("door", "Locked", "open"), (error.Machine, error.State, error.Command));
        Assert.Equal(["Closed"], error.Allowed);
        Assert.Equal(DoorState.Locked, _door.Current);
    }

    [Fact]
    public void A_command_with_two_moves_takes_the_one_of_its_state()
    {
        _door.Enter("lock");
        _door.Enter("turn");
        Assert.Equal(DoorState.Closed, _door.Current);
        _door.Enter("turn");
        Assert.Equal(DoorState.Locked, _door.Current);
    }

    [Fact]
    public void A_command_from_any_state_and_one_that_the_machine_does_not_know_are_always_allowed()
    {
        _door.Set(DoorState.Open);
        Assert.True(_door.Allows("reset"));
        Assert.True(_door.Allows("ring"));
        _door.Require("ring");
        Assert.False(_door.Enter("ring"));
        Assert.True(_door.Enter("reset"));
        Assert.Equal(DoorState.Closed, _door.Current);
    }

    [Fact]
    public void A_success_after_an_event_has_moved_on_changes_nothing()
    {
        _door.Require("open");
        _door.Set(DoorState.Locked);
        Assert.False(_door.Enter("open"));
        Assert.Equal(DoorState.Locked, _door.Current);
    }

    [Fact]
    public void The_same_state_again_is_no_change()
    {
        _door.Set(DoorState.Closed);
        Assert.Empty(_changes);
        _door.Set(DoorState.Open);
        Assert.Equal([new(DoorState.Closed, DoorState.Open, null)], _changes);
    }

    [Fact]
    public async Task Of_many_threads_exactly_one_makes_a_move()
    {
        var moves = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _door.Enter("open"))));
        Assert.Single(moves, static moved => moved);
    }

    private sealed class Door() : StateMachine<DoorState>("door", DoorState.Closed,
    [
        new("open", [DoorState.Closed], DoorState.Open),
        new("lock", [DoorState.Closed], DoorState.Locked),
        new("turn", [DoorState.Closed], DoorState.Locked),
        new("turn", [DoorState.Locked], DoorState.Closed),
        new("reset", [], DoorState.Closed),
    ]);
}
