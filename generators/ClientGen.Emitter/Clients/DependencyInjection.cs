using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;

namespace ClientGen.Emitter.Clients;

/// <summary>Prints the registration of a client, for compilations that reference dependency injection.</summary>
internal static class DependencyInjection
{
    private const string Builder = "global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";

    public static string Print(ClientContext context)
    {
        var client = CSharp.Identifier(context.Names.Client);
        var @interface = CSharp.Identifier(context.Names.Interface);
        var type = context.Names.TakeType(context.Names.Client + "Registration");
        var writer = GeneratedText.Begin(context.Contract.Namespace);
        writer.Line($"/// <summary>Registration of <see cref=\"{client}\"/>.</summary>");
        writer.Line(context.GeneratedCode);
        using (writer.Block($"public static class {CSharp.Identifier(type)}"))
        {
            writer.Line($$"""
                /// <summary>Registers <see cref="{{client}}"/> and <see cref="{{@interface}}"/> over <c>IHttpClientFactory</c>, whose own time-out is switched off: the contract's deadlines rule.</summary>
                /// <param name="services">Where to register.</param>
                /// <param name="configure">Changes the settings; null for the defaults. They are checked when the application starts.</param>
                /// <returns>The builder of the <c>HttpClient</c>, for handlers of one's own.</returns>
                """);
            writer.Line(FactText.Attribute("RegistersClient", [$"typeof({client})", CSharp.Literal(context.Names.Client)]));
            writer.Line($"public static {Builder} {CSharp.Identifier("Add" + context.Names.Client)}(this {Services} services, global::System.Action<global::ClientGen.ApiClientOptions>? configure = null) =>");
            using (writer.Indent())
                writer.Line($"global::Microsoft.Extensions.DependencyInjection.ClientGenServiceCollectionExtensions.AddClientGenClient<{@interface}, {client}>(services, {CSharp.Literal(context.Names.Client)}, static (invoker, options) => new {client}(invoker, options), configure);");
        }

        return writer.ToString();
    }
}
