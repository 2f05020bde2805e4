using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>The rules that binding workflows can report, beside <c>CG9002</c> and <c>CG9004</c> which other contracts share.</summary>
public static class WorkflowRules
{
    /// <summary>Normative workflows say different things of one operation.</summary>
    public static ReadingRule Conflict { get; } = new("CG9001",
        "Normative workflows contradict each other",
        "A rule can have one value only, so the weakest is used: the higher retry limit, the shorter time-out, the events that all call terminal.");

    /// <summary>A step refers to an operation that its sources do not have.</summary>
    public static ReadingRule Operation { get; } = new("CG9003",
        "A step refers to a missing operation",
        "No method is generated for the workflow. The step names an operation by operationId, or `$sourceDescriptions.<name>.<operationId>` when there are several sources.");

    /// <summary>A loop has no way out.</summary>
    public static ReadingRule NoEnd { get; } = new("CG9006",
        "A loop of steps never ends",
        "Give one of its steps a success action of type `end`, or a `goto` that leaves the loop.");

    /// <summary>A normative retry has no limit.</summary>
    public static ReadingRule NoLimit { get; } = new("CG9007",
        "A retry without a limit in a normative workflow",
        "Without `retryLimit` one retry is made, and nobody who reads the contract sees that it is meant.");

    /// <summary>A step, output, input, workflow or component does not exist.</summary>
    public static ReadingRule Name { get; } = new("CG9020",
        "A workflow refers to something that does not exist",
        "The part that refers to it is left out. Names are case-sensitive.");

    /// <summary>Two workflows or two steps of one workflow share an id.</summary>
    public static ReadingRule Duplicate { get; } = new("CG9021",
        "An id of a workflow or step is not unique",
        "The later one is left out, since nothing could refer to it.");

    /// <summary>Things wait for each other.</summary>
    public static ReadingRule Cycle { get; } = new("CG9022",
        "Steps or workflows depend on each other in a circle",
        "None of them could ever start.");

    /// <summary>A value does not fit where it is sent.</summary>
    public static ReadingRule Value { get; } = new("CG9023",
        "A step's request does not fit its operation",
        "Parameters and payload are checked against the operation's own contract.");

    /// <summary>A form that the standard's text or grammar does not have and that is understood nevertheless.</summary>
    public static ReadingRule Form { get; } = new("CG9024",
        "A form that is understood although the standard does not have it",
        "Other tools may not understand it. The message says the standard's own form.");

    /// <summary>Every rule of this stage, by id.</summary>
    public static IReadOnlyList<ReadingRule> All { get; } = [Conflict, Operation, NoEnd, NoLimit, Name, Duplicate, Cycle, Value, Form];
}
