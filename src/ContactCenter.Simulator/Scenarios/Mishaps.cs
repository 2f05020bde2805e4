namespace ContactCenter.Simulator.Scenarios;

/// <summary>What goes wrong with which request.</summary>
/// <param name="Operation">The operationId, or <c>*</c> for every operation.</param>
/// <param name="When">Which of its requests, counted from 1 in the order of arrival.</param>
/// <param name="Mishap">What goes wrong.</param>
public sealed record MishapRule(string Operation, Occurrence When, Mishap Mishap);

/// <summary>A range of requests to one operation, counted from 1.</summary>
/// <param name="First">The first one.</param>
/// <param name="Last">The last one.</param>
public readonly record struct Occurrence(int First, int Last)
{
    /// <summary>Every request.</summary>
    public static Occurrence Always => new(1, int.MaxValue);

    /// <summary>One request.</summary>
    public static Occurrence Number(int number) => new(number, number);

    /// <summary>One request and all that follow.</summary>
    public static Occurrence From(int number) => new(number, int.MaxValue);

    /// <summary>Whether a request is in the range.</summary>
    public bool Contains(int number) => number >= First && number <= Last;
}

/// <summary>Something that goes wrong with a request that is right.</summary>
public abstract record Mishap
{
    private Mishap()
    {
    }

    /// <summary>How long the server waits before it happens.</summary>
    public TimeSpan After { get; init; }

    /// <summary>The answer comes late, and is right otherwise.</summary>
    public sealed record Latency : Mishap;

    /// <summary>The connection is cut before any byte of the answer.</summary>
    public sealed record CutConnection : Mishap;

    /// <summary>The connection is cut in the middle of the answer.</summary>
    /// <param name="Bytes">How many bytes of the body arrive.</param>
    public sealed record CutBody(int Bytes) : Mishap;

    /// <summary>The answer is complete for HTTP, but its JSON breaks off.</summary>
    /// <param name="Bytes">How many bytes of the body remain.</param>
    public sealed record TruncatedJson(int Bytes) : Mishap;

    /// <summary>Another status, with the error body of the contract.</summary>
    /// <param name="Status">HTTP status, 400 to 599.</param>
    /// <param name="Message">Text of the error body.</param>
    /// <param name="Code">Code of the error body; <c>0</c> where the real service sends it too.</param>
    public sealed record Refusal(int Status, string Message, string Code = "0") : Mishap;

    /// <summary>Status 200 with a result code other than success.</summary>
    /// <param name="Code">The result code, such as <c>13</c>.</param>
    /// <param name="Description">Its explanation.</param>
    public sealed record FailedResult(string Code, string Description) : Mishap;

    /// <summary>All tokens stop being valid: this request gets 403, and so do later ones with these tokens.</summary>
    public sealed record TokensRunOut : Mishap;

    /// <summary>The answer is right and carries a new messaging token; the old one is refused from then on.</summary>
    public sealed record RotatedToken : Mishap;

    /// <summary>Status 200 with a body that the contract does not foresee.</summary>
    /// <param name="Body">The body, as it is.</param>
    public sealed record OddAnswer(string Body) : Mishap;
}
