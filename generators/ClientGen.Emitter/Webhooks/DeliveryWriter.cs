using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Webhooks;

/// <summary>Prints how a body finds its method: first as what its own webhook sends, then as what the others send, and else as unknown.</summary>
internal static class DeliveryWriter
{
    private const string Body = "global::ClientGen.Callbacks.CallbackBody body";
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Cancellation = "global::System.Threading.CancellationToken cancellationToken";

    public static void Write(SourceWriter writer, ContractModel contract, WebhookModel webhook, WebhookNames names)
    {
        writer.Line();
        using (writer.Block($"private async {Task} Deliver{Name(webhook)}Async({Body}, {Cancellation})"))
        {
            var attempts = contract.Webhooks.Where(other => other == webhook || IsDistinct(contract, other.Body))
                .OrderBy(other => other == webhook ? 0 : 1)
                .Select(static other => $"await Try{Name(other)}Async(body, cancellationToken).ConfigureAwait(false)");
            writer.Line($"if ({string.Join(" || ", attempts)})");
            using (writer.Indent())
                writer.Line("return;");
            writer.Line($"await _receiver.{CSharp.Identifier(names.Unknown)}(new global::ClientGen.Callbacks.UnknownCallback({CSharp.Literal(webhook.Id)}, body.Json), cancellationToken).ConfigureAwait(false);");
        }

        writer.Line();
        using (writer.Block($"private async {Task}<bool> Try{Name(webhook)}Async({Body}, {Cancellation})"))
        {
            var codec = CodecExpression.Of(webhook.Body, contract.Namespace);
            var tags = string.Concat(Constants(contract, webhook.Body).Select(static constant =>
                $" || !body.Has({CSharp.Literal(constant.Name)}, {CSharp.Literal(constant.Text)})"));
            writer.Line($"if (!body.TryRead({codec}, out var callback){tags})");
            using (writer.Indent())
                writer.Line("return false;");
            if (contract.Types.FirstOrDefault(type => type.Name == webhook.Body.Name) is UnionModel)
                WriteCases(writer, contract, webhook);
            else
                WritePlain(writer, webhook);
        }
    }

    private static void WriteCases(SourceWriter writer, ContractModel contract, WebhookModel webhook)
    {
        using (writer.Block("switch (callback)"))
        {
            foreach (var each in webhook.Events)
            {
                writer.Line($$"""
                    case {{TypeName.NotNull(each.Type, contract.Namespace)}} known:
                        await _receiver.{{CSharp.Identifier(each.Method)}}(known, cancellationToken).ConfigureAwait(false);
                        return true;
                    """);
            }

            writer.Line("default:");
            using (writer.Indent())
                writer.Line("return false;");
        }
    }

    private static void WritePlain(SourceWriter writer, WebhookModel webhook)
    {
        foreach (var each in webhook.Events)
            writer.Line($"await _receiver.{CSharp.Identifier(each.Method)}(callback, cancellationToken).ConfigureAwait(false);");
        writer.Line("return true;");
    }

    /// <summary>Whether JSON that reads as the type was very likely meant as it: a union knows its cases, an object its required members.</summary>
    private static bool IsDistinct(ContractModel contract, TypeRef type) => contract.Types.FirstOrDefault(found => found.Name == type.Name) switch
    {
        UnionModel union => union.Kind == UnionKind.Tagged,
        ObjectModel model => model.Properties.Any(static property => property.Required),
        _ => false,
    };

    // Members with one allowed text say what the body is; reading is tolerant of others, delivering is not.
    private static IEnumerable<(string Name, string Text)> Constants(ContractModel contract, TypeRef type)
    {
        if (contract.Types.FirstOrDefault(found => found.Name == type.Name) is not ObjectModel model)
            yield break;
        foreach (var property in model.Properties)
        {
            if (property is { Required: true, Constant: { } json } && JsonText.Scalar(json)?.AsString is { } text)
                yield return (property.JsonName, text);
        }
    }

    private static string Name(WebhookModel webhook) => CSharp.Identifier(webhook.Name).TrimStart('@');
}
