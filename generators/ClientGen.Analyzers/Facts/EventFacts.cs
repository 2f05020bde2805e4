using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>The events that an answer tells apart: by the cases of a closed hierarchy, or by a member of an enum type.</summary>
/// <param name="Cases">All of them, at most 62; the last one of an enum stands for no event at all and the one before for unknown codes.</param>
/// <param name="Code">The member that carries the code; null for a hierarchy.</param>
/// <param name="Enum">The type of the codes; null for a hierarchy without codes.</param>
internal sealed record EventFacts(IReadOnlyList<EventCase> Cases, IPropertySymbol? Code, INamedTypeSymbol? Enum)
{
    private const int MostCases = 62;

    /// <summary>A bit for each case.</summary>
    public ulong All => (1UL << Cases.Count) - 1;

    /// <summary>The bits of the cases that nothing follows.</summary>
    public ulong Terminal => Mask(static @case => @case.IsTerminal);

    /// <summary>The bits of some cases.</summary>
    public ulong Mask(Func<EventCase, bool> isIn)
    {
        var mask = 0UL;
        for (var i = 0; i < Cases.Count; i++)
        {
            if (isIn(Cases[i]))
                mask |= 1UL << i;
        }

        return mask;
    }

    /// <summary>The names of the cases in a set, in the contract's order.</summary>
    public IEnumerable<string> Names(ulong mask) => Cases.Where((_, i) => (mask & (1UL << i)) != 0).Select(static @case => @case.Name);

    /// <summary>Reads the type of an answer; null when it tells no events apart.</summary>
    public static EventFacts? Read(ITypeSymbol type) => Hierarchy(type) ?? Codes(type);

    private static EventFacts? Hierarchy(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { IsAbstract: true, TypeKind: TypeKind.Class, ContainingNamespace: { } scope })
            return null;
        var types = scope.GetTypeMembers().Where(member => SymbolEqualityComparer.Default.Equals(member.BaseType, type)).ToList();
        if (types.Count is 0 or > MostCases || !types.Any(static member => ProtocolAttributes.Has(member, "ProtocolEvent") || ProtocolAttributes.Has(member, "LifecycleMove")))
            return null;
        var code = types.SelectMany(static member => member.GetMembers().OfType<IPropertySymbol>()).Select(static property => EnumOf(property.Type)).FirstOrDefault(IsEvents);
        return new EventFacts([.. types.Select(static member => new EventCase(member.Name, member, null, IsTerminal(member)))], null, code);
    }

    private static EventFacts? Codes(ITypeSymbol type)
    {
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (EnumOf(property.Type) is not { } codes || !IsEvents(codes))
                continue;
            var fields = codes.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue).GroupBy(static field => field.ConstantValue).Select(static same => same.First()).ToList();
            if (fields.Count > MostCases - 2)
                return null;
            var cases = fields.Select(static field => new EventCase(field.Name, null, field, IsTerminal(field))).ToList();
            cases.Add(new EventCase("an unknown event", null, null, IsTerminal: false));
            cases.Add(new EventCase("no event", null, null, IsTerminal: false) { IsNone = true });
            return new EventFacts(cases, property, codes);
        }

        return null;
    }

    /// <summary>An enum, or the enum that may be missing; null for other types.</summary>
    public static INamedTypeSymbol? EnumOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum => @enum,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum] } => @enum,
        _ => null,
    };

    /// <summary>Whether an enum has codes of events.</summary>
    public static bool IsEvents(INamedTypeSymbol? type) => type is not null && ProtocolAttributes.MayHave(type, "ProtocolEvent") && type.GetMembers().OfType<IFieldSymbol>().Any(static field => ProtocolAttributes.Has(field, "ProtocolEvent"));

    /// <summary>Whether nothing follows an event.</summary>
    public static bool IsTerminal(ISymbol symbol) => ProtocolAttributes.Find(symbol, "ProtocolEvent") is { } attribute && ProtocolAttributes.Named<bool>(attribute, "Terminal");
}

/// <summary>One event.</summary>
/// <param name="Name">Its C# name, or words for the lack of one.</param>
/// <param name="Type">The case of the hierarchy; null for a code.</param>
/// <param name="Field">The code; null for a case of a hierarchy.</param>
/// <param name="IsTerminal">Whether nothing follows it.</param>
internal sealed record EventCase(string Name, INamedTypeSymbol? Type, IFieldSymbol? Field, bool IsTerminal)
{
    /// <summary>Whether it stands for an answer without an event.</summary>
    public bool IsNone { get; init; }
}
