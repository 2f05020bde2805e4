using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Binds Criterion Objects to typed conditions.</summary>
internal sealed class CriteriaBinder(WorkflowScope scope)
{
    /// <summary>Binds a list of criteria.</summary>
    /// <param name="step">The step whose answer they read.</param>
    /// <param name="holder">Where the list is written.</param>
    /// <param name="key">Its key.</param>
    /// <param name="succeeded">Whether the step's success criteria hold where these are looked at.</param>
    /// <param name="allBound">Whether none had to be dropped.</param>
    public EquatableArray<Condition> Bind(PlacedStep step, Located holder, string key, bool succeeded, out bool allBound)
    {
        var conditions = new List<Condition>();
        var shape = ShapeOf(step, succeeded);
        allBound = true;
        foreach (var criterion in holder.Items(key))
        {
            if (Bind(step, criterion, shape) is { } condition)
                conditions.Add(condition);
            else
                allBound = false;
        }

        return conditions.ToEquatableArray();
    }

    /// <summary>Whether all criteria of a list have a meaning for a step; nothing is reported.</summary>
    public bool CanBind(PlacedStep step, Located holder, string key)
    {
        var shape = ShapeOf(step, succeeded: false);
        return holder.Items(key).All(criterion => criterion.Text("condition") is { } text && ConditionBinder.Bind(text, shape).Condition is not null);
    }

    /// <summary>What the conditions of a step can read.</summary>
    /// <param name="step">The step.</param>
    /// <param name="succeeded">Whether its success criteria hold, which may tell the case of a union.</param>
    public BodyShape ShapeOf(PlacedStep step, bool succeeded)
    {
        var expressions = new ExpressionBinder(scope, step);
        if (step.Target is not { Client: >= 0 } target)
            return new BodyShape(new ModelIndex([]), null) { HasStatus = false, Resolve = expressions.Resolve };
        return new BodyShape(scope.Document.Sources.Indexes[target.Client], target.Answer)
        {
            HasStatus = target.Kind == StepKind.Call,
            Resolve = expressions.Resolve,
            Cases = succeeded && target.Answer is { } answer ? CaseNarrowing.Of(step, scope.Document.Sources.Indexes[target.Client], answer) : null,
        };
    }

    private Condition? Bind(PlacedStep step, Located criterion, BodyShape shape)
    {
        if (criterion.Child("condition") is not { Node: SpecScalar { Text: { Length: > 0 } text } } place)
        {
            scope.Context.Report(BindingRules.Shape, FindingSeverity.Error, criterion, "A criterion needs the text `condition`.");
            return null;
        }

        // Without a target everything that could be said about the condition was said about the target.
        if (step.Target is null)
            return null;
        var type = criterion.Text("type") ?? criterion.Child("type")?.Text("type") ?? "simple";
        var condition = type == "simple" ? text : AsSimple(type, criterion.Text("context"), text);
        if (condition is null)
        {
            scope.Context.Report(BindingRules.Criterion, FindingSeverity.Warning, place,
                $"This {Shown.Short(type)} condition cannot be checked on typed answers, so it is not checked. A simple condition such as `$response.body#/status == 'ok'` can.");
            return null;
        }

        var result = ConditionBinder.Bind(condition, shape);
        if (result.Condition is { } bound)
            return bound with { Text = text.Trim() };
        var problem = result.Problem ?? default;
        // A value whose own cause was told where it stands.
        if (string.IsNullOrEmpty(problem.Message))
            return null;
        if (type != "simple")
            problem = new TextProblem(problem.Message, 0, text.Length);
        scope.Report(BindingRules.Criterion, FindingSeverity.Warning, place, problem);
        return null;
    }

    /// <summary>The simple condition that says the same; null when there is none.</summary>
    private static string? AsSimple(string type, string? context, string condition) => (type, context) switch
    {
        ("regex", "$statusCode") => StatusPattern(condition),
        ("regex", { } value) => TextPattern(condition) is { } text ? $"{value} == '{text.Replace("'", "''")}'" : null,
        ("jsonpath", { } value) => MemberTest(condition) is var (path, test) ? $"{value}{path} {test}" : null,
        _ => null,
    };

    // ^200$, ^2\d{2}$, ^2[0-9]{2}$, ^2\d\d$
    private static string? StatusPattern(string pattern)
    {
        var text = pattern.Trim().TrimStart('^').TrimEnd('$');
        if (text.Length == 3 && text.All(static c => c is >= '0' and <= '9'))
            return $"$statusCode == {text}";
        return text.Length > 1 && text[0] is >= '1' and <= '5' && text.Substring(1) is @"\d{2}" or "[0-9]{2}" or @"\d\d" or "[0-9][0-9]"
            ? $"$statusCode >= {text[0]}00 && $statusCode <= {text[0]}99"
            : null;
    }

    private static string? TextPattern(string pattern) =>
        pattern.Length > 2 && pattern[0] == '^' && pattern[pattern.Length - 1] == '$'
        && pattern.Substring(1, pattern.Length - 2) is var text && text.All(static c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or ':' or '/')
            ? text
            : null;

    // $[?@.access_token != null]
    private static (string Path, string Test)? MemberTest(string condition)
    {
        const string Start = "$[?@.";
        if (!condition.StartsWith(Start, StringComparison.Ordinal) || !condition.EndsWith("]", StringComparison.Ordinal))
            return null;
        var inner = condition.Substring(Start.Length, condition.Length - Start.Length - 1);
        var end = 0;
        while (end < inner.Length && (char.IsLetterOrDigit(inner[end]) || inner[end] is '_' or '.'))
            end++;
        return end == 0 || inner.IndexOfAny(['@', '?', '('], end) >= 0 ? null : ("." + inner.Substring(0, end), inner.Substring(end).Trim().Replace('"', '\''));
    }
}
