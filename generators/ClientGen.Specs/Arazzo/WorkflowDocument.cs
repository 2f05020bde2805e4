using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>What the workflows of one document share. Workflows bind each other's outputs on demand, whatever their order.</summary>
internal sealed class WorkflowDocument(Located root, Sources sources, TypeWorld types, Func<string, WorkflowModel?> bind)
{
    private readonly Dictionary<string, Located> _workflows = new(StringComparer.Ordinal);

    /// <summary>The document's root.</summary>
    public Located Root => root;

    /// <summary>Its source descriptions.</summary>
    public Sources Sources => sources;

    /// <summary>All types that meet here.</summary>
    public TypeWorld Types => types;

    /// <summary>The ids of all workflows.</summary>
    public IEnumerable<string> WorkflowIds => _workflows.Keys;

    /// <summary>Adds a workflow.</summary>
    /// <returns>False when the id is taken.</returns>
    public bool TryAdd(string id, Located node)
    {
        if (_workflows.ContainsKey(id))
            return false;
        _workflows.Add(id, node);
        return true;
    }

    /// <summary>Where a workflow is declared; null when there is none.</summary>
    public Located? Find(string id) => _workflows.TryGetValue(id, out var node) ? node : null;

    /// <summary>A workflow as it was bound; null when there is none, or it waits for the one that asks.</summary>
    public WorkflowModel? Bound(string id) => _workflows.ContainsKey(id) ? bind(id) : null;

    /// <summary>The outputs of a workflow; null when it has none.</summary>
    public EquatableArray<WorkflowOutputModel>? Outputs(string id) => Bound(id) is { OutputType: not null } workflow ? workflow.Outputs : null;

    /// <summary>The record of a workflow's outputs; null when it has none.</summary>
    public TypeRef? OutputsOf(string id) => Bound(id) is { OutputType: { } name } ? new TypeRef(TypeKind.Named, name) : null;

    /// <summary>Follows a Reusable Object to the component that it names; any other object is returned as it is.</summary>
    /// <param name="context">For findings.</param>
    /// <param name="written">The object.</param>
    /// <param name="kind">The kind of component: parameters, successActions, failureActions.</param>
    public Located? Reusable(BindingContext context, Located written, string kind)
    {
        if (written.Child("reference") is not { } reference)
            return written;
        var text = (reference.Node as SpecScalar)?.AsString ?? "";
        if (ExpressionParser.Parse(text, 0, out _) is { Root: ExpressionRoot.Component } expression)
        {
            var known = (root.Child("components") ?? default).Child(expression.Owner);
            if (expression.Owner == kind && known?.Child(expression.Name) is { } found)
                return found;
            var meant = expression.Owner == kind ? Suggestion.For(expression.Name, known?.Entries().Select(static entry => entry.Entry.Key) ?? []) : null;
            context.Report(WorkflowRules.Name, FindingSeverity.Error, reference,
                $"There is no `{Shown.Short(expression.Name)}` under components/{kind}." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?"));
            return null;
        }

        context.Report(WorkflowRules.Name, FindingSeverity.Error, reference, $"A reference here looks like `$components.{kind}.<name>`.");
        return null;
    }
}
