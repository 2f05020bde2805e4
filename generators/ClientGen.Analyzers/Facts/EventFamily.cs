using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>Events that belong together: the cases of a closed hierarchy, or the codes of an enum.</summary>
/// <param name="Type">The hierarchy's base, or the enum.</param>
/// <param name="Tag">The JSON name of the member that tells them apart; for an enum that no hierarchy uses, the name of a property of its type.</param>
/// <param name="Events">The events that the contract names, at most 62.</param>
internal sealed record EventFamily(INamedTypeSymbol Type, string Tag, IReadOnlyList<KnownEvent> Events)
{
    /// <summary>The most events that rules can keep apart.</summary>
    public const int MostEvents = 62;

    // Where every event brings something with it, that it does says nothing about its weight.
    private readonly bool _contentTellsApart = Events.Any(static each => !each.HasContent);

    /// <summary>What stands for an event that the contract does not name; null where none can arrive.</summary>
    public KnownEvent? Unknown { get; init; }

    /// <summary>Whether a callback brings them.</summary>
    public bool IsCallback { get; init; }

    /// <summary>Whether the events are values of an enum.</summary>
    public bool HasCodes => Type.TypeKind == TypeKind.Enum;

    /// <summary>A bit for each event.</summary>
    public ulong All => Mask(static _ => true);

    /// <summary>The events that arrive here; the others come by a callback of their own.</summary>
    public ulong Expected => Mask(static each => !each.IsElsewhere);

    /// <summary>The events that nothing follows.</summary>
    public ulong Terminal => Mask(static each => each.IsTerminal);

    /// <summary>The events that nobody can do without: nothing follows them, or they bring what the others do not.</summary>
    public ulong Weighty => Mask(each => each.IsTerminal || (_contentTellsApart && each.HasContent));

    /// <summary>A bit for each event that fulfils a condition.</summary>
    public ulong Mask(Func<KnownEvent, bool> isIn)
    {
        var mask = 0UL;
        for (var i = 0; i < Events.Count; i++)
        {
            if (isIn(Events[i]))
                mask |= 1UL << i;
        }

        return mask;
    }

    /// <summary>The events of a set, in the contract's order.</summary>
    public IEnumerable<KnownEvent> In(ulong mask) => Events.Where((_, i) => (mask & (1UL << i)) != 0);
}

/// <summary>An event that the contract names.</summary>
/// <param name="Name">Its C# name: of the case, or of the code.</param>
/// <param name="Case">Its type; null where events are codes only.</param>
/// <param name="Code">Its enum member; null where events are types only.</param>
/// <param name="Tags">What stands for it in JSON: texts and whole numbers.</param>
/// <param name="IsTerminal">Whether nothing follows it.</param>
/// <param name="HasContent">Whether it brings something with it.</param>
internal sealed record KnownEvent(string Name, INamedTypeSymbol? Case, IFieldSymbol? Code, IReadOnlyList<object> Tags, bool IsTerminal, bool HasContent)
{
    /// <summary>Whether a callback of its own brings it.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>The enum of its code; null where events are types only.</summary>
    public INamedTypeSymbol? Codes { get; init; } = Code?.ContainingType;

    /// <summary>The number of its code in C#; null where events are types only.</summary>
    public double? Number { get; init; } = Code?.ConstantValue is { } number ? Convert.ToDouble(number, CultureInfo.InvariantCulture) : null;
}
