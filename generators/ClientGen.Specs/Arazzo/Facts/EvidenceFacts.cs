using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>Answers that are evidence: what success criteria ask for beyond the contract's own success.</summary>
internal sealed class EvidenceFacts(FactFindings findings)
{
    private readonly HashSet<OperationFacts> _operations = [];

    /// <summary>The name of an operation's evidence.</summary>
    public static string NameOf(OperationFacts operation) => operation.Model.Id;

    /// <summary>Whether an operation's answer is evidence.</summary>
    public bool Has(OperationFacts operation) => _operations.Contains(operation);

    /// <summary>Gathers the evidence of all normative steps.</summary>
    public void Write(IReadOnlyList<NormativeStep> steps)
    {
        foreach (var occurrences in steps.Where(static step => step.Rules(NormativeAspects.Success)).GroupBy(static step => step.Operation))
        {
            List<MemberEquals>? common = null;
            foreach (var step in occurrences)
            {
                var flags = Flags(step).ToList();
                if (common is not null && !new HashSet<string>(common.Select(static flag => flag.Key)).SetEquals(flags.Select(static flag => flag.Key)))
                    findings.Conflict(step.Place("successCriteria"), $"Other normative workflows ask for other answers of `{occurrences.Key.Model.Id}`. What all ask for counts.");
                common = common is null ? flags : [.. common.Where(flag => flags.Any(other => other.Key == flag.Key))];
            }

            Write(occurrences.Key, common!);
        }
    }

    /// <summary>Writes the flags of an operation's answer.</summary>
    public void Write(OperationFacts operation, IReadOnlyList<MemberEquals> flags)
    {
        var type = AnswerOf(operation);
        foreach (var flag in flags)
        {
            // The analyzers follow direct members of the answer, which is where contracts put such facts.
            if (type is null || flag.Path is not [{ OnCase: null, Name: { } member }])
                continue;
            if (_operations.Add(operation))
                operation.Contract.OnType(type, new ProtocolFact("EvidenceResult", EquatableArray.Of(JsonLiteral.Of(NameOf(operation)))));
            operation.IsOfProtocol = true;
            operation.Contract.OnProperty(type, member, new ProtocolFact("EvidenceFlag", new[] { JsonLiteral.Of(NameOf(operation)), flag.Json }.Concat(operation.Contract.EnumMember(flag)).ToEquatableArray()));
        }
    }

    private static string? AnswerOf(OperationFacts operation) =>
        operation.Model.Answers.Where(static answer => answer is { IsSuccess: true, Form: BodyForm.Json }).Select(static answer => answer.Type?.Name).FirstOrDefault();

    private static IEnumerable<MemberEquals> Flags(NormativeStep step)
    {
        var own = new HashSet<string>(
            (step.Operation.Model.Success?.Criteria ?? default).SelectMany(static condition => ConditionLeaves.AllOf(condition.Expression)).Select(static leaf => leaf.Key),
            StringComparer.Ordinal);
        return step.Step.Criteria.SelectMany(static condition => ConditionLeaves.AllOf(condition.Expression)).Where(leaf => !own.Contains(leaf.Key));
    }
}
