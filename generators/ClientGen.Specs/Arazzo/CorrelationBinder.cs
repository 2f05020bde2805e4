using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Binds <c>correlationId</c> of a receive step to the places that AsyncAPI names for it.</summary>
internal sealed class CorrelationBinder(WorkflowScope scope)
{
    /// <summary>The condition that an event belongs to this step; null when none is asked for or none can be checked.</summary>
    public Condition? Bind(PlacedStep step, StepTarget target, BodyShape shape)
    {
        if (step.Node.Child("correlationId") is not { Node: SpecScalar { Text: { Length: > 0 } value } } written)
            return null;

        var wanted = ExpressionParser.LooksLikeOne(value) ? value : $"'{value.Replace("'", "''")}'";
        var places = new List<ConditionNode>();
        TextProblem? problem = null;
        foreach (var location in Locations(target).Distinct())
        {
            var result = ConditionBinder.Bind($"{location} == {wanted}", shape);
            if (result.Condition is { } condition)
                places.Add(condition.Expression);
            else
                problem ??= result.Problem;
        }

        if (places.Count > 0)
            return new Condition($"correlationId == {value}", places.Count == 1 ? places[0] : new ConditionNode(ConditionKind.Or, Children: places.ToEquatableArray()));
        scope.Context.Report(BindingRules.Criterion, FindingSeverity.Warning, written,
            problem is { } found
                ? $"The correlation cannot be checked: {found.Message} Every event that meets the success criteria is taken."
                : $"No message of `{Shown.Short(target.Id)}` says where its correlationId stands, so every event that meets the success criteria is taken. "
                    + "Add `correlationId: {{ location: $message.payload#/… }}` to the messages.");
        return null;
    }

    private IEnumerable<string> Locations(StepTarget target)
    {
        var document = scope.Document.Sources.ContractOf(target.Client).Document;
        if (new Located(document, document.Root).Child("operations")?.Child(target.Id) is not { } operation)
            yield break;

        var messages = operation.Items("messages").ToList();
        if (messages.Count == 0 && operation.Child("channel") is { } reference && scope.Context.Resolve(reference) is { } channel)
            messages = [.. channel.Entries("messages").Select(static entry => entry.Value)];
        foreach (var written in messages)
        {
            if (scope.Context.Resolve(written) is { } message && message.Child("correlationId") is { } correlation
                && scope.Context.Resolve(correlation)?.Text("location") is { } location)
                yield return location;
        }
    }
}
