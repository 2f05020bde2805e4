using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>What attributes say about the type of an answer: evidence that it carries, and events that it tells apart.</summary>
/// <param name="Evidence">Evidence by name, each with the flags that must all be seen.</param>
/// <param name="Events">The events; null when it carries none.</param>
internal sealed record AnswerFacts(IReadOnlyList<EvidenceFacts> Evidence, EventFacts? Events)
{
    /// <summary>Reads a type.</summary>
    public static AnswerFacts Read(ITypeSymbol type) => new(EvidenceFacts.Read(type), EventFacts.Read(type));
}

/// <summary>Evidence: what several members of an answer must say together.</summary>
/// <param name="Name">Its name, which is the operationId of what hands it out.</param>
/// <param name="Flags">The members.</param>
internal sealed record EvidenceFacts(string Name, IReadOnlyList<FlagFact> Flags)
{
    /// <summary>Reads a type.</summary>
    public static IReadOnlyList<EvidenceFacts> Read(ITypeSymbol type) =>
        [.. ProtocolAttributes.All(type, "EvidenceResult").Select(attribute => ProtocolAttributes.Text(attribute, 0)).Select(name => new EvidenceFacts(name, FlagsOf(type, name)))];

    private static IReadOnlyList<FlagFact> FlagsOf(ITypeSymbol type, string name) =>
        [.. type.GetMembers().OfType<IPropertySymbol>().SelectMany(property => ProtocolAttributes.All(property, "EvidenceFlag")
            .Where(attribute => ProtocolAttributes.Text(attribute, 0) == name)
            .Select(attribute => new FlagFact(property, ProtocolAttributes.Value(attribute, 1), ProtocolAttributes.Named<string>(attribute, "EnumMember"))))];
}

/// <summary>A member of evidence.</summary>
/// <param name="Property">The property.</param>
/// <param name="Value">The value that it must have, as the contract writes it.</param>
/// <param name="EnumMember">The enum member that stands for it; null when the property is no enum.</param>
internal sealed record FlagFact(IPropertySymbol Property, object? Value, string? EnumMember);
