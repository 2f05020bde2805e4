using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Binds runtime expressions of one step to typed values.</summary>
/// <param name="scope">The workflow.</param>
/// <param name="step">The step whose answer can be read; null in the workflow's own outputs.</param>
internal sealed class ExpressionBinder(WorkflowScope scope, PlacedStep? step)
{
    private string _problem = "";

    /// <summary>Binds the value of an output: an expression, a template or a Selector Object.</summary>
    public ValueSource? BindOutput(Located written) => written.Node switch
    {
        SpecScalar { AsString: { } text } when ExpressionParser.LooksLikeOne(text) => BindText(written, text),
        SpecScalar { AsString: { } text } when TemplateParser.HasExpressions(text) => BindTemplate(written, text),
        SpecMapping mapping when IsSelector(mapping) => BindSelector(written),
        _ => Fail(written, "An output is a runtime expression or a Selector Object."),
    };

    /// <summary>Whether a mapping is a Selector Object.</summary>
    public static bool IsSelector(SpecMapping mapping) =>
        mapping.Contains("context") && mapping.Contains("selector") && mapping.Contains("type") && mapping.Count == 3;

    /// <summary>Binds a text that is one expression; problems are reported.</summary>
    public ValueSource? BindText(Located scalar, string text)
    {
        var expression = ExpressionParser.Parse(text, 0, out var problem);
        if (expression is not null && Bind(expression) is { } value)
            return value;
        // Without a problem of its own the cause was told where it stands: a step without a target, an output without a value.
        if (expression is null || _problem.Length > 0)
            scope.Report(BindingRules.Criterion, FindingSeverity.Warning, scalar, expression is null ? problem : new TextProblem(_problem, 0, text.Length));
        return null;
    }

    /// <summary>Binds a text with embedded expressions; one that is nothing but an expression keeps its type.</summary>
    public ValueSource? BindTemplate(Located scalar, string text)
    {
        var pieces = TemplateParser.Parse(text, out var problems);
        foreach (var problem in problems)
            scope.Report(BindingRules.Criterion, FindingSeverity.Warning, scalar, problem);

        var parts = new List<ValuePart>();
        foreach (var piece in pieces)
        {
            var value = piece.Expression is { } expression ? Bind(expression) : Literal(JsonLiteral.Of(piece.Text!), TypeRef.String);
            if (value is null)
            {
                if (_problem.Length > 0)
                    scope.Report(BindingRules.Criterion, FindingSeverity.Warning, scalar, new TextProblem(_problem, piece.Expression!.Start, piece.Expression.Text.Length));
                return null;
            }

            parts.Add(new ValuePart("", TypeRef.String, value));
        }

        return parts is [{ Value: { Kind: not ValueKind.Literal } only }]
            ? only
            : new ValueSource(ValueKind.Template, TypeRef.String, Parts: parts.ToEquatableArray(), Expression: text)
            {
                IsSecret = parts.Any(static part => part.Value.IsSecret),
                IsPersonal = parts.Any(static part => part.Value.IsPersonal),
            };
    }

    /// <summary>Binds a Selector Object: JSON pointers, and JSONPath and XPath where they are nothing but a path.</summary>
    public ValueSource? BindSelector(Located selector)
    {
        var type = selector.Text("type") ?? selector.Child("type")?.Text("type") ?? "";
        if (selector.Text("context") is not { } context || selector.Text("selector") is not { } path)
            return Fail(selector, "A Selector Object needs the texts `context` and `selector`.");
        var tokens = type switch
        {
            "jsonpointer" => ExpressionParser.PointerTokens(path),
            "jsonpath" => JsonPathTokens(path),
            _ => null,
        };
        if (tokens is not { } found)
            return Fail(selector.Child("selector")!.Value, $"Only JSON pointers, and JSONPath without filters and wildcards, can be followed in typed values; this is `{Shown.Short(path)}` ({type}).");

        var expression = ExpressionParser.Parse(context, 0, out var problem);
        if (expression is null)
        {
            scope.Report(BindingRules.Criterion, FindingSeverity.Warning, selector.Child("context")!.Value, problem);
            return null;
        }

        return Bind(expression with { Path = expression.Path.Concat(found).ToEquatableArray() }) ?? (_problem.Length > 0 ? Fail(selector, _problem) : null);
    }

