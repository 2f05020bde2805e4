using ClientGen.Specs.AsyncApi;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.OpenApi;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Contracts;

/// <summary>A contract file as the build lists it.</summary>
/// <param name="Document">What was read.</param>
/// <param name="Namespace">The C# namespace of what it compiles into.</param>
/// <param name="Generate">Whether it compiles here; false for files that others refer to, or whose client lives in another assembly.</param>
public sealed record ContractInput(SpecDocument Document, string Namespace, bool Generate);

/// <summary>What the contracts of one build mean.</summary>
/// <param name="Models">Models of the contracts that compile here, in the order of the build.</param>
/// <param name="Findings">What is wrong with them, file by file.</param>
public sealed record BoundContracts(EquatableArray<ContractModel> Models, EquatableArray<Finding> Findings);

/// <summary>Binds all contracts of a build: documents in, models and findings out.</summary>
public static class ContractBinder
{
    /// <summary>Binds the contracts. Total: whatever the documents hold, the result has what could be understood.</summary>
    public static BoundContracts Bind(IReadOnlyList<ContractInput> inputs, CancellationToken cancellationToken)
    {
        var specs = new SpecSet([.. inputs.Select(static input => input.Document)]);
        var names = new Dictionary<string, NameScope>(StringComparer.Ordinal);
        var findings = new List<Finding>();
        var bound = new List<(ContractInput Input, ContractModel Model)>();
        foreach (var input in inputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            findings.AddRange(input.Document.Findings);
            if (!names.TryGetValue(input.Namespace, out var scope))
                names.Add(input.Namespace, scope = new NameScope());
            var context = new BindingContext(specs, input.Document, input.Namespace, cancellationToken, scope);
            if (Bind(context) is { } model)
                bound.Add((input, model));
            findings.AddRange(context.Findings);
        }

        var prefixes = new NameScope();
        return new BoundContracts(
            bound.Where(static contract => contract.Input.Generate)
                .Select(contract => contract.Model with { FilePrefix = prefixes.Take(Prefix(contract.Model.SpecPath)) }).ToEquatableArray(),
            findings.ToEquatableArray());
    }

    // Two contracts may have one file name in two folders; lower case, because hint names that differ in case only are the same to Roslyn.
    private static string Prefix(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        var name = (dot > 0 ? fileName.Substring(0, dot) : fileName).ToLowerInvariant();
        return new string([.. name.Take(80).Select(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-' or '_' ? c : '_')]);
    }

    private static ContractModel? Bind(BindingContext context)
    {
        try
        {
            return context.Document.Kind switch
            {
                SpecKind.OpenApi30 or SpecKind.OpenApi31 => OpenApiBinder.Bind(context),
                SpecKind.AsyncApi30 => AsyncApiBinder.Bind(context),
                _ => null,
            };
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            // One exception inside a generator costs the user every generated file, so a bug of ours stays with its contract.
            context.Report(ContractRules.Internal, FindingSeverity.Error, new Located(context.Document, context.Document.Root),
                $"ClientGen failed on this contract: {bug.GetType().Name}: {bug.Message} Other contracts are still generated. Please report it with the contract.");
            return null;
        }
    }
}
