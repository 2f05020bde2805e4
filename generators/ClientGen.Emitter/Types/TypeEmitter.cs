using ClientGen.Emitter.Kiota;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Prints the types of a contract: records, enums, unions, and the codecs that read and write them.</summary>
/// <remarks>Pure: equal models give equal texts. Safe to use from many threads.</remarks>
public static class TypeEmitter
{
    /// <summary>All types of a contract, divided among files.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="version">The generator's version.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <param name="kiota">Whether the types implement Kiota's <c>IParsable</c>.</param>
    public static EquatableArray<GeneratedFile> Emit(ContractModel contract, string version, CancellationToken cancellationToken, bool kiota = false) =>
        Groups(contract, version, kiota).SelectMany(group => EmitFiles(group, cancellationToken)).ToEquatableArray();

    /// <summary>The groups of a contract's types, one for each file, so that a generator can print only those that changed.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="version">The generator's version.</param>
    /// <param name="kiota">Whether the types implement Kiota's <c>IParsable</c>.</param>
    public static EquatableArray<TypeGroup> Groups(ContractModel contract, string version, bool kiota = false) => TypeGroups.Of(contract, version, kiota);

    /// <summary>The files of one group: its types, and their part for Kiota where that is wanted.</summary>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Stops between two types.</param>
    public static IEnumerable<GeneratedFile> EmitFiles(TypeGroup group, CancellationToken cancellationToken)
    {
        yield return EmitGroup(group, cancellationToken);
        if (group.Kiota && KiotaModelEmitter.Emit(group, cancellationToken) is { } file)
            yield return file;
    }

    /// <summary>The file of one group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Stops between two types.</param>
    public static GeneratedFile EmitGroup(TypeGroup group, CancellationToken cancellationToken)
    {
        var scope = new EmitScope(group);
        var writer = GeneratedText.Begin();
        var @namespace = CSharp.QualifiedName(group.Namespace);
        using (writer.Block($"namespace {@namespace}"))
            EmitEach(writer, group.Types, type => EmitType(writer, type, scope), cancellationToken);

        writer.Line();
        writer.Line("#pragma warning disable 1591");
        using (writer.Block($"namespace {@namespace}.Serialization"))
        {
            foreach (var line in NameStyle.Usings(group.Namespace))
                writer.Line(line);
            writer.Line();
            EmitEach(writer, group.Types, type => EmitCodec(writer, type, scope), cancellationToken);
        }

        return new GeneratedFile($"Types.{group.Name}.g.cs", writer.ToString());
    }

    private static void EmitEach(SourceWriter writer, EquatableArray<TypeModel> types, Action<TypeModel> emit, CancellationToken cancellationToken)
    {
        for (var i = 0; i < types.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (i > 0)
                writer.Line();
            emit(types[i]);
        }
    }

    private static void EmitType(SourceWriter writer, TypeModel type, EmitScope scope)
    {
        switch (type)
        {
            case ObjectModel model:
                ObjectEmitter.Emit(writer, model, scope);
                break;
            case EnumModel model:
                EnumEmitter.Emit(writer, model, scope);
                break;
            case UnionModel model:
                UnionEmitter.Emit(writer, model, scope);
                break;
        }
    }

    private static void EmitCodec(SourceWriter writer, TypeModel type, EmitScope scope)
    {
        switch (type)
        {
            case ObjectModel model:
                ObjectCodecEmitter.Emit(writer, model, scope);
                break;
            case EnumModel model:
                EnumCodecEmitter.Emit(writer, model, scope);
                break;
            case UnionModel model:
                UnionCodecEmitter.Emit(writer, model, scope);
                break;
        }
    }
}
