using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Retries;

/// <summary>Runs a condition; a Boolean, a number, or a null that stands for "cannot be told".</summary>
internal sealed class RetryQuestion(Compilation compilation, Doubt doubt)
{
    private const int Deepest = 24;

    private readonly Dictionary<ISymbol, object?> _known = new(SymbolEqualityComparer.Default);
    private readonly Stack<object?> _receivers = new();
    private int _depth;

    public object? Ask(IOperation condition, object? argument)
    {
        if (Returns.Lambda(condition) is { } lambda)
            return Run(lambda.Symbol, lambda.Body, [argument]);
        return Returns.Method(condition) is { } method ? Call(method, [argument]) : null;
    }

    private object? Call(IMethodSymbol method, IReadOnlyList<object?> arguments) =>
        method is { IsVirtual: false, IsAbstract: false, DeclaringSyntaxReferences: [var reference] } && SourceModels.Operation(reference.GetSyntax(), compilation) is { } body
            ? Run(method, body switch
            {
                IMethodBodyOperation whole => whole.BlockBody ?? whole.ExpressionBody,
                ILocalFunctionOperation local => local.Body,
                _ => null,
            }, arguments)
            : null;

    private object? Run(IMethodSymbol method, IBlockOperation? body, IReadOnlyList<object?> arguments)
    {
        if (body is null || ++_depth > Deepest)
            return null;
        for (var i = 0; i < method.Parameters.Length && i < arguments.Count; i++)
            _known[method.Parameters[i]] = arguments[i];
        return Statements(body.Operations) is { HasValue: true } returned ? returned.Value : null;
    }

