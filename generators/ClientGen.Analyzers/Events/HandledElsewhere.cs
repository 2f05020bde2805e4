using ClientGen.Analyzers.Credentials;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>Which events a program sees to outside of a choice: by other tests of the same value, or by handing it on.</summary>
internal sealed class HandledElsewhere
{
    private static readonly HashSet<string> Filters = new(StringComparer.Ordinal) { "Where", "OfType", "TakeWhile", "SkipWhile" };

    private readonly EventFamilies _families;
    private readonly Compilation _compilation;
    private readonly ulong _all;
    private readonly EventFamily _family;

    private HandledElsewhere(EventFamily family, EventFamilies families, Compilation compilation) =>
        (_family, _families, _compilation, _all) = (family, families, compilation, family.All);

    /// <summary>The events that are seen to in the same member, or by those who call it.</summary>
    public static ulong Of(EventChoice choice, EventFamilies families, Compilation compilation)
    {
        if (choice.Subject is not { } subject)
            return 0;
        var elsewhere = new HandledElsewhere(choice.Family, families, compilation);
        var handled = elsewhere.In(Body(choice.Value), subject, choice.Contains);
        if (subject.Root is IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter)
            handled |= elsewhere.ByCallers(method, parameter);
        return handled;
    }

    /// <summary>The loop that hands out a value, one after the other; null for other values.</summary>
    public static IForEachLoopOperation? LoopOf(EventChoice choice)
    {
        for (IOperation? each = choice.Value; each is not null; each = each.Parent)
        {
            if (each is IForEachLoopOperation loop && loop.Locals.Any(local => SymbolEqualityComparer.Default.Equals(local, choice.Subject?.Root)))
                return loop;
        }

        return null;
    }

    private ulong In(IOperation body, Subject subject, Func<SyntaxNode, bool> isOwn)
    {
        var handled = 0UL;
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (operation is IForEachLoopOperation loop && loop.Locals.Any(local => SymbolEqualityComparer.Default.Equals(local, subject.Root)) && IsFiltered(loop.Collection))
                return _all;
            if (operation is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation && !isOwn(operation.Syntax)
                && Subject.Of(operation, _compilation) is { } reached && subject.BeginsWith(reached))
                handled |= Use(Outermost(operation), new EventTest(subject, _compilation));
            if (handled == _all)
                break;
        }

        return handled;
    }

    private ulong Use(IOperation value, EventTest test) => value.Parent switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } => Tested(call, test) ?? (IsQuiet(call) ? 0 : _all),
        IArgumentOperation { Parent: { } creation } => Outlet.Of(creation) is null ? _all : 0,
        IReturnOperation or ITupleOperation or IArrayInitializerOperation => _all,
        { Kind: not OperationKind.None } list when list.Syntax is CollectionExpressionSyntax or CollectionElementSyntax => _all,
        IAssignmentOperation assignment => assignment.Value == value && assignment.Target is not IDiscardOperation ? _all : 0,
        ISwitchOperation choice => EventChoice.Of(choice, _families.Of, _compilation)?.Handled ?? 0,
        ISwitchExpressionOperation choice => EventChoice.Of(choice, _families.Of, _compilation)?.Handled ?? 0,
        { } use => Tested(value is IPropertyReferenceOperation { Property.Name: "IsTerminal" } ? value : use, test) ?? 0,
        null => 0,
    };

    // What an "if" with an "else" does not take, the "else" does.
    private ulong? Tested(IOperation condition, EventTest test)
    {
        if (test.Of(condition, _family) is not var (sure, _))
            return null;
        return condition.Parent is IConditionalOperation { WhenFalse: not null, Syntax: IfStatementSyntax } ? _all : sure;
    }

    private ulong ByCallers(IMethodSymbol method, IParameterSymbol parameter)
    {
        var handled = 0UL;
        foreach (var call in EventCallers.Of(method, _compilation))
        {
            if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is not { Value: { } given } || Subject.Of(given, _compilation) is not { } subject)
                continue;
            handled |= In(Body(call), subject, node => call.Syntax.Span.Contains(node.Span));
        }

        return handled;
    }

    // Logging an event does nothing about it, and neither does asking for its text.
    private static bool IsQuiet(IInvocationOperation call) => Outlet.Of(call) is not null
        || call.TargetMethod.ContainingType is { SpecialType: SpecialType.System_String or SpecialType.System_Object }
        || call.TargetMethod.ContainingType is { Name: "ArgumentNullException" } || Generated.Is(call.TargetMethod.ContainingType);

    private static bool IsFiltered(IOperation collection) => collection switch
    {
        IConversionOperation conversion => IsFiltered(conversion.Operand),
        IInvocationOperation call => Filters.Contains(call.TargetMethod.Name) || (call.Arguments.Length > 0 && call.TargetMethod.IsExtensionMethod && IsFiltered(call.Arguments[0].Value)),
        _ => false,
    };

    private static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation
            || operation.Parent is IPropertyReferenceOperation { Property.Name: "IsTerminal" or "Value" } property && property.Instance == operation
            || operation.Parent is IConditionalAccessOperation access && access.Operation == operation)
            operation = operation.Parent;
        return operation;
    }

    private static IOperation Body(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
