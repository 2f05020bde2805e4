using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>The names under which programs reach what carries facts. A file with none of them needs no look, and is never bound for one.</summary>
/// <remarks>Gathered once for a compilation, when the first file is looked at. Safe to use from several threads.</remarks>
internal sealed class FactNames
{
    // What stands on generated types, and what people may write on theirs.
    private static readonly NameSet Marks = new(ValueFacts.Attributes.Concat(["ProtocolOperation", "GeneratedCode"]).SelectMany(static name => new[] { name, name + "Attribute" }));

    private const string WorkflowOptions = "WorkflowOptions";

    private readonly List<(string Name, ValueFacts Facts)> _values = [];
    private readonly HashSet<string> _operations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _enums = new(StringComparer.Ordinal);

    private FactNames(ProtocolFacts facts, NameSet enums)
    {
        OfEnums = new NameSet(() => [.. enums, .. EnumHolders.Of(enums, facts.Compilation), .. _enums]);
        Workflows = new NameSet(() => facts.Types.Where(IsWorkflows).SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>().Where(static method => method.MethodKind == MethodKind.Ordinary).Select(static method => method.Name).Append(type.Name)));
    }

    /// <summary>The methods of operations.</summary>
    public IReadOnlyCollection<string> Operations => _operations;

    /// <summary>Properties with values of generated enums.</summary>
    public IReadOnlyCollection<string> EnumProperties => _enums;

    /// <summary>Enums of contracts, and all members that hold their values: a file without any of them has no such value.</summary>
    public NameSet OfEnums { get; }

    /// <summary>Classes of generated workflows, and their methods.</summary>
    public NameSet Workflows { get; }

    /// <summary>Gathers the names.</summary>
    public static FactNames Of(ProtocolFacts facts)
    {
        var enums = new NameSet(facts.Types.Where(static type => type.TypeKind == TypeKind.Enum).Select(static type => type.Name));
        var names = new FactNames(facts, enums);
        foreach (var type in Types(facts.Compilation))
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(property => Written.MayBeOf(property, enums) && Generated.EnumOf(property.Type) is not null))
                names._enums.Add(property.Name);
            // Attributes are read only where the text of a file has some: reading binds them.
            if (ProtocolAttributes.MayHave(type, "ProtocolOperation"))
                names._operations.UnionWith(type.GetMembers().OfType<IMethodSymbol>().Where(method => facts.Operation(method) is not null).Select(static method => method.Name));
            if (ValueFacts.Attributes.Any(attribute => ProtocolAttributes.MayHave(type, attribute)))
                names.AddValues(type, facts);
        }

        return names;
    }

    /// <summary>The names of properties and fields, and of the methods and types that take the values as arguments.</summary>
    /// <param name="matters">Which values.</param>
    public IEnumerable<string> Values(Func<ValueFacts, bool> matters) => _values.Where(value => matters(value.Facts)).Select(static value => value.Name);

    private void AddValues(INamedTypeSymbol type, ProtocolFacts facts)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol or IFieldSymbol && Written.MayHaveAttributes(member) && facts.Value(member) is { } value)
                _values.Add((member.Name, value));
            else if (member is IMethodSymbol method)
                AddValues(method, facts);
        }
    }

    private void AddValues(IMethodSymbol method, ProtocolFacts facts)
    {
        if (Written.MayHaveAttributes(method) && method.GetReturnTypeAttributes().Any(static attribute => ProtocolAttributes.NameOf(attribute) == "Secret"))
            _values.Add((method.Name, ValueFacts.Secret));
        foreach (var parameter in method.Parameters)
        {
            if (facts.Value(parameter) is not { } given)
                continue;
            _values.Add((parameter.Name, given));
            if (method.MethodKind != MethodKind.Constructor)
                _values.Add((method.Name, given));
            else
                _values.AddRange([(method.ContainingType.Name, given), (TreeIndex.New, given)]);
        }
    }

    private static bool IsWorkflows(INamedTypeSymbol type) => Written.Mentions(type, WorkflowOptions)
        && type.InstanceConstructors.Any(static constructor => constructor.Parameters is [.., { Type: { Name: WorkflowOptions, ContainingNamespace: { Name: "Workflows", ContainingNamespace.Name: "ClientGen" } } }]);

    // Of this compilation's own types only those that are generated or marked by hand: the attributes of all others need not be read.
    private static IEnumerable<INamedTypeSymbol> Types(Compilation compilation)
    {
        var marked = new HashSet<SyntaxTree>(compilation.SyntaxTrees.Where(static tree => TreeIndex.Of(tree).HasAny(Marks)));
        return compilation.SourceModule.ReferencedAssemblySymbols.Where(ProtocolAssemblies.Carries).SelectMany(static assembly => DeclaredTypes.All(assembly.GlobalNamespace))
            .Concat(marked.Count == 0 ? [] : DeclaredTypes.All(compilation.Assembly.GlobalNamespace).Where(type => type.DeclaringSyntaxReferences.Any(reference => marked.Contains(reference.SyntaxTree))));
    }
}
