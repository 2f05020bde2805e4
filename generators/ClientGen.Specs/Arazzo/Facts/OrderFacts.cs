using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>What must come before what: <c>dependsOn</c> and the use of outputs. Mere position is no fact.</summary>
internal static class OrderFacts
{
    /// <summary>The operations that come before each operation in every normative workflow that has it.</summary>
    public static IEnumerable<(OperationFacts Operation, OperationFacts Before)> Of(IReadOnlyList<NormativeStep> steps)
    {
        foreach (var occurrences in steps.Where(static step => step.Rules(NormativeAspects.Order)).GroupBy(static step => step.Operation))
        {
            HashSet<OperationFacts>? before = null;
            foreach (var step in occurrences)
            {
                var required = Required(step, steps).ToList();
                if (before is null)
                    before = [.. required];
                else
                    before.IntersectWith(required);
            }

            foreach (var operation in before!.Where(operation => operation != occurrences.Key).OrderBy(static operation => operation.Model.Id, StringComparer.Ordinal))
                yield return (occurrences.Key, operation);
        }
    }

    private static IEnumerable<OperationFacts> Required(NormativeStep step, IReadOnlyList<NormativeStep> steps)
    {
        var names = new HashSet<string>(step.Step.DependsOn, StringComparer.Ordinal);
        var read = new HashSet<string>(step.Step.Arguments.SelectMany(static argument => Locals(argument.Value)), StringComparer.Ordinal);
        foreach (var other in step.Workflow.Steps)
        {
            if (other.Outputs.Any(output => read.Contains(output.Local)))
                names.Add(other.Id);
        }

        return steps.Where(other => ReferenceEquals(other.Workflow, step.Workflow) && names.Contains(other.Step.Id)).Select(static other => other.Operation);
    }

    private static IEnumerable<string> Locals(ValueSource value) =>
        (value is { Kind: ValueKind.Local, Text: { } name } ? [name] : Enumerable.Empty<string>()).Concat(value.Parts.SelectMany(static part => Locals(part.Value)));

    /// <summary>Writes them as facts.</summary>
    public static void Write(IReadOnlyList<NormativeStep> steps, EvidenceFacts evidence)
    {
        foreach (var (operation, before) in Of(steps))
            Require(operation, before, evidence);
    }

    /// <summary>Writes that one operation needs another one.</summary>
    public static void Require(OperationFacts operation, OperationFacts before, EvidenceFacts evidence)
    {
        operation.IsOfProtocol = before.IsOfProtocol = true;
        operation.Add("RequiresOperation", JsonLiteral.Of(before.Model.Id));
        if (evidence.Has(before))
            operation.Add("RequiresEvidence", JsonLiteral.Of(EvidenceFacts.NameOf(before)));
    }
}
