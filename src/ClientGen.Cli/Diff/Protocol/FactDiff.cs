using System.Globalization;
using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.Protocol;

/// <summary>Facts on operations: what must come before, what they oblige to, how often they may be sent.</summary>
internal static class FactDiff
{
    private static readonly ChangeKind PrerequisiteAdded = new("prerequisite-added", "Another operation must now have succeeded before");
    private static readonly ChangeKind PrerequisiteRemoved = new("prerequisite-removed", "Another operation need no longer have succeeded before");
    private static readonly ChangeKind EvidenceAdded = new("required-evidence-added", "The answer of another operation must now have been tested before");
    private static readonly ChangeKind EvidenceRemoved = new("required-evidence-removed", "The answer of another operation need no longer have been tested before");
    private static readonly ChangeKind ObligationAdded = new("obligation-added", "An operation now opens something that must be ended");
    private static readonly ChangeKind ObligationRemoved = new("obligation-removed", "An operation no longer opens something that must be ended");
    private static readonly ChangeKind EndAdded = new("obligation-end-added", "An operation now ends an obligation");
    private static readonly ChangeKind EndRemoved = new("obligation-end-removed", "An operation no longer ends an obligation");
    private static readonly ChangeKind ResendForbidden = new("resend-forbidden", "An operation must no longer be sent again blindly");
    private static readonly ChangeKind ResendAllowed = new("resend-allowed", "An operation may now be sent again");
    private static readonly ChangeKind SuccessAdded = new("success-criterion-added", "Success now asks for more than the status");
    private static readonly ChangeKind SuccessRemoved = new("success-criterion-removed", "Success no longer asks for more than the status");
    private static readonly ChangeKind RetryLowered = new("retry-limit-lowered", "A failed call may be repeated less often");
    private static readonly ChangeKind RetryRaised = new("retry-limit-raised", "A failed call may be repeated more often");
    private static readonly ChangeKind PauseLonger = new("retry-pause-longer", "A failed call is repeated later");
    private static readonly ChangeKind PauseShorter = new("retry-pause-shorter", "A failed call is repeated sooner");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
    [
        PrerequisiteAdded, PrerequisiteRemoved, EvidenceAdded, EvidenceRemoved, ObligationAdded, ObligationRemoved, EndAdded, EndRemoved, ResendForbidden, ResendAllowed,
        SuccessAdded, SuccessRemoved, RetryLowered, RetryRaised, PauseLonger, PauseShorter,
    ];

    /// <summary>Facts that are there or not: what both mean, and where they are said.</summary>
    private static readonly Rule[] Rules =
    [
        new(
            "RequiresOperation", PrerequisiteAdded, Impact.Breaking, "{0} now needs {1} to have succeeded before.", PrerequisiteRemoved,
            Impact.Compatible, "{0} no longer needs {1} before it.", ["x-clientgen-requires", "dependsOn"]),
        new(
            "RequiresEvidence", EvidenceAdded, Impact.Breaking, "{0} now needs the answer of {1} to have been tested.", EvidenceRemoved,
            Impact.Compatible, "{0} no longer needs the answer of {1} to have been tested.", ["x-clientgen-requires", "dependsOn"]),
        new(
            "StartsObligation", ObligationAdded, Impact.Risky, "{0} now opens {1}, which must be ended.", ObligationRemoved, Impact.Compatible,
            "{0} no longer opens {1}, which must be ended.", []),
        new("EndsObligation", EndAdded, Impact.Compatible, "{0} now ends {1}.", EndRemoved, Impact.Breaking, "{0} no longer ends {1}.", []),
        new("NotRetryable", ResendForbidden, Impact.Risky, "{0} must no longer be sent again blindly.", ResendAllowed, Impact.Compatible, "{0} may now be sent again.", []),
        new(
            "SuccessWhen", SuccessAdded, Impact.Risky, "Success of {0} now asks for {1}.", SuccessRemoved, Impact.Risky,
            "Success of {0} no longer asks for {1}.", ["x-clientgen-success"]),
    ];

    /// <summary>Compares the facts of two versions of an operation.</summary>
    public static void Compare(DiffRun run, ProtocolPlaces places, OperationModel old, OperationModel @new)
    {
        foreach (var rule in Rules)
        {
            var (before, after) = (Of(old, rule.Fact), Of(@new, rule.Fact));
            foreach (var fact in before.Except(after))
                Add(rule.Removed, rule.WhenRemoved, string.Format(CultureInfo.InvariantCulture, rule.RemovedWords, Name(@new), Say(fact)), rule.Keys);
            foreach (var fact in after.Except(before))
                Add(rule.Added, rule.WhenAdded, string.Format(CultureInfo.InvariantCulture, rule.AddedWords, Name(@new), Say(fact)), rule.Keys);
        }

        CompareRetries();

        void CompareRetries()
        {
            var (before, after) = (Of(old, "RetryBound").FirstOrDefault(), Of(@new, "RetryBound").FirstOrDefault());
            var (limit, newLimit) = (Number(before, 0), Number(after, 0));
            if (limit != newLimit && after is not null)
            {
                var isLower = limit is null || newLimit < limit;
                Add(isLower ? RetryLowered : RetryRaised, isLower ? Impact.Risky : Impact.Compatible,
                    $"{Name(@new)} could be repeated {(limit is null ? "without a limit" : $"{limit} times")} after a failure, and now {newLimit} times.", ["onFailure"]);
            }
            else if (before is not null && after is null)
            {
                Add(RetryRaised, Impact.Compatible, $"{Name(@new)} could be repeated {limit} times after a failure, and now without a limit.", ["onFailure"]);
            }

            var (pause, newPause) = (Number(before, 1), Number(after, 1));
            if (pause != newPause && before is not null && after is not null)
            {
                var isLonger = (newPause ?? 0) > (pause ?? 0);
                Add(isLonger ? PauseLonger : PauseShorter, isLonger ? Impact.Risky : Impact.Compatible,
                    $"{Name(@new)} was repeated after {pause} ms and is now repeated after {newPause} ms.", ["onFailure"]);
            }
        }

        void Add(ChangeKind kind, Impact wire, string message, string[] keys) => run.List.Add(new Change(kind, message)
        {
            Wire = wire, Old = places.InOld(old, keys), New = places.InNew(@new, keys), Touches = [new Touch(old.Source), new Touch(@new.Source)], Traffic = Traffic.Sent,
        });
    }

    /// <summary>What an operation is called in messages.</summary>
    public static string Name(OperationModel operation) => $"`{operation.Id}`";

    private static List<ProtocolFact> Of(OperationModel operation, string attribute) => [.. operation.Facts.Where(fact => fact.Attribute == attribute)];

    private static string Say(ProtocolFact fact)
    {
        var values = fact.Arguments.Where(static argument => argument.Length > 0 && !char.IsLetter(argument[0]) || argument is "true" or "false" or "null").Select(static argument => argument.Trim('"')).ToList();
        return fact.Attribute == "SuccessWhen" && values.Count >= 2 ? $"`{values[0]}` = {fact.Arguments[1]}" : string.Join(", ", values.Select(static value => $"`{value}`"));
    }

    private static int? Number(ProtocolFact? fact, int at) =>
        fact is not null && at < fact.Arguments.Count && int.TryParse(fact.Arguments[at].Split('=')[^1], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed record Rule(
        string Fact, ChangeKind Added, Impact WhenAdded, string AddedWords, ChangeKind Removed, Impact WhenRemoved, string RemovedWords, string[] Keys);
}
