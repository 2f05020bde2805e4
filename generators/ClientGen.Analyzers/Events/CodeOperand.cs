using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>What is compared with a code.</summary>
/// <param name="Enum">The generated enum that it is a value of, or the number or text of a value; null for others.</param>
/// <param name="IsText">Whether it is a text of the enum's value that C# names, and not only one that JSON has.</param>
/// <param name="Name">The name that it has in JSON or in the program; null where the enum says all.</param>
/// <param name="Source">How sure it is that the name means what the contract means by it.</param>
internal sealed record CodeOperand(INamedTypeSymbol? Enum, bool IsText, string? Name, CodeSource Source)
{
    private const int Deepest = 16;

    private static readonly HashSet<string> JsonReads = new(StringComparer.Ordinal) { "GetProperty", "TryGetProperty", "GetPropertyValue", "TryGetPropertyValue", "SelectToken", "TryGetValue" };

    /// <summary>Reads an expression; null where it has nothing to do with codes.</summary>
    public static CodeOperand? Of(IOperation operation, Compilation compilation) => Of(operation, compilation, isText: false, 0);

    private static CodeOperand? Of(IOperation operation, Compilation compilation, bool isText, int depth)
    {
        if (depth > Deepest)
            return null;
        if (EventFacts.EnumOf(operation.Type!) is { } @enum && Generated.Is(@enum))
            return new CodeOperand(@enum, isText, null, CodeSource.Generated);
        return operation switch
        {
            IConversionOperation conversion => Of(conversion.Operand, compilation, isText, depth + 1),
            IParenthesizedOperation parentheses => Of(parentheses.Operand, compilation, isText, depth + 1),
            ICoalesceOperation coalesce => Of(coalesce.Value, compilation, isText, depth + 1),
            IConditionalAccessOperation access => Of(access.WhenNotNull, compilation, isText, depth + 1),
            IConditionalAccessInstanceOperation instance when instance.Accessed() is { } accessed => Of(accessed, compilation, isText, depth + 1),
            IInterpolatedStringOperation { Parts: [IInterpolationOperation hole] } => Of(hole.Expression, compilation, isText: true, depth + 1),
            IInvocationOperation call => OfCall(call, compilation, isText, depth),
            IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var key] } => Json(key.Value),
            ILocalReferenceOperation local => OfLocal(local.Local, compilation, isText, depth),
            IParameterReferenceOperation parameter => new CodeOperand(null, isText, parameter.Parameter.Name, CodeSource.Named),
            IMemberReferenceOperation member => OfMember(member, compilation, isText, depth),
            _ => null,
        };
    }

    private static CodeOperand? OfCall(IInvocationOperation call, Compilation compilation, bool isText, int depth)
    {
        var method = call.TargetMethod;
        if (JsonReads.Contains(method.Name) && call.Arguments.Length > 0)
            return Json(call.Arguments[0].Value);
        return (method.Name, call.Instance, call.Arguments) switch
        {
            ("ToString" or "GetName", { } instance, _) => Of(instance, compilation, isText: true, depth + 1),
            ("ToWire", null, [var value]) => Of(value.Value, compilation, isText, depth + 1),
            ("GetName", null, [.., var value]) => Of(value.Value, compilation, isText: true, depth + 1),
            (_, null, [var value, ..]) when method.ContainingType is { Name: "Convert", ContainingNamespace.Name: "System" } || method.Name is "Parse" => Of(value.Value, compilation, isText, depth + 1),
            ("Value", null, [var value]) => Of(value.Value, compilation, isText, depth + 1),
            // GetInt32(), GetValue<int>(), Trim(), ToUpperInvariant(): the same thing, read or written in another way.
            (var name, { } instance, { Length: 0 }) when name.StartsWith("Get", StringComparison.Ordinal) || name is "AsValue" or "Trim" or "ToUpperInvariant" or "ToLowerInvariant" or "ToUpper" or "ToLower" =>
                Of(instance, compilation, isText, depth + 1),
            _ => null,
        };
    }

    // Declared by "out": what is read into it is a property, or a value of one.
    private static CodeOperand? OfLocal(ILocalSymbol local, Compilation compilation, bool isText, int depth)
    {
        if (Origin.Of(local, compilation) is { } origin && Of(origin, compilation, isText, depth + 1) is { } known)
            return known;
        if (local.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is SingleVariableDesignationSyntax designation)
        {
            if (designation.Parent is DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } }
                && SourceModels.Operation(call, compilation) is IInvocationOperation read)
                return JsonReads.Contains(read.TargetMethod.Name) ? OfCall(read, compilation, isText, depth) : read.Instance is { } instance ? Of(instance, compilation, isText, depth + 1) : null;
            if (designation.Parent is PatternSyntax { Parent: IsPatternExpressionSyntax test } && SourceModels.Operation(test.Expression, compilation) is { } tested)
                return Of(tested, compilation, isText, depth + 1);
        }

        return new CodeOperand(null, isText, local.Name, CodeSource.Named);
    }

    private static CodeOperand? OfMember(IMemberReferenceOperation member, Compilation compilation, bool isText, int depth)
    {
        if (member is IPropertyReferenceOperation { Instance: { } optional, Property: { Name: "Value", ContainingType.Name: "Nullable" or "Optional" } })
            return Of(optional, compilation, isText, depth + 1);
        if (member.Member is not (IFieldSymbol or IPropertySymbol))
            return null;
        if (member.Member.ContainingType is { } owner && Generated.Is(owner))
            return new CodeOperand(null, isText, member.Member.Name, CodeSource.Generated);
        return JsonName(member.Member) is { } name
            ? new CodeOperand(null, isText, name, CodeSource.Json)
            : new CodeOperand(null, isText, member.Member.Name, CodeSource.Named);
    }

    private static string? JsonName(ISymbol member) => member.GetAttributes()
        .Where(static attribute => attribute.AttributeClass?.Name is "JsonPropertyNameAttribute" or "JsonPropertyAttribute")
        .Select(static attribute => attribute.ConstructorArguments is [{ Value: string name }, ..] ? name : null).FirstOrDefault(static name => name is not null);

    private static CodeOperand? Json(IOperation key) => key.ConstantValue is { HasValue: true, Value: string name } ? new CodeOperand(null, IsText: false, name, CodeSource.Json) : null;
}

/// <summary>How sure it is that a name means what the contract means by it.</summary>
internal enum CodeSource
{
    /// <summary>A generated member has it.</summary>
    Generated,

    /// <summary>JSON is read by it.</summary>
    Json,

    /// <summary>Something in the program is called so.</summary>
    Named,
}
