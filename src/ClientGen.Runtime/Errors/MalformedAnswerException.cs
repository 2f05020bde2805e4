namespace ClientGen;

/// <summary>The body of an answer or event is broken, or not what the contract says.</summary>
/// <param name="operation">The operationId.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="bytePosition">Where reading stopped, in bytes from the start of the body; 0 or more.</param>
/// <param name="jsonPath">The same place as a JSON pointer, such as <c>/items/3/name</c>; <c>null</c> when it is not known.</param>
/// <param name="inner">What the reader found.</param>
public sealed class MalformedAnswerException(string operation, int status, long bytePosition, string? jsonPath, Exception inner)
    : AnswerException(operation, status, Describe(operation, status, bytePosition, jsonPath, inner), inner)
{
    /// <summary>Where reading stopped, in bytes from the start of the body.</summary>
    public long BytePosition { get; } = bytePosition;

    /// <summary>The same place as a JSON pointer, such as <c>/items/3/name</c>; <c>null</c> when it is not known.</summary>
    public string? JsonPath { get; } = jsonPath;

    private static string Describe(string operation, int status, long bytePosition, string? jsonPath, Exception inner) =>
        $"{operation}: the body of the answer (HTTP {status}) cannot be read at byte {bytePosition}"
        + (string.IsNullOrEmpty(jsonPath) ? "" : $", {jsonPath}") + $": {inner.Message}";
}

/// <summary>The body of an answer is larger than the client accepts.</summary>
/// <param name="operation">The operationId.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="limit">Most bytes that are accepted.</param>
/// <param name="option">The option that sets the limit.</param>
public sealed class AnswerTooLargeException(string operation, int status, long limit, string option)
    : AnswerException(operation, status, $"{operation}: the answer (HTTP {status}) is larger than {limit} bytes, the limit of {option}.")
{
    /// <summary>Most bytes that are accepted.</summary>
    public long Limit { get; } = limit;
}
