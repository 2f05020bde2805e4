using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Webhooks;

/// <summary>Prints the receiver's interface and the dispatcher, which know no web framework.</summary>
internal static class DispatcherWriter
{
    private const string Callbacks = "global::ClientGen.Callbacks.";
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Cancellation = "global::System.Threading.CancellationToken cancellationToken";

    public static string Print(ContractModel contract, WebhookNames names, EmitOptions options)
    {
        var writer = GeneratedText.Begin(contract.Namespace);
        WriteReceiver(writer, contract, names, options);
        writer.Line();
        WriteDispatcher(writer, contract, names, options);
        return writer.ToString();
    }

    private static void WriteReceiver(SourceWriter writer, ContractModel contract, WebhookNames names, EmitOptions options)
    {
        OperationDocs.Lines(writer, "summary", $"Receives what the service of {contract.SpecPath} sends on its own account.");
        OperationDocs.Lines(writer, "remarks",
            "Called by several threads. The sender gets its acknowledgement when a method has returned; when it throws, the sender gets status 500 and may send again.");
        writer.Line(GeneratedText.Attribute(options.Version));
        using (writer.Block($"public interface {CSharp.Identifier(names.Receiver)}"))
        {
            foreach (var webhookEvent in Events(contract))
            {
                OperationDocs.Lines(writer, "summary", webhookEvent.Documentation.Trim().Length > 0 ? webhookEvent.Documentation : $"Receives {webhookEvent.Type.Name ?? "a callback"}.");
                writer.Line($$"""
                    /// <param name="callback">What the service says.</param>
                    /// <param name="cancellationToken">Cancelled when the sender has hung up.</param>
                    {{Task}} {{CSharp.Identifier(webhookEvent.Method)}}({{TypeName.Of(webhookEvent.Type, contract.Namespace)}} callback, {{Cancellation}});

                    """);
            }

            writer.Line($$"""
                /// <summary>Receives JSON that the contract does not describe, so that nothing is lost.</summary>
                /// <param name="callback">Where it came, and the JSON.</param>
                /// <param name="cancellationToken">Cancelled when the sender has hung up.</param>
                {{Task}} {{CSharp.Identifier(names.Unknown)}}({{Callbacks}}UnknownCallback callback, {{Cancellation}});
                """);
        }
    }

    // Equal names of two webhooks are one method.
    private static IEnumerable<WebhookEventModel> Events(ContractModel contract) =>
        contract.Webhooks.SelectMany(static webhook => webhook.Events).GroupBy(static e => e.Method, StringComparer.Ordinal).Select(static group => group.First());

    private static void WriteDispatcher(SourceWriter writer, ContractModel contract, WebhookNames names, EmitOptions options)
    {
        var name = CSharp.Identifier(names.Callbacks);
        OperationDocs.Lines(writer, "summary", $"Reads the callbacks of {contract.SpecPath}, checks who sent them, and hands each to its receiver once.");
        OperationDocs.Lines(writer, "remarks", "Needs no web framework. Safe to use from several threads.");
        writer.Line(GeneratedText.Attribute(options.Version));
        using var block = writer.Block($"public sealed class {name}");
        foreach (var webhook in contract.Webhooks)
            writer.Line(Rule(webhook));
        writer.Line($$"""

            private readonly {{CSharp.Identifier(names.Receiver)}} _receiver;
            private readonly {{Callbacks}}CallbackDispatcher _dispatcher;

            /// <summary>Makes a dispatcher.</summary>
            /// <param name="receiver">Receives what is read.</param>
            /// <param name="options">Settings; null for the defaults.</param>
            /// <exception cref="global::System.ArgumentException">An option is out of range.</exception>
            public {{name}}({{CSharp.Identifier(names.Receiver)}} receiver, {{Callbacks}}CallbackOptions? options = null)
            {
                _receiver = receiver ?? throw new global::System.ArgumentNullException(nameof(receiver));
                _dispatcher = new {{Callbacks}}CallbackDispatcher({{CSharp.Literal(names.Contract)}}, options ?? new {{Callbacks}}CallbackOptions());
            }
            """);
        foreach (var webhook in contract.Webhooks)
        {
            writer.Line();
            OperationDocs.Lines(writer, "summary", webhook.Documentation.Trim().Length > 0 ? webhook.Documentation : $"Handles the webhook {webhook.Id}.");
            OperationDocs.Lines(writer, "remarks", Remarks(webhook));
            writer.Line("/// <param name=\"request\">What came.</param>");
            writer.Line("/// <param name=\"cancellationToken\">Cancelled when the sender has hung up.</param>");
            writer.Line("/// <returns>What to answer; never an exception of the receiver.</returns>");
            writer.Line(FactText.Attribute("Callback", [CSharp.Literal(webhook.Id), $"typeof({TypeName.Of(webhook.Body, contract.Namespace)})"]));
            foreach (var attribute in ContractSource.Attribute(webhook.Source))
                writer.Line(attribute);
            var handler = CSharp.Identifier(webhook.Name);
            writer.Line($"public {Task}<{Callbacks}CallbackReply> {HandlerName(webhook)}({Callbacks}CallbackRequest request, {Cancellation} = default) =>");
            using (writer.Indent())
                writer.Line($"_dispatcher.HandleAsync({RuleName(webhook)}, request, Deliver{handler.TrimStart('@')}Async, cancellationToken);");
        }

        foreach (var webhook in contract.Webhooks)
            DeliveryWriter.Write(writer, contract, webhook, names);
    }

    private static string Remarks(WebhookModel webhook)
    {
        var proofs = webhook.Security.Where(static set => !set.IsEmpty).Select(static set => string.Join(" and ", set)).ToList();
        return (proofs.Count == 0 ? "" : $"The contract's proof of the sender is {string.Join(", or ", proofs)}; a verifier in the options checks it. ")
            + $"{webhook.Method}; contract: {webhook.Source}";
    }

    /// <summary>The dispatcher's public method for a webhook.</summary>
    public static string HandlerName(WebhookModel webhook) => CSharp.Identifier($"Handle{webhook.Name}Async");

    private static string RuleName(WebhookModel webhook) => CSharp.Identifier(webhook.Name + "Rule");

    private static string Rule(WebhookModel webhook)
    {
        var settings = new List<string>();
        if (!webhook.Security.IsEmpty)
        {
            var alternatives = webhook.Security.Select(static set =>
                set.IsEmpty ? "global::System.Array.Empty<string>()" : $"new string[] {{ {string.Join(", ", set.Select(CSharp.Literal))} }}");
            settings.Add($"Security = new string[][] {{ {string.Join(", ", alternatives)} }}");
        }

        settings.Add($"AnswerStatus = {CSharp.Literal(webhook.AnswerStatus)}");
        if (webhook.AnswerBody is { } body)
            settings.Add($"AnswerBody = {CSharp.Literal(body)}");
        return $"private static readonly {Callbacks}CallbackRule {RuleName(webhook)} = new({CSharp.Literal(webhook.Id)}, {CSharp.Literal(webhook.Method)}) {{ {string.Join(", ", settings)} }};";
    }
}
