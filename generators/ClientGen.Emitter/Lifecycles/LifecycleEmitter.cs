using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Lifecycles;

/// <summary>Prints state machines: the enum of states, the machine with its table, and the table for analyzers.</summary>
public static class LifecycleEmitter
{
    private const string Base = "global::ClientGen.States.StateMachine";

    /// <summary>Prints all machines of a contract; nothing when it has none.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="options">What the consuming compilation offers.</param>
    /// <param name="cancellationToken">Looked at between machines.</param>
    public static EquatableArray<GeneratedFile> Emit(ContractModel contract, EmitOptions options, CancellationToken cancellationToken)
    {
        if (contract.Lifecycles.IsEmpty)
            return default;

        var writer = GeneratedText.Begin();
        writer.Line($"[assembly: global::ClientGen.Protocol.ProtocolModel({CSharp.Literal(LifecycleJson.Of(contract))})]");
        foreach (var machine in contract.Lifecycles)
            writer.Line(MachineAttribute(contract, machine));
        writer.Line();
        writer.Line($"namespace {CSharp.QualifiedName(contract.Namespace)}");
        using (writer.Block())
        {
            var isFirst = true;
            foreach (var machine in contract.Lifecycles)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!isFirst)
                    writer.Line();
                isFirst = false;
                if (!machine.StateIsSchema)
                    WriteStates(writer, machine, options);
                WriteMachine(writer, machine, options);
            }
        }

        return EquatableArray.Of(new GeneratedFile("Lifecycles.g.cs", writer.ToString()));
    }

    private static string MachineAttribute(ContractModel contract, LifecycleModel machine)
    {
        var @namespace = "global::" + CSharp.QualifiedName(contract.Namespace) + ".";
        var states = machine.States
            .Select(state => (state.Id, Member: State(machine, @namespace + CSharp.Identifier(machine.StateName), state.Id)))
            .Where(static state => state.Member is not null)
            .ToList();
        return $"[assembly: global::ClientGen.Protocol.StateMachine({CSharp.Literal(machine.Id)}, typeof({@namespace}{CSharp.Identifier(machine.MachineName)}), "
            + $"new string[] {{ {string.Join(", ", states.Select(static state => CSharp.Literal(state.Id)))} }}, "
            + $"new string[] {{ {string.Join(", ", states.Select(static state => $"nameof({state.Member})"))} }})]";
    }

    private static void WriteStates(SourceWriter writer, LifecycleModel machine, EmitOptions options)
    {
        Lines(writer, "summary", $"The states of {machine.Id}.");
        writer.Line(GeneratedText.Attribute(options.Version));
        using (writer.Block($"public enum {CSharp.Identifier(machine.StateName)}"))
        {
            foreach (var state in machine.States)
            {
                Lines(writer, "summary", StateSummary(state));
                writer.Line(CSharp.Identifier(state.Name) + ",");
            }
        }

        writer.Line();
    }

    private static string StateSummary(StateModel state) =>
        (state.Documentation.Trim().Length > 0 ? state.Documentation.Trim() : $"The state {state.Id}.")
        + (state.MustLeave ? " It must be left again." : "") + (state.Final ? " Nothing follows." : "");

    private static void WriteMachine(SourceWriter writer, LifecycleModel machine, EmitOptions options)
    {
        var name = CSharp.Identifier(machine.MachineName);
        var state = CSharp.Identifier(machine.StateName);
        Lines(writer, "summary", machine.Documentation.Trim().Length > 0 ? machine.Documentation : $"The state machine {machine.Id}.");
        Lines(writer, "remarks", Table(machine));
        writer.Line(GeneratedText.Attribute(options.Version));
        using (writer.Block($"public sealed class {name} : {Base}<{state}>"))
        {
            writer.Line($"/// <summary>A machine in the state {Xml.Text(machine.Initial)}.</summary>");
            using (writer.Block($"public {name}() : base({CSharp.Literal(machine.Id)}, {Initial(machine, state)}, Commands)"))
            {
            }

            writer.Line();
            using (writer.Block($"private static readonly global::ClientGen.States.StateMove<{state}>[] Commands =", ";"))
            {
                foreach (var move in machine.Moves.Where(static m => m is { On: not null, When: null, To: not null }))
                    writer.Line($"new({CSharp.Literal(move.On!)}, new {state}[] {{ {string.Join(", ", move.From.Select(id => State(machine, state, id)).OfType<string>())} }}, {State(machine, state, move.To!) ?? "default"}),");
            }

            writer.Line();
            writer.Line("/// <summary>The state of a text on the wire; false for text that is none.</summary>");
            using (writer.Block($"public static bool TryParse(string? text, out {state} state)"))
            using (writer.Block("switch (text)"))
            {
                foreach (var each in machine.States)
                    writer.Line($"case {CSharp.Literal(each.Id)}: state = {state}.{CSharp.Identifier(each.Name)}; return true;");
                writer.Line("default: state = default; return false;");
            }
        }
    }

    private static string Table(LifecycleModel machine)
    {
        var moves = machine.Moves.Select(static move =>
            $"{move.On ?? move.Event}{(move.When is null ? "" : $" when {move.When}")}: {(move.From.IsEmpty ? "any" : string.Join(" or ", move.From))} to {move.To ?? "the state it carries"}");
        return $"Starts as {machine.Initial}. {string.Join("; ", moves)}. Commands without a move are allowed in every state. Safe to use from several threads.";
    }

    private static string Initial(LifecycleModel machine, string state) => State(machine, state, machine.Initial) ?? "default";

    private static string? State(LifecycleModel machine, string state, string id) =>
        machine.States.FirstOrDefault(s => s.Id == id) is { } found ? $"{state}.{CSharp.Identifier(found.Name)}" : null;

    private static void Lines(SourceWriter writer, string element, string text)
    {
        foreach (var line in Xml.Element(element, text))
            writer.Line(line);
    }
}
