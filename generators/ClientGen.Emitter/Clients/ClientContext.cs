using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>What the printers of one client share.</summary>
internal sealed class ClientContext
{
    private readonly Dictionary<string, TypeModel> _types = new(StringComparer.Ordinal);
    private readonly EmitScope _emitScope;

    public ClientContext(ContractModel contract, ClientModel client, EmitOptions options)
    {
        Contract = contract;
        Client = client;
        Names = ClientNames.Of(contract);
        Docs = new OperationDocs(contract);
        Text = new ParameterText(contract);
        Conditions = ConditionScope.Of(contract);
        GeneratedCode = GeneratedText.Attribute(options.Version);
        _emitScope = new EmitScope(new TypeGroup(contract.Namespace, "", contract.Types, default, options.Version));
        foreach (var type in contract.Types)
            _types[type.Name] = type;
        foreach (var operation in client.Operations)
        {
            if (AnswerRuleText.Errors(this, new AnswerPlan(operation)) is { } errors)
                Shared.Count("Errors", AnswerRuleText.ErrorsType, errors);
            if (OperationInfoText.Security(operation.Security) is { } security)
                Shared.Count("Security", OperationInfoText.SecurityType, security);
        }
    }

    public ContractModel Contract { get; }

    public ClientModel Client { get; }

    public ClientNames Names { get; }

    public OperationDocs Docs { get; }

    public ParameterText Text { get; }

    public ConditionScope Conditions { get; }

    /// <summary>What several operations say alike.</summary>
    public SharedParts Shared { get; } = new();

    /// <summary>The attribute that marks a type as generated.</summary>
    public string GeneratedCode { get; }

    /// <summary>The model of a generated type; null when it is of another kind.</summary>
    public T? Find<T>(string? name)
        where T : TypeModel => name is not null && _types.TryGetValue(name, out var found) ? found as T : null;

    /// <summary>The member of a record that keeps the raw JSON of unknown enum values; null when it has none.</summary>
    public string? RawMembers(ObjectModel model) => ExtraMembers.Of(model, _emitScope).RawName;

    /// <summary>The state machine that an operation drives; null when it drives none, or one that has many instances.</summary>
    public LifecycleModel? Machine(OperationModel operation) =>
        operation.Lifecycle is { } name ? Contract.Lifecycles.FirstOrDefault(machine => machine.Name == name && IsPerClient(machine)) : null;

    /// <summary>Whether each client has one instance of the machine. Machines with another key are made by the people who know the key.</summary>
    public static bool IsPerClient(LifecycleModel machine) => machine.Key == "client";
}
