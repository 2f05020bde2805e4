using System.Collections.Concurrent;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Flow;

/// <summary>Who speaks the protocol, who calls whom, who implements what: found by name first and by symbol after, so that most files are never bound.</summary>
internal sealed class SourceIndex
{
    private const int MostLevels = 5;

    private static readonly NameSet Marks = new(["ProtocolOperation", "ProtocolOperationAttribute", "EventStream", "EventStreamAttribute", "RequiresEvidence", "RequiresEvidenceAttribute"]);

    private readonly Compilation _compilation;
    private readonly ProtocolFacts _facts;
    private readonly CancellationToken _cancellationToken;
    private readonly List<TreeIndex> _trees;
    private readonly Lazy<HashSet<SyntaxNode>> _relevant;
    private readonly Lazy<ILookup<SyntaxTree, SyntaxNode>> _relevantByFile;
    private readonly ConcurrentDictionary<(SyntaxTree, string), IReadOnlyList<CallSite>> _sites = new();
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IMethodSymbol>> _callers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<INamedTypeSymbol>> _derived = new(SymbolEqualityComparer.Default);
    private readonly Lazy<bool> _renewalIsOff;
    private readonly Lazy<bool> _renewingHandler;
    private readonly HashSet<string> _protocolNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<FlagFact>> _flags = new(StringComparer.Ordinal);

    public SourceIndex(ProtocolFacts facts, CancellationToken cancellationToken)
    {
        (_facts, _compilation, _cancellationToken) = (facts, facts.Compilation, cancellationToken);
        _trees = [.. _compilation.SyntaxTrees.Select(TreeIndex.Of)];
        Operations = [.. FindOperations()];
        foreach (var operation in Operations.Where(static each => each.AnswerType is not null))
        {
            foreach (var evidence in facts.Answer(operation.AnswerType!).Evidence)
                _flags[evidence.Name] = evidence.Flags;
        }

        _relevant = new Lazy<HashSet<SyntaxNode>>(FindRelevant);
        _relevantByFile = new Lazy<ILookup<SyntaxTree, SyntaxNode>>(() => _relevant.Value.ToLookup(static member => member.SyntaxTree));
        _renewalIsOff = new Lazy<bool>(() => Mentions("StaticCredentials") || SwitchesOff("RenewCredentials"));
        _renewingHandler = new Lazy<bool>(FindRenewingHandler);
    }

    /// <summary>All operations in sight.</summary>
    public IReadOnlyList<OperationFacts> Operations { get; }

    /// <summary>The names of all evidence.</summary>
    public IReadOnlyCollection<string> EvidenceNames => _flags.Keys;

    /// <summary>Whether the client's own renewal is switched off, or cannot work.</summary>
    public bool RenewalIsOff => _renewalIsOff.Value;

    /// <summary>Whether a message handler calls the operations that renew credentials.</summary>
    public bool HasRenewingHandler => _renewingHandler.Value;

    /// <summary>The members of evidence.</summary>
    public IReadOnlyList<FlagFact> FlagsOf(string evidence) => _flags.TryGetValue(evidence, out var flags) ? flags : [];

    /// <summary>Whether an identifier stands anywhere in the program.</summary>
    public bool Mentions(string name) => _trees.Exists(tree => tree.Has(name) && !tree.Tree.IsGenerated());

    /// <summary>Whether a generated workflow may be run somewhere, which calls operations itself.</summary>
    public bool MentionsWorkflows => _trees.Exists(tree => tree.HasAny(_facts.Names.Workflows) && !tree.Tree.IsGenerated());

    /// <summary>Whether a method, or a helper of its, speaks the protocol.</summary>
    public bool IsRelevant(IMethodSymbol method) => method.DeclaringSyntaxReferences.Any(reference =>
        TreeIndex.MemberOf(reference.GetSyntax(_cancellationToken)) is { } member && _relevant.Value.Contains(member));

    /// <summary>The members of a file that speak the protocol, or whose helpers do.</summary>
    public IEnumerable<SyntaxNode> RelevantIn(SyntaxTree tree) =>
        _relevantByFile.Value[tree].OrderBy(static member => member.SpanStart);

