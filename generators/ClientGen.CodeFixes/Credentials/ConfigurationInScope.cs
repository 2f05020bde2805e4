using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Credentials;

/// <summary>Finds the program's configuration at a place in the code.</summary>
internal static class ConfigurationInScope
{
    /// <summary>An expression for the configuration: a local, parameter or member, or the Configuration of one, such as a host builder's; null when none is in scope.</summary>
    public static ExpressionSyntax? Find(SemanticModel model, int position)
    {
        var symbols = model.LookupSymbols(position).Where(symbol => IsValue(symbol, position)).ToList();
        var direct = symbols.Where(static symbol => IsConfiguration(TypeOf(symbol))).Select(static symbol => symbol.Name);
        var through = symbols
            .Where(static symbol => TypeOf(symbol) is { } type && Members(type, "Configuration").Any(static property => IsConfiguration(property.Type)))
            .Select(static symbol => symbol.Name + ".Configuration");
        return direct.Concat(through).Select(static text => SyntaxFactory.ParseExpression(text)).FirstOrDefault(expression => IsReachable(model, position, expression));
    }

    // A local counts from the end of its declaration.
    private static bool IsValue(ISymbol symbol, int position) => symbol switch
    {
        ILocalSymbol => symbol.DeclaringSyntaxReferences is [var reference] && reference.Span.End <= position,
        IParameterSymbol or IFieldSymbol => true,
        IPropertySymbol property => property is { IsIndexer: false, GetMethod: not null },
        _ => false,
    };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static IEnumerable<IPropertySymbol> Members(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? each = type; each is not null; each = each.BaseType)
        {
            foreach (var property in each.GetMembers(name).OfType<IPropertySymbol>())
                yield return property;
        }

        foreach (var property in type.AllInterfaces.SelectMany(@interface => @interface.GetMembers(name).OfType<IPropertySymbol>()))
            yield return property;
    }

    private static bool IsConfiguration(ITypeSymbol? type) => type is not null && (IsItself(type) || type.AllInterfaces.Any(IsItself));

    private static bool IsItself(ITypeSymbol type) =>
        type is { Name: "IConfiguration", ContainingNamespace: { Name: "Configuration", ContainingNamespace: { Name: "Extensions", ContainingNamespace.Name: "Microsoft" } } };

    // Static methods and initializers cannot reach members of their object.
    private static bool IsReachable(SemanticModel model, int position, ExpressionSyntax expression) =>
        model.GetSpeculativeSymbolInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Symbol is { } symbol
        && (symbol.IsStatic || symbol is not (IFieldSymbol or IPropertySymbol) || expression is not IdentifierNameSyntax || model.GetEnclosingSymbol(position) is IMethodSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false });
}