    /// <summary>The operand that an expression outside the answer is in a condition.</summary>
    public ExpressionResult Resolve(RuntimeExpression expression)
    {
        if (expression.Root is ExpressionRoot.Body or ExpressionRoot.Header or ExpressionRoot.StatusCode || Bind(expression) is not { } value)
            return new ExpressionResult(null, _problem);
        return value is { Kind: ValueKind.Input or ValueKind.Local, Ways.Count: <= 1 }
            ? new ExpressionResult(WorkflowOperand.Of(value), null)
            : new ExpressionResult(null, $"`{expression.Text}` is no single value that a condition can compare.");
    }

    /// <summary>Binds an expression; null with <see cref="_problem"/> set when it means nothing here.</summary>
    private ValueSource? Bind(RuntimeExpression expression)
    {
        _problem = "";
        switch (expression.Root)
        {
            case ExpressionRoot.Input or ExpressionRoot.WorkflowInput when expression.Root == ExpressionRoot.Input || expression.Owner == scope.Id:
                return scope.Inputs is { } inputs
                    ? Into(expression, new ValueSource(ValueKind.Input, inputs, "inputs"), scope.Document.Types, inputs, expression.Name)
                    : Nothing($"The workflow `{scope.Id}` has no inputs.");
            case ExpressionRoot.StepOutput:
                return StepOutput(expression);
            case ExpressionRoot.WorkflowOutput:
                return WorkflowOutput(expression, expression.Owner);
            case ExpressionRoot.Output when step?.Target is { Kind: StepKind.Workflow } target:
                return WorkflowOutput(expression, target.Id);
            case ExpressionRoot.StatusCode when step?.Target?.Kind == StepKind.Call:
                return new ValueSource(ValueKind.Status, new TypeRef(TypeKind.Int32), Expression: expression.Text);
            case ExpressionRoot.Header when step?.Target?.Kind == StepKind.Call:
                return new ValueSource(ValueKind.Header, TypeRef.String.OrNull(), expression.Name, Expression: expression.Text);
            case ExpressionRoot.Body when step?.Target is { Answer: { } answer, Client: >= 0 } target:
                var index = scope.Document.Sources.Indexes[target.Client];
                var start = new ValueSource(ValueKind.Body, index.Qualify(answer), Expression: expression.Text);
                return PathResolver.Resolve(index, answer, expression.Path, out _problem) is { } paths ? Along(start, paths.Within(CaseNarrowing.Of(step, index, answer))) : null;
            case ExpressionRoot.Body or ExpressionRoot.Header or ExpressionRoot.StatusCode when step is { Target: null }:
                return null;
            case ExpressionRoot.Method when step?.Target?.Operation is { } operation:
                return Literal(JsonLiteral.Of(operation.Method), TypeRef.String);
            case ExpressionRoot.RequestBody or ExpressionRoot.RequestHeader or ExpressionRoot.RequestPath or ExpressionRoot.RequestQuery:
                return Nothing($"`{expression.Text}` reads back what the step itself sends. Use the expression that is sent.");
            default:
                return Nothing($"`{Shown.Short(expression.Text)}` has no value here.");
        }
    }

    private ValueSource? StepOutput(RuntimeExpression expression)
    {
        if (scope.Step(expression.Owner) is not { } owner)
            return Nothing(Unknown("step", expression.Owner, scope.Steps.Select(static known => known.Id)));

        // Names may hold dots, and dots may lead into values; the longest name that exists is meant.
        for (var end = expression.Name.Length; end > 0; end = expression.Name.LastIndexOf('.', end - 1))
        {
            var name = expression.Name.Substring(0, end);
            if (owner.Node.Child("outputs")?.Child(name) is null)
                continue;
            if (scope.Output(owner, name) is not { } output)
                return null;
            var local = new ValueSource(ValueKind.Local, output.Value.Type.OrNull(), output.Local) { IsSecret = output.Value.IsSecret, IsPersonal = output.Value.IsPersonal };
            return Into(expression, local, scope.Document.Types, output.Value.Type, expression.Name.Substring(end).TrimStart('.'));
        }

        return Nothing(Unknown($"output of step `{Shown.Short(owner.Id)}`", expression.Name, owner.Node.Entries("outputs").Select(static output => output.Entry.Key)));
    }

