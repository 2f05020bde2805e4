using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;

namespace ClientGen.Emitter.Clients;

/// <summary>C# names that follow from the model's names, kept apart from the contract's types and from each other.</summary>
public sealed class ClientNames
{
    private readonly Dictionary<string, string> _outcomeTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _outcomeMethods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _streamMethods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _machines = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types;

    private ClientNames(ContractModel contract)
    {
        _types = new HashSet<string>(contract.Types.Select(static type => type.Name), StringComparer.Ordinal);
        _types.UnionWith(contract.Types.OfType<EnumModel>().Select(static type => type.Name + "Extensions"));
        foreach (var machine in contract.Lifecycles)
        {
            _types.Add(machine.MachineName);
            _types.Add(machine.StateName);
        }

        var client = contract.Client;
        Client = client?.Name ?? "";
        if (client is null)
            return;

        _types.Add(client.Name);
        Interface = TakeType("I" + client.Name);
        Schemes = TakeType("Schemes");
        Servers = TakeType("Servers");
        Shared = TakeType("Shared");
        var members = new NameScope(client.Name, "With", "Info", Schemes, Servers, Shared);
        foreach (var machine in contract.Lifecycles)
            _machines[machine.Name] = members.Take(machine.Name, machine.Name + "Machine");
        var methods = new NameScope([.. client.Operations.Select(static o => o.Name), .. client.Streams.Select(static s => s.Name)]);
        foreach (var stream in client.Streams)
            _calls[stream.Name] = TakeType(stream.Name + "Call");
        foreach (var operation in client.Operations)
        {
            _calls[operation.Name] = TakeType(operation.Name + "Call");
            _outcomeTypes[operation.Name] = TakeType(operation.Name + "Outcome");
            _outcomeMethods[operation.Name] = methods.Take(operation.Name + "Outcome");
            if (operation.LongPoll is { } poll)
                _streamMethods[operation.Name] = methods.Take(poll.StreamName, operation.Name + "Stream");
        }
    }

    /// <summary>The client's class.</summary>
    public string Client { get; }

    /// <summary>The client's interface.</summary>
    public string Interface { get; } = "";

    /// <summary>The nested class of scheme names; it must not hide a type of the contract.</summary>
    public string Schemes { get; } = "";

    /// <summary>The nested class of servers.</summary>
    public string Servers { get; } = "";

    /// <summary>The nested class of what several operations say alike.</summary>
    public string Shared { get; } = "";

    /// <summary>The names of one contract.</summary>
    public static ClientNames Of(ContractModel contract) => new(contract);

    /// <summary>The nested class that keeps what an operation's calls share.</summary>
    public string Call(OperationModel operation) => _calls[operation.Name];

    /// <summary>The same for a stream.</summary>
    public string Call(StreamModel stream) => _calls[stream.Name];

    /// <summary>The type of an operation's typed outcome.</summary>
    public string OutcomeType(OperationModel operation) => _outcomeTypes[operation.Name];

    /// <summary>The method that returns the typed outcome, with the Async suffix.</summary>
    public string OutcomeMethod(OperationModel operation) => _outcomeMethods[operation.Name] + "Async";

    /// <summary>The method that makes a stream of a long poll, with the Async suffix.</summary>
    public string PollStreamMethod(OperationModel operation) => _streamMethods[operation.Name] + "Async";

    /// <summary>The client's property of a state machine.</summary>
    public string Machine(LifecycleModel machine) => _machines[machine.Name];

    /// <summary>A member of a static class, which can have neither the class's name nor that of a member of <c>object</c>.</summary>
    public static string Constant(string name, string container) =>
        CSharp.Identifier(name == container || name is "Equals" or "ReferenceEquals" or "GetHashCode" or "GetType" or "ToString" or "MemberwiseClone" or "Finalize" ? name + "_" : name);

    /// <summary>A type name that no type of the contract has; it is taken from then on.</summary>
    public string TakeType(string wanted)
    {
        var name = wanted;
        for (var number = 2; !_types.Add(name); number++)
            name = wanted + Naming.Number(number);
        return name;
    }

    /// <summary>The interface from another namespace.</summary>
    public string QualifiedInterface(ContractModel contract) => TypeName.Generated(Interface, contract.Namespace);

    internal static string Method(string name) => CSharp.Identifier(name + "Async");
}
