using ClientGen.Emitter;
using ClientGen.Emitter.Types;
using ClientGen.Specs.Model;

namespace ClientGen.Generator;

/// <summary>A file of types before it is printed. Compared by value: an edit elsewhere leaves it equal.</summary>
/// <param name="Prefix">What the contract's files are called.</param>
/// <param name="Group">The types.</param>
internal sealed record TypeFile(string Prefix, TypeGroup Group)
{
    /// <summary>The files of one contract.</summary>
    public static IEnumerable<TypeFile> Split(ContractModel contract, EmitOptions options) =>
        TypeEmitter.Groups(contract, options.Version, options.Kiota).Select(group => new TypeFile(contract.FilePrefix, group));

    /// <summary>Prints the file, and its part for Kiota where that is wanted.</summary>
    public EquatableArray<GeneratedFile> Print(CancellationToken cancellationToken) =>
        TypeEmitter.EmitFiles(Group, cancellationToken).Select(file => file with { HintName = $"{Prefix}.{file.HintName}" }).ToEquatableArray();
}
