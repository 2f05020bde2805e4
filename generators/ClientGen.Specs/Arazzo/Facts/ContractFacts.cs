using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>Facts gathered for one contract, before they become part of its model.</summary>
internal sealed class ContractFacts(BoundContract contract)
{
    private readonly Dictionary<string, OperationFacts> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ProtocolFact>> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Property), List<ProtocolFact>> _properties = [];
    private readonly HashSet<(string Enum, string Value)> _terminal = [];

    /// <summary>The contract.</summary>
    public BoundContract Contract => contract;

    /// <summary>Its types.</summary>
    public ModelIndex Types { get; } = new(contract.Model.Types);

    /// <summary>The facts of an operation; null when the contract has no such operation.</summary>
    public OperationFacts? Operation(string id)
    {
        if (_operations.TryGetValue(id, out var known))
            return known;
        if (contract.Model.Client?.Operations.FirstOrDefault(operation => operation.Id == id) is not { } model)
            return null;
        return _operations[id] = new OperationFacts(this, model);
    }

    /// <summary>Puts a fact on a type.</summary>
    public void OnType(string type, ProtocolFact fact)
    {
        if (!_types.TryGetValue(type, out var facts))
            _types.Add(type, facts = []);
        if (!facts.Contains(fact))
            facts.Add(fact);
    }

    /// <summary>Puts a fact on a member of a type.</summary>
    public void OnProperty(string type, string property, ProtocolFact fact)
    {
        if (!_properties.TryGetValue((type, property), out var facts))
            _properties.Add((type, property), facts = []);
        if (!facts.Contains(fact))
            facts.Add(fact);
    }

    /// <summary>Marks the value of an enum as one that ends polling.</summary>
    public void Terminal(string @enum, string value) => _terminal.Add((@enum, value));

    /// <summary>The enum member that a comparison means, as an argument of a fact; empty when the member of the body is no enum.</summary>
    public IEnumerable<string> EnumMember(MemberEquals leaf)
    {
        if (leaf.Type is not { Kind: TypeKind.Enum, Name: { } name })
            return [];
        var value = JsonLiteral.StringOf(leaf.Json) ?? leaf.Json;
        return Types.Find(PlainNames.Of(name, contract.Model.Namespace + ".")) is EnumModel model && model.Members.FirstOrDefault(member => member.Value == value) is { } found
            ? ["EnumMember=" + JsonLiteral.Of(found.Name)]
            : [];
    }

    /// <summary>The model with its facts.</summary>
    public ContractModel Enriched() => contract.Model with
    {
        Client = contract.Model.Client is { } client
            ? client with { Operations = client.Operations.Select(operation => Operation(operation.Id) is { } facts && facts.Model == operation ? facts.Enriched() : operation).ToEquatableArray() }
            : null,
        Types = contract.Model.Types.Select(WithFacts).ToEquatableArray(),
    };

    private TypeModel WithFacts(TypeModel type)
    {
        var facts = _types.TryGetValue(type.Name, out var list) ? list : [];
        return type switch
        {
            ObjectModel model => model with { Facts = model.Facts.Concat(facts).ToEquatableArray(), Properties = WithFacts(model.Name, model.Properties) },
            UnionModel model => model with { Facts = model.Facts.Concat(facts).ToEquatableArray(), Shared = WithFacts(model.Name, model.Shared) },
            EnumModel model when _terminal.Any(terminal => terminal.Enum == model.Name) => model with
            {
                Members = model.Members.Select(member => _terminal.Contains((model.Name, member.Value)) ? member with { IsTerminal = true } : member).ToEquatableArray(),
            },
            _ => type,
        };
    }

    private EquatableArray<PropertyModel> WithFacts(string type, EquatableArray<PropertyModel> properties) => properties
        .Select(property => _properties.TryGetValue((type, property.Name), out var facts) ? property with { Facts = property.Facts.Concat(facts).ToEquatableArray() } : property)
        .ToEquatableArray();
}

/// <summary>Facts gathered for one operation.</summary>
internal sealed class OperationFacts(ContractFacts contract, OperationModel model)
{
    private readonly List<ProtocolFact> _facts = [];

    /// <summary>The contract it belongs to.</summary>
    public ContractFacts Contract => contract;

    /// <summary>The operation without the new facts.</summary>
    public OperationModel Model => model;

    /// <summary>Whether the protocol speaks of it.</summary>
    public bool IsOfProtocol { get; set; }

    /// <summary>Whether it hands out credentials.</summary>
    public bool Acquires { get; set; }

    /// <summary>The long poll that it is, with what workflows add.</summary>
    public LongPollModel? LongPoll { get; set; } = model.LongPoll;

    /// <summary>Statuses after which credentials are renewed.</summary>
    public HashSet<int> RenewOn { get; } = [.. model.RenewOn];

    /// <summary>Adds a fact once.</summary>
    public void Add(string attribute, params string[] arguments) => Add(new ProtocolFact(attribute, arguments.ToEquatableArray()));

    /// <summary>Adds a fact once.</summary>
    public void Add(ProtocolFact fact)
    {
        if (!_facts.Contains(fact))
            _facts.Add(fact);
    }

    /// <summary>Whether a fact of this kind is there.</summary>
    public bool Has(string attribute) => _facts.Any(fact => fact.Attribute == attribute);

    /// <summary>The operation with its facts.</summary>
    public OperationModel Enriched()
    {
        var facts = IsOfProtocol
            ? _facts.Prepend(new ProtocolFact("ProtocolOperation", EquatableArray.Of(JsonLiteral.Of(model.Id))))
            : _facts;
        return model with
        {
            Facts = model.Facts.Concat(facts).ToEquatableArray(),
            LongPoll = LongPoll,
            DeadlineMilliseconds = model.DeadlineMilliseconds ?? LongPoll?.MinTimeoutMilliseconds,
            RenewOn = RenewOn.OrderBy(static status => status).ToEquatableArray(),
        };
    }
}
