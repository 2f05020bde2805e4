using ClientGen.Specs.Model;
using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.Lifecycles;

public sealed class LifecycleBindingTests
{
    private static string Text(string lifecycle, string schemas = "{}") => $$"""
        asyncapi: 3.0.0
        info: { title: t, version: '1' }
        servers: { s: { host: h.example, protocol: https } }
        channels: { c: { address: /c } }
        operations:
          go: { action: send, channel: { $ref: '#/channels/c' } }
          stop: { action: send, channel: { $ref: '#/channels/c' } }
        components: { schemas: {{schemas}} }
        x-clientgen-lifecycle:
          {{lifecycle.ReplaceLineEndings("\n  ")}}

        """;

    [Fact]
    public void A_machine_has_states_and_moves()
    {
        var contract = Contract.BindMarked(Text("""
            car:
              key: client
              initial: idle
              states: { idle: {}, busy: { mustLeave: true }, over: { final: true } }
              moves:
                - { on: go, from: [idle], to: busy }
                - { on: stop, from: busy, to: over }
                - { event: CRASH, when: $message.payload#/hard == true, to: over }
            """));

        var machine = Assert.Single(contract.Model.Lifecycles);
        Assert.Equal(("Car", "CarLifecycle", "CarState", "idle", false), (machine.Name, machine.MachineName, machine.StateName, machine.Initial, machine.StateIsSchema));
        Assert.Equal(["Idle", "Busy must leave", "Over final"], machine.States.Select(static s => s.Name + (s.MustLeave ? " must leave" : "") + (s.Final ? " final" : "")));
        Assert.Equal(["go: idle → busy", "stop: busy → over", "CRASH:  → over"], machine.Moves.Select(static m => $"{m.On ?? m.Event}: {string.Join(",", m.From)} → {m.To}"));
        Assert.Equal("Car", contract.Operation("go").Lifecycle);
    }

    [Fact]
    public void A_schema_that_lists_the_states_is_their_enum()
    {
        var contract = Contract.BindMarked(Text("""
            car:
              initial: idle
              states: { idle: {}, busy: {} }
              moves: [{ event: CHANGED, value: $message.payload#/state }]
            """, "{ Mode: { type: string, enum: [idle, busy, gone], x-enum-varnames: [Waiting, Working, Gone] } }"));

        var machine = Assert.Single(contract.Model.Lifecycles);
        Assert.Equal(("Mode", true), (machine.StateName, machine.StateIsSchema));
        Assert.Equal(["Waiting", "Working"], machine.States.Select(static state => state.Name));
    }

    [Fact]
    public void What_does_not_fit_is_a_finding_and_the_rest_is_kept()
    {
        var contract = Contract.BindMarked(Text("""
            car:
              initial: idle
              {|CG9002:colour|}: red
              states: { idle: {}, {|CG9005:lost|}: {} }
              moves:
                - {|CG9017:{ on: go, from: [idle], to: nowhere }|}
                - {|CG9017:{ on: go, event: CRASH, to: idle }|}
                - {|CG9017:{ on: go, from: [idle] }|}
                - { on: {|CG9017:fly|}, from: [idle], to: idle }
                - { on: stop, from: [idle], to: idle, {|CG9002:unless|}: never }
            bare: {|CG9017:{ states: { a: {} } }|}
            """));

        Assert.Equal("stop", Assert.Single(Assert.Single(contract.Model.Lifecycles).Moves).On);
    }
}
