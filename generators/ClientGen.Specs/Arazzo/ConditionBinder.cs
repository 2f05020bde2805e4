using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>A condition bound to C# members, or what is wrong with it.</summary>
/// <param name="Condition">The condition; null when there is a problem.</param>
/// <param name="Problem">The problem; null when there is none.</param>
public readonly record struct ConditionResult(Condition? Condition, TextProblem? Problem);

/// <summary>Binds Arazzo's simple conditions to the C# shape of an answer.</summary>
/// <remarks>
/// Comparisons are exact in the JSON type, as success criteria need them: <c>'0'</c> never equals <c>0</c>. A comparison that the types make
/// impossible is a problem instead of a silent "false".
/// </remarks>
public sealed class ConditionBinder
{
    /// <summary>More comparisons in one condition than anyone writes; two paths of many ways each could multiply to more.</summary>
    private const int MostComparisons = 1024;

    private readonly BodyShape _shape;
    private TextProblem? _problem;
    private int _comparisons;

    private ConditionBinder(BodyShape shape) => _shape = shape;

    /// <summary>Binds a condition.</summary>
    /// <param name="text">The condition, such as <c>$response.body#/resultCode == '0'</c>.</param>
    /// <param name="shape">What it can read.</param>
    public static ConditionResult Bind(string text, BodyShape shape)
    {
        var syntax = ConditionParser.Parse(text, out var problem);
        if (syntax is null)
            return new ConditionResult(null, problem);

        var binder = new ConditionBinder(shape);
        var node = binder.Bind(syntax);
        return node is null
            ? new ConditionResult(null, binder._problem)
            : new ConditionResult(new Condition(text.Trim(), node), null);
    }

    /// <summary>Binds a JSON pointer (<c>#/a/b</c>, <c>/a/b</c>) or body expression to the C# members it leads through.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="shape">What it can read.</param>
    /// <param name="problem">What is wrong; null when nothing is.</param>
    /// <returns>A body operand; null when the pointer leads nowhere, or to different members in different cases.</returns>
    public static Operand? BindPath(string pointer, BodyShape shape, out TextProblem? problem)
    {
        var path = ExpressionParser.LooksLikeOne(pointer)
            ? ExpressionParser.Parse(pointer, 0, out _) is { Root: ExpressionRoot.Body } expression ? expression.Path : null
            : ExpressionParser.PointerTokens(pointer.StartsWith("#", StringComparison.Ordinal) ? pointer.Substring(1) : pointer);
        var reason = "This is no JSON pointer such as `#/resultCode`.";
        if (path is { } tokens)
        {
            reason = "There is no body to look into.";
            if (shape.Body is { } body && PathResolver.Resolve(shape.Types, body, tokens, out reason) is { } paths)
            {
                reason = "Each case has this member on its own, so it has no one place.";
                if (paths.Ways.Count == 1)
                {
                    problem = null;
                    return new Operand(OperandKind.Body, null, paths.Ways[0].Members, paths.Ways[0].Type);
                }
            }
        }

        problem = new TextProblem(reason, 0, pointer.Length);
        return null;
    }

    private ConditionNode? Bind(ConditionSyntax syntax)
    {
        switch (syntax)
        {
            case LogicalSyntax logical:
                var parts = logical.Parts.Select(Bind).ToList();
                return parts.Contains(null) ? null : Join(logical.IsAnd ? ConditionKind.And : ConditionKind.Or, parts!);
            case NotSyntax not:
                return Bind(not.Part) is { } inner ? Not(inner) : null;
            case ComparisonSyntax comparison:
                return Compare(comparison);
            case LiteralSyntax { Json: "true" or "false" or "null" } literal:
                return new ConditionNode(ConditionKind.Constant, Truth: literal.Json == "true");
            case ExpressionSyntax expression:
                return Truth(expression);
            default:
                return Fail("A text or number alone is no condition. Compare it with something.", syntax);
        }
    }

    /// <summary>A value alone: "The expression evaluates to `true`".</summary>
    private ConditionNode? Truth(ExpressionSyntax expression)
    {
        var value = ValueOf(expression);
        if (value is null)
            return null;
        return value.Ways.Any(static way => way.Type is null or { Kind: TypeKind.Boolean or TypeKind.Json })
            ? Equal("==", value, new OperandSet([new Operand(OperandKind.Literal, "true", Type: new TypeRef(TypeKind.Boolean))]), expression)
            : Fail("This value is neither true nor false. Compare it: `!= null` asks whether it is there.", expression);
    }

    private ConditionNode? Compare(ComparisonSyntax comparison)
    {
        var left = ValueOf(comparison.Left);
        var right = left is null ? null : ValueOf(comparison.Right);
        if (left is null || right is null)
            return null;
        if (!left.IsLiteral || right.IsLiteral)
            return Compare(comparison.Operator, left, right, comparison);

        // Literals go to the right, so that later stages meet them in one place.
        var mirrored = comparison.Operator switch { "<" => ">", "<=" => ">=", ">" => "<", ">=" => "<=", var same => same };
        return Compare(mirrored, right, left, comparison);
    }

