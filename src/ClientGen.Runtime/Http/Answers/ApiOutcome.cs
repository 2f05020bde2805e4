using ClientGen.Http;

namespace ClientGen;

/// <summary>An answer that the contract documents, as a value instead of an exception.</summary>
public abstract class ApiOutcome
{
    /// <summary>Keeps what all outcomes have.</summary>
    /// <param name="answer">The answer it is made from.</param>
    protected ApiOutcome(Answer answer)
    {
        Status = answer.Status;
        Headers = answer.Headers;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>Whether the status is one of 200 to 299.</summary>
    public bool IsSuccess => Status is >= 200 and <= 299;

    /// <summary>The headers.</summary>
    public AnswerHeaders Headers { get; }
}
