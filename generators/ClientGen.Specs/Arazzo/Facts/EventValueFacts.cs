using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>Members whose values come from events: what a workflow hears in one step and sends in another.</summary>
/// <remarks>Nothing is made a rule that workflows contradict: a member that some workflow fills otherwise is left alone.</remarks>
internal sealed class EventValueFacts(IReadOnlyList<ContractFacts> contracts)
{
    private readonly Dictionary<(string Type, string Member), string> _heard = [];
    private readonly HashSet<(string Type, string Member)> _others = [];

    /// <summary>Writes the facts of all workflows of a build.</summary>
    public void Write()
    {
        foreach (var contract in contracts)
        {
            if (contract.Contract.Model.Workflows is { } document)
                Read(document);
        }

        foreach (var member in _heard.Where(found => !_others.Contains(found.Key)))
            Mark(member.Key.Type, member.Key.Member, member.Value);
    }

    private void Read(WorkflowDocumentModel document)
    {
        // Where messages carry values that are heard before anything is sent, by the names that lead there.
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var output in document.Workflows.SelectMany(static workflow => Heard(workflow)))
        {
            foreach (var way in output.Value.Ways)
                places[Names(way)] = output.Value.Expression;
        }

        foreach (var workflow in document.Workflows)
        {
            var locals = Heard(workflow).GroupBy(static output => output.Local).ToDictionary(static same => same.Key, static same => same.First().Value.Expression, StringComparer.Ordinal);
            var inputs = Correlated(workflow, places);
            foreach (var part in workflow.Steps.SelectMany(static step => step.Arguments).SelectMany(static argument => Parts(argument.Value)))
                Read(part.Type, part.Part, locals, inputs);
            foreach (var input in inputs)
            {
                if (workflow.Inputs?.Name is { } type)
                    _heard[(type, input.Key)] = input.Value;
            }
        }
    }

    private void Read(string type, ValuePart part, Dictionary<string, string> locals, Dictionary<string, string> inputs)
    {
        var heard = part.Value switch
        {
            { Kind: ValueKind.Local, Text: { } local } when locals.TryGetValue(local, out var expression) => expression,
            { Kind: ValueKind.Input, Ways: [var way, ..] } when inputs.TryGetValue(Names(way), out var expression) => expression,
            _ => null,
        };
        if (heard is not null)
            _heard[(type, part.Name)] = heard;
        else if (part.Value.Kind is not ValueKind.Input)
            _others.Add((type, part.Name));
    }

    private static IEnumerable<StepOutputModel> Heard(WorkflowModel workflow) =>
        workflow.Steps.Where(static step => step.Kind == StepKind.Receive).SelectMany(static step => step.Outputs).Where(static output => output.Value.Kind == ValueKind.Body);

    // An input that events are recognised by is heard from one too, if any workflow takes it from there. Ids that callers choose never are.
    private static Dictionary<string, string> Correlated(WorkflowModel workflow, Dictionary<string, string> places)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var leaf in workflow.Steps.Where(static step => step.Kind == StepKind.Receive).SelectMany(static step => step.Criteria).SelectMany(static criterion => Comparisons(criterion.Expression)))
        {
            if (leaf is { Operator: "==", Left: { Kind: OperandKind.Body } body, Right: { Kind: OperandKind.Expression, Text: "inputs" } input } && places.TryGetValue(Names(body.Members), out var expression))
                inputs[Names(input.Members)] = expression;
        }

        return inputs;
    }

    private static IEnumerable<ConditionNode> Comparisons(ConditionNode node) => node.Kind == ConditionKind.Compare ? [node] : node.Children.SelectMany(Comparisons);

    private static IEnumerable<(string Type, ValuePart Part)> Parts(ValueSource value)
    {
        foreach (var part in value.Parts)
        {
            if (value is { Kind: ValueKind.Object, Type.Name: { } type })
                yield return (type, part);
            foreach (var inner in Parts(part.Value))
                yield return inner;
        }
    }

    private static string Names(EquatableArray<MemberStep> way) => string.Join(".", way.Select(static step => step.Name ?? step.JsonName));

    private void Mark(string qualified, string member, string expression)
    {
        foreach (var contract in contracts)
        {
            var plain = PlainNames.Of(qualified, contract.Contract.Model.Namespace + ".");
            if (plain != qualified && contract.Types.Find(plain) is ObjectModel)
                contract.OnProperty(plain!, member, new ProtocolFact("FromEvent", EquatableArray.Of(JsonLiteral.Of(expression))));
        }
    }
}
