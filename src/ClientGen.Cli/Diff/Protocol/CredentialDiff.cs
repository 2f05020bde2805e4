using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.Protocol;

/// <summary>How long credentials live, and how they are renewed.</summary>
internal static class CredentialDiff
{
    private static readonly ChangeKind LifeShorter = new("credential-lifetime-shorter", "A credential lives less long");
    private static readonly ChangeKind LifeLonger = new("credential-lifetime-longer", "A credential lives longer");
    private static readonly ChangeKind RenewalChanged = new("credential-renewal-changed", "A credential is renewed in another way");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [LifeShorter, LifeLonger, RenewalChanged];

    /// <summary>Compares the schemes that both contracts have.</summary>
    public static void Compare(DiffRun run, ContractModel old, ContractModel @new)
    {
        foreach (var before in old.Client?.Schemes ?? default)
        {
            if ((@new.Client?.Schemes ?? default).FirstOrDefault(other => other.Name == before.Name) is not { } after)
                continue;
            if (before.LifetimeSeconds != after.LifetimeSeconds)
            {
                var isShorter = after.LifetimeSeconds is { } now && (before.LifetimeSeconds is not { } then || now < then);
                Add(isShorter ? LifeShorter : LifeLonger, isShorter ? Impact.Risky : Impact.Compatible,
                    $"`{after.Name}` lived {Say(before.LifetimeSeconds)} and now lives {Say(after.LifetimeSeconds)}.", after.Name);
            }

            if (before.AcquiredBy != after.AcquiredBy)
                Add(RenewalChanged, Impact.Breaking, $"`{after.Name}` was obtained by {Say(before.AcquiredBy)} and is now obtained by {Say(after.AcquiredBy)}.", after.Name);
            if (before.Together != after.Together)
            {
                Add(
                    RenewalChanged, Impact.Risky,
                    $"`{after.Name}` was renewed together with {Say(string.Join(", ", before.Together))} and is now renewed together with {Say(string.Join(", ", after.Together))}.",
                    after.Name);
            }

            if (before.RotatedByHeader != after.RotatedByHeader)
            {
                Add(
                    RenewalChanged, Impact.Risky,
                    $"`{after.Name}` was rotated by {Say(before.RotatedByHeader)} and is now rotated by {Say(after.RotatedByHeader)}.", after.Name);
            }
        }

        void Add(ChangeKind kind, Impact wire, string message, string scheme)
        {
            var (source, newSource) = (SourceOf(old, scheme), SourceOf(@new, scheme));
            run.List.Add(new Change(kind, message)
            {
                Wire = wire, Traffic = Traffic.Sent, Old = run.Old.PlaceOf(source), New = run.New.PlaceOf(newSource), Touches = [new Touch(source), new Touch(newSource)],
            });
        }
    }

    private static string SourceOf(ContractModel model, string scheme) => $"{model.SpecPath}#/components/securitySchemes/{Specs.Reading.SpecPointer.Escape(scheme)}";

    private static string Say(int? seconds) => seconds is null ? "for an unknown time" : $"{seconds} s";

    private static string Say(string? name) => name is null or "" ? "nothing" : $"`{name}`";
}
