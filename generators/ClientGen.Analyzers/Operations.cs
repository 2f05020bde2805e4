using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers;

/// <summary>What several rules ask of operations and of the types of the framework.</summary>
internal static class Operations
{
    /// <summary>An operation without the conversions around it.</summary>
    public static IOperation Unconverted(this IOperation operation) => operation is IConversionOperation conversion ? conversion.Operand.Unconverted() : operation;

    /// <summary>What stands before the question mark of <c>a?.B</c>; null where the code is broken.</summary>
    public static IOperation? Accessed(this IConditionalAccessInstanceOperation instance)
    {
        for (IOperation each = instance; each.Parent is { } parent; each = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == each)
                return access.Operation;
        }

        return null;
    }

    /// <summary>The field or property that is read or written; null for anything else.</summary>
    public static ISymbol? Member(this IOperation target) => target switch
    {
        IPropertyReferenceOperation { Arguments.Length: 0 } property => property.Property,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };

    /// <summary>The values of an argument: several for an array, or for <c>params</c>.</summary>
    public static IEnumerable<IOperation> Items(this IArgumentOperation argument) =>
        argument.Value is IArrayCreationOperation { Initializer: { } items } ? items.ElementValues.ToArray() : new[] { argument.Value };

    /// <summary>Whether values of a type are awaited as tasks.</summary>
    public static bool IsTask(this ITypeSymbol? type) => type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };
}
