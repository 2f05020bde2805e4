using System.Collections;
using System.Reflection;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>Copies a model with some of its strings changed, by the names of the members that hold them.</summary>
public sealed class ModelRewriter(Func<object, string, string, string> change)
{
    /// <summary>Rewrites everything but the types, which have tests of their own.</summary>
    public ContractModel Rewrite(ContractModel contract) => contract with
    {
        Client = (ClientModel?)Copy(contract.Client),
        Webhooks = (EquatableArray<WebhookModel>)Copy(contract.Webhooks)!,
        Lifecycles = (EquatableArray<LifecycleModel>)Copy(contract.Lifecycles)!,
    };

    private object? Copy(object? value)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || value is TypeRef or MemberStep or Operand or ProtocolFact)
            return value;
        if (value is IEnumerable list)
            return CopyList(value.GetType().GetGenericArguments()[0], list);

        var copy = value.GetType().GetMethod("<Clone>$")!.Invoke(value, null)!;
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var field = property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance);
            field?.SetValue(copy, Change(value, property.Name, property.GetValue(value)));
        }

        return copy;
    }

    private object? Change(object owner, string member, object? value) => value switch
    {
        string text => change(owner, member, text),
        EquatableArray<string> texts => texts.Select(text => change(owner, member, text)).ToEquatableArray(),
        EquatableArray<EquatableArray<string>> sets => sets.Select(set => set.Select(text => change(owner, member, text)).ToEquatableArray()).ToEquatableArray(),
        _ => Copy(value),
    };

    private object CopyList(Type type, IEnumerable list)
    {
        var copies = Array.CreateInstance(type, list.Cast<object>().Count());
        var index = 0;
        foreach (var item in list)
            copies.SetValue(Copy(item), index++);
        return typeof(EquatableArray).GetMethod(nameof(EquatableArray.ToEquatableArray))!.MakeGenericMethod(type).Invoke(null, [copies])!;
    }
}
