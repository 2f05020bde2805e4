using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Events;

/// <summary>A place that takes a callback for a certain type: it reads JSON as that type, or casts to it.</summary>
/// <param name="Family">The events of the callback.</param>
/// <param name="Event">The one that it is taken for; null for any of them.</param>
/// <param name="Place">The type as it is written there.</param>
/// <param name="Cast">The expression that is cast; null where JSON is read.</param>
internal sealed record CallbackRead(EventFamily Family, KnownEvent? Event, TypeSyntax Place, ExpressionSyntax? Cast)
{
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal)
        { "Deserialize", "DeserializeAsync", "DeserializeObject", "ReadFromJsonAsync", "GetFromJsonAsync", "ReadAsAsync", "ToObject" };

    private static readonly HashSet<string> Endpoints = new(StringComparer.Ordinal) { "MapPost", "MapPut", "MapMethods", "Map" };

    /// <summary>Whether a type has a name that is worth a look.</summary>
    public static bool IsNamed(TypeSyntax type, NameSet names) => type.LastName() is { } name && names.Contains(name);

    /// <summary>The place that a type stands in; null where no callback is taken for it.</summary>
    public static CallbackRead? Of(TypeSyntax type, SemanticModel model, EventFamilies families, CancellationToken cancellationToken)
    {
        var place = type.Parent is NullableTypeSyntax nullable ? nullable : type;
        var cast = place.Parent is CastExpressionSyntax found && found.Type == place ? Sure(found.Expression) : null;
        if (cast is null && !IsRead(place) || model.GetTypeInfo(type, cancellationToken).Type is not INamedTypeSymbol symbol)
            return null;
        if (families.Of(symbol) is { IsCallback: true, HasCodes: false } whole)
            return cast is null ? new CallbackRead(whole, null, type, null) : null;
        return families.Of(symbol.BaseType) is { IsCallback: true } family && family.Events.FirstOrDefault(each => SymbolEqualityComparer.Default.Equals(each.Case, symbol)) is { } @event
            ? new CallbackRead(family, @event, type, cast)
            : null;
    }

    // "value!" is the value.
    private static ExpressionSyntax Sure(ExpressionSyntax value) => value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure ? sure.Operand : value;

    private static bool IsRead(TypeSyntax type) => type.Parent switch
    {
        TypeArgumentListSyntax { Arguments.Count: 1, Parent: GenericNameSyntax name } => Readers.Contains(name.Identifier.ValueText) && name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not null,
        TypeOfExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } => call.Expression.LastName() is { } called && Readers.Contains(called),
        ParameterSyntax parameter => IsBody(parameter),
        _ => false,
    };

    // A web framework reads the body for an endpoint.
    private static bool IsBody(ParameterSyntax parameter) =>
        parameter.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => attribute.Name.LastName() is "FromBody" or "FromBodyAttribute")
        || (parameter.FirstAncestorOrSelf<ParenthesizedLambdaExpressionSyntax>() is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } lambda
            && lambda.ParameterList.Parameters.Contains(parameter) && call.Expression.LastName() is { } called && Endpoints.Contains(called));
}
