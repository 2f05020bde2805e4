using System.Collections.Concurrent;
using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

/// <summary>The program at hand as the engine sees it: bodies, callers, implementations. One for each compilation; safe to use from several threads.</summary>
internal sealed partial class SourceProgram
{
    private readonly ConcurrentDictionary<IMethodSymbol, ControlFlowGraph?> _graphs = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _clients = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, OperationFacts> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<IFieldSymbol, IOperation?> _initializers = new(SymbolEqualityComparer.Default);
    private readonly CancellationToken _cancellationToken;
    private readonly SourceIndex _index;

    public SourceProgram(ProtocolFacts facts, CancellationToken cancellationToken)
    {
        (Facts, _cancellationToken) = (facts, cancellationToken);
        _index = new SourceIndex(facts, cancellationToken);
        Failures = new Failures(facts.Compilation, _index.Mentions);
        foreach (var operation in _index.Operations)
            Remember(operation);
    }

    /// <summary>The protocol facts.</summary>
    public ProtocolFacts Facts { get; }

    /// <summary>The exceptions that stand for failures.</summary>
    public Failures Failures { get; }

    /// <summary>Whether the client's own renewal is switched off, or cannot work, somewhere in the program.</summary>
    public bool RenewalIsOff => _index.RenewalIsOff;

    /// <summary>Whether a handler of the program's own renews credentials.</summary>
    public bool RenewsOutOfSight => _index.HasRenewingHandler;

    /// <summary>Whether a resilience pipeline retries somewhere.</summary>
    public bool HasResilience => _index.Mentions("Polly") || _index.Mentions("AddStandardResilienceHandler") || _index.Mentions("ResiliencePipeline") || _index.Mentions("ResiliencePipelineBuilder") || _index.Mentions("AddResilienceHandler");

    /// <summary>The names of all evidence in sight.</summary>
    public IReadOnlyCollection<string> EvidenceNames => _index.EvidenceNames;

    /// <summary>Whether a name stands anywhere in the program.</summary>
    public bool Mentions(string? name) => name is not null && _index.Mentions(name);

    /// <summary>Whether something in the program may call an operation: by one of its methods, or by a workflow.</summary>
    public bool MentionsOperation(string id) => _index.MentionsWorkflows || _index.Operations.Any(operation => operation.Id == id && _index.Mentions(operation.Method.Name));

    /// <summary>Keeps an operation by its id.</summary>
    public void Remember(OperationFacts operation)
    {
        if (operation.IsOutcome)
            _operations.TryAdd(operation.Id, operation);
        else
            _operations[operation.Id] = operation;
    }

    /// <summary>The operation of a call; null when none with its id is in sight.</summary>
    public OperationFacts? OperationOf(CallKey key) => _operations.TryGetValue(key.Operation, out var operation) ? operation : null;

    /// <summary>The method of an operation; null when none with its id is in sight.</summary>
    public IMethodSymbol? MethodOf(string id) => _operations.TryGetValue(id, out var operation) ? operation.Method : null;

    /// <summary>The events in the answers of a call; null when it carries none.</summary>
    public EventFacts? EventsOf(CallKey key) => OperationOf(key)?.AnswerType is { } type ? Facts.Answer(type).Events : null;

    /// <summary>The members of evidence.</summary>
    public IReadOnlyList<FlagFact> FlagsOf(string evidence) => OperationOf(new CallKey(evidence, null))?.AnswerType is { } type
        ? Facts.Answer(type).Evidence.FirstOrDefault(each => each.Name == evidence)?.Flags ?? []
        : _index.FlagsOf(evidence);

    /// <summary>The method that ends an obligation; null when none is in sight.</summary>
    public IMethodSymbol? EndOf(string obligation) => _operations.Values.FirstOrDefault(operation => operation.Ends.Contains(obligation))?.Method;

    /// <summary>Whether a member is one that the generator made, which checks success itself.</summary>
    public bool IsGenerated(IMethodSymbol method) =>
        method.ContainingType.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute");

    /// <summary>Whether a type has operations of a contract.</summary>
    public bool IsClient(ITypeSymbol type) => type.TypeKind is TypeKind.Class or TypeKind.Interface && _clients.GetOrAdd(type, found =>
        found.GetMembers().Concat(found.AllInterfaces.SelectMany(static each => each.GetMembers())).OfType<IMethodSymbol>().Any(method => Facts.Operation(method) is not null));

