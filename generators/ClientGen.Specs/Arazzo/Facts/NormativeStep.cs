using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>A step of a normative workflow together with the operation that it calls.</summary>
/// <param name="Document">The Arazzo document.</param>
/// <param name="Model">Its model.</param>
/// <param name="Workflow">The workflow.</param>
/// <param name="Index">The step's place.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Graph">Which step can follow which.</param>
internal sealed record NormativeStep(
    SpecDocument Document, WorkflowDocumentModel Model, WorkflowModel Workflow, int Index, OperationFacts Operation, StepGraph Graph)
{
    /// <summary>The step.</summary>
    public StepModel Step => Workflow.Steps[Index];

    /// <summary>Whether an aspect of the workflow is a rule.</summary>
    public bool Rules(NormativeAspects aspect) => (Workflow.Normative & aspect) != 0;

    /// <summary>Where the step, or a part of it, is declared.</summary>
    /// <param name="keys">The first of these keys that the step has is meant.</param>
    public Located Place(params string[] keys)
    {
        var pointer = Step.Source.Substring(Step.Source.IndexOf('#') + 1);
        var step = new Located(Document, SpecPointer.TryFind(Document.Root, pointer, out var node, out _) ? node : Document.Root);
        foreach (var key in keys)
        {
            if (step.Child(key) is { } part)
                return part;
        }

        return step;
    }
}
