using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.Protocol;

/// <summary>Workflows: which there are, and the way they go.</summary>
internal static class WorkflowDiff
{
    private static readonly ChangeKind Added = new("workflow-added", "A workflow is new");
    private static readonly ChangeKind Removed = new("workflow-removed", "A workflow is gone");
    private static readonly ChangeKind NormativeChanged = new("workflow-normative-changed", "A workflow makes more or fewer rules");
    private static readonly ChangeKind StepAdded = new("step-added", "A workflow has a step more");
    private static readonly ChangeKind StepRemoved = new("step-removed", "A workflow has a step less");
    private static readonly ChangeKind OrderChanged = new("step-order-changed", "A workflow takes its steps in another order");
    private static readonly ChangeKind TargetChanged = new("step-operation-changed", "A step calls another operation");
    private static readonly ChangeKind CriterionAdded = new("step-criterion-added", "A step asks for more to succeed");
    private static readonly ChangeKind CriterionRemoved = new("step-criterion-removed", "A step asks for less to succeed");
    private static readonly ChangeKind TimeoutChanged = new("step-timeout-changed", "A step may take another time");
    private static readonly ChangeKind ActionsChanged = new("step-actions-changed", "A step is followed by something else");
    private static readonly ChangeKind DependencyChanged = new("step-dependency-changed", "A step waits for other steps");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
    [
        Added, Removed, NormativeChanged, StepAdded, StepRemoved, OrderChanged, TargetChanged, CriterionAdded, CriterionRemoved, TimeoutChanged, ActionsChanged,
        DependencyChanged,
    ];

    /// <summary>Compares the workflows of two contracts.</summary>
    /// <param name="run">The comparison.</param>
    /// <param name="old">The old contract.</param>
    /// <param name="new">The new contract.</param>
    /// <param name="said">Operations of which changed facts were reported already; their steps are the reason.</param>
    public static void Compare(DiffRun run, ContractModel old, ContractModel @new, IReadOnlySet<string> said)
    {
        var (before, after) = (old.Workflows?.Workflows ?? default, @new.Workflows?.Workflows ?? default);
        var roots = (Old: run.Old.PlaceOf(old.SpecPath + "#/workflows"), New: run.New.PlaceOf(@new.SpecPath + "#/workflows"));
        foreach (var workflow in before.Where(workflow => after.All(other => other.Id != workflow.Id)))
            Add(run, Removed, Impact.Compatible, run.Old.PlaceOf(workflow.Source), roots.New, $"The workflow `{workflow.Id}` is gone.", workflow.Source);
        foreach (var workflow in after)
        {
            if (before.FirstOrDefault(other => other.Id == workflow.Id) is { } twin)
                Compare(run, twin, workflow, said);
            else
                Add(run, Added, Impact.Compatible, roots.Old, run.New.PlaceOf(workflow.Source), $"The workflow `{workflow.Id}` is new.", workflow.Source, isAddition: true);
        }
    }

    private static void Compare(DiffRun run, WorkflowModel old, WorkflowModel @new, IReadOnlySet<string> said)
    {
        var places = (Old: run.Old.PlaceOf(old.Source), New: run.New.PlaceOf(@new.Source));
        if (old.Normative != @new.Normative)
        {
            Add(
                run, NormativeChanged, Impact.Risky, places.Old, places.New,
                $"`{@new.Id}` made rules of {Say(old.Normative)} and now makes rules of {Say(@new.Normative)}.", @new.Source);
        }

        foreach (var step in old.Steps.Where(step => @new.Steps.All(other => other.Id != step.Id)))
            Add(run, StepRemoved, Impact.Compatible, run.Old.PlaceOf(step.Source), places.New, $"`{@new.Id}` no longer has the step `{step.Id}`.", step.Source, @new.Source);
        foreach (var step in @new.Steps.Where(step => old.Steps.All(other => other.Id != step.Id)))
            Add(run, StepAdded, Impact.Risky, places.Old, run.New.PlaceOf(step.Source), $"`{@new.Id}` has the new step `{step.Id}`.", step.Source, @new.Source);

        var (order, newOrder) = (Common(old, @new), Common(@new, old));
        if (!order.SequenceEqual(newOrder))
        {
            Add(
                run, OrderChanged, Impact.Risky, places.Old, places.New,
                $"`{@new.Id}` took the steps {string.Join(", ", order)} and now takes them as {string.Join(", ", newOrder)}.", @new.Source);
        }

        foreach (var step in @new.Steps)
        {
            if (old.Steps.FirstOrDefault(other => other.Id == step.Id) is { } twin)
                CompareStep(new StepPair(run, @new, twin, step), isSaid: @new.Normative != NormativeAspects.None && said.Contains(step.OperationId));
        }
    }