    /// <summary>Whether a property only stores what it is given.</summary>
    public static bool IsAuto(IPropertySymbol property) => property is { IsAbstract: false, ContainingType.TypeKind: not TypeKind.Interface }
        && property.DeclaringSyntaxReferences.Length > 0
        && property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>Whether objects of a type only carry values: a record, or a class of plain properties.</summary>
    public bool IsCarrier(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } named)
            return type is INamedTypeSymbol { Name: "List" or "HashSet" or "Collection", ContainingNamespace.Name: "Generic" or "ObjectModel" };
        return named.IsRecord || (named.TypeKind is TypeKind.Class or TypeKind.Struct
            && named.GetMembers().All(static member => member is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: not MethodKind.Ordinary }));
    }

    /// <summary>Whether a method has a body here.</summary>
    public bool HasBody(IMethodSymbol method) => method.DeclaringSyntaxReferences.Length > 0 && GraphOf(method) is not null;

    /// <summary>Whether following a call can tell anything.</summary>
    public bool IsWorthFollowing(IMethodSymbol method, ImmutableArray<Value> arguments) =>
        method.ReturnType.SpecialType != SpecialType.System_Void && method.ReturnType is not { Name: "Task", ContainingNamespace.Name: "Tasks" } and not { Name: "ValueTask" }
        || method.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 }
        || arguments.Any(static argument => argument is not (Unknown { Made: Topics.None } or Constant))
        || _index.IsRelevant(method) || _index.WritesMembers(method);

    /// <summary>The graph of a method of this program; null for all others.</summary>
    public ControlFlowGraph? GraphOf(IMethodSymbol method) => _graphs.GetOrAdd(method.OriginalDefinition, MakeGraph);

    /// <summary>The body that a call runs: the method itself, its only override, or the only implementation of an interface; null when it cannot be told.</summary>
    public IMethodSymbol? Target(IMethodSymbol method, ITypeSymbol? receiver)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (receiver is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type && definition.ContainingType?.TypeKind == TypeKind.Interface)
            return type.FindImplementationForInterfaceMember(definition) is IMethodSymbol { DeclaringSyntaxReferences.Length: > 0 } own ? own : null;
        if (definition.ContainingType?.TypeKind == TypeKind.Interface || definition.IsAbstract)
            return _index.OnlyImplementation(definition);
        return definition.DeclaringSyntaxReferences.Length > 0 && !(definition.IsVirtual && _index.IsOverridden(definition)) ? definition : null;
    }

    /// <summary>What a static readonly field is set to where it is declared; null when that is nowhere.</summary>
    public IOperation? InitializerOf(IFieldSymbol field) => _initializers.GetOrAdd(field, found =>
    {
        if (found.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value })
            return null;
        return ModelOf(value.SyntaxTree)?.GetOperation(value, _cancellationToken) is { } operation ? operation : null;
    });

    /// <summary>The entry points from which a method is reached.</summary>
    public IReadOnlyCollection<IMethodSymbol> EntriesOf(IMethodSymbol method, int depth) => _index.EntriesOf(method, depth);

    /// <summary>Whether a method, or a helper of its, speaks the protocol.</summary>
    public bool IsRelevant(IMethodSymbol method) => _index.IsRelevant(method);

    /// <summary>The members of a file that speak the protocol, or whose helpers do.</summary>
    public IEnumerable<SyntaxNode> RelevantIn(SyntaxTree tree) => _index.RelevantIn(tree);

#pragma warning disable RS1030 // Bodies of other methods and files are needed; the index keeps to trees of this compilation.
    internal static SemanticModel? Model(Compilation compilation, SyntaxTree tree) => compilation.ContainsSyntaxTree(tree) ? compilation.GetSemanticModel(tree) : null;
#pragma warning restore RS1030

    private SemanticModel? ModelOf(SyntaxTree tree) => Model(Facts.Compilation, tree);

    private ControlFlowGraph? MakeGraph(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(_cancellationToken)).FirstOrDefault(static node => BodyOf(node) is not null) is not { } syntax || ModelOf(syntax.SyntaxTree) is not { } model)
            return null;
        return model.GetOperation(BodyOf(syntax)!, _cancellationToken) switch
        {
            IMethodBodyOperation { Parent: null } body => ControlFlowGraph.Create(body, _cancellationToken),
            IConstructorBodyOperation { Parent: null } body => ControlFlowGraph.Create(body, _cancellationToken),
            IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block, _cancellationToken),
            { Parent: IMethodBodyOperation { Parent: null } body } => ControlFlowGraph.Create(body, _cancellationToken),
            _ => null,
        };
    }

    private static SyntaxNode? BodyOf(SyntaxNode syntax) => syntax switch
    {
        BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        BaseMethodDeclarationSyntax method => method,
        AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        AccessorDeclarationSyntax accessor => accessor,
        ArrowExpressionClauseSyntax arrow => arrow,
        CompilationUnitSyntax unit => unit,
        _ => null,
    };
}
