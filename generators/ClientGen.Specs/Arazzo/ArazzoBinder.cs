using ClientGen.Specs.Binding;
using ClientGen.Specs.Lifecycles;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;
using ClientGen.Specs.Schemas;

namespace ClientGen.Specs.Arazzo;

/// <summary>Binds an Arazzo 1.0 or 1.1 document to the contract model.</summary>
public static class ArazzoBinder
{
    private static readonly string[] MemberNames = ["Equals", "GetHashCode", "ToString", "GetType"];

    /// <summary>Binds a document; what cannot be bound is a finding and the rest is there.</summary>
    /// <param name="context">The document and the files of the build.</param>
    /// <param name="contracts">The contracts that its steps can call, already bound.</param>
    public static ContractModel Bind(BindingContext context, IReadOnlyList<BoundContract> contracts)
    {
        var root = new Located(context.Document, context.Document.Root);
        WorkflowHeader.CheckKeys(context, root, "x-clientgen-lifecycle");
        var name = context.TypeNames.Take(ContractNames.Contract(context.FileName) + "Workflows");
        var sources = new Sources(context, root, contracts);

        var nodes = Workflows(context, root);
        var schemas = new SchemaBinder(context);
        var inputs = BindInputs(context, root, schemas, nodes);
        schemas.BuildAll();
        var types = schemas.Types;
        var lifecycles = LifecycleBinder.Bind(context, types);

        var methods = new NameScope([name, .. MemberNames]);
        var methodNames = nodes.ToDictionary(static pair => pair.Key, pair => methods.Take(Naming.Pascal(pair.Key, "Workflow")), StringComparer.Ordinal);
        var world = new TypeWorld([new ModelIndex(types, context.Namespace), .. sources.Indexes]);
        var own = new ModelIndex(types, context.Namespace);
        var records = inputs.Where(pair => own.Find(pair.Value.Name) is ObjectModel).ToDictionary(static pair => pair.Key, pair => own.Qualify(pair.Value), StringComparer.Ordinal);

        // A workflow may use the outputs of one that stands below it, so each is bound when it is first asked for.
        var bound = new Dictionary<string, WorkflowModel?>(StringComparer.Ordinal);
        WorkflowBinder? binder = null;
        var document = new WorkflowDocument(root, sources, world, BindOnce);
        foreach (var pair in nodes)
            document.TryAdd(pair.Key, pair.Value);
        binder = new WorkflowBinder(
            context, document, records, methodNames, [.. lifecycles, .. sources.Callable.SelectMany(static source => source.Contract!.Model.Lifecycles)]);
        var workflows = nodes.Keys.Select(BindOnce).OfType<WorkflowModel>().ToEquatableArray();

        var info = root.Child("info") ?? default;
        return new ContractModel(
            context.FileName, context.Namespace, null, types, default, lifecycles,
            new WorkflowDocumentModel(name, info.Text("description") ?? info.Text("summary") ?? info.Text("title") ?? "", sources.Clients.ToEquatableArray(), workflows));

        WorkflowModel? BindOnce(string id)
        {
            if (bound.TryGetValue(id, out var known))
                return known;
            bound[id] = null;
            return bound[id] = binder!.Bind(id, nodes[id]);
        }
    }

    private static Dictionary<string, Located> Workflows(BindingContext context, Located root)
    {
        var workflows = new Dictionary<string, Located>(StringComparer.Ordinal);
        if (root.Child("workflows")?.Node is not SpecSequence)
            context.Report(BindingRules.Shape, FindingSeverity.Error, root, "An Arazzo document needs a list of `workflows`.");
        foreach (var node in root.Items("workflows"))
        {
            if (node.Text("workflowId") is not { Length: > 0 } id)
                context.Report(BindingRules.Shape, FindingSeverity.Error, node, "A workflow needs a `workflowId`.");
            else if (workflows.ContainsKey(id))
                context.Report(WorkflowRules.Duplicate, FindingSeverity.Error, node.Child("workflowId")!.Value,
                    $"`{Shown.Short(id)}` is the workflowId of an earlier workflow too. This one is left out; choose another name.");
            else
                workflows.Add(id, node);
        }

        return workflows;
    }

    private static Dictionary<string, TypeRef> BindInputs(BindingContext context, Located root, SchemaBinder schemas, Dictionary<string, Located> workflows)
    {
        var inputs = new Dictionary<string, TypeRef>(StringComparer.Ordinal);
        foreach (var pair in workflows)
        {
            if (pair.Value.Child("inputs") is { } schema && schema.Mapping?.Contains("$ref") == false)
                schemas.SetOwner(schema.Node, Naming.Pascal(pair.Key, "Workflow") + "Inputs");
        }

        if ((root.Child("components") ?? default).Child("inputs") is { } components)
            schemas.ReserveComponents(components);
        foreach (var pair in workflows)
        {
            if (pair.Value.Child("inputs") is { } schema)
                inputs[pair.Key] = schemas.Bind(schema) with { Nullable = false };
        }

        return inputs;
    }
}
