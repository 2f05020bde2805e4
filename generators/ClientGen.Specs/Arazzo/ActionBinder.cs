using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Binds what a step does after success and after failure.</summary>
internal sealed class ActionBinder(WorkflowScope scope, CriteriaBinder criteria, ArgumentBinder arguments)
{
    private const int LongestPauseSeconds = 86_400;

    /// <summary>The actions of a step in the order in which they are tried.</summary>
    /// <param name="step">The step.</param>
    /// <param name="isSuccess">Success actions, else failure actions.</param>
    public EquatableArray<StepActionModel> Bind(PlacedStep step, bool isSuccess)
    {
        var kind = isSuccess ? "successActions" : "failureActions";
        var own = Read(step, step.Node, isSuccess ? "onSuccess" : "onFailure", kind, isSuccess, isOwn: true);
        var general = Read(step, scope.Node, kind, kind, isSuccess, isOwn: false).Where(action => own.All(special => special.Name != action.Name)).ToList();

        // "These can be overridden at the step level but cannot be removed there": a step's action without criteria would hide them, so those of the
        // workflow that name a case come before it.
        var open = own.FindIndex(static action => action.Criteria.IsEmpty);
        if (open < 0)
            open = own.Count;
        return own.Take(open)
            .Concat(general.Where(static action => !action.Criteria.IsEmpty))
            .Concat(own.Skip(open))
            .Concat(general.Where(static action => action.Criteria.IsEmpty))
            .ToEquatableArray();
    }

    private List<StepActionModel> Read(PlacedStep step, Located holder, string key, string kind, bool isSuccess, bool isOwn)
    {
        var actions = new List<StepActionModel>();
        foreach (var item in holder.Items(key))
        {
            if (scope.Document.Reusable(scope.Context, item, kind) is { } written && Read(step, written, isSuccess, isOwn) is { } action && actions.All(known => known.Name != action.Name))
                actions.Add(action);
        }

        return actions;
    }

    private StepActionModel? Read(PlacedStep step, Located written, bool isSuccess, bool isOwn)
    {
        var type = written.Text("type");
        StepActionKind? kind = type switch
        {
            "end" => StepActionKind.End,
            "goto" => StepActionKind.Goto,
            "retry" when !isSuccess => StepActionKind.Retry,
            _ => null,
        };
        if (kind is null || written.Text("name") is not { Length: > 0 } name)
        {
            scope.Context.Report(BindingRules.Shape, FindingSeverity.Error, written.Child("type") ?? written,
                $"An action needs a `name` and a `type`: end, goto{(isSuccess ? "" : " or retry")}.");
            return null;
        }

        // What a workflow says for all its steps about statuses means those that have one.
        if (!isOwn && step.Target is { Kind: not StepKind.Call } && written.Child("criteria") is not null && !criteria.CanBind(step, written, "criteria"))
            return null;

        // An action whose case cannot be recognised must not be taken in every case.
        var conditions = criteria.Bind(step, written, "criteria", succeeded: isSuccess, out var allBound);
        if (!allBound)
            return null;
        var action = new StepActionModel(name, kind.Value, conditions);
        return kind switch
        {
            StepActionKind.End => action,
            StepActionKind.Goto => Goto(step, written, action),
            _ => Retry(step, written, action),
        };
    }

    private StepActionModel? Goto(PlacedStep step, Located written, StepActionModel action)
    {
        if (written.Child("stepId") is { } target)
            return StepId(target) is { } id ? action with { StepId = id } : null;
        if (written.Child("workflowId") is { } workflow)
            return Workflow(step, written, workflow) is { } call ? action with { Workflow = call } : null;
        scope.Context.Report(BindingRules.Shape, FindingSeverity.Error, written, "A `goto` needs `stepId` or `workflowId`.");
        return null;
    }

    private StepActionModel? Retry(PlacedStep step, Located written, StepActionModel action)
    {
        if (written.Child("stepId") is { } first)
        {
            scope.Context.Report(BindingRules.Criterion, FindingSeverity.Warning, first,
                "A retry that first runs a single step is not generated; the step is retried without it. Put that step into a workflow of its own and name it by `workflowId`.");
        }

        if (written.Child("workflowId") is { } workflow)
            action = action with { Workflow = Workflow(step, written, workflow) };
        if (written.Child("retryLimit") is { } limit)
        {
            if (limit.Node is SpecScalar scalar && scalar.TryGetInt64(out var count) && count is >= 0 and <= int.MaxValue)
                action = action with { RetryLimit = (int)count };
            else
                scope.Context.Report(BindingRules.Shape, FindingSeverity.Error, limit, "`retryLimit` is a whole number from 0; 1 is used.");
        }
        else if (WorkflowHeader.Normative(scope.Context, scope.Node).HasFlag(NormativeAspects.Retry))
        {
            scope.Context.Report(WorkflowRules.NoLimit, FindingSeverity.Warning, written, $"`{Shown.Short(action.Name)}` has no `retryLimit`, so it retries once. Write the number that is meant.");
        }

        if (written.Child("retryAfter") is { } pause)
        {
            if (pause.Node is SpecScalar scalar && scalar.TryGetDouble(out var seconds) && seconds is >= 0 and <= LongestPauseSeconds)
                action = action with { RetryAfterMilliseconds = (int)Math.Ceiling(seconds * 1000) };
            else
                scope.Context.Report(BindingRules.Shape, FindingSeverity.Error, pause, "`retryAfter` is a number of seconds from 0 to 86,400; 0 is used.");
        }

        return action;
    }

    private string? StepId(Located target)
    {
        var id = (target.Node as SpecScalar)?.Text ?? "";
        if (scope.Step(id) is not null)
            return id;
        var meant = Suggestion.For(id, scope.Steps.Select(static step => step.Id));
        scope.Context.Report(WorkflowRules.Name, FindingSeverity.Error, target,
            $"This workflow has no step `{Shown.Short(id)}`." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?"));
        return null;
    }

    private WorkflowCall? Workflow(PlacedStep step, Located written, Located target)
    {
        var id = (target.Node as SpecScalar)?.Text ?? "";
        if (scope.Document.Find(id) is null)
        {
            var meant = Suggestion.For(id, scope.Document.WorkflowIds);
            scope.Context.Report(WorkflowRules.Name, FindingSeverity.Error, target,
                $"There is no workflow `{Shown.Short(id)}`." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?"));
            return null;
        }

        if (scope.Document.Bound(id) is not { CanRun: true } workflow)
            return new WorkflowCall(id, null, null, default, null);
        var inputs = arguments.OfWorkflow(step, written, workflow.Inputs, out var missing);
        // Inputs that are not at hand: whoever runs the workflow has to run the other one, or the client renews by itself.
        return missing is null
            ? new WorkflowCall(id, workflow.Name, workflow.Inputs, inputs, scope.OutputsOf(id)?.Name)
            : new WorkflowCall(id, null, null, default, null);
    }
}
