namespace ClientGen.Specs.Model;

/// <summary>A generated type; its C# name is final and unique in its namespace.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Group">The schema or operation that it belongs to; types of one group share a generated file.</param>
/// <param name="Documentation">What the contract says of it, as plain text; empty when it says nothing.</param>
/// <param name="Source">Where the contract declares it: <c>file#/json/pointer</c>. Never a line: lines move with unrelated edits.</param>
public abstract record TypeModel(string Name, string Group, string Documentation, string Source);

/// <summary>Limits that the contract sets on a value.</summary>
/// <param name="Pattern">A regular expression, or null.</param>
/// <param name="MinLength">Fewest characters (strings) or items (lists); null when unlimited.</param>
/// <param name="MaxLength">Most characters or items; null when unlimited.</param>
/// <param name="Minimum">Smallest number as the contract writes it; null when unlimited.</param>
/// <param name="Maximum">Largest number; null when unlimited.</param>
/// <param name="ExclusiveMinimum">Whether the smallest number itself is excluded.</param>
/// <param name="ExclusiveMaximum">Whether the largest number itself is excluded.</param>
public sealed record ValueLimits(
    string? Pattern = null,
    int? MinLength = null,
    int? MaxLength = null,
    string? Minimum = null,
    string? Maximum = null,
    bool ExclusiveMinimum = false,
    bool ExclusiveMaximum = false)
{
    /// <summary>No limits at all.</summary>
    public static readonly ValueLimits None = new();
}

/// <summary>One member of a generated record.</summary>
/// <param name="JsonName">Its name in JSON; never derived from the C# name.</param>
/// <param name="Name">Its C# name, unique in its record and its bases.</param>
/// <param name="Type">Its type; <see cref="TypeRef.Nullable"/> says whether JSON <c>null</c> is allowed.</param>
/// <param name="Required">Whether it must be present.</param>
/// <param name="Documentation">What the contract says of it.</param>
/// <param name="Limits">What the contract allows of its value.</param>
/// <param name="Default">The default when absent, as a C# literal-to-be: the JSON text of the contract's default; null when it has none.</param>
/// <param name="Constant">The JSON text of its only allowed value; null when it has none. A constant is written by itself and not asked of people.</param>
/// <param name="IsSecret">Whether it holds a credential (<c>format: password</c>).</param>
/// <param name="IsPersonal">Whether it holds personal data.</param>
/// <param name="IsDeprecated">Whether the contract discourages it.</param>
/// <param name="IsInherited">Whether the union base declares it already.</param>
/// <param name="ReadOnly">Whether only the server sends it.</param>
/// <param name="WriteOnly">Whether only the client sends it.</param>
public sealed record PropertyModel(
    string JsonName,
    string Name,
    TypeRef Type,
    bool Required,
    string Documentation,
    ValueLimits Limits,
    string? Default = null,
    string? Constant = null,
    bool IsSecret = false,
    bool IsPersonal = false,
    bool IsDeprecated = false,
    bool IsInherited = false,
    bool ReadOnly = false,
    bool WriteOnly = false)
{
    /// <summary>Whether absent and <c>null</c> are two things: the C# type is <c>Optional&lt;T&gt;</c>.</summary>
    public bool TellsAbsentFromNull => !Required && Type.Nullable && Constant is null;

    /// <summary>The flags of evidence and protocol that stand on it; set by the workflow binder.</summary>
    public EquatableArray<ProtocolFact> Facts { get; init; }
}

/// <summary>An object: a sealed record with required and init members.</summary>
/// <param name="Properties">In contract order.</param>
/// <param name="AdditionalProperties">The type of members that the contract does not name; JSON when it does not say. They are always kept.</param>
/// <param name="Base">The C# name of the union that it is a case of; null for a plain record.</param>
/// <param name="IsDeprecated">Whether the contract discourages it.</param>
public sealed record ObjectModel(
    string Name,
    string Group,
    string Documentation,
    string Source,
    EquatableArray<PropertyModel> Properties,
    TypeRef AdditionalProperties,
    string? Base = null,
    bool IsDeprecated = false) : TypeModel(Name, Group, Documentation, Source)
{
    /// <summary>Facts on the type, such as the evidence that its members give.</summary>
    public EquatableArray<ProtocolFact> Facts { get; init; }
}

