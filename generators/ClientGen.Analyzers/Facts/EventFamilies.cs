using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>All families of events that generated code hands out: by streams, long polls and callbacks.</summary>
internal sealed class EventFamilies
{
    private readonly Dictionary<ISymbol, EventFamily> _families = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, EventFamily> _open = new(SymbolEqualityComparer.Default);

    private EventFamilies()
    {
    }

    /// <summary>The families.</summary>
    public IReadOnlyCollection<EventFamily> All => _families.Values;

    /// <summary>The names of their types and members: a file without any of them does not tell events apart.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The family that a value is of, also one that may be missing; null for other values.</summary>
    public EventFamily? Of(ITypeSymbol? type)
    {
        if (type is null)
            return null;
        return _families.TryGetValue(EventFacts.EnumOf(type) ?? type.OriginalDefinition, out var family) ? family : null;
    }

    /// <summary>The family that a value is of, or the values of an open enum taken as one; null for other values.</summary>
    public EventFamily? OfOpen(ITypeSymbol? type) => Of(type) ?? (type is not null && EventFacts.EnumOf(type) is { } @enum && Generated.Is(@enum) && ProtocolAttributes.Has(@enum, "OpenEnum")
        ? _open.GetOrAdd(@enum, static found => OfCodes((INamedTypeSymbol)found, found.Name, []))
        : null);

    /// <summary>Reads generated types.</summary>
    public static EventFamilies Of(IReadOnlyList<INamedTypeSymbol> generated)
    {
        var families = new EventFamilies();
        families.Read(generated);
        return families;
    }

    private void Read(IReadOnlyList<INamedTypeSymbol> types)
    {
        var bodies = new HashSet<ISymbol>(Bodies(types), SymbolEqualityComparer.Default);
        var heard = new HashSet<ISymbol>(types.SelectMany(Heard).Concat(bodies), SymbolEqualityComparer.Default);
        var cases = types.Where(static type => MayBeNamed(type) && type is { IsAbstract: false, BaseType.IsAbstract: true } && IsNamed(type)).ToLookup(static type => type.BaseType!, SymbolEqualityComparer.Default);
        foreach (var union in types.Where(type => cases.Contains(type) && (heard.Contains(type) || EventFacts.Read(type) is not null)))
            AddUnion(union, [.. cases[union]], bodies, types.FirstOrDefault(type => IsUnknown(type, union)));
        foreach (var codes in types.Where(type => !_families.ContainsKey(type) && EventFacts.IsEvents(type)))
            Add(OfCodes(codes, PropertyOf(codes, types) ?? codes.Name, []));
    }

    private void AddUnion(INamedTypeSymbol union, IReadOnlyList<INamedTypeSymbol> cases, HashSet<ISymbol> bodies, INamedTypeSymbol? unknown)
    {
        var codes = cases.Select(CodesOf).FirstOrDefault(static found => found is not null);
        var fields = codes is null ? [] : Generated.NamedMembers(codes);
        var tag = cases.Select(TagOf).FirstOrDefault(static found => found is not null) ?? "";
        var events = cases.Select(type => OfCase(type, tag, fields) with { IsElsewhere = bodies.Contains(type) })
            .OrderBy(static each => each.Tags.FirstOrDefault() as long?).ToList();
        Add(new EventFamily(union, tag, events)
        {
            IsCallback = bodies.Contains(union),
            Unknown = unknown is null ? null : new KnownEvent(unknown.Name, unknown, null, [], IsTerminal: false, HasContent: false),
        });
        if (codes is not null && !_families.ContainsKey(codes))
            Add(OfCodes(codes, tag, events));
    }

