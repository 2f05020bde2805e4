using ClientGen.Cli.Diff.AsyncApi;
using ClientGen.Cli.Diff.CSharp;
using ClientGen.Cli.Diff.OpenApi;
using ClientGen.Cli.Diff.Protocol;
using ClientGen.Cli.Diff.Schemas;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff;

/// <summary>Finds every change between two versions of contracts.</summary>
internal static class ContractDiff
{
    private static readonly ChangeKind Added = new("contract-added", "A contract is new");
    private static readonly ChangeKind Removed = new("contract-removed", "A contract is gone");

    /// <summary>Every kind of change, family by family.</summary>
    public static IReadOnlyList<(string Family, IReadOnlyList<ChangeKind> Kinds)> Families { get; } =
    [
        ("Contracts", [Added, Removed]),
        ("Operations", OperationDiff.Kinds),
        ("Parameters", ParameterDiff.Kinds),
        ("Request bodies", RequestBodyDiff.Kinds),
        ("Answers", [.. ResponseDiff.Kinds, .. HeaderDiff.Kinds]),
        ("Credentials and servers", [.. SecurityDiff.Kinds, .. SchemeDiff.Kinds, .. CredentialDiff.Kinds, .. ServerDiff.Kinds]),
        ("Webhooks", WebhookDiff.Kinds),
        ("Types and values", [.. TypeDiff.Kinds, .. EnumDiff.Kinds, .. SchemaKinds.Kinds]),
        ("Limits of values", LimitDiff.Kinds),
        ("Objects and lists", [.. PropertyDiff.Kinds, .. PrefixDiff.Kinds]),
        ("Choices", CompositionDiff.Kinds),
        ("Other keywords of schemas", KeywordDiff.Kinds),
        ("Channels and messages", AsyncApiDiff.Kinds),
        ("Protocol", [.. FactDiff.Kinds, .. PollDiff.Kinds, .. TerminalDiff.Kinds, .. EvidenceDiff.Kinds]),
        ("State machines", LifecycleDiff.Kinds),
        ("Workflows", WorkflowDiff.Kinds),
        ("Generated C#", SurfaceDiff.Kinds),
    ];

    /// <summary>Compares.</summary>
    /// <param name="old">The old contracts.</param>
    /// <param name="new">The new contracts.</param>
    /// <param name="pairs">Which contract is which.</param>
    /// <param name="progress">Told what is compared.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyList<Change> Compare(
        DiffSide old, DiffSide @new, IReadOnlyList<(ContractInput? Old, ContractInput? New)> pairs, Action<string> progress, CancellationToken cancellationToken)
    {
        var list = new ChangeList(old, @new);
        var models = new List<(ContractModel? Old, ContractModel? New)>();
        var both = new List<(ContractModel Old, ContractModel New)>();
        foreach (var (before, after) in pairs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress($"Comparing {BindingContext.FileNameOf((after ?? before)!.Document)}");
            var (oldModel, newModel) = (before is null ? null : old.ModelOf(before), after is null ? null : @new.ModelOf(after));
            if (before?.Use != ContractUse.Refer && after?.Use != ContractUse.Refer)
                models.Add((oldModel, newModel));
            // What was not named is here for the facts that others state about it.
            if ((after ?? before)!.Use == ContractUse.Generate)
                CompareDocuments(list, before, after, cancellationToken);
            if (oldModel is not null && newModel is not null)
                both.Add((oldModel, newModel));
        }

        var run = new DiffRun(list, new SchemaWalk(list, cancellationToken));
        foreach (var (before, after) in both)
            ProtocolDiff.Compare(run, before, after);
        ProtocolDiff.CompareWorkflows(run, both);

        progress("Comparing the C#");
        return [.. SurfaceDiff.Complete(list, models)
            .OrderBy(static change => (change.New ?? change.Old)?.Path, StringComparer.Ordinal)
            .ThenByDescending(static change => change.Worst)
            .ThenBy(static change => (change.New ?? change.Old)?.Span.Start)];
    }

    private static void CompareDocuments(ChangeList list, ContractInput? old, ContractInput? @new, CancellationToken cancellationToken)
    {
        if (old is null || @new is null)
            Whole(list, old, @new);
        else
            Compare(list, old.Document, @new.Document, cancellationToken);
    }

    private static void Compare(ChangeList list, SpecDocument old, SpecDocument @new, CancellationToken cancellationToken)
    {
        var run = new DiffRun(list, new SchemaWalk(list, cancellationToken));
        var (before, after) = (new Located(old, old.Root), new Located(@new, @new.Root));
        if (old.Kind == SpecKind.AsyncApi30 && @new.Kind == SpecKind.AsyncApi30)
            AsyncApiDiff.Compare(run, before, after);
        else if (IsOpenApi(old) && IsOpenApi(@new))
            OpenApiDiff.Compare(run, before, after);
        else if (old.Kind == SpecKind.Schema && @new.Kind == SpecKind.Schema)
            run.Schemas.Start(before, after, (before, after), "the schema", Traffic.Sent, [], null);
        run.Schemas.Finish();
    }

    private static void Whole(ChangeList list, ContractInput? old, ContractInput? @new)
    {
        var document = (@new ?? old)!.Document;
        var root = new Located(document, document.Root);
        var name = BindingContext.FileNameOf(document);
        if (@new is null)
            list.Add(Removed, Impact.Breaking, root, null, $"The contract {name} is gone.", [Touch.Of(root)]);
        else
            list.Add(Added, Impact.Compatible, null, root, $"The contract {name} is new.", [Touch.Of(root)], isAddition: true);
    }

    private static bool IsOpenApi(SpecDocument document) => document.Kind is SpecKind.OpenApi30 or SpecKind.OpenApi31;
}
