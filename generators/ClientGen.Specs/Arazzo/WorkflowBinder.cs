using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Binds one workflow.</summary>
internal sealed class WorkflowBinder(
    BindingContext context, WorkflowDocument document, IReadOnlyDictionary<string, TypeRef> inputs, IReadOnlyDictionary<string, string> methods, IReadOnlyList<LifecycleModel> machines)
{
    private const int MostSteps = 1000;

    private readonly StepTargetBinder _targets = new(context, document.Sources);

    /// <summary>Binds a workflow.</summary>
    public WorkflowModel Bind(string id, Located node)
    {
        context.Step();
        WorkflowHeader.CheckKeys(context, node, "x-clientgen-normative");
        var scope = new WorkflowScope(context, document, node, id, inputs.TryGetValue(id, out var type) ? type : null);
        PlaceSteps(scope);

        var streams = new StreamList(scope);
        var obligations = new ObligationBinder(scope, machines);
        var steps = new StepBinder(scope, streams, obligations);
        var models = scope.Steps.Select(steps.Bind).ToEquatableArray();
        var graph = new StepGraph(models);
        CheckCircle(scope, models);
        CheckEnds(scope, graph);

        var names = new NameScope(methods[id] + "Outputs", "EqualityContract", "PrintMembers", "Equals", "GetHashCode", "ToString", "Clone");
        var expressions = new ExpressionBinder(scope, null);
        var outputs = new List<WorkflowOutputModel>();
        foreach (var (entry, value) in node.Entries("outputs"))
        {
            if (expressions.BindOutput(value) is { } bound)
                outputs.Add(new WorkflowOutputModel(entry.Key, names.Take(Naming.Pascal(entry.Key, "Output")), bound));
        }

        return new WorkflowModel(id, methods[id], node.Text("summary") ?? "", node.Text("description") ?? "", context.SourceOf(node))
        {
            Inputs = scope.Inputs,
            InputsAreOptional = scope.Inputs is { } record && document.Types.Find(record) is ObjectModel model && !model.Properties.Any(static property => property.Required && property.Constant is null),
            OutputType = outputs.Count == 0 ? null : context.Namespace + "." + context.TypeNames.Take(methods[id] + "Outputs", methods[id] + "Result"),
            Outputs = outputs.ToEquatableArray(),
            Steps = WithHandlers(scope, graph),
            Locals = scope.Locals,
            Streams = streams.Streams,
            Obligations = obligations.Obligations,
            DependsOn = DependsOn(node),
            CanRun = scope.CanRun && models.Count > 0,
            Normative = WorkflowHeader.Normative(context, node),
        };
    }

    private void PlaceSteps(WorkflowScope scope)
    {
        var written = scope.Node.Items("steps").ToList();
        if (written.Count == 0)
            context.Report(BindingRules.Shape, FindingSeverity.Error, scope.Node, $"The workflow `{Shown.Short(scope.Id)}` has no `steps`.");
        if (written.Count > MostSteps)
        {
            context.Report(BindingRules.Shape, FindingSeverity.Error, written[MostSteps], "A workflow has at most 1,000 steps; the others are left out.");
            scope.CannotRun();
        }

        foreach (var node in written.Take(MostSteps))
        {
            context.Step();
            if (node.Text("stepId") is not { Length: > 0 } id)
            {
                context.Report(BindingRules.Shape, FindingSeverity.Error, node, "A step needs a `stepId`.");
                scope.CannotRun();
                continue;
            }

            if (scope.Step(id) is not null)
            {
                context.Report(WorkflowRules.Duplicate, FindingSeverity.Error, node.Child("stepId")!.Value,
                    $"`{Shown.Short(id)}` is the stepId of an earlier step of this workflow too. Choose another name.");
                scope.CannotRun();
                continue;
            }

            scope.Steps.Add(new PlacedStep(id, node, scope.Steps.Count, Target(node)));
        }
    }

    private StepTarget? Target(Located node)
    {
        var target = _targets.Bind(node);
        if (target is not { Kind: StepKind.Workflow })
            return target;
        var place = node.Child("workflowId")!.Value;
        if (document.Find(target.Id) is null)
        {
            var meant = Suggestion.For(target.Id, document.WorkflowIds);
            context.Report(WorkflowRules.Name, FindingSeverity.Error, place,
                $"There is no workflow `{Shown.Short(target.Id)}`." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?"));
            return null;
        }

        if (document.Bound(target.Id) is not null)
            return target;
        context.Report(WorkflowRules.Cycle, FindingSeverity.Error, place, $"`{Shown.Short(target.Id)}` runs this workflow in turn, so neither would ever end.");
        return null;
    }

    private void CheckCircle(WorkflowScope scope, EquatableArray<StepModel> steps)
    {
        foreach (var step in scope.Steps)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var waiting = new Stack<string>(steps[step.Index].DependsOn);
            while (waiting.Count > 0)
            {
                var at = waiting.Pop();
                if (at == step.Id)
                {
                    scope.CannotRun();
                    context.Report(WorkflowRules.Cycle, FindingSeverity.Error, step.Node.Child("dependsOn")!.Value,
                        $"`{Shown.Short(step.Id)}` waits for a step that waits for it, so none of them could start.");
                    return;
                }

                if (seen.Add(at) && steps.FirstOrDefault(known => known.Id == at) is { } next)
                {
                    foreach (var further in next.DependsOn)
                        waiting.Push(further);
                }
            }
        }
    }

    /// <summary>Whoever runs a workflow that polls wants to know what is going on before it ends.</summary>
    private static EquatableArray<StepModel> WithHandlers(WorkflowScope scope, StepGraph graph)
    {
        var reachable = graph.Reachable();
        return graph.Steps
            .Select((step, index) => step.Answer is not null && reachable.Contains(index) && graph.IsLoop(index)
                ? step with { Handler = scope.TakeName("on" + Naming.Pascal(step.Id, "Step")) }
                : step)
            .ToEquatableArray();
    }

    private void CheckEnds(WorkflowScope scope, StepGraph graph)
    {
        foreach (var step in graph.Reachable().OrderBy(static step => step))
        {
            if (graph.CanEnd(step))
                continue;
            context.Report(WorkflowRules.NoEnd, FindingSeverity.Warning, scope.Steps[step].Node.Child("stepId")!.Value,
                $"Once `{Shown.Short(graph.Steps[step].Id)}` succeeds, the workflow never ends unless a step fails.");
            return;
        }
    }

    private EquatableArray<string> DependsOn(Located node)
    {
        var workflows = new List<string>();
        foreach (var item in node.Items("dependsOn"))
        {
            var id = (item.Node as SpecScalar)?.Text ?? "";
            if (document.Find(id) is not null || id.StartsWith("$sourceDescriptions.", StringComparison.Ordinal))
            {
                workflows.Add(id);
                continue;
            }

            var meant = Suggestion.For(id, document.WorkflowIds);
            context.Report(WorkflowRules.Name, FindingSeverity.Error, item,
                $"There is no workflow `{Shown.Short(id)}`." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?"));
        }

        return workflows.ToEquatableArray();
    }
}