/// <summary>One named value.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Value">Its text (string enums) or its decimal number (integer enums).</param>
/// <param name="Documentation">What the contract says of it.</param>
/// <param name="IsTerminal">Whether it ends the polling that it arrives in.</param>
public sealed record EnumMemberModel(string Name, string Value, string Documentation, bool IsTerminal = false);

/// <summary>A closed list of names for an open set of values: an unknown value never throws.</summary>
/// <param name="IsInteger">Whether its values are JSON integers, which the C# members keep as their numbers; otherwise strings, with an <c>Unknown</c> member of value 0.</param>
/// <param name="Is64Bit">Whether some value does not fit 32 bits.</param>
/// <param name="UnknownName">The C# name of the member for unknown text; null for integer enums, whose unknown values keep their number.</param>
/// <param name="Members">In contract order.</param>
/// <param name="AcceptsText">For integer enums: whether the number may arrive inside a JSON string.</param>
public sealed record EnumModel(
    string Name,
    string Group,
    string Documentation,
    string Source,
    bool IsInteger,
    bool Is64Bit,
    string? UnknownName,
    EquatableArray<EnumMemberModel> Members,
    bool AcceptsText = false) : TypeModel(Name, Group, Documentation, Source)
{
    /// <summary>Facts on the type.</summary>
    public EquatableArray<ProtocolFact> Facts { get; init; }
}

/// <summary>How JSON tells the cases of a union apart.</summary>
public enum UnionKind
{
    /// <summary>A member of the object names the case.</summary>
    Tagged,

    /// <summary>The JSON kind or the members that are present name the case.</summary>
    Structural,
}

/// <summary>One case of a union.</summary>
/// <param name="Name">The C# name of its record: a generated object that derives from the union, or a wrapper.</param>
/// <param name="Type">What it holds. When <paramref name="IsWrapper"/> is false this is the Named record itself.</param>
/// <param name="IsWrapper">Whether the case is <c>record Name(Type Value)</c> because its schema is no object or serves elsewhere too.</param>
/// <param name="Tags">The JSON texts (<c>"fee"</c>, <c>168101</c>) of the tag that choose it; empty for the case without a tag, and for structural unions.</param>
/// <param name="IsUntagged">Whether it is chosen when the tag is absent or null.</param>
/// <param name="RequiredMembers">For structural unions: members that must be present, most demanding case first.</param>
/// <param name="JsonKinds">For structural unions: the JSON kinds it can be, such as <c>object</c>, <c>array</c>, <c>string</c>, <c>number</c>, <c>boolean</c>.</param>
/// <param name="Constants">For structural unions: members with a constant value, as <c>name=JSON text</c>.</param>
/// <param name="Documentation">What the contract says of it.</param>
public sealed record UnionCaseModel(
    string Name,
    TypeRef Type,
    bool IsWrapper,
    EquatableArray<string> Tags,
    bool IsUntagged,
    EquatableArray<string> RequiredMembers,
    EquatableArray<string> JsonKinds,
    EquatableArray<string> Constants,
    string Documentation);

/// <summary>A closed hierarchy: an abstract record, a sealed record for each case, and one for JSON that fits none.</summary>
/// <param name="Kind">How the cases are told apart.</param>
/// <param name="TagName">The JSON name of the tag; null for structural unions.</param>
/// <param name="Shared">Members that every case has alike; they stand on the abstract record.</param>
/// <param name="Cases">In contract order.</param>
/// <param name="UnknownName">The C# name of the record that keeps the raw JSON of an unknown case.</param>
public sealed record UnionModel(
    string Name,
    string Group,
    string Documentation,
    string Source,
    UnionKind Kind,
    string? TagName,
    EquatableArray<PropertyModel> Shared,
    EquatableArray<UnionCaseModel> Cases,
    string UnknownName) : TypeModel(Name, Group, Documentation, Source)
{
    /// <summary>
    /// The tag as the base shows it: its name and type in every case. Nullable when some case has no tag; the unknown case reads it from
    /// its JSON. Null for structural unions, where some case wraps its value, and where the cases type the tag differently.
    /// </summary>
    public PropertyModel? Tag { get; init; }

    /// <summary>Facts on the type.</summary>
    public EquatableArray<ProtocolFact> Facts { get; init; }
}
