namespace ClientGen;

/// <summary>The server answered with a status that the contract does not call success.</summary>
/// <param name="operation">The operationId.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="reasonPhrase">The words after the status; <c>null</c> when there were none.</param>
/// <param name="error">The decoded error body; <c>null</c> when the contract gives it no type or it could not be decoded.</param>
public class ApiException(string operation, int status, string? reasonPhrase, object? error)
    : AnswerException(operation, status, Describe(operation, status, reasonPhrase, "an error"))
{
    private readonly string? _message;

    /// <summary>Makes the exception with a message of its own.</summary>
    /// <param name="operation">The operationId.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="reasonPhrase">The words after the status; <c>null</c> when there were none.</param>
    /// <param name="error">The decoded error body; <c>null</c> when there is none.</param>
    /// <param name="message">What went wrong.</param>
    protected ApiException(string operation, int status, string? reasonPhrase, object? error, string message)
        : this(operation, status, reasonPhrase, error) => _message = message;

    /// <inheritdoc/>
    public override string Message => _message ?? base.Message;

    /// <summary>The words after the status; <c>null</c> when there were none.</summary>
    public string? ReasonPhrase { get; } = reasonPhrase;

    /// <summary>The decoded error body; <c>null</c> when the contract gives it no type or it could not be decoded.</summary>
    public object? Error { get; } = error;

    /// <summary>The decoded error body as a type.</summary>
    /// <typeparam name="TError">The type that the contract gives it.</typeparam>
    /// <returns>The body; <c>null</c> when there is none of this type.</returns>
    public TError? ErrorAs<TError>()
        where TError : class => Error as TError;

    internal static string Describe(string operation, int status, string? reasonPhrase, string what) =>
        string.IsNullOrEmpty(reasonPhrase)
            ? $"{operation}: the server answered {what}, HTTP {status}."
            : $"{operation}: the server answered {what}, HTTP {status} ({reasonPhrase}).";
}

/// <summary>The server answered with a status that the contract does not know.</summary>
/// <param name="operation">The operationId.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="reasonPhrase">The words after the status; <c>null</c> when there were none.</param>
public sealed class UndocumentedAnswerException(string operation, int status, string? reasonPhrase)
    : ApiException(operation, status, reasonPhrase, null, Describe(operation, status, reasonPhrase, "what the contract does not describe"));
