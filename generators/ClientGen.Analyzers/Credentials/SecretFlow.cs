using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Credentials;

/// <summary>Finds secrets in expressions: members that the contract calls so, and texts that hold them whole.</summary>
internal sealed class SecretFlow(ProtocolFacts facts, Compilation compilation)
{
    private const int Deepest = 12;

    private static readonly HashSet<string> Encoders = new(StringComparer.Ordinal)
    {
        "EscapeDataString", "EscapeUriString", "UrlEncode", "UrlPathEncode", "HtmlEncode", "ToBase64String", "ToHexString", "GetBytes",
    };

    private static readonly HashSet<string> SameText = new(StringComparer.Ordinal)
    {
        "ToString", "Trim", "TrimStart", "TrimEnd", "ToUpper", "ToUpperInvariant", "ToLower", "ToLowerInvariant", "GetValueOrDefault", "PadLeft", "PadRight",
    };

    /// <summary>Methods that show all that an object has.</summary>
    public static readonly IReadOnlyList<string> Serializers = ["Serialize", "SerializeObject"];

    /// <summary>The piece of an expression that is a secret; null when there is none. Lengths, prefixes, hashes and tests are none.</summary>
    public IOperation? Find(IOperation? operation) => Find(operation, 0);

    private IOperation? Find(IOperation? operation, int depth)
    {
        if (operation is null || depth > Deepest || operation.ConstantValue.HasValue)
            return null;
        return operation switch
        {
            IPropertyReferenceOperation property => IsSecret(property.Property) || IsWrapped(property, depth) ? operation : null,
            IFieldReferenceOperation field => IsSecret(field.Field) ? operation : null,
            IParameterReferenceOperation parameter => IsSecret(parameter.Parameter) ? operation : null,
            ILocalReferenceOperation local => Sources(local.Local).Any(source => Find(source, depth + 1) is not null) || IsNamed(local.Local) ? operation : null,
            IConversionOperation conversion => Find(conversion.Operand, depth + 1),
            IParenthesizedOperation parentheses => Find(parentheses.Operand, depth + 1),
            IAwaitOperation awaited => Find(awaited.Operation, depth + 1),
            IInterpolatedStringOperation text => First(text.Parts.OfType<IInterpolationOperation>().Select(static hole => hole.Expression), depth),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => First([sum.LeftOperand, sum.RightOperand], depth),
            IConditionalOperation choice => First([choice.WhenTrue, choice.WhenFalse], depth),
            ICoalesceOperation choice => First([choice.Value, choice.WhenNull], depth),
            ISwitchExpressionOperation choice => First(choice.Arms.Select(static arm => arm.Value), depth),
            IConditionalAccessOperation access => Find(access.WhenNotNull, depth + 1) is not null || (IsSame(access.WhenNotNull) && Find(access.Operation, depth + 1) is not null) ? operation : null,
            IArrayCreationOperation { Initializer: { } items } => First(items.ElementValues, depth),
            ITupleOperation tuple => First(tuple.Elements, depth),
            IAnonymousObjectCreationOperation made => First(made.Initializers.OfType<ISimpleAssignmentOperation>().Select(static member => member.Value), depth),
            IInvocationOperation call => Call(call, depth),
            _ => null,
        };
    }

    private IOperation? Call(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (method.GetReturnTypeAttributes().Any(static attribute => ProtocolAttributes.NameOf(attribute) == "Secret"))
            return call;
        if (call.Instance is { } instance && SameText.Contains(method.Name))
            return Find(instance, depth + 1);
        if (method.ContainingType is { SpecialType: SpecialType.System_String } && method.Name is "Concat" or "Join" or "Format")
            return First(call.Arguments.Select(static argument => argument.Value), depth);
        if (Encoders.Contains(method.Name) && IsSystem(method.ContainingNamespace))
            return First(call.Arguments.Select(static argument => argument.Value), depth);
        // The generated types hide secrets when they are printed; as JSON they show all they have.
        return method is { Name: "Serialize", ContainingType.Name: "JsonSerializer" or "JsonConvert" } or { Name: "SerializeObject", ContainingType.Name: "JsonConvert" }
            && call.Arguments is [var first, ..] && (HasSecrets(first.Value) || Find(first.Value, depth + 1) is not null)
            ? call
            : null;
    }

    private IOperation? First(IEnumerable<IOperation?> operations, int depth) =>
        operations.Select(operation => Find(operation, depth + 1)).FirstOrDefault(static found => found is not null);

    private bool IsSecret(ISymbol symbol) => facts.Value(symbol)?.IsSecret == true;

    // Value of a nullable or optional secret.
    private bool IsWrapped(IPropertyReferenceOperation property, int depth) =>
        property is { Property: { Name: "Value", ContainingType.Name: "Nullable" or "Optional" }, Instance: { } instance } && Find(instance, depth + 1) is not null;

    private static bool IsSame(IOperation access) => access is IInvocationOperation { TargetMethod.Name: var name } && SameText.Contains(name);

    private bool HasSecrets(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value.Type is INamedTypeSymbol type && type.GetMembers().OfType<IPropertySymbol>().Any(IsSecret);
    }

    private IEnumerable<IOperation?> Sources(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences is not [var reference])
            yield break;
        var declaration = reference.GetSyntax();
        if (declaration is VariableDeclaratorSyntax { Initializer.Value: var initial })
            yield return SourceModels.Operation(initial, compilation);
        // "secret is { } known" is the secret under another name.
        if (declaration is SingleVariableDesignationSyntax { Parent.Parent: IsPatternExpressionSyntax test })
            yield return SourceModels.Operation(test.Expression, compilation);
        if (declaration.FirstAncestorOrSelf<SyntaxNode>(static node => node is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax) is not { } scope)
            yield break;
        foreach (var write in Writes.Of(local.Name, scope).OfType<AssignmentExpressionSyntax>())
            yield return SourceModels.Operation(write.Right, compilation);
    }

    // "{ Secret: var known }".
    private bool IsNamed(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is SingleVariableDesignationSyntax { Parent.Parent: SubpatternSyntax { NameColon.Name: { } name } }
        && SourceModels.Of(name.SyntaxTree, compilation)?.GetSymbolInfo(name).Symbol is { } member && IsSecret(member);

    private static bool IsSystem(INamespaceSymbol? scope)
    {
        while (scope is { ContainingNamespace.IsGlobalNamespace: false })
            scope = scope.ContainingNamespace;
        return scope?.Name == "System";
    }
}
