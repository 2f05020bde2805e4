using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

/// <summary>What all paths together tell about something that one call opened.</summary>
internal sealed class Opened(string name, Site site)
{
    /// <summary>A path that ends and leaves it open.</summary>
    public State? AtEnd { get; set; }

    /// <summary>A path that ends with word to the caller, by an answer or an exception of its own, who may go on from there.</summary>
    public State? HandedOver { get; set; }

    /// <summary>A path that an exception ends and that leaves it open.</summary>
    public State? OnException { get; set; }

    /// <summary>Whether some path ends it in the ordinary course.</summary>
    public bool IsEnded { get; set; }

    /// <summary>Whether some handler of exceptions ends it.</summary>
    public bool IsEndedInHandler { get; set; }

    /// <summary>A path that a failure or cancellation ends past that handler.</summary>
    public State? PastHandler { get; set; }

    /// <summary>Reports what the paths have proven.</summary>
    public void Judge(Findings findings, SourceProgram program, RuleOptions options, bool isWhole)
    {
        var method = ((IInvocationOperation)site.Operation).TargetMethod.Name;
        var end = program.EndOf(name);
        var properties = ImmutableDictionary<string, string?>.Empty.Add("End", end?.Name);
        // Where nothing in the program ends it, no caller does.
        var isNeverEnded = !program.Mentions(end?.Name);
        if ((isNeverEnded ? AtEnd ?? HandedOver : IsEnded ? AtEnd : null) is { } open)
            findings.Report(FlowRules.CG5001, site.Operation, site.Frame, open, [method, end?.Name ?? name], properties);
        else if (isWhole && (IsEnded ? OnException : IsEndedInHandler ? PastHandler : null) is { } thrown && options.ExceptionalObligations)
            findings.Report(FlowRules.CG5002, site.Operation, site.Frame, thrown, [method, end?.Name ?? name], properties);
    }
}
