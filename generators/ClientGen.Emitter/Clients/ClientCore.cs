using System.Globalization;
using System.Text;
using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>Prints what a client has beside its operations: construction, settings, names of security schemes, servers.</summary>
internal static class ClientCore
{
    private const string Http = "global::ClientGen.Http.";

    public static string Print(ClientContext context)
    {
        var writer = GeneratedText.Begin(context.Contract.Namespace);
        WriteInterface(writer, context);
        writer.Line();
        WriteClass(writer, context);
        return writer.ToString();
    }

    private static void WriteInterface(SourceWriter writer, ClientContext context)
    {
        WriteSummary(writer, context);
        writer.Line(context.GeneratedCode);
        WriteFacts(writer, context);
        using (writer.Block($"public partial interface {CSharp.Identifier(context.Names.Interface)}"))
        {
            writer.Line($$"""
                /// <summary>The same client with other settings for all of its calls.</summary>
                /// <param name="options">What differs.</param>
                {{CSharp.Identifier(context.Names.Interface)}} With(global::ClientGen.CallOptions options);
                """);
            foreach (var machine in context.Contract.Lifecycles.Where(ClientContext.IsPerClient))
            {
                writer.Line();
                OperationDocs.Lines(writer, "summary", MachineSummary(machine));
                writer.Line($"{CSharp.Identifier(machine.MachineName)} {CSharp.Identifier(context.Names.Machine(machine))} {{ get; }}");
            }
        }
    }

    private static void WriteClass(SourceWriter writer, ClientContext context)
    {
        var name = CSharp.Identifier(context.Names.Client);
        var machines = context.Contract.Lifecycles.Where(ClientContext.IsPerClient).ToList();
        WriteSummary(writer, context);
        writer.Line(context.GeneratedCode);
        WriteFacts(writer, context);
        using var block = writer.Block($"public sealed partial class {name} : {CSharp.Identifier(context.Names.Interface)}");
        WriteSchemes(writer, context);
        WriteServers(writer, context);
        WriteInfo(writer, context);
        WriteShared(writer, context);
        writer.Line($$"""

            private readonly {{Http}}ApiPipeline _pipeline;

            /// <summary>Makes a client.</summary>
            /// <param name="invoker">Sends the requests, such as an HttpClient; not disposed with the client, which holds nothing else.</param>
            /// <param name="options">Settings; null for the defaults. They are read once, here.</param>
            /// <exception cref="global::System.ArgumentException">An option is out of range, or the HttpClient gives up before the longest call may end.</exception>
            public {{name}}(global::System.Net.Http.HttpMessageInvoker invoker, global::ClientGen.ApiClientOptions? options = null)
                : this(new {{Http}}ApiPipeline(invoker, Info, options ?? new global::ClientGen.ApiClientOptions()){{string.Concat(machines.Select(static m => $", new {CSharp.Identifier(m.MachineName)}()"))}})
            {
            }

            """);
        using (writer.Block($"private {name}({Http}ApiPipeline pipeline{string.Concat(machines.Select(static m => $", {CSharp.Identifier(m.MachineName)} {Local(m)}"))})"))
        {
            writer.Line("_pipeline = pipeline;");
            foreach (var machine in machines)
                writer.Line($"{CSharp.Identifier(context.Names.Machine(machine))} = {Local(machine)};");
        }

        foreach (var machine in machines)
        {
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public {CSharp.Identifier(machine.MachineName)} {CSharp.Identifier(context.Names.Machine(machine))} {{ get; }}");
        }

        writer.Line($$"""

            /// <inheritdoc/>
            public {{CSharp.Identifier(context.Names.Interface)}} With(global::ClientGen.CallOptions options) => new {{name}}(_pipeline.With(options){{string.Concat(machines.Select(m => ", " + CSharp.Identifier(context.Names.Machine(m))))}});
            """);
    }

    private static string Local(LifecycleModel machine) => CSharp.Identifier("machine" + machine.Name);

    private static string MachineSummary(LifecycleModel machine) =>
        $"The state of {machine.Id} as this client knows it; shared by all that With returns.{(machine.Documentation.Length > 0 ? " " + machine.Documentation : "")}";

    private static void WriteSummary(SourceWriter writer, ClientContext context)
    {
        OperationDocs.Lines(writer, "summary", context.Client.Documentation.Trim().Length > 0 ? context.Client.Documentation : $"The client of {context.Contract.SpecPath}.");
        OperationDocs.Lines(writer, "remarks", "Safe to use from several threads. Besides what its methods say, each can throw DeadlineExceededException, TransportException, CredentialException, "
            + $"MalformedAnswerException and AnswerTooLargeException. Compiled from {context.Contract.SpecPath}.");
    }

    private static void WriteFacts(SourceWriter writer, ClientContext context)
    {
        foreach (var attribute in FactText.Attributes(context.Client.Facts))
            writer.Line(attribute);
    }

