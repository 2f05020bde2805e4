using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Workflows;

/// <summary>What the printers of one workflow class share.</summary>
internal sealed class WorkflowContext
{
    private readonly WorkflowDocumentModel _document;
    private readonly List<ContractModel> _clients;
    private readonly List<ClientNames> _names;

    private WorkflowContext(WorkflowDocumentModel document, List<ContractModel> clients, WorkflowTypes types)
    {
        _document = document;
        _clients = clients;
        _names = [.. clients.Select(ClientNames.Of)];
        Types = types;
    }

    /// <summary>All types that meet here.</summary>
    public WorkflowTypes Types { get; }

    /// <summary>Puts the contracts of the clients together; null when one is missing, since its types are unknown then.</summary>
    public static WorkflowContext? Of(ContractModel contract, WorkflowDocumentModel document, IReadOnlyList<ContractModel> sources)
    {
        var clients = document.Clients
            .Select(client => sources.FirstOrDefault(source => source.SpecPath == client.Contract && source.Namespace == client.Namespace && source.Client is not null)).ToList();
        return clients.Any(static client => client is null) ? null : new WorkflowContext(document, clients!, new WorkflowTypes([contract, .. clients!]));
    }

    /// <summary>The field that holds a client.</summary>
    public string Field(int client) => "_" + _document.Clients[client].Parameter;

    /// <summary>The interface of a client.</summary>
    public string Interface(int client) => _names[client].QualifiedInterface(_clients[client]);

    /// <summary>The names of a client.</summary>
    public ClientNames Names(int client) => _names[client];

    /// <summary>The namespace of a client.</summary>
    public string Namespace(int client) => _clients[client].Namespace;

    /// <summary>The operation that a step calls.</summary>
    public OperationModel Operation(StepModel step) => _clients[step.Client].Client!.Operations.First(operation => operation.Name == step.Method);
}
