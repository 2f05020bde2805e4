using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.Protocol;

/// <summary>Finds the lines that a fact comes from: the step that shows it, else the operation's own extension, else the operation.</summary>
internal sealed class ProtocolPlaces(DiffSide old, DiffSide @new)
{
    /// <summary>The place in the old contracts.</summary>
    public Place? InOld(OperationModel operation, params string[] keys) => Find(old, operation, keys);

    /// <summary>The place in the new contracts.</summary>
    public Place? InNew(OperationModel operation, params string[] keys) => Find(@new, operation, keys);

    private static Place? Find(DiffSide side, OperationModel operation, string[] keys)
    {
        var own = side.NodeOf(operation.Source);
        foreach (var key in keys)
        {
            if (own?.Child(key) is { } extension)
                return side.PlaceOf(extension);
            foreach (var step in Steps(side, operation))
            {
                if (side.NodeOf(step.Source)?.Child(key) is { } field)
                    return side.PlaceOf(field);
            }
        }

        return side.PlaceOf(operation.Source);
    }

    // What is a rule for everybody comes first.
    private static IEnumerable<StepModel> Steps(DiffSide side, OperationModel operation) => side.Models
        .SelectMany(static model => model.Workflows?.Workflows ?? default)
        .OrderByDescending(static workflow => workflow.Normative != NormativeAspects.None)
        .SelectMany(static workflow => workflow.Steps)
        .Where(step => step.OperationId == operation.Id && step.Kind == StepKind.Call);
}