    // None where the statements go on; a value where they return, null among them when that cannot be told.
    private Optional<object?> Statements(IEnumerable<IOperation> statements)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case IReturnOperation { ReturnedValue: { } value }:
                    return new(Of(value));
                case IBlockOperation block when Statements(block.Operations) is { HasValue: true } returned:
                    return returned;
                case IConditionalOperation condition:
                    if (Of(condition.Condition) is not bool holds)
                        return new(null);
                    if ((holds ? condition.WhenTrue : condition.WhenFalse) is { } branch && Statements([branch]) is { HasValue: true } answer)
                        return answer;
                    break;
                case IVariableDeclarationGroupOperation group:
                    foreach (var declarator in group.Declarations.SelectMany(static declaration => declaration.Declarators))
                        _known[declarator.Symbol] = declarator.Initializer is { } initializer ? Of(initializer.Value) : null;
                    break;
                case IBlockOperation or IExpressionStatementOperation or IEmptyOperation or ILocalFunctionOperation:
                    break;
                default:
                    return new(null);
            }
        }

        return default;
    }

    private object? Of(IOperation? operation)
    {
        if (operation is null)
            return null;
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return constant is null ? Nothing.Value : ConstantValue.AsNumber(constant) is { } number ? number : constant;
        return operation switch
        {
            IConversionOperation conversion => Converted(conversion),
            IParenthesizedOperation parentheses => Of(parentheses.Operand),
            IAwaitOperation awaited => Of(awaited.Operation),
            IParameterReferenceOperation parameter => Known(parameter.Parameter),
            ILocalReferenceOperation local => _known.TryGetValue(local.Local, out var value) ? value : null,
            IConditionalAccessInstanceOperation => _receivers.Count > 0 ? _receivers.Peek() : null,
            IConditionalAccessOperation access => Accessed(access),
            IPropertyReferenceOperation property => Member(property.Property.Name, Of(property.Instance)),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Of(not.Operand) is bool truth ? !truth : null,
            IBinaryOperation binary => Combined(binary),
            IIsTypeOperation test => Of(test.ValueOperand) is { } value ? value is Doubt known ? known.IsA(test.TypeOperand) : value is Nothing ? false : null : null,
            IIsPatternOperation test => new PatternQuestion(this).Fits(test.Pattern, Of(test.Value)),
            IConditionalOperation choice => Of(choice.Condition) is bool holds ? Of(holds ? choice.WhenTrue : choice.WhenFalse) : null,
            ISwitchExpressionOperation choice => Chosen(choice),
            ICoalesceOperation coalesce => Of(coalesce.Value) is Nothing ? Of(coalesce.WhenNull) : Of(coalesce.Value),
            IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [{ Value: var result }] } => Of(result),
            IInvocationOperation call => Invoked(call),
            _ => null,
        };
    }

    private object? Known(IParameterSymbol parameter) => _known.TryGetValue(parameter, out var value) ? value : null;

    // "as" and casts of exceptions find out what they are.
    private object? Converted(IConversionOperation conversion) => Of(conversion.Operand) is var value && value is Doubt { Type: not null } known && conversion.IsTryCast
        ? known.IsA(conversion.Type) ? known : Nothing.Value
        : value;

    private object? Accessed(IConditionalAccessOperation access)
    {
        var receiver = Of(access.Operation);
        if (receiver is Nothing or null)
            return receiver;
        _receivers.Push(receiver);
        var value = Of(access.WhenNotNull);
        _receivers.Pop();
        return value;
    }

    public object? Member(string name, object? owner) => (name, owner) switch
    {
        ("Outcome", RetryArguments) => owner,
        ("Exception", RetryArguments arguments) => arguments.Doubt.Type is null ? Nothing.Value : arguments.Doubt,
        ("Result", RetryArguments arguments) => arguments.Doubt.Type is null ? arguments.Doubt : Nothing.Value,
        ("StatusCode" or "Status", Doubt known) => known.Status is { } status ? (double)status : Nothing.Value,
        ("Value", double) => owner,
        ("HasValue", _) when owner is not null => owner is not Nothing,
        ("IsSuccessStatusCode", Doubt { Type: null }) => false,
        _ => null,
    };

    private object? Combined(IBinaryOperation binary)
    {
        var (left, right) = (Of(binary.LeftOperand), Of(binary.RightOperand));
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And => left is false || right is false ? false : left is true && right is true ? true : null,
            BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or => left is true || right is true ? true : left is false && right is false ? false : null,
            BinaryOperatorKind.Equals => left is null || right is null ? null : Equals(left, right),
            BinaryOperatorKind.NotEquals => left is null || right is null ? null : !Equals(left, right),
            var kind => Compared(kind, left, right),
        };
    }

    // What is missing compares as false.
    public static object? Compared(BinaryOperatorKind kind, object? left, object? right) => (left, right) switch
    {
        (double a, double b) => kind switch
        {
            BinaryOperatorKind.LessThan => a < b,
            BinaryOperatorKind.LessThanOrEqual => a <= b,
            BinaryOperatorKind.GreaterThan => a > b,
            BinaryOperatorKind.GreaterThanOrEqual => a >= b,
            _ => null,
        },
        (Nothing, not null) or (not null, Nothing) => false,
        _ => null,
    };

    private object? Chosen(ISwitchExpressionOperation choice)
    {
        var value = Of(choice.Value);
        foreach (var arm in choice.Arms)
        {
            var fits = new PatternQuestion(this).Fits(arm.Pattern, value);
            if (fits is true && arm.Guard is { } guard)
                fits = Of(guard) as bool?;
            if (fits is null)
                return null;
            if (fits is true)
                return Of(arm.Value);
        }

        return null;
    }

    private object? Invoked(IInvocationOperation call)
    {
        var arguments = call.Arguments.Select(static argument => argument.Value).ToList();
        return (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
        {
            ("ValueTask" or "Task", "FromResult") => Of(arguments[0]),
            ("PredicateResult", "True") => true,
            ("PredicateResult", "False") => false,
            ("HttpClientResiliencePredicates", "IsTransient") => doubt.Type is not { ContainingNamespace.Name: "ClientGen" },
            (_, "GetValueOrDefault") when call.Instance is { } instance => Of(instance) is Nothing ? 0.0 : Of(instance),
            _ => Call(call.TargetMethod, [.. arguments.Select(Of)]),
        };
    }

    /// <summary>What an expression gives.</summary>
    public object? Value(IOperation operation) => Of(operation);

    public void Bind(ISymbol? symbol, object? value)
    {
        if (symbol is not null)
            _known[symbol] = value;
    }
}
