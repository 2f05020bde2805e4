using ClientGen.Emitter.Clients;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Webhooks;

/// <summary>Prints what receives the calls that a service makes to us: a typed receiver, a dispatcher, and endpoints where ASP.NET Core is there.</summary>
public static class WebhookEmitter
{
    /// <summary>Prints the files; nothing when the contract has no webhooks.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="options">What the consuming compilation offers.</param>
    /// <param name="cancellationToken">Looked at between files.</param>
    public static EquatableArray<GeneratedFile> Emit(ContractModel contract, EmitOptions options, CancellationToken cancellationToken)
    {
        if (contract.Webhooks.IsEmpty)
            return default;

        cancellationToken.ThrowIfCancellationRequested();
        var names = new WebhookNames(contract, ClientNames.Of(contract));
        return EquatableArray.Of(new GeneratedFile("Webhooks.g.cs", DispatcherWriter.Print(contract, names, options)))
            .Concat(EmitEndpoints(contract, options)).ToEquatableArray();
    }

    /// <summary>Prints the endpoints only; nothing when the contract has no webhooks or ASP.NET Core is not there.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="options">What the consuming compilation offers.</param>
    public static EquatableArray<GeneratedFile> EmitEndpoints(ContractModel contract, EmitOptions options) =>
        options.AspNetCore && !contract.Webhooks.IsEmpty
            ? EquatableArray.Of(new GeneratedFile("Webhooks-AspNetCore.g.cs", EndpointWriter.Print(contract, new WebhookNames(contract, ClientNames.Of(contract)), options)))
            : default;
}
