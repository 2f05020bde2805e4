namespace ClientGen;

/// <summary>An error about an answer: there was one, and it was not what the contract calls success.</summary>
/// <param name="operation">The operationId.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="message">What went wrong.</param>
/// <param name="inner">What caused it; <c>null</c> when nothing else did.</param>
public abstract class AnswerException(string operation, int status, string message, Exception? inner = null)
    : ClientGenException(operation, message, inner)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The answer's headers.</summary>
    public AnswerHeaders Headers { get; init; } = AnswerHeaders.None;

    /// <summary>The first bytes of the body, at most <see cref="ApiClientOptions.KeptAnswerBytes"/>. May hold personal data.</summary>
    public ReadOnlyMemory<byte> RawBody { get; init; }

    /// <summary>Whether the body was longer than <see cref="RawBody"/>.</summary>
    public bool IsTruncated { get; init; }
}
