using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.CSharp;

/// <summary>Which way the generated types of a contract travel: who makes them, and who reads them.</summary>
internal sealed class TypeTraffic
{
    private readonly Dictionary<string, Traffic> _traffic = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeModel> _types = new(StringComparer.Ordinal);

    /// <summary>Follows the types of all messages.</summary>
    public TypeTraffic(ContractModel contract)
    {
        foreach (var type in contract.Types)
            _types.TryAdd(type.Name, type);
        foreach (var operation in contract.Client?.Operations ?? default)
        {
            foreach (var parameter in operation.Parameters)
                Mark(parameter.Type, Traffic.Sent);
            Mark(operation.Body?.Type, Traffic.Sent);
            foreach (var part in operation.Body?.Parts ?? default)
                Mark(part.Type, Traffic.Sent);
            foreach (var answer in operation.Answers)
                Mark(answer.Type, Traffic.Received);
        }

        foreach (var stream in contract.Client?.Streams ?? default)
            Mark(stream.Event, Traffic.Received);
        foreach (var webhook in contract.Webhooks)
            Mark(webhook.Body, Traffic.Received);
        foreach (var workflow in contract.Workflows?.Workflows ?? default)
            Mark(workflow.Inputs, Traffic.Sent);
    }

    /// <summary>Which way a type travels; both for one that no message has, since nobody knows.</summary>
    public Traffic Of(string type) => _traffic.GetValueOrDefault(type, Traffic.Sent | Traffic.Received);

    private void Mark(TypeRef? start, Traffic traffic)
    {
        var open = new Stack<TypeRef?>([start]);
        while (open.TryPop(out var type))
        {
            if (type is null)
                continue;
            open.Push(type.Element);
            if (type.Name is null || (_traffic.GetValueOrDefault(type.Name) & traffic) != 0)
                continue;
            _traffic[type.Name] = _traffic.GetValueOrDefault(type.Name) | traffic;
            foreach (var part in PartsOf(type.Name))
                open.Push(part);
        }
    }

    private IEnumerable<TypeRef?> PartsOf(string name) => _types.GetValueOrDefault(name) switch
    {
        ObjectModel model => model.Properties.Select(static property => property.Type).Append(model.AdditionalProperties),
        UnionModel model => model.Cases.Select(static item => item.Type).Concat(model.Cases.Select(static item => new TypeRef(TypeKind.Named, item.Name))).Concat(model.Shared.Select(static property => property.Type)),
        _ => [],
    };
}
