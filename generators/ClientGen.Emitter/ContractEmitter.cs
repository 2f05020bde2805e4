using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Kiota;
using ClientGen.Emitter.Lifecycles;
using ClientGen.Emitter.Types;
using ClientGen.Emitter.Webhooks;
using ClientGen.Emitter.Workflows;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter;

/// <summary>Prints everything that a contract compiles into.</summary>
/// <remarks>Pure: equal models give equal texts. Safe to use from many threads.</remarks>
public static class ContractEmitter
{
    /// <summary>All files of all contracts of a build: what the generator hands the compiler.</summary>
    /// <param name="contracts">What the contracts mean.</param>
    /// <param name="options">What the consuming compilation offers.</param>
    /// <param name="cancellationToken">Ends the printing between two files.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static EquatableArray<GeneratedFile> EmitAll(BoundContracts contracts, EmitOptions options, CancellationToken cancellationToken) =>
        contracts.Models.SelectMany(model => Emit(model, options, cancellationToken))
            .Concat(contracts.Workflows.SelectMany(workflows => EmitWorkflows(workflows, options, cancellationToken)))
            .Concat(contracts.Endpoints.SelectMany(model => EmitEndpoints(model, options, cancellationToken)))
            .Concat(EmitSupport(contracts.Models.Count > 0, options))
            .ToEquatableArray();

    /// <summary>All files of a contract, types included, workflows left out: these need the contracts that they call.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="options">What the consuming compilation offers.</param>
    /// <param name="cancellationToken">Ends the printing between two files.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static EquatableArray<GeneratedFile> Emit(ContractModel contract, EmitOptions options, CancellationToken cancellationToken) =>
        Named(contract, TypeEmitter.Emit(contract, options.Version, cancellationToken, options.Kiota))
            .Concat(EmitClients(contract, options, cancellationToken))
            .ToEquatableArray();

    /// <summary>The files of a contract without its types, which a generator prints group by group.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="options">What the consuming compilation offers.</param>
    /// <param name="cancellationToken">Ends the printing between two files.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static EquatableArray<GeneratedFile> EmitClients(ContractModel contract, EmitOptions options, CancellationToken cancellationToken) =>
        Named(contract, ClientEmitter.Emit(contract, options, cancellationToken)
            .Concat(WebhookEmitter.Emit(contract, options, cancellationToken))
            .Concat(LifecycleEmitter.Emit(contract, options, cancellationToken)))
            .ToEquatableArray();

    /// <summary>The class of workflows that a contract compiles into.</summary>
    /// <param name="workflows">The contract and those that its steps call.</param>
    /// <param name="options">What the consuming compilation offers.</param>
    /// <param name="cancellationToken">Ends the printing between two workflows.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static EquatableArray<GeneratedFile> EmitWorkflows(WorkflowContracts workflows, EmitOptions options, CancellationToken cancellationToken) =>
        Named(workflows.Contract, WorkflowEmitter.Emit(workflows.Contract, workflows.Sources, options, cancellationToken)).ToEquatableArray();

    /// <summary>The ASP.NET Core endpoints of a contract whose receiver lives in another assembly.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="options">What the consuming compilation offers.</param>
    /// <param name="cancellationToken">Looked at before printing.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static EquatableArray<GeneratedFile> EmitEndpoints(ContractModel contract, EmitOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Named(contract, WebhookEmitter.EmitEndpoints(contract, options)).ToEquatableArray();
    }

    /// <summary>What the generated code of all contracts of a compilation shares.</summary>
    /// <param name="generates">Whether any contract compiles into types or clients.</param>
    /// <param name="options">What the consuming compilation offers.</param>
    public static EquatableArray<GeneratedFile> EmitSupport(bool generates, EmitOptions options) =>
        generates && options.Kiota ? KiotaSupportEmitter.Emit(options).ToEquatableArray() : default;

    // Hint names are unique among all contracts of a compilation.
    private static IEnumerable<GeneratedFile> Named(ContractModel contract, IEnumerable<GeneratedFile> files) =>
        contract.FilePrefix.Length == 0 ? files : files.Select(file => file with { HintName = $"{contract.FilePrefix}.{file.HintName}" });
}
