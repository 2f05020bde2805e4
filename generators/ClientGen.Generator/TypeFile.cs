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
        TypeEmitter.Groups(contract, options.Version).Select(group => new TypeFile(contract.FilePrefix, group));

    /// <summary>Prints the file.</summary>
    public GeneratedFile Print(CancellationToken cancellationToken)
    {
        var file = TypeEmitter.EmitGroup(Group, cancellationToken);
        return file with { HintName = $"{Prefix}.{file.HintName}" };
    }
}
