using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Lifecycles;

/// <summary>Binds <c>x-clientgen-lifecycle</c> at the root of a contract: named state machines.</summary>
public static class LifecycleBinder
{
    /// <summary>Binds all machines; a move between states that do not exist is a finding and left out.</summary>
    /// <param name="context">The contract that is bound.</param>
    /// <param name="types">Its types; an enum whose values are the states becomes the state enum.</param>
    /// <param name="operations">The operations that moves can name; null when they are not known here.</param>
    public static EquatableArray<LifecycleModel> Bind(BindingContext context, IEnumerable<TypeModel> types, IReadOnlyCollection<string>? operations = null)
    {
        var root = new Located(context.Document, context.Document.Root);
        var enums = types.OfType<EnumModel>().Where(static type => !type.IsInteger).ToList();
        return root.Entries("x-clientgen-lifecycle").Select(entry => Bind(context, entry.Entry.Key, entry.Value, enums, operations)).OfType<LifecycleModel>().ToEquatableArray();
    }

    private static LifecycleModel? Bind(BindingContext context, string id, Located machine, List<EnumModel> enums, IReadOnlyCollection<string>? operations)
    {
        if (machine.Mapping is { } mapping)
            ExtensionKeys.CheckMembers(context, mapping, "x-clientgen-lifecycle", "key", "role", "initial", "states", "moves", "description");
        var stateIds = machine.Entries("states").Select(static state => state.Entry.Key).ToList();
        var initial = machine.Text("initial");
        if (stateIds.Count == 0 || initial is null || !stateIds.Contains(initial))
        {
            context.Report(LifecycleRules.Shape, FindingSeverity.Error, machine,
                $"The lifecycle `{id}` needs `states` and an `initial` that is one of them. It is left out.");
            return null;
        }

        // A schema that lists exactly these states is the same enum; two would only have to be converted.
        var known = enums.FirstOrDefault(type => stateIds.All(state => type.Members.Any(member => member.Value == state)));
        var name = Naming.Pascal(id, "Machine");
        var names = new NameScope("Unknown");
        var states = machine.Entries("states").Select(state => new StateModel(
            state.Entry.Key,
            known?.Members.First(member => member.Value == state.Entry.Key).Name ?? names.Take(Naming.EnumMember(state.Entry.Key)),
            state.Value.Flag("mustLeave"), state.Value.Flag("final"), state.Value.Text("description") ?? "")).ToEquatableArray();
        var moves = machine.Items("moves").Select(move => Move(context, id, move, stateIds, operations)).OfType<MoveModel>().ToEquatableArray();
        ReportDeadStates(context, id, machine, initial, states, moves);
        return new LifecycleModel(id, name, machine.Text("key") ?? "client", initial, states, moves, machine.Text("description") ?? "")
        {
            MachineName = context.TypeNames.Take(name + "Lifecycle", name + "StateMachine"),
            StateName = known?.Name ?? context.TypeNames.Take(name + "State", name + "LifecycleState"),
            StateIsSchema = known is not null,
        };
    }

    private static MoveModel? Move(BindingContext context, string id, Located move, List<string> states, IReadOnlyCollection<string>? operations)
    {
        if (move.Mapping is { } mapping)
            ExtensionKeys.CheckMembers(context, mapping, "a move of x-clientgen-lifecycle", "on", "event", "when", "from", "to", "value");
        var from = move.Mapping?["from"] switch
        {
            SpecSequence several => several.Items.OfType<SpecScalar>().Select(static item => item.Text).ToList(),
            SpecScalar { AsString: { } one } => [one],
            _ => [],
        };
        var to = move.Text("to");
        var value = move.Text("value");
        var unknown = from.Append(to).OfType<string>().FirstOrDefault(state => !states.Contains(state));
        if (unknown is not null)
        {
            context.Report(LifecycleRules.Shape, FindingSeverity.Error, move, $"`{unknown}` is no state of the lifecycle `{id}`; it knows {string.Join(", ", states)}. The move is left out.");
            return null;
        }

        if ((move.Text("on") is null) == (move.Text("event") is null) || (to is null) == (value is null))
        {
            context.Report(LifecycleRules.Shape, FindingSeverity.Error, move,
                "A move has either `on` (an operationId) or `event`, and either `to` (a state) or `value` (an expression that carries the state). It is left out.");
            return null;
        }

        if (operations is not null && move.Text("on") is { } operation && !operations.Contains(operation))
        {
            context.Report(LifecycleRules.Shape, FindingSeverity.Error, move.At(move.Mapping!["on"]!),
                $"`{operation}` is no operation of this contract. The move is left out; name an operation by its id.");
            return null;
        }

        return new MoveModel(move.Text("on"), move.Text("event"), move.Text("when"), from.ToEquatableArray(), to, value);
    }

    private static void ReportDeadStates(
        BindingContext context, string id, Located machine, string initial, EquatableArray<StateModel> states, EquatableArray<MoveModel> moves)
    {
        // An event that carries the state can reach all of them.
        if (moves.Any(static move => move.Value is not null))
            return;
        foreach (var (entry, _) in machine.Entries("states"))
        {
            if (entry.Key != initial && !moves.Any(move => move.To == entry.Key))
            {
                context.Report(LifecycleRules.DeadState, FindingSeverity.Warning, machine.Document, entry.KeySpan,
                    $"No move of the lifecycle `{id}` leads to `{entry.Key}`. Add one, or remove the state.");
            }
        }
    }
}

/// <summary>The rules that binding state machines can report.</summary>
public static class LifecycleRules
{
    /// <summary>A machine or a move is incomplete.</summary>
    public static ReadingRule Shape { get; } = new("CG9017",
        "A lifecycle does not have the shape that x-clientgen-lifecycle asks for",
        "The machine or move is left out. See docs/contract-extensions.md.");

    /// <summary>A state cannot be reached.</summary>
    public static ReadingRule DeadState { get; } = new("CG9005",
        "A lifecycle has a state that nothing leads to",
        "Rules about states that cannot be reached never apply, so the contract promises something that nobody checks.");

    /// <summary>Every rule of this stage, by id.</summary>
    public static IReadOnlyList<ReadingRule> All { get; } = [DeadState, Shape];
}
