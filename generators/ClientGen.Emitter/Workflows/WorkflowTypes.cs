using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Types;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Workflows;

/// <summary>The types of all contracts that meet in a workflow class, by the qualified names that workflow models use.</summary>
internal sealed class WorkflowTypes(IReadOnlyList<ContractModel> contracts)
{
    private readonly Dictionary<(string Namespace, string Name), TypeModel> _types = Index(contracts);

    /// <summary>The conditions of workflows, with qualified names.</summary>
    public ConditionScope Conditions => new(name => Find(new TypeRef(TypeKind.Enum, name)) is EnumModel model ? model with { Name = name } : null) { HasQualifiedNames = true };

    /// <summary>The model of a generated type; null for others.</summary>
    public TypeModel? Find(TypeRef type)
    {
        var (@namespace, plain) = Home(type);
        return plain.Name is { } name && _types.TryGetValue((@namespace, name), out var model) ? model : null;
    }

    /// <summary>The C# type, with a question mark when it is nullable.</summary>
    public string Name(TypeRef type)
    {
        var (@namespace, plain) = Home(type);
        return TypeName.Of(plain, @namespace);
    }

    /// <summary>The C# type without a question mark.</summary>
    public string NotNull(TypeRef type) => Name(type with { Nullable = false });

    /// <summary>An expression of the type's codec.</summary>
    public string Codec(TypeRef type)
    {
        var (@namespace, plain) = Home(type);
        return CodecExpression.Of(plain with { Nullable = false }, @namespace);
    }

    /// <summary>An expression of type <c>string</c> for a value that is not null.</summary>
    public string Text(TypeRef type, string value)
    {
        var (@namespace, plain) = Home(type);
        var contract = contracts.FirstOrDefault(known => known.Namespace == @namespace && (plain.Name is null || known.Types.Any(model => model.Name == plain.Name)));
        return new ParameterText(contract ?? contracts[0]).Of(plain, value);
    }

    /// <summary>The namespace of a qualified type, and the type by its plain name there.</summary>
    private (string Namespace, TypeRef Plain) Home(TypeRef type)
    {
        var leaf = type;
        while (leaf.Element is { } element)
            leaf = element;
        var best = "";
        foreach (var contract in contracts)
        {
            if (leaf.Name is { } name && contract.Namespace.Length > best.Length && name.StartsWith(contract.Namespace + ".", StringComparison.Ordinal)
                && _types.ContainsKey((contract.Namespace, name.Substring(contract.Namespace.Length + 1))))
                best = contract.Namespace;
        }

        // A record of outputs is no type of a contract; what stands before the last dot is its namespace.
        if (best.Length == 0 && leaf.Name is { } full && full.LastIndexOf('.') is var dot and > 0)
            best = full.Substring(0, dot);
        return best.Length == 0 ? ("", type) : (best, Strip(type, best.Length + 1));
    }

    private static TypeRef Strip(TypeRef type, int prefix) => type with
    {
        Name = type.Name?.Substring(prefix),
        Element = type.Element is null ? null : Strip(type.Element, prefix),
    };

    private static Dictionary<(string Namespace, string Name), TypeModel> Index(IReadOnlyList<ContractModel> contracts)
    {
        var types = new Dictionary<(string Namespace, string Name), TypeModel>();
        foreach (var contract in contracts)
        {
            foreach (var type in contract.Types)
                types[(contract.Namespace, type.Name)] = type;
        }

        return types;
    }
}