    private static void CompareStep(StepPair pair, bool isSaid)
    {
        var (old, @new) = (pair.Old, pair.New);
        if (old.OperationId != @new.OperationId)
            pair.Add(TargetChanged, Impact.Risky, $"{pair.Name} called `{old.OperationId}` and now calls `{@new.OperationId}`.", "operationId");
        foreach (var criterion in Texts(old.Criteria).Except(Texts(@new.Criteria)))
            pair.Add(CriterionRemoved, Impact.Compatible, $"{pair.Name} no longer asks for {criterion}.", "successCriteria");
        foreach (var criterion in Texts(@new.Criteria).Except(Texts(old.Criteria)))
            pair.Add(CriterionAdded, Impact.Risky, $"{pair.Name} now asks for {criterion}.", "successCriteria");

        // What is a rule for everybody was said of the operation already.
        if (isSaid)
            return;
        if (old.TimeoutMilliseconds != @new.TimeoutMilliseconds)
        {
            var isLonger = (@new.TimeoutMilliseconds ?? 0) > (old.TimeoutMilliseconds ?? 0);
            pair.Add(
                TimeoutChanged, isLonger ? Impact.Risky : Impact.Compatible,
                $"{pair.Name} could take {Say(old.TimeoutMilliseconds)} and can now take {Say(@new.TimeoutMilliseconds)}.", "timeout");
        }

        if (old.DependsOn != @new.DependsOn)
            pair.Add(DependencyChanged, Impact.Risky, $"{pair.Name} waited for {Say(old.DependsOn)} and now waits for {Say(@new.DependsOn)}.", "dependsOn");
        Actions("onSuccess", old.OnSuccess, @new.OnSuccess);
        Actions("onFailure", old.OnFailure, @new.OnFailure);

        void Actions(string key, EquatableArray<StepActionModel> before, EquatableArray<StepActionModel> after)
        {
            var (words, newWords) = (before.Select(Say).ToList(), after.Select(Say).ToList());
            if (words.SequenceEqual(newWords))
                return;
            var gone = words.Except(newWords).ToList();
            var come = newWords.Except(words).ToList();
            pair.Add(ActionsChanged, Impact.Risky,
                $"After {(key == "onSuccess" ? "success" : "failure")} of {pair.Name}: {(gone.Count + come.Count == 0 ? "the order of what is tried changed" : $"{Say(gone)} became {Say(come)}")}.", key);
        }
    }

    private static List<string> Common(WorkflowModel workflow, WorkflowModel other) =>
        [.. workflow.Steps.Select(static step => step.Id).Where(id => other.Steps.Any(step => step.Id == id))];

    private static IEnumerable<string> Texts(EquatableArray<Condition> conditions) => conditions.Select(static condition => condition.Text);

    private static string Say(NormativeAspects aspects) => aspects == NormativeAspects.None ? "nothing" : aspects.ToString().ToLowerInvariant();

    private static string Say(int? milliseconds) => milliseconds is null ? "the ordinary time" : $"{milliseconds} ms";

    private static string Say(IReadOnlyCollection<string> words) => words.Count == 0 ? "nothing" : string.Join(", ", words);

    private static string Say(StepActionModel action)
    {
        var what = action.Kind switch
        {
            StepActionKind.End => "end",
            StepActionKind.Goto => $"go to {action.StepId ?? action.Workflow?.Id}",
            _ => $"{(action.Workflow is { } first ? $"run {first.Id}, then " : "")}retry up to {action.RetryLimit} times after {action.RetryAfterMilliseconds} ms",
        };
        return action.Criteria.IsEmpty ? what : $"{what} when {string.Join(" and ", Texts(action.Criteria))}";
    }

    private static void Add(DiffRun run, ChangeKind kind, Impact wire, Place? old, Place? @new, string message, string source, string? workflow = null, bool isAddition = false) =>
        run.List.Add(new Change(kind, message)
        {
            Wire = wire, Old = old, New = @new, IsAddition = isAddition, Touches = workflow is null ? [new Touch(source)] : [new Touch(source), new Touch(workflow)],
        });

    private sealed record StepPair(DiffRun Run, WorkflowModel Workflow, StepModel Old, StepModel New)
    {
        public string Name => $"step `{New.Id}` of `{Workflow.Id}`";

        public void Add(ChangeKind kind, Impact wire, string message, string key) => WorkflowDiff.Add(
            Run, kind, wire, PlaceOf(Run.Old, Old, key), PlaceOf(Run.New, New, key), char.ToUpperInvariant(message[0]) + message[1..], New.Source, Workflow.Source);

        private static Place? PlaceOf(DiffSide side, StepModel step, string key) => side.NodeOf(step.Source) is { } node ? side.PlaceOf(node.Child(key) ?? node) : null;
    }
}
