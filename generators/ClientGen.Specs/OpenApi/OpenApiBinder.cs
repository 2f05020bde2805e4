using ClientGen.Specs.Arazzo;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;
using ClientGen.Specs.Schemas;

namespace ClientGen.Specs.OpenApi;

/// <summary>Binds an OpenAPI 3.0 or 3.1 document to the contract model.</summary>
public static class OpenApiBinder
{
    /// <summary>Binds a document; what cannot be bound is a finding and the rest is there.</summary>
    public static ContractModel Bind(BindingContext context)
    {
        var root = new Located(context.Document, context.Document.Root);
        var name = ContractNames.TakeClient(context);

        ExtensionKeys.Check(context);
        var schemas = new SchemaBinder(context);
        var security = new SecurityBinder(context);
        security.BindSchemes(root);
        SetOwners(root, schemas);
        if (root.Child("components")?.Child("schemas") is { } components)
            schemas.ReserveComponents(components);

        var servers = new ServerBinder(root);
        var pending = new OperationBinder(context, schemas, security, servers).Bind(root);
        var webhooks = new WebhookBinder(context, schemas, security);
        var callbacks = webhooks.Bind(root);
        schemas.BuildAll();

        var types = schemas.Types;
        var index = new ModelIndex(types);
        var success = new SuccessBinder(context, index);
        var client = new ClientModel(
            name,
            (root.Child("info") ?? default).Text("description") ?? (root.Child("info") ?? default).Text("title") ?? "",
            pending.Select(operation => operation.Model with { Success = success.Bind(operation.Node, root, SuccessBody(operation.Model)) }).ToEquatableArray(),
            default,
            security.Schemes,
            servers.Servers);

        return new ContractModel(
            context.FileName, context.Namespace, pending.Count > 0 ? client : null, types,
            callbacks.Select(callback => callback.Model with { Events = WebhookBinder.Events(callback.Model, index) }).ToEquatableArray(), default, null);
    }

    private static TypeRef? SuccessBody(OperationModel operation) =>
        operation.Answers.Where(static answer => answer is { IsSuccess: true, Form: BodyForm.Json }).Select(static answer => answer.Type).FirstOrDefault();

    // What several operations share is named after itself, not after the operation that mentions it first.
    private static void SetOwners(Located root, SchemaBinder schemas)
    {
        if (root.Child("components") is not { } components)
            return;
        foreach (var section in new[] { "responses", "requestBodies", "parameters", "headers" })
        {
            foreach (var (entry, node) in components.Entries(section))
                schemas.SetOwner(node.Node, Naming.Pascal(entry.Key));
        }
    }
}
