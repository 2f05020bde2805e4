using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>Moves of state machines, and what must not be left open.</summary>
internal static class LifecycleFacts
{
    /// <summary>Writes the facts of one machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="find">Finds an operation by its id in the contracts that the machine can mean.</param>
    public static void Write(LifecycleModel machine, Func<string, OperationFacts?> find)
    {
        foreach (var move in machine.Moves)
        {
            if (move.On is null || find(move.On) is not { } operation)
                continue;
            operation.IsOfProtocol = true;
            // A move that depends on the answer belongs to events, not to the call.
            if (move.When is not null)
                continue;
            operation.Add(Move(machine, move));

            var wasOpen = move.From.Any(state => MustLeave(machine, state));
            if (MustLeave(machine, move.To))
                operation.Add("StartsObligation", JsonLiteral.Of(machine.Id));
            else if (wasOpen)
                operation.Add("EndsObligation", JsonLiteral.Of(machine.Id));
        }
    }

    /// <summary>Writes on the events of a contract which state they lead to.</summary>
    public static void WriteEvents(LifecycleModel machine, ContractFacts contract)
    {
        foreach (var move in machine.Moves.Where(static move => move is { Event: not null, To: not null }))
        {
            var cases = contract.Contract.Model.Types.OfType<UnionModel>()
                .SelectMany(static union => union.Cases)
                .Where(@case => !@case.IsWrapper && (@case.Name == move.Event || @case.Tags.Any(tag => JsonLiteral.StringOf(tag) == move.Event)));
            foreach (var @case in cases)
                contract.OnType(@case.Name, Move(machine, move));
        }
    }

    private static ProtocolFact Move(LifecycleModel machine, MoveModel move) => new("LifecycleMove", EquatableArray.Of(
        JsonLiteral.Of(machine.Id),
        "[" + string.Join(",", move.From.Select(JsonLiteral.Of)) + "]",
        move.To is null ? "null" : JsonLiteral.Of(move.To)));

    private static bool MustLeave(LifecycleModel machine, string? state) => machine.States.Any(known => known.Id == state && known.MustLeave);
}
