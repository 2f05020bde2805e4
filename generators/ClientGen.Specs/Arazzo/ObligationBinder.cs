using ClientGen.Specs.Model;
using ClientGen.Specs.Names;

namespace ClientGen.Specs.Arazzo;

/// <summary>Finds what the steps of a workflow open and end, by the state machines with <c>mustLeave</c> states.</summary>
internal sealed class ObligationBinder
{
    private readonly WorkflowScope _scope;
    private readonly List<(LifecycleModel Machine, WorkflowObligation Obligation)> _obligations = [];

    public ObligationBinder(WorkflowScope scope, IEnumerable<LifecycleModel> machines)
    {
        _scope = scope;
        foreach (var machine in machines)
        {
            if (!scope.Steps.Any(step => Moves(machine, step).Any(move => IsOpen(machine, move.To))))
                continue;
            // Only an operation that always ends it can be relied on.
            var end = scope.Steps.FirstOrDefault(step => Moves(machine, step).Any(move => move.When is null && Closes(machine, move)));
            if (end is not null)
                _obligations.Add((machine, new WorkflowObligation(machine.Id, scope.TakeName(Naming.Camel(machine.Id, "obligation") + "IsOpen"), end.Id)));
        }
    }

    /// <summary>What may be left open.</summary>
    public EquatableArray<WorkflowObligation> Obligations => _obligations.Select(static pair => pair.Obligation).ToEquatableArray();

    /// <summary>What the success of a step changes.</summary>
    public EquatableArray<ObligationChange> Of(PlacedStep step, BodyShape shape)
    {
        var changes = new List<ObligationChange>();
        foreach (var (machine, obligation) in _obligations)
        {
            foreach (var move in Moves(machine, step))
            {
                var opens = IsOpen(machine, move.To);
                if (!opens && !Closes(machine, move))
                    continue;
                var when = move.When is null ? null : ConditionBinder.Bind(move.When, shape).Condition;
                if (move.When is null || when is not null)
                    changes.Add(new ObligationChange(obligation.Local, opens, when));
            }
        }

        return changes.ToEquatableArray();
    }

    private static IEnumerable<MoveModel> Moves(LifecycleModel machine, PlacedStep step) =>
        step.Target is { Kind: StepKind.Call } target ? machine.Moves.Where(move => move.On == target.Id) : [];

    private static bool IsOpen(LifecycleModel machine, string? state) => machine.States.Any(known => known.Id == state && known.MustLeave);

    private static bool Closes(LifecycleModel machine, MoveModel move) =>
        move.To is not null && !IsOpen(machine, move.To) && move.From.Any(from => IsOpen(machine, from));
}
