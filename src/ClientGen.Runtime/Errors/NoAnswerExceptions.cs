namespace ClientGen;

/// <summary>The server did not answer within the operation's deadline.</summary>
/// <param name="operation">The operationId.</param>
/// <param name="deadline">How long the client waited.</param>
/// <param name="inner">The cancellation that ended the call.</param>
/// <remarks>Never an <see cref="OperationCanceledException"/>: that one is the caller's own wish.</remarks>
public sealed class DeadlineExceededException(string operation, TimeSpan deadline, Exception? inner = null)
    : ClientGenException(operation, FormattableString.Invariant($"{operation}: no answer within {deadline.TotalSeconds:0.###} s."), inner)
{
    /// <summary>How long the client waited.</summary>
    public TimeSpan Deadline { get; } = deadline;
}

/// <summary>The connection could not be made or broke before the answer was complete.</summary>
/// <param name="operation">The operationId.</param>
/// <param name="inner">What the transport reported.</param>
public sealed class TransportException(string operation, Exception inner)
    : ClientGenException(operation, $"{operation}: the connection failed. {inner.Message}", inner);

/// <summary>There is no credential for a call, or renewing the credentials failed.</summary>
/// <param name="operation">The operationId; empty when the credentials were not obtained for a certain call.</param>
/// <param name="schemes">The security schemes in question.</param>
/// <param name="message">What went wrong.</param>
/// <param name="inner">What the renewal reported; <c>null</c> when there was no renewal.</param>
public sealed class CredentialException(string operation, IReadOnlyList<string> schemes, string message, Exception? inner = null)
    : ClientGenException(operation, message, inner)
{
    /// <summary>The security schemes in question, by the contract's names.</summary>
    public IReadOnlyList<string> Schemes { get; } = schemes;
}
