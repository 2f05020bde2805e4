using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>What the emitters of one file share: the namespace and the types at hand.</summary>
internal sealed class EmitScope
{
    private readonly Dictionary<string, TypeModel> _types = new(StringComparer.Ordinal);

    public EmitScope(TypeGroup group)
    {
        Namespace = group.Namespace;
        Kiota = group.Kiota;
        GeneratedCode = GeneratedText.Attribute(group.Version);
        CodecAttributes = $"[GeneratedCode(\"ClientGen\", {CSharp.Literal(group.Version)}), EditorBrowsable(EditorBrowsableState.Never)]";
        foreach (var type in group.Related)
            _types[type.Name] = type;
        foreach (var type in group.Types)
            _types[type.Name] = type;
    }

    /// <summary>The contract's namespace, as the model has it.</summary>
    public string Namespace { get; }

    /// <summary>The attribute that marks a type as generated.</summary>
    public string GeneratedCode { get; }

    /// <summary>Whether the types implement Kiota's <c>IParsable</c>: their members then have fields of their own, which its readers fill.</summary>
    public bool Kiota { get; }

    /// <summary>The word that lets the part for Kiota stand in a file of its own.</summary>
    public string Partial => Kiota ? "partial " : "";

    /// <summary>The attributes of a codec class, by short names.</summary>
    public string CodecAttributes { get; }

    /// <summary>The attributes of a generated type that has a codec.</summary>
    /// <param name="name">The type's name in the model.</param>
    /// <param name="facts">What the contract says of it beside.</param>
    /// <param name="isDeprecated">Whether the contract discourages it.</param>
    public IEnumerable<string> Attributes(string name, EquatableArray<ProtocolFact> facts = default, bool isDeprecated = false)
    {
        yield return GeneratedCode;
        // The short name: the compiler lets no type be called like the namespace beside it.
        yield return $"[global::System.Text.Json.Serialization.JsonConverter(typeof(Serialization.{CodecExpression.ClassName(name)}))]";
        if (isDeprecated)
            yield return "[global::System.Obsolete(\"The contract discourages this.\")]";
        foreach (var fact in FactText.Attributes(facts))
            yield return fact;
    }

    /// <summary>The fully qualified name of a generated type.</summary>
    public string Type(string name) => TypeName.Generated(name, Namespace);

    /// <summary>The name of a generated type inside the namespace of the codecs.</summary>
    public static string ShortType(string name) => NameStyle.Short.Contract + CSharp.Identifier(name);

    /// <summary>The model of a generated type; null when it is not at hand or of another kind.</summary>
    public T? Find<T>(string? name)
        where T : TypeModel => name is not null && _types.TryGetValue(name, out var found) ? found as T : null;

    /// <summary>The enum at the end of lists and maps if its values are text: what it does not know is kept raw.</summary>
    public EnumModel? TextEnum(TypeRef type)
    {
        var leaf = TypeUses.Leaf(type);
        return leaf.Kind is TypeKind.Enum && Find<EnumModel>(leaf.Name) is { IsInteger: false } model ? model : null;
    }
}
