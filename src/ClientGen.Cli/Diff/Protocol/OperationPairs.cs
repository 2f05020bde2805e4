using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.Protocol;

/// <summary>Finds the operations that two models both have.</summary>
internal static class OperationPairs
{
    /// <summary>Pairs by operationId, else by method and path.</summary>
    public static IEnumerable<(OperationModel Old, OperationModel New)> Of(ContractModel old, ContractModel @new)
    {
        var rest = (@new.Client?.Operations ?? default).ToList();
        var left = new List<OperationModel>();
        foreach (var operation in old.Client?.Operations ?? default)
        {
            if (rest.FirstOrDefault(other => other.Id == operation.Id) is { } same)
            {
                rest.Remove(same);
                yield return (operation, same);
            }
            else
            {
                left.Add(operation);
            }
        }

        foreach (var operation in left)
        {
            if (rest.FirstOrDefault(other => other.Method == operation.Method && other.Path == operation.Path) is { } moved)
            {
                rest.Remove(moved);
                yield return (operation, moved);
            }
        }
    }
}
