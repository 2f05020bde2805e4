using ClientGen.Specs.Arazzo;
using ClientGen.Specs.AsyncApi;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.OpenApi;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.Arazzo;

/// <summary>Contracts and workflows, bound together as a build does it.</summary>
internal sealed class Contracts
{
    private readonly List<BoundContract> _contracts = [];
    private readonly List<Finding> _findings = [];

    private Contracts(IEnumerable<(string Path, string Text)> files)
    {
        var documents = files.Select(file => SpecReader.Read(file.Path, file.Text, TestContext.Current.CancellationToken)).ToList();
        var specs = new SpecSet(documents);
        foreach (var document in documents.OrderBy(document => document.Kind is SpecKind.Arazzo10 or SpecKind.Arazzo11))
        {
            var context = new BindingContext(specs, document, "Test." + ContractNames.Contract(BindingContext.FileNameOf(document)), TestContext.Current.CancellationToken);
            ContractModel? model = document.Kind switch
            {
                SpecKind.OpenApi30 or SpecKind.OpenApi31 => OpenApiBinder.Bind(context),
                SpecKind.AsyncApi30 => AsyncApiBinder.Bind(context),
                SpecKind.Arazzo10 or SpecKind.Arazzo11 => ArazzoBinder.Bind(context, _contracts),
                _ => null,
            };
            if (model is not null)
                _contracts.Add(new BoundContract(document, model));
            _findings.AddRange(document.Findings);
            _findings.AddRange(context.Findings);
        }
    }

    /// <summary>Everything that was found.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The contracts with documents.</summary>
    public IReadOnlyList<BoundContract> All => _contracts;

    /// <summary>The workflows of the last document that has some.</summary>
    public WorkflowDocumentModel Workflows => _contracts.Last(contract => contract.Model.Workflows is not null).Model.Workflows!;

    public static Contracts Of(params (string Path, string Text)[] files) => new(files);

    /// <summary>A contract as it was bound.</summary>
    public ContractModel this[string path] => _contracts.Single(contract => contract.Document.Path == path).Model;

    /// <summary>A workflow by its id.</summary>
    public WorkflowModel Workflow(string id) => Workflows.Workflows.Single(workflow => workflow.Id == id);
}