    private static EventFamily OfCodes(INamedTypeSymbol codes, string tag, IReadOnlyList<KnownEvent> cases)
    {
        var named = Generated.NamedMembers(codes);
        var events = named.Select(field => OfCode(field, cases.FirstOrDefault(each => SymbolEqualityComparer.Default.Equals(each.Code, field)))).ToList();
        // A text that the contract does not name has a member of its own; a number stays what it is.
        var unknown = codes.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && !named.Contains(field, SymbolEqualityComparer.Default));
        return new EventFamily(codes, tag, events)
        {
            Unknown = ProtocolAttributes.Has(codes, "OpenEnum")
                ? new KnownEvent("unknown", null, unknown, [], IsTerminal: false, HasContent: false) { Codes = codes, Number = unknown is null ? events.Max(static each => each.Number) + 1 : 0 }
                : null,
        };
    }

    private void Add(EventFamily family)
    {
        if (family.Events.Count is < 2 or > EventFamily.MostEvents)
            return;
        _families.Add(family.Type, family);
        Names.Add(family.Type.Name);
        Names.UnionWith(family.Events.Select(static each => each.Name));
    }

    private static KnownEvent OfCase(INamedTypeSymbol type, string tag, IReadOnlyList<IFieldSymbol> codes)
    {
        var tags = Tags(type);
        return new KnownEvent(
            type.Name, type, codes.FirstOrDefault(field => tags.Contains(Wire(field))), tags, EventFacts.IsTerminal(type),
            HasContent: type.GetMembers().OfType<IPropertySymbol>().Any(property => IsContent(property, tag)));
    }

    // What the contract does not name may come with any event.
    private static bool IsContent(IPropertySymbol property, string tag) =>
        property.SetMethod is { DeclaredAccessibility: Accessibility.Public } && property.Name != "AdditionalProperties" && !property.Name.Equals(tag, StringComparison.OrdinalIgnoreCase);

    private static KnownEvent OfCode(IFieldSymbol field, KnownEvent? @case) =>
        new(field.Name, @case?.Case, field, [Wire(field)], EventFacts.IsTerminal(field) || @case is { IsTerminal: true }, @case is { HasContent: true }) { IsElsewhere = @case is { IsElsewhere: true } };

    // The case for what the contract does not name has no value of the tag, and the one without an event neither.
    private static bool IsNamed(INamedTypeSymbol type) => Tags(type).Count > 0 || ProtocolAttributes.Has(type, "ProtocolEvent") || ProtocolAttributes.Has(type, "LifecycleMove");

    private static bool MayBeNamed(INamedTypeSymbol type) =>
        ProtocolAttributes.MayHave(type, "UnionCase") || ProtocolAttributes.MayHave(type, "ProtocolEvent") || ProtocolAttributes.MayHave(type, "LifecycleMove");

    private static string? TagOf(INamedTypeSymbol type) => ProtocolAttributes.Find(type, "UnionCase") is { } attribute ? ProtocolAttributes.Text(attribute, 0) : null;

    private static bool IsUnknown(INamedTypeSymbol type, INamedTypeSymbol union) =>
        SymbolEqualityComparer.Default.Equals(type.BaseType, union) && !ProtocolAttributes.Has(type, "UnionCase") && !IsNamed(type);

    private static IReadOnlyList<object> Tags(INamedTypeSymbol type) =>
        ProtocolAttributes.Find(type, "UnionCase") is { } attribute ? [.. ProtocolAttributes.List<object>(attribute, 1).Select(Normal)] : [];

    /// <summary>What an enum member is in JSON: a text or a whole number.</summary>
    public static object Wire(IFieldSymbol field) => Text(field) ?? Normal(field.ConstantValue ?? "");

    /// <summary>Whether an enum member stands for a text.</summary>
    public static bool HasText(IFieldSymbol field) => Text(field) is not null;

    private static string? Text(IFieldSymbol field) => Written.TextOf(field, "WireValue")
        ?? (Written.MayHaveAttributes(field) && ProtocolAttributes.Find(field, "WireValue") is { } text ? ProtocolAttributes.Text(text, 0) : null);

    private static object Normal(object value) => value is sbyte or byte or short or ushort or int or uint or long ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : value;

    // A case knows its own code, so the property that has it cannot be set.
    private static INamedTypeSymbol? CodesOf(INamedTypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>()
        .Where(static property => property.SetMethod is null && property.DeclaredAccessibility == Accessibility.Public)
        .Select(static property => property.Type).OfType<INamedTypeSymbol>().FirstOrDefault(static found => found.TypeKind == TypeKind.Enum && Generated.Is(found));

    private static string? PropertyOf(INamedTypeSymbol codes, IEnumerable<INamedTypeSymbol> types) => types.Where(type => Written.Mentions(type, codes.Name)).SelectMany(static type => type.GetMembers().OfType<IPropertySymbol>())
        .FirstOrDefault(property => SymbolEqualityComparer.Default.Equals(EventFacts.EnumOf(property.Type), codes))?.Name;

    private static IEnumerable<ITypeSymbol> Heard(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Interface || !(ProtocolAttributes.MayHave(type, "EventStream") || ProtocolAttributes.MayHave(type, "Poll")))
            yield break;
        foreach (var facts in type.GetMembers().OfType<IMethodSymbol>().Select(MethodFacts.Read))
        {
            if (facts.Stream is { } stream)
                yield return stream.EventType;
            if (facts.Operation is { Poll: not null, AnswerType: { } answer })
                yield return answer;
        }
    }

    private static IEnumerable<ITypeSymbol> Bodies(IEnumerable<INamedTypeSymbol> types) => types
        .Where(static type => type.TypeKind == TypeKind.Class && ProtocolAttributes.MayHave(type, "Callback"))
        .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
        .Select(static method => ProtocolAttributes.Find(method, "Callback"))
        .Select(static attribute => attribute is null ? null : ProtocolAttributes.Value(attribute, 1) as ITypeSymbol).OfType<ITypeSymbol>();}
