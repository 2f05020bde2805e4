using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Credentials;

/// <summary>Where the token of a sign-in is kept.</summary>
/// <param name="Place">The member or the call that keeps it.</param>
/// <param name="Time">For how long; null for the life of the process.</param>
internal sealed record KeptToken(IOperation Place, TimeSpan? Time)
{
    private const int Deepest = 3;

    /// <summary>The places where a value is kept: members that are written once, and caches with a time that is known.</summary>
    public static IEnumerable<KeptToken> Of(IOperation value, Compilation compilation) => new Search(compilation).Of(value, 0);

    private sealed class Search(Compilation compilation)
    {
        private readonly HashSet<SyntaxNode> _seen = [];

        public IEnumerable<KeptToken> Of(IOperation value, int depth)
        {
            if (depth > Deepest || !_seen.Add(value.Syntax))
                return [];
            value = Whole(value);
            return value.Parent switch
            {
                IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => Uses(declarator.Symbol, declarator, depth),
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment when assignment.Value == value => Uses(local.Local, assignment, depth),
                ICoalesceAssignmentOperation assignment when assignment.Value == value && assignment.Target.Member() is { } member => Stored(member, assignment.Target),
                ISimpleAssignmentOperation assignment when assignment.Value == value && assignment.Target.Member() is { } member && IsGuardedByNull(assignment, member) => Stored(member, assignment.Target),
                IFieldInitializerOperation field => field.InitializedFields.SelectMany(each => Stored(each, value)),
                IPropertyInitializerOperation property => property.InitializedProperties.SelectMany(each => Stored(each, value)),
                IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Set" or "SetString" or "SetAsync" or "SetStringAsync" } call } when TokenCache.IsCache(Registration.Receiver(call)?.Type) => TokenCache.Set(call, compilation),
                IReturnOperation returned => Returned(returned, depth),
                _ => [],
            };
        }

        // Awaiting it, taking a member of it or putting it into text leaves it the same token.
        private static IOperation Whole(IOperation value)
        {
            while (value.Parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or ICoalesceOperation
                or IInterpolationOperation or IInterpolatedStringOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String }
                || (value.Parent is IPropertyReferenceOperation member && IsToken(member.Property))
                || (value.Parent is IInvocationOperation call && call.Instance == value && call.TargetMethod.Name is "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "ToString" or "Trim")
                || value.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "FromResult" } })
                value = value.Parent is IArgumentOperation argument ? argument.Parent! : value.Parent!;
            return value;
        }

        // Where the contract says which member of an answer is the secret, the others are none.
        private static bool IsToken(IPropertySymbol member) =>
            ProtocolAttributes.Has(member, "Secret") || !member.ContainingType.GetMembers().OfType<IPropertySymbol>().Any(static other => ProtocolAttributes.Has(other, "Secret"));

        private IEnumerable<KeptToken> Uses(ILocalSymbol local, IOperation declared, int depth)
        {
            var body = declared;
            while (body.Parent is not null)
                body = body.Parent;
            return body.Descendants().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local)).ToList().SelectMany(use => Of(use, depth));
        }

        private IEnumerable<KeptToken> Returned(IReturnOperation returned, int depth)
        {
            IOperation? owner = returned;
            while (owner is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation or IMethodBodyOperation))
                owner = owner.Parent;
            switch (owner)
            {
                case IAnonymousFunctionOperation lambda:
                    IOperation? given = lambda.Parent;
                    while (given is IConversionOperation or IDelegateCreationOperation or IArgumentOperation)
                        given = given.Parent;
                    return given switch
                    {
                        IObjectCreationOperation { Type.Name: "Lazy" or "AsyncLazy" } lazy => Of(lazy, depth + 1),
                        IInvocationOperation { TargetMethod.Name: "GetOrCreate" or "GetOrCreateAsync" } call when TokenCache.IsCache(Registration.Receiver(call)?.Type) => TokenCache.Made(call, lambda, compilation),
                        IInvocationOperation { TargetMethod: { Name: "Run", ContainingType.Name: "Task" } } run => Of(run, depth + 1),
                        _ => [],
                    };
                case IMethodBodyOperation body when Method(body) is { } method:
                    var index = NamedUses.Of(compilation);
                    return index.Calls(method).ToList().SelectMany(call => Of(call, depth + 1)).Concat(Handed(method, depth));
                default:
                    return [];
            }
        }

        // new Lazy<Task<string>>(SignInAsync)
        private IEnumerable<KeptToken> Handed(IMethodSymbol method, int depth) => compilation.SyntaxTrees.Where(tree => TreeIndex.Of(tree).Has("Lazy") && TreeIndex.Of(tree).Has(method.Name))
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BaseObjectCreationExpressionSyntax>())
            .Where(creation => creation.ArgumentList?.Arguments.FirstOrDefault()?.Expression is Microsoft.CodeAnalysis.CSharp.Syntax.IdentifierNameSyntax { Identifier.ValueText: var name } && name == method.Name)
            .Select(creation => SourceModels.Operation(creation, compilation)).OfType<IObjectCreationOperation>()
            .Where(static creation => creation.Type?.Name is "Lazy" or "AsyncLazy").ToList().SelectMany(creation => Of(creation, depth + 1));

        private IMethodSymbol? Method(IMethodBodyOperation body) => SourceModels.Of(body.Syntax.SyntaxTree, compilation) is { } model ? Microsoft.CodeAnalysis.CSharp.CSharpExtensions.GetDeclaredSymbol(model, (Microsoft.CodeAnalysis.CSharp.Syntax.BaseMethodDeclarationSyntax)body.Syntax) : null;

        private IEnumerable<KeptToken> Stored(ISymbol member, IOperation place)
        {
            if (!member.IsStatic && !IsSingleton(member.ContainingType))
                yield break;
            // Whoever writes it elsewhere too may renew it there.
            var writes = NamedUses.Of(compilation).Assignments(member.Name).Where(write => SymbolEqualityComparer.Default.Equals(write.Target.Member(), member)).Count(write => !write.Target.Syntax.Span.Equals(place.Syntax.Span));
            if (writes == 0)
                yield return new KeptToken(place, null);
        }

        private bool IsSingleton(INamedTypeSymbol type) => NamedUses.Of(compilation).Calls("AddSingleton").Concat(NamedUses.Of(compilation).Calls("AddHostedService"))
            .Any(call => call.TargetMethod.TypeArguments.Any(argument => SymbolEqualityComparer.Default.Equals(argument, type)));

        // "if (token is null) token = ...": a condition that asks for the time as well renews it.
        private static bool IsGuardedByNull(IOperation assignment, ISymbol member)
        {
            for (var each = assignment.Parent; each is not (null or IMethodBodyOperation or IAnonymousFunctionOperation); each = each.Parent)
            {
                if (each is IConditionalOperation condition && condition.Condition.DescendantsAndSelf().Any(inner => SymbolEqualityComparer.Default.Equals(inner.Member(), member)))
                    return !condition.Condition.DescendantsAndSelf().Any(inner => inner is IPropertyReferenceOperation or IFieldReferenceOperation && !SymbolEqualityComparer.Default.Equals(inner.Member(), member));
            }

            return false;
        }
    }
}
