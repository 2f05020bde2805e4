using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>The state machines of contracts, found by the attribute on their generated class.</summary>
internal sealed class StateMachines
{
    private readonly Dictionary<string, StateMachineFacts> _machines = new(StringComparer.Ordinal);

    private StateMachines()
    {
    }

    /// <summary>The machine with an id; null when no contract in sight has it.</summary>
    public StateMachineFacts? Find(string id) => _machines.TryGetValue(id, out var machine) ? machine : null;

    /// <summary>The machine that a generated class is; null for other types.</summary>
    public StateMachineFacts? Of(ITypeSymbol? type) =>
        type is null ? null : _machines.Values.FirstOrDefault(machine => SymbolEqualityComparer.Default.Equals(machine.Class, type));

    /// <summary>Reads all machines that a compilation can see.</summary>
    public static StateMachines Of(Compilation compilation)
    {
        var machines = new StateMachines();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(ProtocolAssemblies.References).Append(compilation.Assembly))
        {
            foreach (var type in assembly.GetAttributes().Where(static attribute => ProtocolAttributes.NameOf(attribute) == "StateMachine"))
            {
                if (StateMachineFacts.Read(type) is { } machine && !machines._machines.ContainsKey(machine.Id))
                    machines._machines.Add(machine.Id, machine);
            }
        }

        return machines;
    }
}

/// <summary>A state machine of a contract.</summary>
/// <param name="Id">Its id in the contract.</param>
/// <param name="Class">The generated class.</param>
/// <param name="Enum">The type of its states.</param>
/// <param name="States">The enum members by the contract's names of the states.</param>
internal sealed record StateMachineFacts(string Id, INamedTypeSymbol Class, INamedTypeSymbol Enum, IReadOnlyDictionary<string, IFieldSymbol> States)
{
    /// <summary>Reads the attribute of an assembly; null when it does not fit the class.</summary>
    public static StateMachineFacts? Read(AttributeData attribute)
    {
        if (ProtocolAttributes.Value(attribute, 1) is not INamedTypeSymbol { BaseType.TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Enum } states] } type)
            return null;
        var names = ProtocolAttributes.List<string>(attribute, 2);
        var members = ProtocolAttributes.List<string>(attribute, 3);
        var known = new Dictionary<string, IFieldSymbol>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count && i < members.Count; i++)
        {
            if (states.GetMembers(members[i]).OfType<IFieldSymbol>().FirstOrDefault() is { } field)
                known[names[i]] = field;
        }

        return new StateMachineFacts(ProtocolAttributes.Text(attribute, 0), type, states, known);
    }
}
