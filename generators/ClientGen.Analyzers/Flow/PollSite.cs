using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

/// <summary>What all paths together tell about one call site that polls.</summary>
internal sealed class PollSite(IInvocationOperation site, OperationFacts operation, Frame frame)
{
    // From here on a bound is none.
    private const long Endless = 40;

    private readonly Dictionary<int, State> _oldCredentials = [];
    private readonly Dictionary<int, State> _stopped = [];
    private readonly Dictionary<int, (IReadOnlyList<string> Missing, State State)> _halfRenewed = [];
    private ulong _missed;
    private ulong _after;
    private (IInvocationOperation Site, Frame Frame, State State)? _missedAt;
    private (IInvocationOperation Site, Frame Frame, State State)? _afterAt;
    private long _failures;
    private State? _retried;

    /// <summary>The call.</summary>
    public IInvocationOperation Site => site;

    /// <summary>The events that its answers carry.</summary>
    public EventFacts? Events { get; set; }

    /// <summary>Events after which some path polls again.</summary>
    public ulong Continues { get; set; }

    /// <summary>Whether some path polls again after an event.</summary>
    public bool PollsAgain { get; set; }

    /// <summary>Events after which some path leaves, without anybody else's judgement.</summary>
    public ulong Leaves { get; set; }

    /// <summary>A path that leaves.</summary>
    public State? Left { get; set; }

    /// <summary>Whether a path that leaves has opened the session itself, or ended it.</summary>
    public bool IsOwnSession { get; set; }

    /// <summary>Whether some path polls again after a failure.</summary>
    public bool FailureContinues { get; set; }

    /// <summary>A path that ends with the first failure.</summary>
    public State? FailureStops { get; set; }

    /// <summary>A path that polls again at once after a failure.</summary>
    public State? AtOnce { get; set; }

    /// <summary>It is called again after events that nothing follows.</summary>
    public void Missed(IInvocationOperation again, Frame where, State state, ulong events)
    {
        _missed |= events;
        _missedAt ??= (again, where, state);
    }

    /// <summary>Another call follows although the session is over.</summary>
    public void After(IInvocationOperation again, Frame where, State state, ulong events)
    {
        _after |= events;
        _afterAt ??= (again, where, state);
    }

    /// <summary>It is called after so many failures in a row.</summary>
    public void Attempt(long failures, State state)
    {
        if (failures <= _failures)
            return;
        _failures = failures;
        _retried = state;
    }

    /// <summary>It is called again with stale credentials.</summary>
    public void OldCredentials(int status, State state) => _oldCredentials[status] = state;

    /// <summary>It is called again when only some credentials are fresh.</summary>
    public void HalfRenewed(int status, IReadOnlyList<string> missing, State state) => _halfRenewed[status] = (missing, state);

    /// <summary>Stale credentials end the polling.</summary>
    public void Stopped(int status, State state) => _stopped[status] = state;

    /// <summary>Reports what the paths have proven.</summary>
    public void Judge(Findings findings, SourceProgram program, RuleOptions options, bool isWhole)
    {
        var name = operation.Method.Name;
        if (_missedAt is { } missed && Events is { } events)
        {
            findings.Report(FlowRules.CG2001, missed.Site, missed.Frame, missed.State, [name, string.Join(", ", events.Names(_missed))],
                ImmutableDictionary<string, string?>.Empty.Add("Missed", string.Join(";", events.Names(_missed))).Add("HasIsTerminal", "true"));
        }

        if (_afterAt is { } after && Events is { } known)
            findings.Report(FlowRules.CG1008, after.Site, after.Frame, after.State, [name, string.Join(" or ", known.Names(_after))]);
        JudgeRetries(findings, options);
        // The rest is about what no path does.
        if (!isWhole)
            return;
        JudgeLeaving(findings);
        JudgeGivingUp(findings, program);
        JudgeRenewal(findings, program);
    }

    private void JudgeLeaving(Findings findings)
    {
        if (Events is not { } events || Left is not { } left)
            return;
        var stops = Leaves & ~Continues & ~events.Terminal;
        // A single poll is no loop, unless failures repeat it and the session is this path's own.
        if (stops == 0 || ((Continues & ~events.Terminal) == 0 && !(FailureContinues && IsOwnSession)))
            return;
        var names = string.Join(", ", events.Names(stops));
        findings.Report(FlowRules.CG2002, site, frame, left, [operation.Method.Name, names], ImmutableDictionary<string, string?>.Empty.Add("Event", string.Join(";", events.Names(stops))));
    }

    private void JudgeRetries(Findings findings, RuleOptions options)
    {
        var name = operation.Method.Name;
        if (operation.Retry is { } retry)
        {
            var properties = ImmutableDictionary<string, string?>.Empty.Add("Limit", retry.Limit.ToString(System.Globalization.CultureInfo.InvariantCulture)).Add("AfterMs", retry.AfterMilliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (_failures >= Endless)
                findings.Report(FlowRules.CG3004, site, frame, _retried!, [name, retry.Limit], properties);
            else if (_failures >= retry.Limit + options.RetryTolerance)
                findings.Report(FlowRules.CG3005, site, frame, _retried!, [name, _failures + 1, retry.Limit], properties.Add("Attempts", (_failures + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            if (AtOnce is { } atOnce)
                findings.Report(FlowRules.CG3008, site, frame, atOnce, [name, retry.AfterMilliseconds], properties);
        }
    }

    private void JudgeGivingUp(Findings findings, SourceProgram program)
    {
        if (operation.Retry is { } retry && FailureStops is { } stops && !FailureContinues && PollsAgain && !program.HasResilience && !IsPassedOn(program))
            findings.Report(FlowRules.CG3003, site, frame, stops, [operation.Method.Name, retry.Limit]);
    }

    // A decorator leaves retries to whoever calls it.
    private bool IsPassedOn(SourceProgram program) => MethodFacts.Implemented(frame.Method).Any(member => program.Facts.Operation(member)?.Id == operation.Id);

    private void JudgeRenewal(Findings findings, SourceProgram program)
    {
        if (operation.Renewal is not { } renewal || program.RenewsOutOfSight)
            return;
        var name = operation.Method.Name;
        var operations = string.Join(" and ", renewal.Operations.Select(id => program.MethodOf(id)?.Name ?? id));
        if (renewal.Statuses.All(status => _oldCredentials.ContainsKey(status) || _halfRenewed.ContainsKey(status)))
        {
            if (_halfRenewed.Count > 0)
            {
                var (missing, state) = _halfRenewed.Values.First();
                findings.Report(FlowRules.CG4002, site, frame, state, [name, string.Join(" and ", missing.Select(id => program.MethodOf(id)?.Name ?? id))],
                    ImmutableDictionary<string, string?>.Empty.Add("Operation", string.Join(";", missing.Select(id => program.MethodOf(id)?.Name ?? id))));
            }
            else
            {
                findings.Report(FlowRules.CG4003, site, frame, _oldCredentials.Values.First(), [name, renewal.Statuses[0], operations]);
            }
        }
        else if (PollsAgain && renewal.Statuses.All(_stopped.ContainsKey))
        {
            findings.Report(FlowRules.CG4001, site, frame, _stopped.Values.First(), [name, string.Join(" or ", renewal.Statuses), operations]);
        }
    }
}
