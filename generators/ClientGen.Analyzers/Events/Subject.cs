using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>A value that code asks about, by the way it is reached: a variable, and members from there.</summary>
/// <param name="Path">The variable or member where the way begins, and the members after it.</param>
internal sealed record Subject(IReadOnlyList<ISymbol> Path)
{
    private const int Longest = 16;

    /// <summary>Where the way begins.</summary>
    public ISymbol Root => Path[0];

    /// <summary>The value of an expression, through casts, <c>.Value</c>, <c>?.</c> and locals that only name it; null where there is no such way.</summary>
    public static Subject? Of(IOperation expression, Compilation compilation) => Of(expression, compilation, 0);

    /// <summary>Whether another value is this one, or one that it is a member of.</summary>
    public bool BeginsWith(Subject other)
    {
        if (other.Path.Count > Path.Count)
            return false;
        for (var i = 0; i < other.Path.Count; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(other.Path[i], Path[i]))
                return false;
        }

        return true;
    }

    /// <summary>Whether another value is this one.</summary>
    public bool Is(Subject? other) => other is not null && other.Path.Count == Path.Count && BeginsWith(other);

    private static Subject? Of(IOperation expression, Compilation compilation, int depth) => depth > Longest ? null : expression switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand, compilation, depth + 1),
        IParenthesizedOperation parentheses => Of(parentheses.Operand, compilation, depth + 1),
        ILocalReferenceOperation local => Named(local.Local, compilation, depth) ?? new([local.Local]),
        IParameterReferenceOperation parameter => new([parameter.Parameter]),
        IPropertyReferenceOperation { Instance: { } optional, Property: { Name: "Value", ContainingType.Name: "Nullable" or "Optional" } } => Of(optional, compilation, depth + 1),
        IInvocationOperation { Instance: { } optional, TargetMethod.Name: "GetValueOrDefault" } => Of(optional, compilation, depth + 1),
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } member => Member(member, compilation, depth),
        IConditionalAccessOperation access => Of(access.WhenNotNull, compilation, depth + 1),
        IConditionalAccessInstanceOperation instance => instance.Accessed() is { } accessed ? Of(accessed, compilation, depth + 1) : null,
        ICoalesceOperation coalesce => Of(coalesce.Value, compilation, depth + 1),
        _ => null,
    };

    private static Subject? Member(IMemberReferenceOperation member, Compilation compilation, int depth) => member.Instance switch
    {
        null or IInstanceReferenceOperation => new([member.Member]),
        var instance => Of(instance, compilation, depth + 1) is { } owner ? new([.. owner.Path, member.Member]) : null,
    };

    // "var id = e.EventId;" gives the value another name, and so does "e.EventId is { } id".
    private static Subject? Named(ILocalSymbol local, Compilation compilation, int depth) =>
        (Origin.Of(local, compilation) ?? Matched(local, compilation)) is { } origin ? Of(origin, compilation, depth + 1) : null;

    // Of a hierarchy the new name is for the case only.
    private static IOperation? Matched(ILocalSymbol local, Compilation compilation) =>
        local is { Type.TypeKind: TypeKind.Enum, DeclaringSyntaxReferences: [var reference] }
        && reference.GetSyntax() is SingleVariableDesignationSyntax { Parent: PatternSyntax { Parent: IsPatternExpressionSyntax test } }
            ? SourceModels.Operation(test.Expression, compilation)
            : null;
}
