using System.Globalization;
using ContactCenter.Simulator.Contracts;

namespace ContactCenter.Simulator.Journal;

/// <summary>One thing that happened. It holds neither secrets nor personal data.</summary>
/// <param name="Number">Position in the journal, from 1.</param>
/// <param name="Time">When, in the simulator's clock.</param>
/// <param name="Scenario">Name of the scenario in which it happened.</param>
/// <param name="System">The system.</param>
/// <param name="Operation">The operation, webhook or event stream.</param>
/// <param name="Outcome">What came of it, in a few words.</param>
public sealed record JournalEntry(int Number, DateTimeOffset Time, string Scenario, SimulatedSystem System, string Operation, string Outcome)
{
    /// <summary>Time, system, operation and outcome on one line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Time:HH:mm:ss.fff} {System.Name(),-9} {Operation,-25} {Outcome}");
}
