using ContactCenter.Simulator.Contracts;

namespace ContactCenter.Simulator.Journal;

/// <summary>Something that the contract does not allow. It holds neither secrets nor personal data.</summary>
/// <param name="Time">When, in the simulator's clock.</param>
/// <param name="Side">Who did it.</param>
/// <param name="System">The system.</param>
/// <param name="Operation">The operation or webhook; the method and path when there is no such operation.</param>
/// <param name="Place">Where: <c>body#/from</c> with a JSON pointer, <c>query channel</c>, <c>header X-Token-Expire</c>, or <c>request</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Rule">File and line of the contract, such as <c>rtc-voice.openapi.yaml(412)</c>; empty when no line says it.</param>
public sealed record Violation(
    DateTimeOffset Time, ViolationSide Side, SimulatedSystem System, string Operation, string Place, string Message, string Rule)
{
    /// <summary>Place and message, as a caller reads it in the answer.</summary>
    public string Sentence => Rule.Length == 0 ? $"{Place} {Message}." : $"{Place} {Message} ({Rule}).";

    /// <summary>System, operation, place and message on one line.</summary>
    public override string ToString() => $"{System.Name()} {Operation}: {Sentence}";
}

/// <summary>Who broke the contract.</summary>
public enum ViolationSide
{
    /// <summary>A client, with a request.</summary>
    Client,

    /// <summary>An application's server, with its answer to a callback.</summary>
    Receiver,

    /// <summary>The simulator itself, with an answer, an event or a callback: a fault of ours, or of one of the two compilers.</summary>
    Simulator,
}
