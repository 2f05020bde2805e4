using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Arazzo;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Lifecycles;

/// <summary>Prints the move of a machine that an answer or event makes.</summary>
internal static class MoveText
{
    /// <summary>The statement; null when the condition or value of the move cannot be read from the type.</summary>
    /// <param name="context">The client.</param>
    /// <param name="machine">The machine, a property of the client.</param>
    /// <param name="move">The move.</param>
    /// <param name="type">The type of the answer or event, a local named <c>answer</c>.</param>
    /// <param name="test">What must hold first.</param>
    public static string? After(ClientContext context, LifecycleModel machine, MoveModel move, TypeRef? type, string? test)
    {
        // Locals of an if statement live on behind it, so every move has names of its own.
        var prefix = "move" + CSharp.Literal(machine.Moves.ToList().IndexOf(move) + 1);
        var conditions = new List<string>();
        if (test is not null)
            conditions.Add(test);
        if (move.When is { } when)
        {
            if (Bind(context, when, type, prefix) is not { } condition)
                return null;
            conditions.Add(condition);
        }

        var property = CSharp.Identifier(context.Names.Machine(machine));
        if (!move.From.IsEmpty)
            conditions.Add($"{property}.Current is {string.Join(" or ", States(context, machine, move.From))}");
        string target;
        if (move.To is { } to)
        {
            target = States(context, machine, EquatableArray.Of(to))[0];
        }
        else
        {
            if (Value(context, machine, move, type, prefix) is not { } value)
                return null;
            conditions.Add(value);
            target = prefix + "State";
        }

        return $"{(conditions.Count == 0 ? "" : $"if ({string.Join(" && ", conditions)}) ")}{property}.Set({target});";
    }

    private static string? Bind(ClientContext context, string when, TypeRef? type, string prefix)
    {
        var bound = ConditionBinder.Bind(when, new BodyShape(new ModelIndex(context.Contract.Types), type) { HasStatus = false });
        return bound.Condition is { } condition
            ? ConditionEmitter.Emit(condition, context.Conditions with { BodyType = type, Namespace = context.Contract.Namespace, LocalPrefix = prefix + "When" })
            : null;
    }

    // The state that an event carries, by its text on the wire; a text that is no state changes nothing.
    private static string? Value(ClientContext context, LifecycleModel machine, MoveModel move, TypeRef? type, string prefix)
    {
        if (ConditionBinder.BindPath(move.Value ?? "", new BodyShape(new ModelIndex(context.Contract.Types), type) { HasStatus = false }, out _) is not { Type: { } valueType } operand)
            return null;
        var locals = 0;
        var value = MemberPath.Value("answer", bodyMayBeNull: false, operand, context.Conditions with { Namespace = context.Contract.Namespace, LocalPrefix = prefix + "Value" }, ref locals);
        if (machine.StateIsSchema && valueType.Kind == TypeKind.Enum && valueType.Name == machine.StateName)
            return $"{value} is {{ }} {prefix}State && {TypeName.Generated(machine.StateName + "Extensions", context.Contract.Namespace)}.IsKnown({prefix}State)";
        var text = valueType.Kind == TypeKind.String ? value : context.Text.IsTextEnum(valueType) ? KnownText(context, valueType, value, prefix + "Known") : null;
        return text is null ? null : $"{TypeName.Generated(machine.MachineName, context.Contract.Namespace)}.TryParse({text}, out var {prefix}State)";
    }

    private static string KnownText(ClientContext context, TypeRef type, string value, string local)
    {
        var extensions = TypeName.Generated(type.Name + "Extensions", context.Contract.Namespace);
        return $"({value} is {{ }} {local} && {extensions}.IsKnown({local}) ? {extensions}.ToWire({local}) : null)";
    }

    /// <summary>States as C#.</summary>
    public static List<string> States(ClientContext context, LifecycleModel machine, EquatableArray<string> ids)
    {
        var type = TypeName.Generated(machine.StateName, context.Contract.Namespace);
        return [.. ids.Select(id => machine.States.FirstOrDefault(state => state.Id == id)).OfType<StateModel>().Select(state => $"{type}.{CSharp.Identifier(state.Name)}")];
    }
}
