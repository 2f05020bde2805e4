using ClientGen.Specs.Arazzo;
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
/// <param name="Use">What the build wants of it.</param>
public sealed record ContractInput(SpecDocument Document, string Namespace, ContractUse Use = ContractUse.Generate);

/// <summary>What a build wants of a contract.</summary>
public enum ContractUse
{
    /// <summary>Everything it compiles into.</summary>
    Generate,

    /// <summary>Nothing: others refer to it, or its client lives in another assembly.</summary>
    Refer,

    /// <summary>Only the ASP.NET Core endpoints of its webhooks; receiver and client live in another assembly, which need not know ASP.NET Core.</summary>
    Endpoints,
}

/// <summary>What the contracts of one build mean.</summary>
/// <param name="Models">Models of the contracts that compile here, in the order of the build.</param>
/// <param name="Endpoints">Models of the contracts of which only the endpoints compile here.</param>
/// <param name="Workflows">Those of <paramref name="Models"/> that hold workflows, with the contracts that their steps call.</param>
/// <param name="Findings">What is wrong with them, file by file.</param>
public sealed record BoundContracts(
    EquatableArray<ContractModel> Models, EquatableArray<ContractModel> Endpoints, EquatableArray<WorkflowContracts> Workflows, EquatableArray<Finding> Findings);

/// <summary>A contract of workflows and the contracts that their steps call.</summary>
/// <param name="Contract">The contract of workflows.</param>
/// <param name="Sources">Contracts with something to call, those of other assemblies included.</param>
public sealed record WorkflowContracts(ContractModel Contract, EquatableArray<ContractModel> Sources);

/// <summary>Binds all contracts of a build: documents in, models and findings out.</summary>
public static class ContractBinder
{
    /// <summary>Binds the contracts. Total: whatever the documents hold, the result has what could be understood.</summary>
    /// <param name="inputs">The contracts that the build lists.</param>
    /// <param name="cancellationToken">Ends the binding.</param>
    /// <param name="hasDateOnly">Whether the framework has a type for a day; without one, dates are midnights.</param>
    public static BoundContracts Bind(IReadOnlyList<ContractInput> inputs, CancellationToken cancellationToken, bool hasDateOnly = true)
    {
        var run = new Run(inputs, hasDateOnly, cancellationToken);

        // Workflows call the operations of the other contracts, so these come first.
        foreach (var input in inputs.Where(static input => !IsArazzo(input.Document)))
            run.Bind(input, static (context, _) => BindInterface(context));
        foreach (var input in inputs.Where(static input => IsArazzo(input.Document)))
            run.Bind(input, ArazzoBinder.Bind);
        var facts = run.BindFacts();

        var prefixes = new NameScope();
        var models = Models(ContractUse.Generate);
        var sources = facts.Select(static contract => contract.Model).Where(static model => model.Client is not null).ToEquatableArray();
        var workflows = models.Where(static model => model.Workflows is not null).Select(model => new WorkflowContracts(model, sources));
        return new BoundContracts(models, Models(ContractUse.Endpoints), workflows.ToEquatableArray(), run.Findings.ToEquatableArray());

        EquatableArray<ContractModel> Models(ContractUse use) => inputs.Where(input => input.Use == use)
            .Select(input => facts.FirstOrDefault(contract => contract.Document == input.Document)?.Model).OfType<ContractModel>()
            .Select(model => model with { FilePrefix = prefixes.Take(Prefix(model.SpecPath)) }).ToEquatableArray();
    }

    private static bool IsArazzo(SpecDocument document) => document.Kind is SpecKind.Arazzo10 or SpecKind.Arazzo11;

    private static ContractModel? BindInterface(BindingContext context) => context.Document.Kind switch
    {
        SpecKind.OpenApi30 or SpecKind.OpenApi31 => OpenApiBinder.Bind(context),
        SpecKind.AsyncApi30 => AsyncApiBinder.Bind(context),
        _ => null,
    };

    // Two contracts may have one file name in two folders; lower case, because hint names that differ in case only are the same to Roslyn.
    private static string Prefix(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        var name = (dot > 0 ? fileName.Substring(0, dot) : fileName).ToLowerInvariant();
        return new string([.. name.Take(80).Select(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-' or '_' ? c : '_')]);
    }

    /// <summary>One binding of all contracts.</summary>
    private sealed class Run(IReadOnlyList<ContractInput> inputs, bool hasDateOnly, CancellationToken cancellationToken)
    {
        private readonly SpecSet _specs = new([.. inputs.Select(static input => input.Document)]);
        private readonly Dictionary<string, NameScope> _names = new(StringComparer.Ordinal);
        private readonly List<BoundContract> _bound = [];

        public List<Finding> Findings { get; } = [];

        public void Bind(ContractInput input, Func<BindingContext, IReadOnlyList<BoundContract>, ContractModel?> bind)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Findings.AddRange(input.Document.Findings);
            if (!_names.TryGetValue(input.Namespace, out var scope))
                _names.Add(input.Namespace, scope = new NameScope());
            var context = new BindingContext(_specs, input.Document, input.Namespace, cancellationToken, scope) { HasDateOnly = hasDateOnly };
            if (Guarded(context, () => bind(context, _bound)) is { } model)
                _bound.Add(new BoundContract(input.Document, model));
            Findings.AddRange(context.Findings);
        }

        public IReadOnlyList<BoundContract> BindFacts()
        {
            if (_bound.Count == 0)
                return _bound;
            var context = new BindingContext(_specs, _bound[_bound.Count - 1].Document, "", cancellationToken);
            var facts = Guarded(context, () => ProtocolFactBinder.Bind(_bound, cancellationToken));
            Findings.AddRange(context.Findings);
            Findings.AddRange(facts?.Findings ?? default);
            return facts is null ? _bound : [.. _bound.Zip(facts.Models, static (contract, model) => contract with { Model = model })];
        }

        private static T? Guarded<T>(BindingContext context, Func<T?> bind)
            where T : class
        {
            try
            {
                return bind();
            }
            catch (Exception bug) when (bug is not OperationCanceledException)
            {
                // One exception inside a generator costs the user every generated file, so a bug of ours stays with its contract.
                context.Report(ContractRules.Internal, FindingSeverity.Error, new Located(context.Document, context.Document.Root),
                    $"ClientGen failed on this contract: {bug.GetType().Name}: {bug.Message} The rest is still generated. Please report it with the contract.");
                return null;
            }
        }
    }
}