    /// <summary>Whether a method assigns members of its class.</summary>
    public bool WritesMembers(IMethodSymbol method) => method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(_cancellationToken).DescendantNodes().Any(static node =>
        node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression }));

    /// <summary>The entry points from which a method is reached: itself when nobody in sight calls it.</summary>
    public IReadOnlyCollection<IMethodSymbol> EntriesOf(IMethodSymbol method, int depth)
    {
        var entries = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        Climb(method, depth, new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default), entries);
        return entries;
    }

    private void Climb(IMethodSymbol method, int depth, HashSet<IMethodSymbol> seen, HashSet<IMethodSymbol> entries)
    {
        if (!seen.Add(method))
            return;
        var callers = depth <= 0 ? [] : CallersOf(method);
        if (callers.Count == 0 || callers.All(caller => SymbolEqualityComparer.Default.Equals(caller, method)))
            entries.Add(method);
        foreach (var caller in callers)
            Climb(caller, depth - 1, seen, entries);
        // A circle of methods that nobody enters is entered at the one in question.
        if (entries.Count == 0)
            entries.Add(method);
    }

    private IReadOnlyList<IMethodSymbol> CallersOf(IMethodSymbol method) => _callers.GetOrAdd(method, _ => [.. FindCallers(method).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)]);

    private IEnumerable<IMethodSymbol> FindCallers(IMethodSymbol method)
    {
        var name = method.MethodKind switch
        {
            MethodKind.PropertyGet or MethodKind.PropertySet => method.AssociatedSymbol?.Name,
            MethodKind.Constructor => method.ContainingType.Name,
            MethodKind.Ordinary or MethodKind.DeclareMethod or MethodKind.ExplicitInterfaceImplementation => method.Name.Substring(method.Name.LastIndexOf('.') + 1),
            _ => null,
        };
        if (string.IsNullOrEmpty(name))
            yield break;
        var targets = new HashSet<ISymbol>(MethodFacts.Implemented(method), SymbolEqualityComparer.Default) { method.OriginalDefinition };
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            targets.Add(overridden.OriginalDefinition);
        // A private method is called in its own files only, unless it is an interface's.
        var trees = method is { DeclaredAccessibility: Accessibility.Private, ExplicitInterfaceImplementations.IsEmpty: true } ? method.ContainingType.DeclaringSyntaxReferences.Select(static part => TreeIndex.Of(part.SyntaxTree)).Distinct() : _trees;
        foreach (var site in trees.SelectMany(tree => SitesIn(tree, name!)))
        {
            var found = site.Symbol is IPropertySymbol property ? method.MethodKind == MethodKind.PropertySet ? property.SetMethod : property.GetMethod : site.Symbol;
            if (found is IMethodSymbol called && targets.Contains((called.ReducedFrom ?? called).OriginalDefinition))
                yield return site.Owner;
        }
    }

    /// <summary>Where a name stands for something that can run, and whose member that is. Bound once for all methods of the name.</summary>
    private IReadOnlyList<CallSite> SitesIn(TreeIndex tree, string name) => tree.Tree.IsGenerated() || !tree.Has(name) ? [] : _sites.GetOrAdd((tree.Tree, name), _ =>
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return SourceProgram.Model(_compilation, tree.Tree) is { } model
            ? [.. tree.Members.Where(member => member.Names.Contains(name)).SelectMany(member => member.Node.DescendantNodes().OfType<SimpleNameSyntax>()
                .Where(node => node.Identifier.ValueText == name).Select(node => SiteAt(node, member.Node, model)).OfType<CallSite>())]
            : [];
    });

    private CallSite? SiteAt(SimpleNameSyntax node, SyntaxNode member, SemanticModel model)
    {
        SyntaxNode named = node.Parent is BaseObjectCreationExpressionSyntax creation ? creation : node;
        return model.GetSymbolInfo(named, _cancellationToken).Symbol is { } symbol and (IMethodSymbol or IPropertySymbol) && OwnerOf(node, member, model) is { } owner ? new CallSite(symbol, owner) : null;
    }

    private IMethodSymbol? OwnerOf(SyntaxNode node, SyntaxNode member, SemanticModel model)
    {
        if (member is BasePropertyDeclarationSyntax property)
        {
            SyntaxNode? accessor = node.AncestorsAndSelf().OfType<AccessorDeclarationSyntax>().FirstOrDefault();
            return accessor is not null ? model.GetDeclaredSymbol(accessor, _cancellationToken) as IMethodSymbol
                : (model.GetDeclaredSymbol(property, _cancellationToken) as IPropertySymbol)?.GetMethod;
        }

        return member is CompilationUnitSyntax unit ? model.GetDeclaredSymbol(unit, _cancellationToken) : model.GetDeclaredSymbol(member, _cancellationToken) as IMethodSymbol;
    }

    /// <summary>The only body behind a member of an interface or an abstract class; null when there is none or more than one.</summary>
    public IMethodSymbol? OnlyImplementation(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type)
            return null;
        var found = Derived(type).Where(static each => !each.IsAbstract)
            .Select(each => type.TypeKind == TypeKind.Interface ? each.FindImplementationForInterfaceMember(method) as IMethodSymbol : Override(each, method))
            .Where(static each => each is { IsAbstract: false, DeclaringSyntaxReferences.Length: > 0 })
            .Distinct<IMethodSymbol?>(SymbolEqualityComparer.Default).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Whether some class replaces a virtual method.</summary>
    public bool IsOverridden(IMethodSymbol method) => Derived(method.ContainingType).Any(type => Override(type, method) is { } own && !SymbolEqualityComparer.Default.Equals(own, method));

    private static IMethodSymbol? Override(INamedTypeSymbol type, IMethodSymbol method)
    {
        for (var each = type; each is not null; each = each.BaseType)
        {
            if (each.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(member => Overrides(member, method)) is { } found)
                return found;
        }

        return null;
    }

    private static bool Overrides(IMethodSymbol member, IMethodSymbol method)
    {
        for (var each = member; each is not null; each = each.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, method))
                return true;
        }

        return false;
    }

    private IReadOnlyList<INamedTypeSymbol> Derived(INamedTypeSymbol type) => _derived.GetOrAdd(type, _ =>
        [.. _trees.Where(tree => tree.Has(type.Name) && !tree.Tree.IsGenerated()).SelectMany(tree => tree.DerivedTypes.Where(each => each.BaseList!.Types.Any(name => Simple(name.Type) == type.Name))
            .Select(each => SourceProgram.Model(_compilation, tree.Tree)?.GetDeclaredSymbol(each, _cancellationToken)))
            .OfType<INamedTypeSymbol>()
            .Where(each => each.AllInterfaces.Any(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, type.OriginalDefinition)) || ExceptionTypes.Derives(each, type))]);

    private static string Simple(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    /// <summary>Members that call the protocol by name, those that call these, and so on.</summary>
    private HashSet<SyntaxNode> FindRelevant()
    {
        var relevant = new HashSet<SyntaxNode>();
        var frontier = new NameSet(_protocolNames);
        var seen = new HashSet<string>(_protocolNames, StringComparer.Ordinal);
        for (var level = 0; level < MostLevels && frontier.Count > 0; level++)
        {
            var next = new HashSet<string>(StringComparer.Ordinal);
            foreach (var tree in _trees.Where(tree => tree.HasAny(frontier) && !tree.Tree.IsGenerated()))
            {
                _cancellationToken.ThrowIfCancellationRequested();
                foreach (var member in tree.Members.Where(member => frontier.Meets(member.Names)))
                {
                    if (relevant.Add(member.Node) && member.Name.Length > 0 && seen.Add(member.Name))
                        next.Add(member.Name);
                }
            }

            frontier = new NameSet(next);
        }

        return relevant;
    }

    private IEnumerable<OperationFacts> FindOperations()
    {
        foreach (var method in DeclaredElsewhere().Concat(DeclaredHere()))
        {
            var said = _facts.Of(method);
            if (said.Operation is not null || said.Stream is not null || said.RequiresEvidence.Count > 0)
                _protocolNames.Add(method.Name);
            if (said.Operation is { } operation)
                yield return operation;
        }
    }

    /// <summary>Members of interfaces in assemblies that know the attributes; the facts of a client stand on its interface.</summary>
    private IEnumerable<IMethodSymbol> DeclaredElsewhere() => _compilation.SourceModule.ReferencedAssemblySymbols
        .Where(ProtocolAssemblies.References)
        .SelectMany(static assembly => DeclaredTypes.Outer(assembly.GlobalNamespace))
        .Where(static type => type.TypeKind == TypeKind.Interface)
        .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>());

    private IEnumerable<IMethodSymbol> DeclaredHere()
    {
        foreach (var tree in _trees.Where(static tree => tree.HasAny(Marks)))
        {
            foreach (var method in tree.Tree.GetRoot(_cancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static method => method.AttributeLists.Count > 0))
            {
                if (method.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => Marks.Contains(Simple(attribute.Name)))
                    && SourceProgram.Model(_compilation, tree.Tree)?.GetDeclaredSymbol(method, _cancellationToken) is { } symbol)
                    yield return symbol;
            }
        }
    }

    private bool SwitchesOff(string option) => _trees.Exists(tree => tree.Has(option) && !tree.Tree.IsGenerated() && tree.Tree.GetRoot(_cancellationToken).DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(assignment => assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression) && assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == option
            || assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression) && assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } && member == option));

    private bool FindRenewingHandler()
    {
        var renewals = new HashSet<string>(Operations.SelectMany(static operation => operation.Renewal?.Operations ?? []).SelectMany(id => Operations.Where(operation => operation.Id == id)).Select(static operation => operation.Method.Name), StringComparer.Ordinal);
        return _trees.Exists(tree => tree.Has("DelegatingHandler") && tree.DerivedTypes.Any(type =>
            type.BaseList!.Types.Any(static each => Simple(each.Type) == "DelegatingHandler") && type.DescendantTokens().Any(token => renewals.Contains(token.ValueText))));
    }

    /// <summary>Where something is called.</summary>
    /// <param name="Symbol">The method or property.</param>
    /// <param name="Owner">The method that calls it.</param>
    private sealed record CallSite(ISymbol Symbol, IMethodSymbol Owner);
}
