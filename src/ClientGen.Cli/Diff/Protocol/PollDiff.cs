using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.Protocol;

/// <summary>Long polls and deadlines.</summary>
internal static class PollDiff
{
    private static readonly ChangeKind BecamePoll = new("became-long-poll", "The service now holds a call until it has something to say");
    private static readonly ChangeKind BecameCall = new("became-ordinary-call", "The service no longer holds a call");
    private static readonly ChangeKind Longer = new("deadline-longer", "A call may now take longer");
    private static readonly ChangeKind Shorter = new("deadline-shorter", "A call now ends sooner");
    private static readonly ChangeKind SingleAdded = new("single-poll-added", "Only one poll at a time is allowed now");
    private static readonly ChangeKind SingleRemoved = new("single-poll-removed", "Several polls at a time are allowed now");
    private static readonly ChangeKind EndAdded = new("poll-end-added", "A poll has one more answer that ends it");
    private static readonly ChangeKind EndRemoved = new("poll-end-removed", "A poll has one answer less that ends it");
    private static readonly ChangeKind RenewalAdded = new("renewal-status-added", "One more status means that credentials have expired");
    private static readonly ChangeKind RenewalRemoved = new("renewal-status-removed", "One status less means that credentials have expired");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
        [BecamePoll, BecameCall, Longer, Shorter, SingleAdded, SingleRemoved, EndAdded, EndRemoved, RenewalAdded, RenewalRemoved];

    /// <summary>Compares how long two versions of an operation take, and what ends them.</summary>
    public static void Compare(DiffRun run, ProtocolPlaces places, OperationModel old, OperationModel @new)
    {
        var name = FactDiff.Name(@new);
        if (old.LongPoll is null && @new.LongPoll is { } became)
            Add(BecamePoll, Impact.Breaking, $"{name} is now held by the service for up to {became.MinTimeoutMilliseconds} ms.");
        else if (old.LongPoll is not null && @new.LongPoll is null)
            Add(BecameCall, Impact.Risky, $"{name} is no longer held by the service.");
        else
            CompareDeadlines();

        if (old.LongPoll is { } before && @new.LongPoll is { } after)
        {
            if (before.Single != after.Single)
            {
                Add(
                    after.Single ? SingleAdded : SingleRemoved, after.Single ? Impact.Risky : Impact.Compatible,
                    $"{name} {(after.Single ? "must now be under way once at a time" : "may now be under way several times")}.");
            }

            var (ends, newEnds) = (before.Terminal.Select(static end => end.Text).ToList(), after.Terminal.Select(static end => end.Text).ToList());
            foreach (var end in ends.Except(newEnds))
                Add(EndRemoved, Impact.Breaking, $"Polling {name} no longer ends when {end}: who stops there misses what follows.", "onSuccess");
            foreach (var end in newEnds.Except(ends))
                Add(EndAdded, Impact.Breaking, $"Polling {name} now ends when {end}: who goes on waits for nothing.", "onSuccess");
        }

        foreach (var status in old.RenewOn.Except(@new.RenewOn))
            Add(RenewalRemoved, Impact.Compatible, $"Status {status} of {name} no longer means that credentials have expired.");
        foreach (var status in @new.RenewOn.Except(old.RenewOn))
            Add(RenewalAdded, Impact.Risky, $"Status {status} of {name} now means that credentials have expired.");

        void CompareDeadlines()
        {
            if (old.DeadlineMilliseconds == @new.DeadlineMilliseconds)
                return;
            var isLonger = (@new.DeadlineMilliseconds ?? 0) > (old.DeadlineMilliseconds ?? 0);
            // Who waits less than the service takes gets no answer; who waits longer gets one all the same.
            Add(isLonger ? Longer : Shorter, isLonger ? (@new.LongPoll is null ? Impact.Risky : Impact.Breaking) : Impact.Compatible,
                $"{name} could take {Say(old.DeadlineMilliseconds)} and can now take {Say(@new.DeadlineMilliseconds)}.");
        }

        void Add(ChangeKind kind, Impact wire, string message, params string[] keys)
        {
            keys = keys.Length > 0 ? keys : ["x-clientgen-long-poll", "timeout"];
            run.List.Add(new Change(kind, message)
            {
                Wire = wire, Old = places.InOld(old, keys), New = places.InNew(@new, keys),
                Touches = [new Touch(old.Source), new Touch(@new.Source)], Traffic = Traffic.Sent,
            });
        }
    }

    private static string Say(int? milliseconds) => milliseconds is null ? "the ordinary time" : $"{milliseconds} ms";
}
