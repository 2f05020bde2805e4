using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Lifecycles;

/// <summary>The tables of a contract's state machines as JSON, for analyzers in projects that only see the compiled client.</summary>
/// <remarks>
/// <c>{"contract":"file","lifecycles":[{"id","name","key","initial","states":[{"id","name","mustLeave","final"}],
/// "moves":[{"on"|"event","when","from":[],"to"|"value"}]}]}</c>; members that are null are left out.
/// </remarks>
public static class LifecycleJson
{
    /// <summary>The JSON text.</summary>
    public static string Of(ContractModel contract) =>
        Object(("contract", Text(contract.SpecPath)), ("lifecycles", Array(contract.Lifecycles.Select(Machine))));

    private static string Machine(LifecycleModel machine) => Object(
        ("id", Text(machine.Id)),
        ("name", Text(machine.MachineName)),
        ("key", Text(machine.Key)),
        ("initial", Text(machine.Initial)),
        ("states", Array(machine.States.Select(static state => Object(
            ("id", Text(state.Id)), ("name", Text(state.Name)), ("mustLeave", state.MustLeave ? "true" : null), ("final", state.Final ? "true" : null))))),
        ("moves", Array(machine.Moves.Select(static move => Object(
            ("on", Text(move.On)), ("event", Text(move.Event)), ("when", Text(move.When)), ("from", Array(move.From.Select(static id => Text(id)!))), ("to", Text(move.To)), ("value", Text(move.Value)))))));

    private static string Object(params (string Name, string? Value)[] members) =>
        "{" + string.Join(",", members.Where(static m => m.Value is not null).Select(static m => $"\"{m.Name}\":{m.Value}")) + "}";

    private static string Array(IEnumerable<string> items) => "[" + string.Join(",", items) + "]";

    private static string? Text(string? value) => value is null ? null : JsonLiteral.Of(value);
}
