namespace ClientGen;

/// <summary>What all errors of clients have in common. The caller's own cancellation is none of them.</summary>
/// <param name="operation">The contract's name of the operation, stream or workflow.</param>
/// <param name="message">What went wrong, without secrets and personal data.</param>
/// <param name="inner">What caused it; <c>null</c> when nothing else did.</param>
public abstract class ClientGenException(string operation, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The contract's name of the operation, stream or workflow.</summary>
    public string Operation { get; } = operation;
}
