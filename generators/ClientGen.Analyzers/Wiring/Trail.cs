using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ClientGen.Analyzers.Wiring;

/// <summary>Where an object may come from: the places that make it, and the variables and helpers that it passes on its way.</summary>
/// <remarks>Two trails that meet are about the same object. A local that is assigned several times ends the trail: which value it has is not known.</remarks>
internal sealed class Trail
{
    private const int Most = 256;

    private readonly Compilation _compilation;
    private readonly Queue<(IOperation Value, bool InHelper)> _open = new();
    private bool _inHelper;

    private Trail(Compilation compilation) => _compilation = compilation;

    /// <summary>What it passes: places of declarations, calls and creations, and the names of HttpClients of a factory.</summary>
    public HashSet<object> Marks { get; } = [];

    /// <summary>The same without what happens inside helpers that hand it out: each of their calls may give another object.</summary>
    public HashSet<object> Own { get; } = [];

    /// <summary>The calls and creations that it passes.</summary>
    public List<IOperation> Makers { get; } = [];

    /// <summary>Parameters of constructors that it passes.</summary>
    public HashSet<IParameterSymbol> Injected { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The calls that are given a lambda with it as a parameter.</summary>
    public HashSet<IInvocationOperation> Lambdas { get; } = [];

    /// <summary>Whether a service provider is asked for it.</summary>
    public bool IsService { get; private set; }

    /// <summary>Follows an expression back.</summary>
    public static Trail Of(IOperation operation, Compilation compilation)
    {
        var trail = new Trail(compilation);
        trail.Follow(operation);
        while (trail._open.Count > 0 && trail.Marks.Count < Most)
        {
            (var value, trail._inHelper) = trail._open.Dequeue();
            trail.Step(value);
        }

        return trail;
    }

    /// <summary>Whether this object is one that the other trail passes.</summary>
    public bool Meets(Trail other) => Own.Overlaps(other.Marks);

    /// <summary>The mark of a place in the text.</summary>
    public static object Mark(SyntaxNode node) => (node.SyntaxTree, node.Span);

    /// <summary>The mark of a variable; null for one without a declaration in sight.</summary>
    public static object? Mark(ISymbol symbol) => symbol.DeclaringSyntaxReferences is [var reference, ..] ? (reference.SyntaxTree, reference.Span) : null;

    private void Step(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation conversion:
                Follow(conversion.Operand);
                break;
            case IParenthesizedOperation parentheses:
                Follow(parentheses.Operand);
                break;
            case IAwaitOperation awaited:
                Follow(awaited.Operation);
                break;
            case IConditionalOperation { WhenFalse: { } other } conditional:
                Follow(conditional.WhenTrue);
                Follow(other);
                break;
            case ICoalesceOperation coalesce:
                Follow(coalesce.Value);
                Follow(coalesce.WhenNull);
                break;
            case IAssignmentOperation assignment and (ISimpleAssignmentOperation or ICoalesceAssignmentOperation):
                Follow(assignment.Target);
                Follow(assignment.Value);
                break;
            case ILocalReferenceOperation local when Origin.Of(local.Local, _compilation) is { } value:
                if (Passes(local.Local))
                    Follow(value);
                break;
            case IParameterReferenceOperation parameter when Passes(parameter.Parameter):
                if (Registration.LambdaCall(parameter.Parameter, parameter) is { } lambda)
                    Lambdas.Add(lambda);
                Given(parameter.Parameter);
                break;
            case IFieldReferenceOperation field when Passes(field.Field):
                Assigned(field.Field, (field.Field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value);
                break;
            case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "Lazy" }, Instance: { } lazy }:
                Made(Origin.Of(lazy, _compilation));
                break;
            case IPropertyReferenceOperation property when Passes(property.Property):
                if (Origin.Of(property.Property, _compilation) is { } got)
                    Follow(got);
                Assigned(property.Property, (property.Property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as PropertyDeclarationSyntax)?.Initializer?.Value);
                break;
            case IObjectCreationOperation creation when Passes(Mark(creation.Syntax)):
                Makers.Add(creation);
                break;
            case IInvocationOperation call when Passes(Mark(call.Syntax)):
                Makers.Add(call);
                Returned(call);
                break;
        }
    }

    private void Follow(IOperation value) => _open.Enqueue((value, _inHelper));

    private bool Passes(ISymbol symbol) => Mark(symbol) is { } mark && Passes(mark);

    private bool Passes(object mark)
    {
        var isOwn = !_inHelper && Own.Add(mark);
        return Marks.Add(mark) | isOwn;
    }

    private void Given(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.Ordinary or MethodKind.LocalFunction } method)
            return;
        if (method.MethodKind == MethodKind.Constructor)
            Injected.Add(parameter);
        foreach (var given in Arguments.Of(method, _compilation).Select(call => call.Given(parameter)).OfType<IOperation>())
            Follow(given);
    }

    private void Assigned(ISymbol member, SyntaxNode? initializer)
    {
        if (SourceModels.Operation(initializer, _compilation) is { } value)
            Follow(value);
        foreach (var assignment in NamedUses.Of(_compilation).Assignments(member.Name))
        {
            var target = assignment.Target switch
            {
                IFieldReferenceOperation field => field.Field,
                IPropertyReferenceOperation property => property.Property,
                _ => (ISymbol?)null,
            };
            if (SymbolEqualityComparer.Default.Equals(target, member))
                Follow(assignment.Value);
        }
    }

    private void Returned(IInvocationOperation call)
    {
        if (HttpFactory.NameOf(call, _compilation) is { } name)
            Marks.Add(HttpFactory.Mark(name));
        IsService |= call.TargetMethod is { Name: "GetRequiredService" or "GetService", TypeArguments: [{ Name: "HttpClient" }] };
        _inHelper = true;
        foreach (var returned in Returns.Of(call.TargetMethod, _compilation))
            Follow(returned);
    }

    // What a Lazy makes when it is first asked.
    private void Made(IOperation lazy)
    {
        if (lazy is not IObjectCreationOperation { Arguments: [{ Value: var maker }, ..] })
            return;
        _inHelper = true;
        foreach (var returned in Returns.OfDelegate(maker))
            Follow(returned);
    }
}
