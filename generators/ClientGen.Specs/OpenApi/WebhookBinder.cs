using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;
using ClientGen.Specs.Schemas;

namespace ClientGen.Specs.OpenApi;

/// <summary>A webhook whose events wait until its types are built.</summary>
internal sealed record PendingWebhook(WebhookModel Model, Located Node);

/// <summary>Binds <c>webhooks</c> and the <c>callbacks</c> of operations: calls that the service makes to us.</summary>
internal sealed class WebhookBinder(BindingContext context, SchemaBinder schemas, SecurityBinder security)
{
    private readonly NameScope _names = new();

    /// <summary>Binds all of them, webhooks first.</summary>
    public List<PendingWebhook> Bind(Located root)
    {
        var found = new List<PendingWebhook>();
        foreach (var (entry, written) in root.Entries("webhooks"))
            Bind(root, entry.Key, written, found);

        foreach (var (_, path) in root.Entries("paths"))
        {
            foreach (var (_, operation) in (context.Resolve(path) ?? default).Entries())
            {
                foreach (var (callback, expressions) in operation.Entries("callbacks"))
                {
                    if (context.Resolve(expressions) is not { } resolved)
                        continue;
                    foreach (var (_, item) in resolved.Entries().Where(_ => context.Step()))
                        Bind(root, callback.Key, item, found);
                }
            }
        }

        return found;
    }

    private void Bind(Located root, string id, Located written, List<PendingWebhook> found)
    {
        if (context.Resolve(written) is not { } pathItem)
            return;
        foreach (var (method, operation) in pathItem.Entries())
        {
            if (method.Key is not ("post" or "put" or "patch") || operation.Child("requestBody") is null)
                continue;

            var name = _names.Take(Naming.Pascal(id, "Callback"), Naming.Pascal(id, "Callback") + Naming.Pascal(method.Key));
            schemas.SetOwner(operation.Node, name);
            var body = new BodyBinder(context, schemas).BindRequest(operation.Child("requestBody"), new NameScope());
            if (body?.Form != BodyForm.Json)
            {
                context.Report(BindingRules.Body, FindingSeverity.Warning, operation,
                    $"The webhook `{id}` has no JSON body, so no receiver is generated for it. Describe the body as `application/json`.");
                continue;
            }

            var (status, answer) = Acknowledgement(operation);
            found.Add(new PendingWebhook(
                new WebhookModel(
                    id, name, method.Key.ToUpperInvariant(), body.Type!, default, security.Requirements(operation, root), status, answer,
                    operation.Text("description") ?? operation.Text("summary") ?? "", context.SourceOf(operation)),
                operation));
        }
    }

    private (int Status, string? Body) Acknowledgement(Located operation)
    {
        foreach (var (entry, written) in operation.Entries("responses"))
        {
            if (entry.Key.Length != 3 || entry.Key[0] != '2' || !int.TryParse(entry.Key, out var status) || context.Resolve(written) is not { } answer)
                continue;
            var media = answer.Entries("content").Select(static item => item.Value).FirstOrDefault();
            return (status, media.Mapping is null ? null : Example(media));
        }

        return (200, null);
    }

    private string? Example(Located media)
    {
        if (media.Child("example") is { } example)
            return JsonLiteral.Of(example.Node);
        foreach (var (_, written) in media.Entries("examples"))
        {
            if (context.Resolve(written)?.Child("value") is { } value)
                return JsonLiteral.Of(value.Node);
        }

        return null;
    }

    /// <summary>The receiver's methods of a webhook: one for each case of a union, else one.</summary>
    public static EquatableArray<WebhookEventModel> Events(WebhookModel webhook, Arazzo.ModelIndex types)
    {
        if (webhook.Body.Kind == TypeKind.Named && types.Find(webhook.Body.Name) is UnionModel union)
        {
            return union.Cases.Select(static item => new WebhookEventModel(
                "On" + item.Name + "Async", item.IsWrapper ? new TypeRef(TypeKind.Named, item.Name) : item.Type, item.Documentation)).ToEquatableArray();
        }

        var name = webhook.Body.Name ?? webhook.Name;
        return EquatableArray.Of(new WebhookEventModel("On" + name + "Async", webhook.Body, webhook.Documentation));
    }
}