    private ValueSource? WorkflowOutput(RuntimeExpression expression, string workflow)
    {
        if (scope.Document.Find(workflow) is not { } declared)
            return Nothing(Unknown("workflow", workflow, scope.Document.WorkflowIds));
        var outputs = scope.Document.Outputs(workflow) ?? default;
        for (var end = expression.Name.Length; end > 0; end = expression.Name.LastIndexOf('.', end - 1))
        {
            var name = expression.Name.Substring(0, end);
            // An output that is declared and was not bound has been told there.
            if (declared.Child("outputs")?.Child(name) is not null && outputs.All(output => output.Id != name))
                return null;
            if (outputs.FirstOrDefault(output => output.Id == name) is not { } found || scope.OutputsOf(workflow) is not { } local)
                continue;
            var member = new MemberStep(name, found.Name, null, found.Value.Type.Nullable, IsOptional: false);
            var value = new ValueSource(ValueKind.Local, found.Value.Type.OrNull(), local.Name, EquatableArray.Of(EquatableArray.Of(member)))
            {
                IsSecret = found.Value.IsSecret,
                IsPersonal = found.Value.IsPersonal,
            };
            return Into(expression, value, scope.Document.Types, found.Value.Type, expression.Name.Substring(end).TrimStart('.'));
        }

        return Nothing(Unknown($"output of workflow `{Shown.Short(workflow)}`", expression.Name, outputs.Select(static output => output.Id)));
    }

    /// <summary>Goes on from a value along the rest of a name and a pointer.</summary>
    private ValueSource? Into(RuntimeExpression expression, ValueSource start, TypeWorld types, TypeRef from, string rest)
    {
        start = start with { Expression = expression.Text };
        var dotted = rest.Length == 0 ? [] : rest.Split('.');
        // A name with dots may be one name, or a way into the value.
        foreach (var tokens in dotted.Length > 1 ? new[] { [rest], dotted } : [dotted])
        {
            if (types.Resolve(from, tokens.Concat(expression.Path).ToEquatableArray(), out _problem) is { } paths)
                return Along(start, paths);
        }

        return null;
    }

    private ValueSource? Along(ValueSource start, BoundPaths paths)
    {
        var type = paths.Ways[0].Type with { Nullable = false };
        if (paths.Ways.Any(way => way.Type with { Nullable = false } != type))
            return Nothing($"`{Shown.Short(start.Expression)}` has different types in different cases, so it has no type of its own.");

        var before = start.Ways.Count > 0 ? start.Ways[0] : default;
        var ways = paths.Ways.Select(way => before.Concat(way.Members).ToEquatableArray()).ToList();
        var mayBeNull = start.Type.Nullable || paths.Ways.Any(static way => way.IsConditional || way.Type.Nullable || way.Members.Any(static member => member.MayBeNull));
        return start with
        {
            Type = type with { Nullable = mayBeNull },
            Ways = ways.ToEquatableArray(),
            IsSecret = start.IsSecret || paths.Ways.Any(static way => way.IsSecret),
            IsPersonal = start.IsPersonal || paths.Ways.Any(static way => way.IsPersonal),
        };
    }

    private static ValueSource Literal(string json, TypeRef type) => new(ValueKind.Literal, type, json);

    private static string Unknown(string what, string name, IEnumerable<string> known)
    {
        var meant = Suggestion.For(name, known);
        return $"There is no {what} named `{Shown.Short(name)}`." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?");
    }

    private ValueSource? Nothing(string problem)
    {
        _problem = problem;
        return null;
    }

    private ValueSource? Fail(Located at, string message)
    {
        scope.Report(BindingRules.Criterion, FindingSeverity.Warning, at, message);
        return null;
    }

    // `$.a.b[0]['c']`: a JSONPath that is nothing but a path.
    private static EquatableArray<string>? JsonPathTokens(string path)
    {
        if (path.Length == 0 || path[0] != '$' || path.IndexOfAny(['*', '?', '@', ':', ',']) >= 0 || path.Contains(".."))
            return null;
        return ExpressionParser.Parse("$response.body" + path.Substring(1), 0, out _)?.Path;
    }
}