    private static void WriteSchemes(SourceWriter writer, ClientContext context)
    {
        if (context.Client.Schemes.IsEmpty)
            return;
        writer.Line("/// <summary>Names of the credentials that the service asks for.</summary>");
        using (writer.Block($"public static class {context.Names.Schemes}"))
        {
            foreach (var scheme in context.Client.Schemes)
            {
                OperationDocs.Lines(writer, "summary", SchemeSummary(scheme));
                if (scheme.LifetimeSeconds is { } seconds)
                    writer.Line(FactText.Attribute("TokenLifetime", [CSharp.Literal(seconds)]));
                writer.Line($"public const string {ClientNames.Constant(scheme.MemberName, context.Names.Schemes)} = {CSharp.Literal(scheme.Name)};");
            }
        }

        writer.Line();
    }

    private static string SchemeSummary(SecuritySchemeModel scheme)
    {
        var text = new StringBuilder(scheme.Documentation.Trim());
        if (text.Length > 0 && text[text.Length - 1] is not ('.' or '!' or '?'))
            text.Append('.');
        var travels = scheme.Kind switch
        {
            SecurityKind.Bearer => "Sent as Authorization: Bearer.",
            SecurityKind.Basic => "Sent as Authorization: Basic.",
            SecurityKind.ApiKeyHeader => $"Sent in the header {scheme.ParameterName}.",
            SecurityKind.ApiKeyQuery => $"Sent in the query as {scheme.ParameterName}.",
            SecurityKind.ApiKeyCookie => $"Sent in the cookie {scheme.ParameterName}.",
            _ => "Needs a signer of your own.",
        };
        text.Append(text.Length > 0 ? " " : "").Append(travels);
        if (scheme.LifetimeSeconds is { } seconds)
            text.Append(" Lives for ").Append(seconds.ToString(CultureInfo.InvariantCulture)).Append(" s.");
        if (scheme.RotatedByHeader is { } header)
            text.Append(" The server may replace it in the answer header ").Append(header).Append('.');
        return text.ToString();
    }

    private static void WriteServers(SourceWriter writer, ClientContext context)
    {
        if (context.Client.Servers.IsEmpty)
            return;
        writer.Line("/// <summary>The servers that the contract names.</summary>");
        using (writer.Block($"public static class {context.Names.Servers}"))
        {
            foreach (var server in context.Client.Servers)
            {
                OperationDocs.Lines(writer, "summary", server.Documentation.Trim().Length > 0 ? server.Documentation : $"The server {server.Url}.");
                ServerText.Write(writer, server, context.Names.Servers);
            }
        }

        writer.Line();
    }

    private static void WriteInfo(SourceWriter writer, ClientContext context)
    {
        using (writer.Block($"private static readonly {Http}ClientInfo Info = new({CSharp.Literal(context.Names.Client)})", ";"))
        {
            if (!context.Client.Servers.IsEmpty)
                writer.Line($"Servers = new {Http}ServerInfo[] {{ {string.Join(", ", context.Client.Servers.Select(ServerText.Info))} }},");
            if (!context.Client.Schemes.IsEmpty)
            {
                using (writer.Block($"Schemes = new {Http}SecurityScheme[]", ","))
                {
                    foreach (var scheme in context.Client.Schemes)
                        writer.Line(Scheme(scheme, context.Names) + ",");
                }
            }

            var longest = context.Client.Operations.Where(static o => o.LongPoll is not null).Max(static o => (int?)(o.DeadlineMilliseconds ?? o.LongPoll!.MinTimeoutMilliseconds));
            if (longest is { } milliseconds)
                writer.Line($"LongestPollMilliseconds = {CSharp.Literal(milliseconds)},");
        }
    }

    private static void WriteShared(SourceWriter writer, ClientContext context)
    {
        var declarations = context.Shared.Declarations().ToList();
        if (declarations.Count == 0)
            return;
        writer.Line();
        using (writer.Block($"private static class {context.Names.Shared}"))
        {
            foreach (var declaration in declarations)
                writer.Line(declaration);
        }
    }

    private static string Scheme(SecuritySchemeModel scheme, ClientNames names)
    {
        var extra = new List<string>();
        if (scheme.RotatedByHeader is { } header)
            extra.Add($"RotatedByHeader = {CSharp.Literal(header)}");
        if (scheme.LifetimeSeconds is { } seconds)
            extra.Add($"LifetimeSeconds = {CSharp.Literal(seconds)}");
        return $"new({names.Schemes}.{ClientNames.Constant(scheme.MemberName, names.Schemes)}, {Http}SecurityKind.{scheme.Kind}"
            + (scheme.ParameterName is { } name ? $", {CSharp.Literal(name)})" : ")")
            + (extra.Count > 0 ? $" {{ {string.Join(", ", extra)} }}" : "");
    }
}
