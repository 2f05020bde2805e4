using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes;

/// <summary>What can be named at a place, so that a new call is made of what is already there.</summary>
internal sealed class Scope(SemanticModel model, int position)
{
    private readonly List<(string Name, ITypeSymbol Type)> _values = [.. Values(model, position)];

    /// <summary>The arguments of a call; null when one of them would have to be invented.</summary>
    /// <param name="method">What is called.</param>
    /// <param name="near">Calls nearby, whose arguments may be used again.</param>
    private ArgumentListSyntax? Arguments(IMethodSymbol method, InvocationExpressionSyntax[] near)
    {
        var arguments = new List<ArgumentSyntax>();
        foreach (var parameter in method.Parameters)
        {
            var value = FromCalls(near, parameter.Type) ?? (parameter.IsOptional ? null : FromInitializers(near, parameter) ?? Value(parameter));
            if (value is null && !parameter.IsOptional)
                return null;
            if (value is null)
                continue;
            var argument = SyntaxFactory.Argument(value.WithoutTrivia());
            arguments.Add(arguments.Count == parameter.Ordinal ? argument : argument.WithNameColon(SyntaxFactory.NameColon(parameter.Name).WithTrailingTrivia(SyntaxFactory.Space)));
        }

        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(arguments, Enumerable.Repeat(comma, Math.Max(0, arguments.Count - 1))));
    }

    /// <summary>A call of a method on something in scope; null when nothing has it or its arguments would have to be invented.</summary>
    /// <param name="name">The method's name.</param>
    /// <param name="near">Calls nearby; what they are made on comes first.</param>
    public InvocationExpressionSyntax? Call(string name, params InvocationExpressionSyntax[] near)
    {
        var own = near.Select(static call => call.Expression).OfType<MemberAccessExpressionSyntax>().Select(static access => access.Expression).ToList();
        if (own.FirstOrDefault(each => model.GetTypeInfo(each).Type is { } type && Methods(type, name).Any()) is not { } receiver
            && (receiver = Variable(type => Methods(type, name).Any())) is null)
            return null;
        var found = model.GetSpeculativeTypeInfo(position, receiver.WithoutTrivia(), SpeculativeBindingOption.BindAsExpression).Type;
        var arguments = found is null ? null : Methods(found, name).Select(method => Arguments(method, near)).FirstOrDefault(static list => list is not null);
        return arguments is null
            ? null
            : SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver.WithoutTrivia(), SyntaxFactory.IdentifierName(name)), arguments);
    }

    /// <summary>The one variable of a kind of type; null when there is none, or several.</summary>
    public ExpressionSyntax? Variable(Func<ITypeSymbol, bool> isWanted) =>
        _values.Where(value => isWanted(value.Type)).ToList() is [var one] ? SyntaxFactory.ParseExpression(one.Name) : null;

    /// <summary>The cancellation token that a call gets, or the only one in scope.</summary>
    public ExpressionSyntax? Token(InvocationExpressionSyntax near) =>
        Given([near]).FirstOrDefault(value => IsToken(model.GetTypeInfo(value).Type) && IsSteady(value)) ?? Variable(IsToken);

    /// <summary>A name that nothing has yet.</summary>
    public string Fresh(string wanted)
    {
        var name = wanted;
        var here = model.SyntaxTree.GetRoot().FindToken(position).Parent;
        var member = here?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault() ?? here;
        var taken = new HashSet<string>(member?.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText) ?? []);
        for (var i = 2; taken.Contains(name) || model.LookupSymbols(position, name: name).Length > 0; i++)
            name = wanted + i;
        return name;
    }

    private static bool IsToken(ITypeSymbol? type) => type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };

    private static IEnumerable<IMethodSymbol> Methods(ITypeSymbol type, string name) =>
        new[] { type }.Concat(type.AllInterfaces).SelectMany(each => each.GetMembers(name)).OfType<IMethodSymbol>();

    private ExpressionSyntax? FromCalls(InvocationExpressionSyntax[] near, ITypeSymbol type) =>
        Given(near).FirstOrDefault(value => IsOf(value, type) && IsSteady(value));

    // "new() { Channel = Channel.WEB }": what the request says is what the question is about.
    private ExpressionSyntax? FromInitializers(InvocationExpressionSyntax[] near, IParameterSymbol parameter) => Given(near).OfType<BaseObjectCreationExpressionSyntax>()
        .SelectMany(static creation => creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
        .Where(assignment => IsOf(assignment.Right, parameter.Type) && IsSteady(assignment.Right))
        .OrderByDescending(assignment => string.Equals(assignment.Left.ToString(), parameter.Name, StringComparison.OrdinalIgnoreCase))
        .Select(static assignment => assignment.Right).FirstOrDefault();

    private static IEnumerable<ExpressionSyntax> Given(InvocationExpressionSyntax[] calls) =>
        calls.SelectMany(static call => call.ArgumentList.Arguments).Select(static argument => argument.Expression);

    private ExpressionSyntax? Value(IParameterSymbol parameter)
    {
        var fitting = _values.Where(value => SymbolEqualityComparer.Default.Equals(value.Type, parameter.Type)).ToList();
        var name = fitting is [var only] ? only.Name : fitting.Select(static value => value.Name).FirstOrDefault(name => name == parameter.Name);
        return name is null ? null : SyntaxFactory.ParseExpression(name);
    }

    private bool IsOf(ExpressionSyntax value, ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(value).Type, type);

    // Saying it twice does nothing twice.
    private static bool IsSteady(ExpressionSyntax value) => value is LiteralExpressionSyntax or IdentifierNameSyntax or ThisExpressionSyntax
        || (value is MemberAccessExpressionSyntax { Expression: var inner } && (inner is PredefinedTypeSyntax || IsSteady(inner)));

    private static IEnumerable<(string Name, ITypeSymbol Type)> Values(SemanticModel model, int position) => model.LookupSymbols(position)
        .Where(symbol => symbol is IFieldSymbol or IPropertySymbol or IParameterSymbol || symbol is ILocalSymbol && symbol.Locations.All(place => place.SourceSpan.Start < position))
        .Where(static symbol => symbol.CanBeReferencedByName && symbol.Locations.Any(static place => place.IsInSource))
        .Select(static symbol => (symbol.Name, Type: symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            _ => ((IPropertySymbol)symbol).Type,
        }));
}
