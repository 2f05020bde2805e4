using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>A step before its details are bound.</summary>
/// <param name="Id">Its stepId.</param>
/// <param name="Node">Where it is declared.</param>
/// <param name="Index">Its place among the steps.</param>
/// <param name="Target">What it calls; null when that does not exist.</param>
internal sealed record PlacedStep(string Id, Located Node, int Index, StepTarget? Target);

/// <summary>What the binders of one workflow share.</summary>
internal sealed class WorkflowScope(BindingContext context, WorkflowDocument document, Located node, string id, TypeRef? inputs)
{
    private readonly NameScope _localNames = new("inputs", "progress", "cancellationToken", "run", "step", "result", "answer", "token", "this", "End");
    private readonly List<WorkflowLocal> _locals = [];
    private readonly Dictionary<string, string> _workflowLocals = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Step, string Output), StepOutputModel?> _outputs = [];
    private readonly HashSet<(string Step, string Output)> _underWay = [];
    private Located? _embedded;

    /// <summary>The binding's context.</summary>
    public BindingContext Context => context;

    /// <summary>The document around the workflow.</summary>
    public WorkflowDocument Document => document;

    /// <summary>Where the workflow is declared.</summary>
    public Located Node => node;

    /// <summary>Its workflowId.</summary>
    public string Id => id;

    /// <summary>The qualified type of its inputs; null when it takes none.</summary>
    public TypeRef? Inputs => inputs;

    /// <summary>Its steps in document order.</summary>
    public List<PlacedStep> Steps { get; } = [];

    /// <summary>Locals so far.</summary>
    public EquatableArray<WorkflowLocal> Locals => _locals.ToEquatableArray();

    /// <summary>Whether a method can be generated: every step has what it needs.</summary>
    public bool CanRun { get; private set; } = true;

    /// <summary>Says that a step lacks something that it cannot run without.</summary>
    public void CannotRun() => CanRun = false;

    /// <summary>Takes a name for a local that other code declares.</summary>
    public string TakeName(string wanted) => _localNames.Take(wanted);

    /// <summary>A step by its id; null when there is none.</summary>
    public PlacedStep? Step(string stepId) => Steps.FirstOrDefault(step => step.Id == stepId);

    /// <summary>The local that keeps the outputs of another workflow; null when that workflow has none.</summary>
    public WorkflowLocal? OutputsOf(string workflowId)
    {
        if (document.OutputsOf(workflowId) is not { } outputs)
            return null;
        if (!_workflowLocals.TryGetValue(workflowId, out var name))
        {
            _workflowLocals.Add(workflowId, name = TakeName(Naming.Camel(workflowId, "workflow") + "Outputs"));
            _locals.Add(new WorkflowLocal(name, outputs));
        }

        return new WorkflowLocal(name, outputs);
    }

    /// <summary>An output of a step, bound when it is first asked for.</summary>
    /// <param name="step">The step.</param>
    /// <param name="name">The output's name.</param>
    /// <returns>Null when there is none, or it cannot be bound (reported), or it is defined by itself.</returns>
    public StepOutputModel? Output(PlacedStep step, string name)
    {
        if (_outputs.TryGetValue((step.Id, name), out var known))
            return known;
        if (step.Node.Child("outputs")?.Child(name) is not { } written)
            return null;

        if (!_underWay.Add((step.Id, name)))
        {
            Report(WorkflowRules.Cycle, FindingSeverity.Error, written, $"The output `{Shown.Short(name)}` is made of itself.");
            return null;
        }

        var value = new ExpressionBinder(this, step).BindOutput(written);
        _underWay.Remove((step.Id, name));
        if (value is null)
            return _outputs[(step.Id, name)] = null;
        var local = TakeName(Naming.Camel(step.Id + " " + name, "output"));
        _locals.Add(new WorkflowLocal(local, value.Type));
        return _outputs[(step.Id, name)] = new StepOutputModel(name, local, value);
    }

    /// <summary>Reports a problem of an expression.</summary>
    public void Report(ReadingRule rule, FindingSeverity severity, Located scalar, TextProblem problem)
    {
        if (_embedded is { } outer)
            context.Report(rule, severity, outer, problem.Message);
        else
            TextPlace.Report(context, rule, severity, scalar, problem);
    }

    /// <summary>Reports a problem at a node.</summary>
    public void Report(ReadingRule rule, FindingSeverity severity, Located at, string message) =>
        context.Report(rule, severity, _embedded ?? at, message);

    /// <summary>Binds a text inside the document; what is found there has no place of its own and is told at <paramref name="outer"/>.</summary>
    public T? Embedded<T>(Located outer, Func<T?> bind)
        where T : class
    {
        var before = _embedded;
        _embedded = before ?? outer;
        var value = bind();
        _embedded = before;
        return value;
    }
}
