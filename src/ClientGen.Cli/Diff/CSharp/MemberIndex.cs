using ClientGen.Emitter.Clients;
using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.CSharp;

/// <summary>Which C# members come from a part of a contract.</summary>
internal sealed class MemberIndex
{
    private readonly Dictionary<Touch, List<string>> _members = [];

    /// <summary>Indexes contracts.</summary>
    public MemberIndex(IEnumerable<ContractModel> models)
    {
        foreach (var model in models)
        {
            AddClient(model);
            foreach (var type in model.Types)
                AddType(type);
            foreach (var webhook in model.Webhooks)
            {
                foreach (var method in webhook.Events)
                    Add(new Touch(webhook.Source), method.Method);
            }

            foreach (var machine in model.Lifecycles)
            {
                var touch = new Touch($"{model.SpecPath}#/x-clientgen-lifecycle/{machine.Id}");
                Add(touch, machine.MachineName);
                foreach (var state in machine.States)
                    Add(touch with { Part = state.Id }, $"{machine.StateName}.{state.Name}");
            }

            foreach (var workflow in model.Workflows?.Workflows ?? default)
                Add(new Touch(workflow.Source), $"{model.Workflows!.Name}.{workflow.Name}Async");
        }
    }

    /// <summary>The members of a part; those of the whole where the part has none of its own.</summary>
    public IReadOnlyList<string> Of(Touch touch) => _members.TryGetValue(touch, out var members) ? members
        : touch.Part.Length > 0 && _members.TryGetValue(touch with { Part = "" }, out var whole) ? whole
        : [];

    private void AddClient(ContractModel model)
    {
        if (model.Client is not { } client)
            return;
        var names = ClientNames.Of(model);
        foreach (var operation in client.Operations)
        {
            var method = $"{client.Name}.{operation.Name}Async";
            Add(new Touch(operation.Source), method);
            foreach (var argument in Argument.Of(operation))
                Add(new Touch(operation.Source, argument.Part), $"{method}({argument.Name})");
            foreach (var answer in operation.Answers)
                Add(new Touch(operation.Source, $"answer {answer.Status}"), answer.IsSuccess ? method : $"{names.OutcomeType(operation)}.{answer.Name}");
        }

        foreach (var stream in client.Streams)
            Add(new Touch(stream.Source), $"{client.Name}.{stream.Name}Async");
    }

    private void AddType(TypeModel type)
    {
        Add(new Touch(type.Source), type.Name);
        var parts = type switch
        {
            ObjectModel model => model.Properties.Select(static property => (property.JsonName, property.Name)),
            UnionModel model => model.Shared.Select(static property => (property.JsonName, property.Name)),
            EnumModel model => model.Members.Select(static member => (member.Value, member.Name)),
            _ => [],
        };
        foreach (var (part, name) in parts)
            Add(new Touch(type.Source, part), $"{type.Name}.{name}");
    }

    private void Add(Touch touch, string member)
    {
        if (!_members.TryGetValue(touch, out var members))
            _members.Add(touch, members = []);
        if (!members.Contains(member))
            members.Add(member);
    }
}
