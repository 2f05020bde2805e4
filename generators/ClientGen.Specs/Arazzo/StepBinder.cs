using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Binds one step after all steps of its workflow have their targets.</summary>
internal sealed class StepBinder(WorkflowScope scope, StreamList streams, ObligationBinder obligations)
{
    private readonly CriteriaBinder _criteria = new(scope);
    private readonly ArgumentBinder _arguments = new(scope);

    /// <summary>Binds a step.</summary>
    public StepModel Bind(PlacedStep step)
    {
        WorkflowHeader.CheckKeys(scope.Context, step.Node, "x-clientgen-requires");
        var target = step.Target;
        var criteria = _criteria.Bind(step, step.Node, "successCriteria", succeeded: true, out _);
        if (step.Node.Child("successCriteria")?.Node is SpecSequence { Items.Count: 0 })
            scope.Context.Report(BindingRules.Shape, FindingSeverity.Warning, step.Node.Child("successCriteria")!.Value, "`successCriteria` holds at least one criterion where it is given.");

        var actions = new ActionBinder(scope, _criteria, _arguments);
        var model = new StepModel(step.Id, target?.Kind ?? StepKind.Call, target?.Id ?? "", step.Node.Text("description") ?? "", scope.Context.SourceOf(step.Node))
        {
            Client = target?.Client ?? -1,
            Criteria = criteria,
            DecidesStatus = criteria.Any(static condition => ReadsStatus(condition.Expression)),
            OnSuccess = actions.Bind(step, isSuccess: true),
            OnFailure = actions.Bind(step, isSuccess: false),
            TimeoutMilliseconds = Timeout(step),
            Outputs = step.Node.Entries("outputs").Select(output => scope.Output(step, output.Entry.Key)).OfType<StepOutputModel>().ToEquatableArray(),
            DependsOn = DependsOn(step),
            Obligations = obligations.Of(step, _criteria.ShapeOf(step, succeeded: true)),
        };
        if (target is null)
        {
            scope.CannotRun();
            return model;
        }

        return target.Kind switch
        {
            StepKind.Call => Call(step, target, model),
            StepKind.Receive => Receive(step, target, model),
            _ => Workflow(step, target, model),
        };
    }

    private StepModel Call(PlacedStep step, StepTarget target, StepModel model)
    {
        var index = scope.Document.Sources.Indexes[target.Client];
        return model with
        {
            Method = target.Method,
            Answer = target.Answer is null ? null : index.Qualify(target.Answer),
            AnswerNames = target.AnswerNames,
            Arguments = _arguments.OfCall(step, target),
            // What the contract calls success holds in workflows too, said or not.
            Criteria = model.Criteria.Concat(ContractSuccess(step, target, model.Criteria)).ToEquatableArray(),
        };
    }

    private IEnumerable<Condition> ContractSuccess(PlacedStep step, StepTarget target, EquatableArray<Condition> known)
    {
        if (target.Operation?.Success is not { } success)
            yield break;
        var shape = _criteria.ShapeOf(step, succeeded: true);
        foreach (var criterion in success.Criteria)
        {
            if (ConditionBinder.Bind(criterion.Text, shape).Condition is { } bound && known.All(other => other.Expression != bound.Expression))
                yield return bound;
        }
    }

    private StepModel Receive(PlacedStep step, StepTarget target, StepModel model)
    {
        var index = scope.Document.Sources.Indexes[target.Client];
        var arguments = _arguments.OfCall(step, target);
        var stream = streams.Add(target, index.Qualify(target.Stream!.Event), arguments);
        var correlation = new CorrelationBinder(scope).Bind(step, target, _criteria.ShapeOf(step, succeeded: true));
        return model with
        {
            Method = target.Method,
            Answer = stream.Event,
            Local = stream.Local,
            Arguments = arguments,
            Criteria = correlation is null ? model.Criteria : model.Criteria.Concat([correlation]).ToEquatableArray(),
        };
    }

    private StepModel Workflow(PlacedStep step, StepTarget target, StepModel model)
    {
        if (scope.Document.Bound(target.Id) is not { CanRun: true } workflow)
        {
            scope.CannotRun();
            return model;
        }

        var arguments = _arguments.OfWorkflow(step, step.Node, workflow.Inputs, out var missing);
        if (missing is not null)
        {
            scope.CannotRun();
            scope.Context.Report(WorkflowRules.Value, FindingSeverity.Error, step.Node.Child("workflowId")!.Value,
                $"The workflow `{Shown.Short(target.Id)}` needs the input `{Shown.Short(missing)}`.");
        }

        return model with { Method = workflow.Name, Inputs = workflow.Inputs, Arguments = arguments, Local = scope.OutputsOf(target.Id)?.Name };
    }

    private int? Timeout(PlacedStep step)
    {
        if (step.Node.Child("timeout") is not { } written)
            return null;
        if (written.Node is SpecScalar scalar && scalar.TryGetInt64(out var milliseconds) && milliseconds is > 0 and <= int.MaxValue)
            return (int)milliseconds;
        scope.Context.Report(BindingRules.Shape, FindingSeverity.Error, written, "`timeout` is a whole number of milliseconds from 1; it is left out.");
        return null;
    }

    private EquatableArray<string> DependsOn(PlacedStep step)
    {
        var steps = new List<string>();
        foreach (var item in step.Node.Items("dependsOn"))
        {
            var id = (item.Node as SpecScalar)?.Text ?? "";
            // Steps of other workflows are other methods' business.
            if (id.StartsWith("$workflows.", StringComparison.Ordinal) || id.StartsWith("$sourceDescriptions.", StringComparison.Ordinal))
                continue;
            if (id.StartsWith("$steps.", StringComparison.Ordinal) && scope.Step(id.Substring("$steps.".Length)) is { } dollar)
            {
                scope.Context.Report(WorkflowRules.Form, FindingSeverity.Warning, item, $"A step of this workflow is named directly: `{Shown.Short(dollar.Id)}`.");
                steps.Add(dollar.Id);
            }
            else if (scope.Step(id) is null)
            {
                var meant = Suggestion.For(id, scope.Steps.Select(static known => known.Id));
                scope.Context.Report(WorkflowRules.Name, FindingSeverity.Error, item,
                    $"This workflow has no step `{Shown.Short(id)}`." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?"));
            }
            else
            {
                steps.Add(id);
            }
        }

        return steps.ToEquatableArray();
    }

    private static bool ReadsStatus(ConditionNode node) =>
        node.Left?.Kind == OperandKind.Status || node.Right?.Kind == OperandKind.Status || node.Children.Any(ReadsStatus);
}
