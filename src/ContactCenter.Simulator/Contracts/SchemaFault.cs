namespace ContactCenter.Simulator.Contracts;

/// <summary>Something in a JSON value that the contract does not allow.</summary>
/// <param name="Pointer">Where it is: a JSON pointer (RFC 6901), empty for the whole value.</param>
/// <param name="Message">What is wrong. Values that may be secret or personal are not repeated in it.</param>
/// <param name="Rule">File and line of the contract.</param>
internal sealed record SchemaFault(string Pointer, string Message, string Rule);
