using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>A source description with the contract behind it.</summary>
/// <param name="Name">The name that expressions use.</param>
/// <param name="IsWorkflows">Whether it is an Arazzo document.</param>
/// <param name="Contract">The contract; null when the build does not list it.</param>
/// <param name="Client">Index into the clients; -1 when it has none.</param>
internal sealed record Source(string Name, bool IsWorkflows, BoundContract? Contract, int Client);

/// <summary>The source descriptions of a document.</summary>
internal sealed class Sources
{
    private readonly List<Source> _sources = [];
    private readonly List<WorkflowClientModel> _clients = [];
    private readonly List<BoundContract> _contracts = [];
    private readonly List<ModelIndex> _indexes = [];

    public Sources(BindingContext context, Located root, IReadOnlyList<BoundContract> contracts)
    {
        var parameters = new NameScope("options");
        foreach (var description in root.Items("sourceDescriptions"))
        {
            if (description.Text("name") is not { Length: > 0 } name || description.Text("url") is not { } url)
            {
                context.Report(BindingRules.Shape, FindingSeverity.Error, description, "A source description needs `name` and `url`.");
                continue;
            }

            if (Find(name) is not null)
            {
                context.Report(WorkflowRules.Duplicate, FindingSeverity.Error, description.Child("name")!.Value,
                    $"`{Shown.Short(name)}` is the name of an earlier source description too; this one is left out.");
                continue;
            }

            var isWorkflows = description.Text("type") == "arazzo";
            var contract = isWorkflows ? null : ContractOf(context, description.Child("url")!.Value, url, contracts);
            _sources.Add(new Source(name, isWorkflows, contract, ClientOf(name, contract, parameters)));
        }
    }

    /// <summary>The clients that workflows call.</summary>
    public IReadOnlyList<WorkflowClientModel> Clients => _clients;

    /// <summary>All sources that are contracts with operations.</summary>
    public IEnumerable<Source> Callable => _sources.Where(static source => source.Client >= 0);

    /// <summary>Whether some source is not at hand, so that an unknown name may be its.</summary>
    public bool SomeAreMissing => _sources.Any(static source => source is { Contract: null, IsWorkflows: false });

    /// <summary>The types of each client's contract.</summary>
    public IReadOnlyList<ModelIndex> Indexes => _indexes;

    /// <summary>The contract of a client.</summary>
    public BoundContract ContractOf(int client) => _contracts[client];

    /// <summary>A source by its name.</summary>
    public Source? Find(string name) => _sources.FirstOrDefault(source => source.Name == name);

    /// <summary>The names of all sources.</summary>
    public IEnumerable<string> Names => _sources.Select(static source => source.Name);

    private int ClientOf(string name, BoundContract? contract, NameScope parameters)
    {
        if (contract?.Model.Client is not { } client)
            return -1;
        if (_contracts.IndexOf(contract) is var known and >= 0)
            return known;
        _contracts.Add(contract);
        _indexes.Add(new ModelIndex(contract.Model.Types, contract.Model.Namespace));
        _clients.Add(new WorkflowClientModel(
            name, contract.Model.SpecPath, contract.Model.Namespace + ".I" + client.Name, parameters.Take(Naming.Camel(name, "client")), contract.Model.Namespace));
        return _contracts.Count - 1;
    }

    private static BoundContract? ContractOf(BindingContext context, Located place, string url, IReadOnlyList<BoundContract> contracts)
    {
        if (context.Specs.TryResolve(context.Document, url, out var document, out _, out var reason)
            && contracts.FirstOrDefault(contract => contract.Document.Path == document.Path) is { } exact)
            return exact;

        // Published workflows name their sources by URL; a listed file of that name is meant.
        var file = SpecPath.FileName(url);
        var named = contracts.Where(contract => SpecPath.FileName(contract.Document.Path) == file).ToList();
        if (named.Count == 1)
            return named[0];

        context.Report(ReadingRules.Reference, FindingSeverity.Warning, place,
            reason.Length > 0 ? reason : $"`{Shown.Short(url)}` is no contract with operations.");
        return null;
    }
}
