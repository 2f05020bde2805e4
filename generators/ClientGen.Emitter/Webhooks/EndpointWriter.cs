using System.Text;
using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;

namespace ClientGen.Emitter.Webhooks;

/// <summary>Prints the ASP.NET Core endpoints of the callbacks, for compilations that reference routing.</summary>
internal static class EndpointWriter
{
    private const string AspNetCore = "global::Microsoft.AspNetCore.";
    private const string Callbacks = "global::ClientGen.Callbacks.";
    private const string Task = "global::System.Threading.Tasks.Task";

    public static string Print(ContractModel contract, WebhookNames names, EmitOptions options)
    {
        var locals = new NameScope("endpoints", "receiver", "options", "group", "callbacks", "context");
        var paths = contract.Webhooks.Select(webhook => (Webhook: webhook, Local: CSharp.Identifier(locals.Take(Naming.Camel(webhook.Name) + "Path")))).ToList();
        var writer = GeneratedText.Begin(contract.Namespace);
        OperationDocs.Lines(writer, "summary", $"ASP.NET Core endpoints for the callbacks of {contract.SpecPath}.");
        writer.Line(GeneratedText.Attribute(options.Version));
        using (writer.Block($"public static class {CSharp.Identifier(names.Endpoints)}"))
        {
            writer.Line($$"""
                /// <summary>Maps one endpoint for each webhook.</summary>
                /// <param name="endpoints">Where to map.</param>
                /// <param name="receiver">Receives the callbacks.</param>
                /// <param name="options">Settings, such as how senders are verified; null for the defaults.</param>
                """);
            foreach (var (webhook, local) in paths)
                OperationDocs.Lines(writer, $"param name=\"{local.TrimStart('@')}\"", $"The route of {webhook.Id}.");
            writer.Line("/// <returns>All the endpoints together, for conventions such as rate limits.</returns>");
            var parameters = string.Concat(paths.Select(static path => $", string {path.Local} = {CSharp.Literal(Route(path.Webhook.Id))}"));
            using (writer.Block(
                $"public static {AspNetCore}Builder.IEndpointConventionBuilder {CSharp.Identifier($"Map{names.Contract}Callbacks")}(this {AspNetCore}Routing.IEndpointRouteBuilder endpoints, "
                + $"{CSharp.Identifier(names.Receiver)} receiver, {Callbacks}CallbackOptions? options = null{parameters})"))
            {
                writer.Line($"var callbacks = new {CSharp.Identifier(names.Callbacks)}(receiver, options);");
                writer.Line($"var group = {AspNetCore}Builder.EndpointRouteBuilderExtensions.MapGroup(endpoints, \"\");");
                foreach (var (webhook, local) in paths)
                {
                    writer.Line($"{AspNetCore}Builder.EndpointRouteBuilderExtensions.MapMethods(group, {local}, new string[] {{ {CSharp.Literal(webhook.Method)} }}, "
                        + $"context => HandleAsync(context, callbacks.{DispatcherWriter.HandlerName(webhook)}));");
                }

                writer.Line("return group;");
            }

            writer.Line();
            using (writer.Block($"private static async {Task} HandleAsync({AspNetCore}Http.HttpContext context, "
                + $"global::System.Func<{Callbacks}CallbackRequest, global::System.Threading.CancellationToken, {Task}<{Callbacks}CallbackReply>> handle)"))
            {
                writer.Line($$"""
                    var request = new {{Callbacks}}CallbackRequest(
                        context.Request.Method,
                        {{AspNetCore}}Http.Extensions.UriHelper.GetEncodedUrl(context.Request),
                        name => context.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null,
                        context.Request.Body);
                    var reply = await handle(request, context.RequestAborted).ConfigureAwait(false);
                    context.Response.StatusCode = reply.Status;
                    if (reply.Body.IsEmpty)
                        return;
                    context.Response.ContentType = reply.ContentType;
                    context.Response.ContentLength = reply.Body.Length;
                    await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
                    """);
            }
        }

        return writer.ToString();
    }

    // The webhook's id as a path; braces and the like would mean something to the router.
    private static string Route(string id)
    {
        var route = new StringBuilder("/");
        foreach (var c in id)
            route.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' ? c : '-');
        return route.Length == 1 ? "/callback" : route.ToString();
    }
}
