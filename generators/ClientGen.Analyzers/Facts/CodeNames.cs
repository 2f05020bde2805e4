using System.Globalization;
using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>The numbers and texts that contracts give names to: members of enums, and cases of hierarchies without one.</summary>
internal sealed class CodeNames
{
    // Small numbers are everywhere; the codes of a contract are not.
    private const int SmallestUnmistakable = 1000;

    private readonly Dictionary<string, List<NamedCode>> _codes = new(StringComparer.Ordinal);

    /// <summary>Reads generated types.</summary>
    public CodeNames(IReadOnlyList<INamedTypeSymbol> generated, EventFamilies events)
    {
        // Asked for only where a file has one of the codes: the members of all types are many.
        var properties = new Lazy<ILookup<ISymbol, string>>(() => generated.SelectMany(static type => type.GetMembers().OfType<IPropertySymbol>())
            .Select(static property => (property.Name, Type: (ISymbol?)EventFacts.EnumOf(Inner(property.Type))))
            .Where(static property => property.Type is not null).ToLookup(static property => property.Type!, static property => property.Name, SymbolEqualityComparer.Default));
        foreach (var type in generated.Where(static type => type.TypeKind == TypeKind.Enum))
        {
            var family = events.Of(type);
            var names = new Lazy<IReadOnlyCollection<string>>(() => new HashSet<string>(properties.Value[type].Concat(family is null ? [] : [family.Tag]).Select(Plain), StringComparer.Ordinal));
            foreach (var member in Generated.NamedMembers(type))
                Add(new NamedCode(type, member.Name, EventFamilies.Wire(member), family is not null, names));
        }

        foreach (var family in events.All.Where(static family => !family.HasCodes && family.Events.All(static each => each.Code is null)))
        {
            foreach (var (@case, tag) in family.Events.SelectMany(static each => each.Tags.Select(tag => (each.Case!, tag))))
                Add(new NamedCode(@case, @case.Name, tag, IsEvent: true, new Lazy<IReadOnlyCollection<string>>(() => [Plain(family.Tag)])));
        }

        Unmistakable = new NameSet(() => _codes.Values.SelectMany(static same => same).Where(static code => code.IsEvent || (code.Value is long number && IsUnmistakable(number))).Select(static code => code.Text));
    }

    /// <summary>The numbers and texts, as text, that say by themselves what they are: those of events, and large numbers. All others need a value of the enum beside them.</summary>
    public NameSet Unmistakable { get; }

    /// <summary>Whether a number is so large that it can hardly mean something else.</summary>
    public static bool IsUnmistakable(long number) => number >= SmallestUnmistakable;

    /// <summary>What a number or text may stand for, or be the name of.</summary>
    public IReadOnlyList<NamedCode> Of(string text) => _codes.TryGetValue(text, out var found) ? found : [];

    /// <summary>A name as it is compared: JSON, C# and people write the same name in different ways.</summary>
    public static string Plain(string name) => name.Replace("_", "").Replace("-", "").ToLowerInvariant();

    private void Add(NamedCode code)
    {
        Add(code.Text, code);
        if (code.Member != code.Text)
            Add(code.Member, code);
    }

    private void Add(string text, NamedCode code)
    {
        if (!_codes.TryGetValue(text, out var found))
            _codes.Add(text, found = []);
        found.Add(code);
    }

    private static ITypeSymbol Inner(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Optional", TypeArguments: [var inner] } ? inner : type;
}

/// <summary>A number or text with a name.</summary>
/// <param name="Type">The enum, or the case of a hierarchy.</param>
/// <param name="Member">The C# name: of the enum's member, or of the case.</param>
/// <param name="Value">The number or text.</param>
/// <param name="IsEvent">Whether it tells events apart.</param>
/// <param name="Carriers">What the members are called that carry it.</param>
internal sealed record NamedCode(INamedTypeSymbol Type, string Member, object Value, bool IsEvent, Lazy<IReadOnlyCollection<string>> Carriers)
{
    /// <summary>What the members are called that carry it.</summary>
    public IReadOnlyCollection<string> JsonNames => Carriers.Value;

    /// <summary>The number or text, as text.</summary>
    public string Text { get; } = Convert.ToString(Value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => Value is long;

    /// <summary>Whether it is a member of an enum.</summary>
    public bool IsCode => Type.TypeKind == TypeKind.Enum;
}
