using ClientGen.Specs.Arazzo;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Lifecycles;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.OpenApi;
using ClientGen.Specs.Reading;
using ClientGen.Specs.Schemas;

namespace ClientGen.Specs.AsyncApi;

/// <summary>
/// Binds an AsyncAPI 3.0 document whose transport is HTTP: <c>send</c> operations become calls, <c>receive</c> operations on a channel
/// with <c>x-clientgen-sse</c> become event streams.
/// </summary>
public static class AsyncApiBinder
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
        var messages = new MessageBinder(context, schemas);
        messages.SetOwners(root);
        if (root.Child("components")?.Child("schemas") is { } components)
            schemas.ReserveComponents(components);

        var servers = new ServerBinder(context, root);
        var channels = new ChannelOperationBinder(context, security, messages, servers);
        channels.Bind(root);
        messages.BindUnused(root);
        schemas.BuildAll();

        var types = schemas.Types;
        var lifecycles = LifecycleBinder.Bind(context, types, [.. channels.Operations.Select(static operation => operation.Model.Id), .. channels.Streams.Select(static stream => stream.Id)]);
        var success = new SuccessBinder(context, new ModelIndex(types));
        var operations = channels.Operations.Select(operation => operation.Model with
        {
            Success = success.Bind(operation.Node, root, operation.Model.Answers.Select(static answer => answer.Type).FirstOrDefault(static type => type is not null)),
            Lifecycle = lifecycles.FirstOrDefault(machine => machine.Moves.Any(move => move.On == operation.Model.Id))?.Name,
        }).ToEquatableArray();
        var client = new ClientModel(
            name, (root.Child("info") ?? default).Text("description") ?? (root.Child("info") ?? default).Text("title") ?? "",
            operations, channels.Streams.ToEquatableArray(), security.Schemes, servers.Servers);
        return new ContractModel(
            context.FileName, context.Namespace, operations.Count + channels.Streams.Count > 0 ? client : null, types, default, lifecycles, null);
    }
}
