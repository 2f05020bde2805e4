using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Payloads;

/// <summary>How much of a list a piece of code looks at.</summary>
internal enum BatchUseKind
{
    /// <summary>Nothing of its items: whether there is a list, or whether it is empty.</summary>
    Nothing,

    /// <summary>One item by its place.</summary>
    One,

    /// <summary>All of it, or nobody can tell.</summary>
    Whole,
}

/// <summary>A use of a list.</summary>
/// <param name="Kind">How much it looks at.</param>
/// <param name="Expression">The expression that uses it.</param>
internal sealed record BatchUse(BatchUseKind Kind, IOperation Expression)
{
    private static readonly HashSet<string> Takers = new(StringComparer.Ordinal) { "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault" };

    /// <summary>The uses of a list that a property hands out, under the name of a local too, and of the message that it is part of.</summary>
    public static IEnumerable<BatchUse> Of(IPropertyReferenceOperation read, IEnumerable<IOperation> blocks)
    {
        if (Owner(read) is { } owner && References(owner, blocks).Any(IsHandedOver))
            return [new BatchUse(BatchUseKind.Whole, read)];
        var value = Wrapped(read);
        return value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
            ? References(local, blocks).Select(static reference => Judge(Wrapped(reference)))
            : [Judge(value)];
    }

    private static BatchUse Judge(IOperation list) => list.Parent switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var index] } item => new(IsFixed(index.Value) ? BatchUseKind.One : BatchUseKind.Whole, item),
        IPropertyReferenceOperation { Property.Name: "Count", Parent: IBinaryOperation comparison } count => new(IsZero(comparison) ? BatchUseKind.Nothing : BatchUseKind.Whole, count),
        IArgumentOperation { Parent: IInvocationOperation call } => new(OfCall(call), call),
        IImplicitIndexerReferenceOperation implicitItem => new(IsFixed(implicitItem.Argument) ? BatchUseKind.One : BatchUseKind.Whole, implicitItem),
        IPropertySubpatternOperation { Pattern: var pattern } => new(OfPattern(pattern), pattern),
        IIsPatternOperation { Pattern: var pattern } => new(OfPattern(pattern), pattern),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => new(BatchUseKind.Nothing, comparison),
        _ => new(BatchUseKind.Whole, list),
    };

    // First() and the like without a choice of their own; with one they look at every item.
    private static BatchUseKind OfCall(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType is not { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } })
            return BatchUseKind.Whole;
        return call.TargetMethod.Name switch
        {
            "Any" when call.Arguments.Length == 1 => BatchUseKind.Nothing,
            "ElementAt" or "ElementAtOrDefault" => IsFixed(call.Arguments[1].Value) ? BatchUseKind.One : BatchUseKind.Whole,
            var name when Takers.Contains(name) && !call.Arguments.Any(static argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate) => BatchUseKind.One,
            _ => BatchUseKind.Whole,
        };
    }

    private static BatchUseKind OfPattern(IPatternOperation pattern) => pattern switch
    {
        IListPatternOperation { Patterns: var items } list when list.DeclaredSymbol is null => items.Any(static item => item is ISlicePatternOperation { Pattern: not null })
            || items.Count(static item => item is not (ISlicePatternOperation or IDiscardPatternOperation)) != 1 || !items.Any(static item => item is ISlicePatternOperation)
            ? BatchUseKind.Whole
            : BatchUseKind.One,
        IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } => BatchUseKind.Nothing,
        _ => BatchUseKind.Whole,
    };

    private static bool IsFixed(IOperation index) => index is { ConstantValue.HasValue: true } || (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue.HasValue: true });

    // "Count == 1" and "Count > 1" know that there may be more.
    private static bool IsZero(IBinaryOperation comparison) =>
        ConstantValue.AsNumber(comparison.RightOperand.ConstantValue.Value ?? comparison.LeftOperand.ConstantValue.Value) == 0;

    private static ISymbol? Owner(IPropertyReferenceOperation read) => read.Instance switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter,
        ILocalReferenceOperation local => local.Local,
        _ => null,
    };

    // The message itself goes somewhere that may see to all of it.
    private static bool IsHandedOver(IOperation reference) => Wrapped(reference).Parent is IArgumentOperation or IReturnOperation or IAssignmentOperation or IVariableInitializerOperation or ITupleOperation;

    private static IEnumerable<IOperation> References(ISymbol symbol, IEnumerable<IOperation> blocks) => blocks
        .SelectMany(static block => block.DescendantsAndSelf())
        .Where(operation => operation is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, symbol)
            || operation is IParameterReferenceOperation parameter && SymbolEqualityComparer.Default.Equals(parameter.Parameter, symbol));

    private static IOperation Wrapped(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation;
    }
}
