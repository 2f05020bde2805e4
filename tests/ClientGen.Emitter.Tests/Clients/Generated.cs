using ClientGen.Emitter;
using ClientGen.Specs.Model;
using ClientGen.Testing;
using Microsoft.CodeAnalysis;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>Contracts as compilations.</summary>
public static class Generated
{
    public static GeneratedCompilation Of(
        ContractModel contract, EmitOptions? options = null, string[]? companions = null, NullableContextOptions nullable = NullableContextOptions.Enable) =>
        GeneratedCompilation.Of(
            ContractEmitter.Emit(contract, options ?? Contracts.Options, CancellationToken.None).Select(static file => (file.HintName, file.Text)), companions, nullable);
}
