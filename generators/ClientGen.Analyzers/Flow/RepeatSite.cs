using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

/// <summary>What all paths together tell about one call site of an operation that may do its work twice.</summary>
internal sealed class RepeatSite(IInvocationOperation site, OperationFacts operation, Frame frame)
{
    /// <summary>A path that sends it again after a failure that leaves open what the server has done.</summary>
    public State? Again { get; set; }

    /// <summary>Whether some path comes here again after a success.</summary>
    public bool FollowsSuccess { get; set; }

    /// <summary>Reports what the paths have proven.</summary>
    public void Judge(Findings findings)
    {
        if (Again is { } again && !FollowsSuccess)
            findings.Report(FlowRules.CG3007, site, frame, again, [operation.Method.Name]);
    }
}
