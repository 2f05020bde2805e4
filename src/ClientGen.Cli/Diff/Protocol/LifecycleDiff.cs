using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.Protocol;

/// <summary>State machines: their states, and the moves between them.</summary>
internal static class LifecycleDiff
{
    private const string Key = "x-clientgen-lifecycle";

    private static readonly ChangeKind Added = new("lifecycle-added", "A state machine is new");
    private static readonly ChangeKind Removed = new("lifecycle-removed", "A state machine is gone");
    private static readonly ChangeKind InitialChanged = new("initial-state-changed", "A state machine begins in another state");
    private static readonly ChangeKind StateAdded = new("state-added", "A state is new");
    private static readonly ChangeKind StateRemoved = new("state-removed", "A state is gone");
    private static readonly ChangeKind MustLeaveAdded = new("state-must-be-left", "A state must now be left");
    private static readonly ChangeKind MustLeaveRemoved = new("state-may-stay", "A state need no longer be left");
    private static readonly ChangeKind FinalChanged = new("final-state-changed", "A state is now, or no longer, the last one");
    private static readonly ChangeKind MoveAdded = new("move-added", "A move between states is new");
    private static readonly ChangeKind MoveRemoved = new("move-removed", "A move between states is no longer allowed");
    private static readonly ChangeKind MoveChanged = new("move-target-changed", "A move leads to another state");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
        [Added, Removed, InitialChanged, StateAdded, StateRemoved, MustLeaveAdded, MustLeaveRemoved, FinalChanged, MoveAdded, MoveRemoved, MoveChanged];

    /// <summary>Compares the state machines of two contracts.</summary>
    public static void Compare(DiffRun run, ContractModel old, ContractModel @new)
    {
        foreach (var machine in old.Lifecycles.Where(machine => @new.Lifecycles.All(other => other.Id != machine.Id)))
            new Pair(run, old, @new, machine.Id).Add(Removed, Impact.Breaking, $"The state machine `{machine.Id}` is gone.");
        foreach (var after in @new.Lifecycles)
        {
            var pair = new Pair(run, old, @new, after.Id);
            if (old.Lifecycles.FirstOrDefault(other => other.Id == after.Id) is { } before)
                Compare(pair, before, after);
            else
                pair.Add(Added, Impact.Compatible, $"The state machine `{after.Id}` is new.", isAddition: true);
        }
    }

    private static void Compare(Pair pair, LifecycleModel old, LifecycleModel @new)
    {
        if (old.Initial != @new.Initial)
            pair.Add(InitialChanged, Impact.Breaking, $"`{@new.Id}` began in `{old.Initial}` and now begins in `{@new.Initial}`.", "initial");
        foreach (var state in old.States.Where(state => @new.States.All(other => other.Id != state.Id)))
            pair.Add(StateRemoved, Impact.Breaking, $"`{@new.Id}` no longer has the state `{state.Id}`.", "states", state.Id);
        foreach (var state in @new.States)
        {
            if (old.States.FirstOrDefault(other => other.Id == state.Id) is not { } before)
            {
                pair.Add(StateAdded, Impact.Risky, $"`{@new.Id}` has the new state `{state.Id}`.", "states", state.Id, isAddition: true);
                continue;
            }

            if (before.MustLeave != state.MustLeave)
            {
                pair.Add(
                    state.MustLeave ? MustLeaveAdded : MustLeaveRemoved, state.MustLeave ? Impact.Risky : Impact.Compatible,
                    $"The state `{state.Id}` of `{@new.Id}` {(state.MustLeave ? "must now be left" : "need no longer be left")}.", "states",
                    state.Id);
            }

            if (before.Final != state.Final)
                pair.Add(FinalChanged, Impact.Risky, $"The state `{state.Id}` of `{@new.Id}` is {(state.Final ? "now" : "no longer")} the last one.", "states", state.Id);
        }

        CompareMoves(pair, Moves(old), Moves(@new), @new.Id);
    }

    private static void CompareMoves(Pair pair, Dictionary<Step, string> old, Dictionary<Step, string> @new, string id)
    {
        foreach (var (step, to) in old)
        {
            if (!@new.TryGetValue(step, out var other))
                pair.Add(MoveRemoved, Impact.Breaking, $"`{id}` no longer moves from {step.Shown} to {to}.", "moves", step.By);
            else if (other != to)
                pair.Add(MoveChanged, Impact.Risky, $"`{id}` moved from {step.Shown} to {to} and now moves to {other}.", "moves", step.By);
        }

        foreach (var (step, to) in @new.Where(move => !old.ContainsKey(move.Key)))
            pair.Add(MoveAdded, Impact.Compatible, $"`{id}` now moves from {step.Shown} to {to}.", "moves", step.By, isAddition: true);
    }

    private static Dictionary<Step, string> Moves(LifecycleModel machine)
    {
        var moves = new Dictionary<Step, string>();
        foreach (var move in machine.Moves)
        {
            foreach (var from in move.From.IsEmpty ? ["any state"] : move.From.Select(static state => $"`{state}`"))
                moves.TryAdd(new Step(from, move.On ?? move.Event ?? "", move.When ?? ""), move.To is null ? $"the state in {move.Value}" : $"`{move.To}`");
        }

        return moves;
    }

    /// <summary>What makes a move.</summary>
    private sealed record Step(string From, string By, string When)
    {
        public string Shown => $"{From} on `{By}`{(When.Length == 0 ? "" : $" when {When}")}";
    }

    /// <summary>Two versions of a state machine, and where their parts stand.</summary>
    private sealed record Pair(DiffRun Run, ContractModel Old, ContractModel New, string Id)
    {
        public void Add(ChangeKind kind, Impact wire, string message, string section = "", string part = "", bool isAddition = false) => Run.List.Add(new Change(kind, message)
        {
            Wire = wire, IsAddition = isAddition, Old = PlaceOf(Run.Old, Old, section, part), New = PlaceOf(Run.New, New, section, part),
            Touches = [new Touch($"{Old.SpecPath}#/{Key}/{Id}", part), new Touch($"{New.SpecPath}#/{Key}/{Id}", part)],
        });

        private Place? PlaceOf(DiffSide side, ContractModel model, string section, string part)
        {
            if (side.NodeOf(model.SpecPath + "#") is not { } root)
                return null;
            var machine = root.Child(Key)?.Child(Id);
            var list = section.Length == 0 ? machine : machine?.Child(section);
            return side.PlaceOf((section == "moves" ? Move(machine, part) : list?.Child(part)) ?? list ?? machine ?? root.Child(Key) ?? root);
        }

        private static Located? Move(Located? machine, string by) => (machine ?? default).Items("moves")
            .Where(move => move.Text("on") == by || move.Text("event") == by).Select(static move => (Located?)move).FirstOrDefault();
    }
}