    private ConditionNode? Compare(string @operator, OperandSet left, OperandSet right, ComparisonSyntax at)
    {
        if (left.IsLiteral)
            return Fail("Both sides are fixed values, so the answer decides nothing.", at);
        if (@operator is "==" or "!=" && right.IsNull)
        {
            var isNull = IsNull(left);
            return @operator == "==" ? isNull : Not(isNull);
        }

        if (right.IsNull)
            return Fail($"null cannot stand behind `{@operator}`; only == and != know it.", at.Right);
        return @operator == "!="
            ? Equal("==", left, right, at) is { } equal ? Not(equal) : null
            : Equal(@operator, left, right, at);
    }

    /// <summary>Holds when any way of the left compares with any way of the right.</summary>
    private ConditionNode? Equal(string @operator, OperandSet left, OperandSet right, ConditionSyntax at)
    {
        var comparisons = new List<ConditionNode>();
        string? mismatch = null;
        foreach (var one in left.Ways)
        {
            foreach (var other in right.Ways)
            {
                if (!Comparison.TryFit(@operator, _shape.Types, one, other, out var fitted, out var reason))
                {
                    mismatch ??= reason;
                    continue;
                }

                if (++_comparisons > MostComparisons)
                    return Fail("This condition means more than 1,024 comparisons. Name members that the cases share.", at);
                if (one.Allowed.IsEmpty || other.Operand.Kind != OperandKind.Literal || @operator != "==" || one.Allowed.Contains(fitted.Text!))
                    comparisons.Add(new ConditionNode(ConditionKind.Compare, @operator, one.Operand, fitted));
            }
        }

        if (comparisons.Count > 0)
            return comparisons.Count == 1 ? comparisons[0] : Join(ConditionKind.Or, comparisons);
        return mismatch is null
            ? Fail("No case can have this value.", at)
            : Fail(mismatch, at);
    }

    /// <summary>Null or absent, in whichever case the value is.</summary>
    private static ConditionNode IsNull(OperandSet value)
    {
        var absent = value.Ways
            .Select(static way => new ConditionNode(ConditionKind.Compare, "==", way.Operand, new Operand(OperandKind.Literal, "null")))
            // What an unknown case holds cannot be said; it is not "nothing".
            .Concat(value.UnknownCases.Select(static steps => new ConditionNode(
                ConditionKind.Compare, "==", new Operand(OperandKind.Body, null, steps, TypeRef.Json), new Operand(OperandKind.Literal, "null"))))
            .ToList();
        return absent.Count == 1 ? absent[0] : Join(ConditionKind.And, absent);
    }

    private OperandSet? ValueOf(ConditionSyntax syntax) => syntax switch
    {
        LiteralSyntax literal => new OperandSet([new Operand(OperandKind.Literal, literal.Json, Type: LiteralType(literal.Json))]),
        ExpressionSyntax expression => Read(expression),
        _ => Nothing("Only values can be compared. Join comparisons with && or ||.", syntax),
    };

    private OperandSet? Read(ExpressionSyntax syntax)
    {
        var expression = syntax.Expression;
        switch (expression.Root)
        {
            case ExpressionRoot.StatusCode when _shape.HasStatus:
                return new OperandSet([new Operand(OperandKind.Status, Type: new TypeRef(TypeKind.Int32))]);
            case ExpressionRoot.Header when _shape.HasStatus:
                return new OperandSet([new Operand(OperandKind.Header, expression.Name, Type: TypeRef.String)]);
            case ExpressionRoot.Body when _shape.Body is { } body:
                return PathResolver.Resolve(_shape.Types, body, expression.Path, out var problem) is { } paths
                    ? new OperandSet(paths.Within(_shape.Cases))
                    : Nothing(problem, syntax);
            case ExpressionRoot.StatusCode or ExpressionRoot.Header:
                return Nothing("There is neither a status nor headers here.", syntax);
            case ExpressionRoot.Body:
                return Nothing("The contract describes no typed body here.", syntax);
        }

        if (_shape.Resolve is null)
            return Nothing($"`{expression.Text}` has no meaning here; only the answer can be read.", syntax);
        var resolved = _shape.Resolve(expression);
        return resolved.Operand is { } operand ? new OperandSet([operand]) : Nothing(resolved.Problem ?? "This expression cannot be read here.", syntax);
    }

    private OperandSet? Nothing(string problem, ConditionSyntax at)
    {
        Fail(problem, at);
        return null;
    }

    private ConditionNode? Fail(string message, ConditionSyntax at)
    {
        _problem ??= new TextProblem(message, at.Start, at.Length);
        return null;
    }

    private static TypeRef? LiteralType(string json) => json[0] switch
    {
        '"' => TypeRef.String,
        't' or 'f' => new TypeRef(TypeKind.Boolean),
        'n' => null,
        _ => new TypeRef(TypeKind.Decimal),
    };

    private static ConditionNode Not(ConditionNode node) => node.Kind == ConditionKind.Not
        ? node.Children[0]
        : new ConditionNode(ConditionKind.Not, Children: EquatableArray.Of(node));

    private static ConditionNode Join(ConditionKind kind, IEnumerable<ConditionNode> parts) =>
        new(kind, Children: parts.ToEquatableArray());
}
