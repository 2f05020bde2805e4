using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Binds <c>x-clientgen-requires</c>: prerequisites that no workflow shows.</summary>
internal sealed class RequiresBinder(FactFindings findings, EvidenceFacts evidence)
{
    private static readonly string[] Members = ["operation", "where", "scope", "lostOn"];

    /// <summary>Writes the facts of one extension.</summary>
    /// <param name="holder">The operation or step that holds it.</param>
    /// <param name="operation">The operation that has the prerequisites.</param>
    /// <param name="find">Finds an operation by its id.</param>
    public void Write(Located holder, OperationFacts operation, Func<string, OperationFacts?> find)
    {
        if (holder.Child("x-clientgen-requires") is not { } extension)
            return;
        if (extension.Node is not SpecSequence)
        {
            findings.Report(BindingRules.UnknownExtension, FindingSeverity.Warning, extension, "`x-clientgen-requires` is a list of prerequisites, each with `operation`.");
            return;
        }

        foreach (var item in holder.Items("x-clientgen-requires"))
            Bind(item, operation, find);
    }

    private void Bind(Located item, OperationFacts operation, Func<string, OperationFacts?> find)
    {
        foreach (var (entry, _) in item.Entries())
        {
            if (!Members.Contains(entry.Key))
                findings.Report(BindingRules.UnknownExtension, FindingSeverity.Warning, item.Child(entry.Key)!.Value, $"A prerequisite has no `{Shown.Short(entry.Key)}`; it knows operation, where, scope, lostOn.");
        }

        if (item.Child("operation") is not { } place || (place.Node as SpecScalar)?.AsString is not { } id || find(id) is not { } before)
        {
            findings.Report(WorkflowRules.Operation, FindingSeverity.Error, item.Child("operation") ?? item, "A prerequisite names an existing operation by its operationId.");
            return;
        }

        var flags = new List<MemberEquals>();
        var answer = before.Model.Answers.FirstOrDefault(static known => known is { IsSuccess: true, Form: BodyForm.Json })?.Type;
        var conditions = item.Child("where")?.Node is SpecSequence list ? list.Items : item.Child("where") is { } single ? [single.Node] : [];
        foreach (var written in conditions)
        {
            var result = ConditionBinder.Bind((written as SpecScalar)?.Text ?? "", new BodyShape(before.Contract.Types, answer));
            if (result.Condition is { } condition && ConditionLeaves.AllOf(condition.Expression).ToList() is { Count: > 0 } leaves)
                flags.AddRange(leaves);
            else
                findings.Report(BindingRules.Criterion, FindingSeverity.Warning, item.At(written), result.Problem?.Message ?? "Evidence compares members with constants by `==`.");
        }

        evidence.Write(before, flags);
        OrderFacts.Require(operation, before, evidence);
    }
}
