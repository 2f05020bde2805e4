using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Journal;
using ContactCenter.Simulator.Messaging;
using ContactCenter.Simulator.Scenarios;
using Microsoft.AspNetCore.Http.Features;

namespace ContactCenter.Simulator.Hosting;

/// <summary>One request to an operation of a contract, on its way through the simulator.</summary>
internal sealed class ContractCall(World world, ContractOperation operation, int number)
{
    public World World { get; } = world;

    public ContractOperation Operation { get; } = operation;

    /// <summary>Which request to this operation it is in its world, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>The customer behind the messaging token; null for operations without one.</summary>
    public Visitor? Visitor { get; set; }

    /// <summary>The application that calls; null where none is named.</summary>
    public string? Application { get; set; }

    /// <summary>The agent who calls; null outside video signalling.</summary>
    public string? Account { get; set; }

    /// <summary>The messaging token of the request; null for operations without one.</summary>
    public string? MessagingToken { get; set; }

    /// <summary>What goes wrong with this request; null when nothing does.</summary>
    public Mishap? Mishap { get; set; }

    /// <summary>What the journal says; null lets it name status and result code.</summary>
    public string? Outcome { get; set; }

    /// <summary>Whether the answer is meant to break the contract, so that nobody complains.</summary>
    public bool IsOdd { get; set; }

    /// <summary>Keeps a violation by the client and answers how it is told.</summary>
    public string Violate(string place, string message, string rule = "") => Keep(ViolationSide.Client, place, message, rule).Sentence;

    /// <summary>Keeps a fault of the simulator itself.</summary>
    public Violation Keep(ViolationSide side, string place, string message, string rule = "") =>
        World.Simulator.Records.Keep(side, Operation.System, Operation.Id, place, message, rule);
}

/// <summary>Finds the call that a request belongs to.</summary>
internal static class ContractCallFeature
{
    /// <summary>The call; there is one for every request that reaches an endpoint of a contract.</summary>
    public static ContractCall Call(this HttpContext context) => context.Features.GetRequiredFeature<ContractCall>();
}
