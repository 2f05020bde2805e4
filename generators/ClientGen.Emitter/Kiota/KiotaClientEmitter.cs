using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Kiota;

/// <summary>Prints the constructor of a client over Kiota's request adapter.</summary>
internal static class KiotaClientEmitter
{
    public static string Print(ClientContext context)
    {
        var writer = KiotaText.Begin(context.Contract.Namespace);
        var name = CSharp.Identifier(context.Names.Client);
        var machines = context.Contract.Lifecycles.Where(ClientContext.IsPerClient).Select(static machine => $", new {CSharp.Identifier(machine.MachineName)}()");
        using (writer.Block($"public sealed partial class {name}"))
        {
            writer.Line($$"""
                /// <summary>Makes a client that sends through Kiota: its authentication, middleware and base URL are those of the adapter.</summary>
                /// <param name="adapter">Sends the requests and authenticates them; not disposed with the client.</param>
                /// <param name="options">
                /// Settings; null for the defaults. They are read once, here. Credentials in them are sent as well; those that are missing are the
                /// adapter's business. A base address in them wins over the adapter's, which wins over the contract's.
                /// </param>
                /// <exception cref="global::System.ArgumentException">An option is out of range, or the adapter's base URL is none.</exception>
                public {{name}}(global::Microsoft.Kiota.Abstractions.IRequestAdapter adapter, global::ClientGen.ApiClientOptions? options = null)
                    : this(new global::ClientGen.Http.ApiPipeline(global::ClientGen.Kiota.KiotaTransport.Over(adapter), Info, options ?? new global::ClientGen.ApiClientOptions(), invokerAuthenticates: true){{string.Concat(machines)}})
                {
                }
                """);
        }

        return writer.ToString();
    }
}
